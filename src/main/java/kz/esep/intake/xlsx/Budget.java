package kz.esep.intake.xlsx;

import kz.esep.findings.FindingCode;

/// What one file may still cost: time, and memory for what is kept of it.
final class Budget {

    private final Limits limits;
    private final long deadline;
    private long kept;

    Budget(Limits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.seconds() * 1_000_000_000L;
    }

    /// Refuses a file whose time is over.
    void watch() throws Refusal {
        if (System.nanoTime() > deadline) {
            throw Refusal.over(FindingCode.FILE_TOO_SLOW, limits.seconds());
        }
    }

    /// Takes note of something kept.
    ///
    /// @param bytes about as many as it takes
    void keep(long bytes) throws Refusal {
        kept += bytes;
        if (kept > (long) limits.memory() * Limits.MEBIBYTE) {
            throw Refusal.over(FindingCode.FILE_TOO_HEAVY, limits.memory());
        }
    }

    /// A text takes two bytes for each letter, and its objects.
    void keep(String text) throws Refusal {
        keep(64 + 2L * text.length());
    }
}
