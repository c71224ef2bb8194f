package kz.esep.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.ledger.Sha256;

/// A message to one agency, before it is sent.
///
/// @param about what it is, for the journal: `reports disability-rights-2025 2024-Q4`
/// @param attachments files by the names that the receiver sees, in ASCII
public record Letter(
        String about,
        String agency,
        String to,
        String subject,
        String text,
        String html,
        SortedMap<String, Path> attachments) {

    private static final int DIGITS = 16;

    public Letter {
        attachments = Collections.unmodifiableSortedMap(new TreeMap<>(attachments));
        for (String name : attachments.keySet()) {
            if (!name.matches("[A-Za-z0-9._-]+")) {
                throw new IllegalArgumentException("an attachment is not called " + name);
            }
        }
    }

    /// The same for the same documents to the same address, whenever they are sent: so a letter is
    /// known again, and a corrected issue makes another one.
    public String id() throws IOException {
        StringBuilder text = new StringBuilder(about).append('\n').append(agency).append('\n');
        text.append(to).append('\n');
        hashes().forEach((name, hash) -> text.append(hash).append(' ').append(name).append('\n'));
        return Sha256.of(text.toString()).substring(0, DIGITS);
    }

    /// SHA-256 of each attachment, by name.
    public SortedMap<String, String> hashes() throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (var attachment : attachments.entrySet()) {
            hashes.put(attachment.getKey(), Sha256.of(attachment.getValue()));
        }
        return hashes;
    }
}
