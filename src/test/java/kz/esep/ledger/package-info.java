/// How the ledger, the archive and the stock-taking behave on real folders.
@org.jspecify.annotations.NullMarked
package kz.esep.ledger;
