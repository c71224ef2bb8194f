package kz.esep.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.ledger.OnDisk;
import kz.esep.ledger.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What was handed to the mail server, one JSON object a line, only ever appended to; each line
/// quotes the hash of the one before, as the ledger's do.
///
/// A file of its own and no lines of the ledger, for mail decides no figure: what the ministry knew
/// must not seem to change because a letter went out.
///
/// A last line without its line feed was torn by a crash before anything was sent: reading passes
/// over it, the next entry overwrites it.
public final class MailJournal {

    public static final String NAME = "mail.jsonl";

    private static final String NO_LINE_BEFORE = "0".repeat(64);
    private static final String SEAM = ",\"hash\":\"";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    public MailJournal(Path file) {
        this.file = file;
    }

    /// What became of a letter.
    public enum Event {
        /// About to be handed over; with nothing after it, nobody knows whether it arrived.
        SENDING,
        /// The server took it.
        ACCEPTED,
        /// The server did not take it, or never had it whole.
        REFUSED,
        /// The operator says that it arrived, though no answer came.
        CONFIRMED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param at ISO instant
    /// @param id of the letter
    /// @param about `reports disability-rights-2025 2024-Q4`: for people
    /// @param said the server's answer
    /// @param attachments SHA-256 by name
    public record Entry(
            String at,
            Event event,
            String id,
            String about,
            String agency,
            String to,
            String said,
            SortedMap<String, String> attachments) {
        public Entry {
            attachments = new TreeMap<>(attachments);
        }
    }

    /// The chain does not hold.
    public static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int line;

        Broken(int line) {
            super("Line " + line + " of the mail's journal is not what was written");
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    /// The last entry of each letter, in the order of their first ones.
    ///
    /// @throws Broken if the chain does not hold
    public Map<String, Entry> letters() throws IOException {
        Map<String, Entry> letters = new LinkedHashMap<>();
        entries().forEach(entry -> letters.put(entry.id(), entry));
        return letters;
    }

    /// @throws Broken if the chain does not hold
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.exists(file)) {
            read(whole(Files.readAllBytes(file)), entries);
        }
        return entries;
    }

    /// It is on the disk when this returns.
    public void append(Entry entry) throws IOException {
        OnDisk.folders(folder());
        boolean fresh = Files.notExists(file);
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            channel.lock();
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
            byte[] kept = whole(bytes.array());
            List<Entry> before = new ArrayList<>();
            String previous = read(kept, before);
            channel.truncate(kept.length);
            channel.position(kept.length);
            ByteBuffer line =
                    StandardCharsets.UTF_8.encode(line(before.size() + 1, entry, previous) + "\n");
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
        if (fresh) {
            OnDisk.force(folder());
        }
    }

    private Path folder() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("no journal lies at " + file);
        }
        return folder;
    }

    private static byte[] whole(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /// @return the last line's hash
    private static String read(byte[] bytes, List<Entry> entries) {
        String previous = NO_LINE_BEFORE;
        for (String text : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            int number = entries.size() + 1;
            int seam = text.lastIndexOf(SEAM);
            String open = seam < 0 ? "" : text.substring(0, seam);
            String hash = Sha256.of(open);
            if (!text.equals(open + SEAM + hash + "\"}")) {
                throw new Broken(number);
            }
            try {
                JsonNode json = JSON.readTree(open + "}");
                if (json.path("line").asInt(0) != number
                        || !json.path("previous").asString("").equals(previous)) {
                    throw new Broken(number);
                }
                entries.add(entry(json));
            } catch (JacksonException | IllegalArgumentException e) {
                throw new Broken(number);
            }
            previous = hash;
        }
        return previous;
    }

    private static String line(int number, Entry entry, String previous) {
        ObjectNode json = JSON.createObjectNode();
        json.put("line", number)
                .put("at", entry.at())
                .put("event", entry.event().word())
                .put("id", entry.id())
                .put("about", entry.about())
                .put("agency", entry.agency())
                .put("to", entry.to())
                .put("said", entry.said());
        ObjectNode attachments = json.putObject("attachments");
        entry.attachments().forEach(attachments::put);
        String body = json.put("previous", previous).toString();
        String open = body.substring(0, body.length() - 1);
        return open + SEAM + Sha256.of(open) + "\"}";
    }

    private static Entry entry(JsonNode json) {
        SortedMap<String, String> attachments = new TreeMap<>();
        json.path("attachments")
                .properties()
                .forEach(each -> attachments.put(each.getKey(), each.getValue().asString("")));
        return new Entry(
                json.path("at").asString(""),
                Event.valueOf(json.path("event").asString("").toUpperCase(Locale.ROOT)),
                json.path("id").asString(""),
                json.path("about").asString(""),
                json.path("agency").asString(""),
                json.path("to").asString(""),
                json.path("said").asString(""),
                attachments);
    }
}
