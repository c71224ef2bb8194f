package kz.esep.settings;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.language.Language;
import kz.esep.language.Sentence;

/// What was set, by key; each value has passed the schema. Later sources override earlier ones.
final class Values {

    private static final String MASK = "***";

    private final Map<String, Value> values = new HashMap<>();

    private record Value(String written, Origin origin, Place place) {}

    static Values none() {
        return new Values();
    }

    void set(Key key, String written, Origin origin, Place place) {
        values.put(key.path(), new Value(written, origin, place));
    }

    /// What the schema cannot say of a single value: zones that exist, settings that need another.
    List<Finding> doubts() {
        List<Finding> findings = new ArrayList<>();
        try {
            ZoneId.of(text("zone"));
        } catch (DateTimeException e) {
            findings.add(wrong("zone", "settings.problem.zone", text("zone")));
        }
        needs(findings, "mail.host", "mail.from");
        needs(findings, "mail.user", "mail.password");
        needs(findings, "signing.keystore", "signing.password");
        if (text("database.url").startsWith("jdbc:postgresql:")) {
            needs(findings, "database.url", "database.user");
        }
        needs(findings, "workers.user", "workers.password");
        if (!text("workers.broker").isEmpty()) {
            needs(findings, "workers.broker", "database.url");
            if (text("database.url").startsWith("jdbc:h2:")) {
                // other machines could not open it
                findings.add(
                        wrong("database.url", "settings.problem.server", text("database.url")));
            }
        }
        return findings;
    }

    private void needs(List<Finding> findings, String key, String other) {
        Value value = values.get(key);
        if (value != null && text(other).isEmpty()) {
            Key missing = Key.of(other).orElseThrow();
            findings.add(
                    Finding.of(
                            FindingCode.SETTING_MISSING,
                            value.place(),
                            "",
                            Map.of(
                                    "path",
                                    key,
                                    "missing",
                                    other,
                                    "variable",
                                    missing.variable(),
                                    "meaning",
                                    Sentence.of("setting." + other))));
        }
    }

    private Finding wrong(String path, String problem, String found) {
        Value value = values.get(path);
        return wrong(
                Key.of(path).orElseThrow(),
                value == null ? Place.NOWHERE : value.place(),
                found,
                Sentence.of(problem));
    }

    static Finding wrong(Key key, Place place, String found, Sentence problem) {
        return Finding.of(
                FindingCode.SETTING_WRONG,
                place,
                // an address with a password in it is a wrong one, and no more to be shown
                key.secret() || mayHoldASecret(found) ? "" : found,
                Map.of(
                        "path", key.path(),
                        "problem", problem,
                        "meaning", Sentence.of("setting." + key.path()),
                        "example", key.line()));
    }

    private static boolean mayHoldASecret(String found) {
        return found.toLowerCase(Locale.ROOT).contains("password")
                || found.matches("[a-z]+://[^/]*@.*");
    }

    List<InForce.Entry> entries() {
        return Key.ALL.stream()
                .map(key -> {
                    String value = text(key.path());
                    return new InForce.Entry(
                            key.path(),
                            key.secret() && !value.isEmpty() ? MASK : value,
                            Optional.ofNullable(values.get(key.path()))
                                    .map(Value::origin)
                                    .orElse(new Origin.BuiltIn()),
                            key.variable());
                })
                .toList();
    }

    Settings settings() {
        return new Settings(
                ZoneId.of(text("zone")),
                Language.of(text("language")),
                new InboxSettings(
                        InboxSettings.Mode.valueOf(constant("inbox.mode")),
                        Path.of(text("inbox.taken")),
                        seconds("inbox.quiet-seconds")),
                new WatchSettings(seconds("watch.interval-seconds")),
                new RunSettings(
                        number("run.threads"),
                        number("run.keep-reports"),
                        Path.of(text("run.metrics-file"))),
                new DatabaseSettings(
                        given("database.url"), text("database.user"), text("database.password")),
                new WorkerSettings(
                        given("workers.broker"),
                        text("workers.user"),
                        text("workers.password"),
                        text("workers.queue"),
                        number("workers.own-threads")),
                new SealSettings(Path.of(text("seal.folder")), text("seal.key")),
                new SigningSettings(
                        given("signing.keystore").map(Path::of),
                        given("signing.alias"),
                        text("signing.password")),
                new MailSettings(
                        given("mail.host"),
                        number("mail.port"),
                        MailSettings.Security.valueOf(constant("mail.security")),
                        text("mail.user"),
                        text("mail.password"),
                        text("mail.from"),
                        given("mail.reply-to"),
                        given("mail.authority").map(Path::of),
                        seconds("mail.timeout-seconds")),
                new LogSettings(text("log.level"), number("log.file-mib"), number("log.files")));
    }

    /// Empty where it has no value.
    private String text(String path) {
        Key key = Key.of(path).orElseThrow(() -> new IllegalArgumentException(path));
        Value value = values.get(path);
        return value == null ? key.builtIn() : value.written();
    }

    private Optional<String> given(String path) {
        return Optional.of(text(path)).filter(text -> !text.isEmpty());
    }

    private String constant(String path) {
        return text(path).toUpperCase(Locale.ROOT);
    }

    private int number(String path) {
        return Integer.parseInt(text(path));
    }

    private Duration seconds(String path) {
        return Duration.ofSeconds(number(path));
    }
}
