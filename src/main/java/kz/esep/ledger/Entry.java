package kz.esep.ledger;

import java.time.Instant;
import kz.esep.intake.Admission;
import kz.esep.intake.Received;
import kz.esep.plan.Period;

/// What one line of the ledger records.
public sealed interface Entry {

    /// A file that lay in the inbox was taken into the archive.
    ///
    /// @param path relative to the inbox, with `/`
    /// @param folder the agency's sub-folder; empty for the inbox's root
    /// @param incomingNumber the chancellery's number; empty where its journal does not name the
    ///   file
    record Arrived(
            String path,
            String folder,
            String sha256,
            long bytes,
            Instant at,
            Received.Source source,
            String incomingNumber)
            implements Entry {}

    /// The chancellery's journal named a file, or named it anew, after the file was recorded.
    ///
    /// @param of the line of the file's [Arrived]
    record Registered(long of, Instant at, String incomingNumber) implements Entry {}

    /// The operator said whose file it is; a later word on the same file supersedes an earlier one.
    ///
    /// @param of the line of the file's [Arrived]
    record Admitted(long of, Admission admission, Instant at) implements Entry {}

    /// A file of the ministry's own data says something else than before; the archive keeps it. It
    /// bears no time: the day on which an act was made stands in the act.
    ///
    /// @param path below the home, with `/`: `input/plan/decisions.yaml`
    /// @param sha256 empty where the file is no more
    record Recorded(String path, String sha256) implements Entry {}

    /// A period's report was issued.
    ///
    /// @param plan the plan's id; empty in ledgers from the time when there was only one
    /// @param fingerprint of all inputs
    /// @param manifest SHA-256 of the manifest, which the archive keeps; empty in ledgers
    ///   from before that was recorded
    record Issued(String plan, Period period, int number, String fingerprint, String manifest)
            implements Entry {}

    /// An issue was signed.
    ///
    /// @param manifest SHA-256 of the signed copy's manifest, which the archive keeps
    /// @param certificate SHA-256 of the signer's certificate
    record Signed(String plan, Period period, int number, String manifest, String certificate)
            implements Entry {}
}
