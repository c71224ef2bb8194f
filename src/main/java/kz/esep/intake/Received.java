package kz.esep.intake;

import java.time.Instant;
import java.util.Optional;

/// How a file came: one line of the ledger, and what later lines say of it.
///
/// @param line the ledger's line that recorded the file, from 1; 0 for a file that is only looked
///   at
/// @param path relative to the inbox, with `/`, written so that it can be shown
/// @param folder the agency's sub-folder it lay in; empty for the inbox's root
/// @param sha256 lower-case hex of the file's bytes
/// @param incomingNumber the chancellery's number; empty where its journal does not name the file
/// @param admission empty unless the operator said whose file it is
public record Received(
        long line,
        String path,
        String folder,
        String sha256,
        long bytes,
        Instant at,
        Source source,
        String incomingNumber,
        Optional<Admission> admission)
        implements Comparable<Received> {

    /// Who says when a file was received.
    public enum Source {
        /// The chancellery's journal, `input/incoming-register.csv`.
        INCOMING_REGISTER,
        /// The moment when Esep first saw the file.
        FIRST_SEEN
    }

    /// A file of which the operator said nothing.
    public Received(
            long line,
            String path,
            String folder,
            String sha256,
            long bytes,
            Instant at,
            Source source,
            String incomingNumber) {
        this(line, path, folder, sha256, bytes, at, source, incomingNumber, Optional.empty());
    }

    /// Who sent it: whom the operator named, else the sub-folder; empty if neither tells.
    public String sender() {
        return admission.map(Admission::agency).orElse(folder);
    }

    /// The same file as the operator's word would make it.
    public Received admitted(Admission word) {
        return new Received(
                line, path, folder, sha256, bytes, at, source, incomingNumber, Optional.of(word));
    }

    /// The order of supersession: by receipt, then by ledger line.
    @Override
    public int compareTo(Received other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(line, other.line);
    }
}
