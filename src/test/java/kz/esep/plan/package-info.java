/// The unfolding by table, broken folders, and the plan that the repository holds.
@org.jspecify.annotations.NullMarked
package kz.esep.plan;
