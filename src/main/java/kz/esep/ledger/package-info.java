/// What was received and when: the archive by content, the chained journal, as-of views.
@org.jspecify.annotations.NullMarked
package kz.esep.ledger;
