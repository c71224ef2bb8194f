/// The rules as tables that an officer can review.
@org.jspecify.annotations.NullMarked
package kz.esep.reconcile;
