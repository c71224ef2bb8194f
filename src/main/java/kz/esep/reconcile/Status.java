package kz.esep.reconcile;

/// The reconciled status of an obligation or a measure, worst first: the order of rule A3.
public enum Status {
    OVERDUE,
    NOT_REPORTED,
    UNCONFIRMED,
    NOT_STARTED,
    IN_PROGRESS,
    DONE_LATE,
    DONE_ON_TIME,
    /// Taken off control; takes no part in A3.
    CLOSED,
    /// Due before control began and nobody's record mentions it; takes no part in A3.
    NO_RECORD;

    public boolean done() {
        return this == DONE_LATE || this == DONE_ON_TIME;
    }

    public boolean takesPart() {
        return this != CLOSED && this != NO_RECORD;
    }
}
