package kz.esep.publish.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.esep.ledger.Difference;
import kz.esep.publish.Manifest;

/// The signatures of an issue: each is there, speaks of the whole of what lies there, and is of
/// somebody who is trusted.
///
/// @param signatures that hold
/// @param signers whose they are
public record SignatureAudit(
        int signatures, SortedSet<String> signers, List<Difference> differences) {

    public SignatureAudit {
        signers = Collections.unmodifiableSortedSet(new TreeSet<>(signers));
        differences = List.copyOf(differences);
    }

    /// @param shown how the folder is called to people
    /// @param trust empty: whoever signed
    public static SignatureAudit of(
            Path folder, String shown, Manifest manifest, Optional<Trust> trust)
            throws IOException {
        Reader reader = new Reader(folder, shown, trust);
        if (!manifest.signed().isEmpty()) {
            reader.manifest();
        }
        for (String path : manifest.signed().keySet()) {
            reader.pdf(path, manifest.outputs());
        }
        return new SignatureAudit(reader.signatures, reader.signers, reader.differences);
    }

    private static final class Reader {

        private final Path folder;
        private final String shown;
        private final Optional<Trust> trust;
        private final List<Difference> differences = new ArrayList<>();
        private final SortedSet<String> signers = new TreeSet<>();
        private int signatures;

        Reader(Path folder, String shown, Optional<Trust> trust) {
            this.folder = folder;
            this.shown = shown;
            this.trust = trust;
        }

        void manifest() throws IOException {
            Path file = folder.resolve(Manifest.SIGNATURE);
            Optional<Cms.Read> read =
                    Files.exists(file)
                            ? Cms.read(
                                    Files.readAllBytes(folder.resolve(Manifest.NAME)),
                                    Files.readAllBytes(file))
                            : Optional.empty();
            if (read.isEmpty()) {
                say(Manifest.SIGNATURE, "signature-missing");
            } else {
                judge(Manifest.SIGNATURE, read.get(), read.get().at(), read.get().holds());
            }
        }

        void pdf(String path, SortedMap<String, String> outputs) throws IOException {
            Path file = folder.resolve(path);
            if (!Files.exists(file)) {
                // named as a missing document
                return;
            }
            byte[] pdf = Files.readAllBytes(file);
            Optional<SignedPdf.Read> read = SignedPdf.read(pdf);
            if (read.isEmpty()) {
                say(path, "signature-missing");
            } else if (!SignedPdf.beginsWith(pdf, outputs.getOrDefault(path, ""))) {
                say(path, "signature-other-document");
            } else {
                Cms.Read signature = read.get().signature();
                judge(path, signature, read.get().at(), signature.holds() && read.get().whole());
            }
        }

        private void judge(String path, Cms.Read read, Optional<Instant> at, boolean holds) {
            String name = Names.of(read.signer());
            if (!holds) {
                say(path, "signature-broken");
            } else if (trust.isPresent()
                    && !trust.get()
                            .reaches(
                                    read.signer(), read.certificates(), at.orElse(Instant.EPOCH))) {
                differences.add(
                        Difference.of(
                                shown + "/" + path, "signature-untrusted", Map.of("name", name)));
            } else {
                signatures++;
                signers.add(name);
            }
        }

        private void say(String path, String key) {
            differences.add(Difference.of(shown + "/" + path, key));
        }
    }
}
