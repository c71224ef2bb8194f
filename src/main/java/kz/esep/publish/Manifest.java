package kz.esep.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.esep.intake.RowCounts;
import kz.esep.ledger.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// What an issue was made from and what it holds: `manifest.json`. It names no path outside the
/// project, no host and no clock, so that the same inputs give the same bytes.
///
/// @param version of the program
/// @param code SHA-256 of what the program was built from
/// @param asOf ISO instant
/// @param zone in which days begin and end: `Asia/Almaty`
/// @param ledgerHead the last line of the ledger that the issue knows
/// @param fingerprint of all inputs
/// @param files every received file that the reports speak of
/// @param rows of all these files together
/// @param claims how the accepted claims ended
/// @param supersedes the issue before this one; null for the period's first
/// @param decisions the ministry's acts up to as-of: `72/2024/mz 2025-01-25 take-off-control`
/// @param statuses of measures by number and of obligations: `72`, `72/2024/mz`
/// @param inputs SHA-256 of plan, register, templates, by path
/// @param outputs SHA-256 of every document, by path below the issue's folder; of a signed one,
///   before it was signed
/// @param contents names what each document says, whichever issue it is of; not of those that speak
///   of the issue itself
/// @param earlier the documents that are of an earlier issue, for nothing in them has changed since
/// @param signed SHA-256 of every signed document as it lies there, by path; empty where the issue
///   is not signed. What is signed is the document's own bytes with a signature behind them
public record Manifest(
        String version,
        String code,
        String plan,
        String redaction,
        String period,
        int issue,
        boolean demonstration,
        String asOf,
        String zone,
        Head ledgerHead,
        String fingerprint,
        List<SourceFile> files,
        RowCounts rows,
        Claims claims,
        @Nullable Former supersedes,
        List<String> decisions,
        SortedMap<String, String> statuses,
        SortedMap<String, String> inputs,
        SortedMap<String, String> outputs,
        SortedMap<String, String> contents,
        List<Edition> earlier,
        SortedMap<String, String> signed) {

    public static final String NAME = "manifest.json";

    /// The signature of a signed issue's manifest, beside it.
    public static final String SIGNATURE = "manifest.json.p7s";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    public Manifest {
        files = List.copyOf(files);
        decisions = List.copyOf(decisions);
        statuses = new TreeMap<>(statuses);
        inputs = new TreeMap<>(inputs);
        outputs = new TreeMap<>(outputs);
        contents = new TreeMap<>(contents);
        earlier = List.copyOf(earlier);
        signed = new TreeMap<>(signed);
    }

    /// SHA-256 of every document as it lies there, by path.
    public SortedMap<String, String> documents() {
        SortedMap<String, String> documents = new TreeMap<>(outputs);
        documents.putAll(signed);
        return documents;
    }

    /// The issue before it was signed.
    public Manifest unsigned() {
        return withSigned(new TreeMap<>());
    }

    /// The issue after it was signed.
    public Manifest withSigned(SortedMap<String, String> others) {
        return new Manifest(
                version,
                code,
                plan,
                redaction,
                period,
                issue,
                demonstration,
                asOf,
                zone,
                ledgerHead,
                fingerprint,
                files,
                rows,
                claims,
                supersedes,
                decisions,
                statuses,
                inputs,
                outputs,
                contents,
                earlier,
                others);
    }

    /// The issue before this one.
    public record Former(int issue, String fingerprint) {}

    /// @param hash of the whole line
    public record Head(long line, String hash) {

        private static final int DIGITS = 12;

        /// As reports quote it: `41:9f86d081884c`, or `0` for the empty ledger.
        public String quoted() {
            return hash.isEmpty() ? "0" : line + ":" + hash.substring(0, DIGITS);
        }
    }

    /// What an issue's documents say of it.
    ///
    /// @param documents their paths
    public record Edition(
            int issue,
            String fingerprint,
            String asOf,
            Head ledgerHead,
            SortedSet<String> documents) {

        public static final Comparator<Edition> BY_ISSUE =
                Comparator.comparingInt(Edition::issue).thenComparing(Edition::fingerprint);

        public Edition {
            documents = Collections.unmodifiableSortedSet(new TreeSet<>(documents));
        }

        public Edition with(SortedSet<String> paths) {
            return new Edition(issue, fingerprint, asOf, ledgerHead, paths);
        }

        public Edition withoutDocuments() {
            return with(new TreeSet<>());
        }
    }

    /// What this issue's own documents say of it.
    public Edition edition() {
        return new Edition(issue, fingerprint, asOf, ledgerHead, new TreeSet<>());
    }

    /// The earlier issue that a document is of; empty if it is of this one.
    public Optional<Edition> edition(String path) {
        return earlier.stream().filter(edition -> edition.documents().contains(path)).findFirst();
    }

    /// @param line of the ledger
    /// @param rows seen is accepted, refused and ignored together
    public record SourceFile(
            long line,
            String path,
            String sha256,
            String receivedAt,
            String source,
            String verdict,
            RowCounts rows) {}

    /// Accepted is deciding, superseded and without obligation together.
    public record Claims(int accepted, int deciding, int superseded, int withoutObligation) {}

    public byte[] bytes() {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return (JSON.writer().with(printer).writeValueAsString(this) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public String sha256() {
        return Sha256.of(new String(bytes(), StandardCharsets.UTF_8));
    }

    /// The manifest of an issue; empty where there is none that can be read.
    ///
    /// @param file the manifest, or the issue's folder
    public static Optional<Manifest> in(Path file) throws IOException {
        Path manifest = Files.isDirectory(file) ? file.resolve(NAME) : file;
        if (!Files.isRegularFile(manifest)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(Files.readAllBytes(manifest)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static Manifest read(byte[] bytes) {
        return JSON.readValue(bytes, Manifest.class);
    }
}
