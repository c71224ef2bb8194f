/// Obligations and claims become assessments, roll-ups and findings. Pure: no clock, no files, no
/// Spring.
@org.jspecify.annotations.NullMarked
package kz.esep.reconcile;
