package kz.esep.ledger;

/// The ledger is not what was once written: a line was changed, lost or moved.
public final class LedgerBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long line;

    LedgerBroken(long line) {
        super("Line " + line + " of the ledger is not what was once written");
        this.line = line;
    }

    /// The first line that does not fit, from 1.
    public long line() {
        return line;
    }
}
