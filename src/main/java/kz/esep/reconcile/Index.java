package kz.esep.reconcile;

/// Both indexes: this year's obligations, and all since control began.
public record Index(Share thisYear, Share sinceControl) {
    public static final Index NONE = new Index(Share.NONE, Share.NONE);

    public Index plus(Index other) {
        return new Index(thisYear.plus(other.thisYear), sinceControl.plus(other.sinceControl));
    }
}
