package kz.esep.intake;

/// What an agency says of one obligation.
public enum ClaimedStatus {
    DONE,
    IN_PROGRESS,
    NOT_STARTED,
    /// An earlier "done" is taken back, in words.
    WITHDRAWN
}
