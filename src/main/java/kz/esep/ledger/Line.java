package kz.esep.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import kz.esep.intake.Admission;
import kz.esep.intake.Received;
import kz.esep.plan.Period;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A line of the ledger: an entry, chained to the line before by its hash.
///
/// The hash is that of the line's own text up to `,"hash":`, which holds the hash of the line
/// before; so a changed, lost or moved line breaks the chain where it stands.
///
/// @param number from 1
/// @param hash lower-case hex SHA-256
public record Line(long number, Entry entry, String hash) {

    static final String NO_LINE_BEFORE = "0".repeat(64);

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SEAM = ",\"hash\":\"";

    /// The text of a new line, without the line's end.
    static String write(long number, Entry entry, String previous) {
        ObjectNode json = JSON.createObjectNode().put("line", number);
        switch (entry) {
            case Entry.Arrived file ->
                    json.put("kind", "received")
                            .put("path", file.path())
                            .put("folder", file.folder())
                            .put("sha256", file.sha256())
                            .put("bytes", file.bytes())
                            .put("received_at", file.at().toString())
                            .put("source", word(file.source()))
                            .put("incoming_number", file.incomingNumber());
            case Entry.Registered journal ->
                    json.put("kind", "registered")
                            .put("of", journal.of())
                            .put("received_at", journal.at().toString())
                            .put("incoming_number", journal.incomingNumber());
            case Entry.Admitted word ->
                    json.put("kind", "admitted")
                            .put("of", word.of())
                            .put("agency", word.admission().agency())
                            .put("period", word.admission().period().toString())
                            .put("at", word.at().toString());
            case Entry.Recorded data ->
                    json.put("kind", "data").put("path", data.path()).put("sha256", data.sha256());
            case Entry.Issued issue ->
                    json.put("kind", "issue")
                            .put("plan", issue.plan())
                            .put("period", issue.period().toString())
                            .put("number", issue.number())
                            .put("fingerprint", issue.fingerprint())
                            .put("manifest", issue.manifest());
            case Entry.Signed signing ->
                    json.put("kind", "signed")
                            .put("plan", signing.plan())
                            .put("period", signing.period().toString())
                            .put("number", signing.number())
                            .put("manifest", signing.manifest())
                            .put("certificate", signing.certificate());
        }
        String body = json.put("previous", previous).toString();
        String open = body.substring(0, body.length() - 1);
        return open + SEAM + Sha256.of(open) + "\"}";
    }

    /// @param previous the hash of the line before
    /// @throws LedgerBroken if the text is not what was once written as this line
    static Line read(long number, String text, String previous) {
        int seam = text.lastIndexOf(SEAM);
        if (seam < 0) {
            throw new LedgerBroken(number);
        }
        String open = text.substring(0, seam);
        String hash = Sha256.of(open);
        if (!text.equals(open + SEAM + hash + "\"}")) {
            throw new LedgerBroken(number);
        }
        JsonNode json = JSON.readTree(open + "}");
        if (json.path("line").asLong(0) != number
                || !json.path("previous").asString("").equals(previous)) {
            throw new LedgerBroken(number);
        }
        return new Line(number, entry(number, json), hash);
    }

    /// What a text says of itself as a line, true or not.
    ///
    /// @param number 0 where it cannot be read
    /// @param previous empty where it cannot be read
    /// @param hash as it stands there; empty where none does
    /// @param holds whether the text has the hash that stands there
    /// @param entry empty where the text is not what was once written
    record Claimed(
            long number, String previous, String hash, boolean holds, Optional<Entry> entry) {}

    static Claimed claimed(String text) {
        int seam = text.lastIndexOf(SEAM);
        String hash = seam < 0 ? "" : text.substring(seam + SEAM.length()).replaceAll("\"}$", "");
        String open = seam < 0 ? "" : text.substring(0, seam);
        if (!text.equals(open + SEAM + Sha256.of(open) + "\"}")) {
            return new Claimed(0, "", hash, false, Optional.empty());
        }
        try {
            JsonNode json = JSON.readTree(open + "}");
            long number = json.path("line").asLong(0);
            return new Claimed(
                    number,
                    json.path("previous").asString(""),
                    hash,
                    true,
                    Optional.of(entry(number, json)));
        } catch (RuntimeException e) {
            // whoever made its hash anew wrote no line of ours
            return new Claimed(0, "", hash, false, Optional.empty());
        }
    }

    private static Entry entry(long number, JsonNode json) {
        return switch (json.path("kind").asString("")) {
            case "received" ->
                    new Entry.Arrived(
                            json.get("path").asString(),
                            json.get("folder").asString(),
                            json.get("sha256").asString(),
                            json.get("bytes").asLong(),
                            Instant.parse(json.get("received_at").asString()),
                            source(json.get("source").asString()),
                            json.get("incoming_number").asString());
            case "registered" ->
                    new Entry.Registered(
                            json.get("of").asLong(),
                            Instant.parse(json.get("received_at").asString()),
                            json.get("incoming_number").asString());
            case "admitted" ->
                    new Entry.Admitted(
                            json.get("of").asLong(),
                            new Admission(
                                    json.get("agency").asString(),
                                    Period.parse(json.get("period").asString()).orElseThrow()),
                            Instant.parse(json.get("at").asString()));
            case "data" ->
                    new Entry.Recorded(json.get("path").asString(), json.get("sha256").asString());
            case "issue" ->
                    new Entry.Issued(
                            json.path("plan").asString(""),
                            Period.parse(json.get("period").asString()).orElseThrow(),
                            json.get("number").asInt(),
                            json.get("fingerprint").asString(),
                            json.path("manifest").asString(""));
            case "signed" ->
                    new Entry.Signed(
                            json.get("plan").asString(),
                            Period.parse(json.get("period").asString()).orElseThrow(),
                            json.get("number").asInt(),
                            json.get("manifest").asString(),
                            json.get("certificate").asString());
            default -> throw new LedgerBroken(number);
        };
    }

    private static String word(Received.Source source) {
        return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Received.Source source(String word) {
        return Received.Source.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
