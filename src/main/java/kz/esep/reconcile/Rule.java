package kz.esep.reconcile;

/// The rule that decided, as numbered in the rules' tables. Its words are `rule.<code>` in the
/// bundles, of some rules in several variants: see [Reasons].
public enum Rule {
    O1,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    C8,
    C9,
    C10,
    A1_LEAD,
    A1_ALL,
    A1_ANY,
    A3,
    U4,
    U7,
    /// The source is cut off: shown and never scored.
    INCOMPLETE
}
