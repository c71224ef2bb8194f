/// The plan as law: redactions, deadlines, targets, and their unfolding into obligations.
@org.jspecify.annotations.NullMarked
package kz.esep.plan;
