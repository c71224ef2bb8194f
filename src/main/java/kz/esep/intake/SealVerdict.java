package kz.esep.intake;

/// Whether Esep issued the form that a file was made from.
public enum SealVerdict {
    /// Sealed with a ministry's key.
    VALID,
    /// Sealed with the committed key `demo`: demonstration data.
    DEMONSTRATION,
    /// No seal found.
    MISSING,
    /// A seal that does not fit, or of an unknown or refused key.
    INVALID
}
