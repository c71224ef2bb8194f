package kz.esep.intake;

import java.time.Instant;

/// How a file came: one line of the ledger.
///
/// @param line the ledger's line that recorded the file, from 1
/// @param path relative to the inbox, with `/`
/// @param folder the agency's sub-folder it lay in; empty for the inbox's root
/// @param sha256 lower-case hex of the file's bytes
/// @param incomingNumber the chancellery's number; empty where its journal does not name the file
public record Received(
        long line,
        String path,
        String folder,
        String sha256,
        long bytes,
        Instant at,
        Source source,
        String incomingNumber)
        implements Comparable<Received> {

    /// Who says when a file was received.
    public enum Source {
        /// The chancellery's journal, `input/incoming-register.csv`.
        INCOMING_REGISTER,
        /// The moment when Esep first saw the file.
        FIRST_SEEN
    }

    /// The order of supersession: by receipt, then by ledger line.
    @Override
    public int compareTo(Received other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(line, other.line);
    }
}
