package kz.esep.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Reading;
import kz.esep.language.Language;
import kz.esep.language.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir Path folder = Path.of("");

    @Test
    void hasADefaultForEverythingThatMustBeSet() {
        Settings settings = Settings.DEFAULT;

        assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Almaty"));
        assertThat(settings.language()).isEmpty();
        assertThat(settings.inbox())
                .isEqualTo(
                        new InboxSettings(
                                InboxSettings.Mode.KEEP, Path.of("input/taken"), Duration.ZERO));
        assertThat(settings.watch()).isEqualTo(new WatchSettings(Duration.ofSeconds(3)));
        assertThat(settings.run())
                .isEqualTo(new RunSettings(0, 100, Path.of(".esep/metrics/esep.prom")));
        assertThat(settings.database()).isEqualTo(new DatabaseSettings(Optional.empty(), "", ""));
        assertThat(settings.seal()).isEqualTo(new SealSettings(Path.of(".esep/keys"), ""));
        assertThat(settings.signing())
                .isEqualTo(new SigningSettings(Optional.empty(), Optional.empty(), ""));
        assertThat(settings.mail())
                .isEqualTo(
                        new MailSettings(
                                Optional.empty(),
                                587,
                                MailSettings.Security.STARTTLS,
                                "",
                                "",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofSeconds(30)));
        assertThat(settings.log()).isEqualTo(new LogSettings("warn", 5, 10));
    }

    @Test
    void laterSourcesOverrideEarlierOnesAndEachValueSaysItsOrigin() throws IOException {
        Path beside =
                file(
                        "application.yaml",
                        """
                        language: kk
                        inbox:
                          mode: move
                          quiet-seconds: 60
                        database:
                          url: jdbc:postgresql://one/esep
                          user: esep
                        """);
        Path own =
                file(
                        "own.yaml",
                        """
                        # ours
                        inbox:
                          quiet-seconds: 90
                        """);

        InForce read =
                accepted(
                        List.of(beside, own),
                        Map.of(
                                "ESEP_DATABASE_URL", "jdbc:postgresql://two/esep",
                                "ESEP_DATABASE_PASSWORD", "s3cret",
                                "ESEP_HOME", "/srv/esep",
                                "ESEP_MAIL_HOST", "",
                                "PATH", "/bin"));

        assertThat(read.settings().language()).contains(Language.KK);
        assertThat(read.settings().inbox())
                .isEqualTo(
                        new InboxSettings(
                                InboxSettings.Mode.MOVE,
                                Path.of("input/taken"),
                                Duration.ofSeconds(90)));
        assertThat(read.settings().database())
                .isEqualTo(
                        new DatabaseSettings(
                                Optional.of("jdbc:postgresql://two/esep"), "esep", "s3cret"));
        assertThat(
                        read.entries().stream()
                                .filter(entry -> !(entry.origin() instanceof Origin.BuiltIn))
                                .map(entry ->
                                        entry.key()
                                                + " "
                                                + entry.shown()
                                                + " "
                                                + said(entry.origin())))
                .containsExactly(
                        "language kk " + beside + ":1",
                        "inbox.mode move " + beside + ":3",
                        "inbox.quiet-seconds 90 " + own + ":3",
                        "database.url jdbc:postgresql://two/esep ESEP_DATABASE_URL",
                        "database.user esep " + beside + ":7",
                        "database.password *** ESEP_DATABASE_PASSWORD");
    }

    @Test
    void aFileOfCommentsSetsNothing() throws IOException {
        assertThat(accepted(List.of(file("a.yaml", "# nothing\n")), Map.of()).settings())
                .isEqualTo(Settings.DEFAULT);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        line                                            | code             | line | found | problem or near
        datbase: {url: 'jdbc:h2:mem:x'}                 | SETTING_UNKNOWN  | 1    |       | database
        database: {ulr: 'jdbc:h2:mem:x'}                | SETTING_UNKNOWN  | 1    |       | database.url
        interval-seconds: 5                             | SETTING_UNKNOWN  | 1    |       | watch.interval-seconds
        spring: {main: {}}                              | SETTING_UNKNOWN  | 1    |       | signing
        colour-of-the-terminals-background: blue        | SETTING_UNKNOWN  | 1    |       | ``
        inbox: {mode: shift}                            | SETTING_WRONG    | 1    | shift | yaml.problem.enum
        watch: {interval-seconds: 0}                    | SETTING_WRONG    | 1    | 0     | yaml.problem.minimum
        watch: {interval-seconds: 3601}                 | SETTING_WRONG    | 1    | 3601  | yaml.problem.maximum
        watch: {interval-seconds: soon}                 | SETTING_WRONG    | 1    | soon  | yaml.problem.type
        database: {url: 'mysql://db/esep'}              | SETTING_WRONG    | 1    | mysql://db/esep | settings.problem.form
        database: {url: 'jdbc:postgresql://db/e?password=x'} | SETTING_WRONG | 1  |       | settings.problem.form
        database: {password: 12345}                     | SETTING_WRONG    | 1    |       | yaml.problem.type
        zone: Asia/Astana                               | SETTING_WRONG    | 1    | Asia/Astana | settings.problem.zone
        mail: {host: mail.example.kz}                   | SETTING_MISSING  | 1    |       | mail.from
        signing: {keystore: /etc/esep/a.p12}            | SETTING_MISSING  | 1    |       | signing.password
        database: {url: 'jdbc:postgresql://db/esep'}    | SETTING_MISSING  | 1    |       | database.user
        workers: {broker: 'tcp://broker:61616'}         | SETTING_WRONG    | 1    | tcp://broker:61616 | settings.problem.form
        workers: {broker: 'amqp://me:secret@broker'}    | SETTING_WRONG    | 1    |       | settings.problem.form
        workers: {broker: 'amqp://broker:5672'}         | SETTING_MISSING  | 1    |       | database.url
        workers: {user: esep}                           | SETTING_MISSING  | 1    |       | workers.password
        {workers: {broker: 'amqp://b'}, database: {url: 'jdbc:h2:mem:x'}} | SETTING_WRONG | 1 | jdbc:h2:mem:x | settings.problem.server
        """)
    // spotless:on
    void refusesWhatCannotBeAndSaysWhere(
            String text, FindingCode code, String line, String found, String told)
            throws IOException {
        Path file = file("own.yaml", text);

        List<Finding> findings = refused(List.of(file), Map.of());

        assertThat(findings).hasSize(1);
        Finding finding = findings.getFirst();
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.place()).hasToString(file + ":" + line);
        assertThat(finding.found()).isEqualTo(Optional.ofNullable(found).orElse(""));
        assertThat(Stream.of("near", "problem", "missing").map(key -> finding.arguments().get(key)))
                .anySatisfy(value ->
                        assertThat(
                                        value instanceof kz.esep.language.Sentence sentence
                                                ? sentence.key()
                                                : value)
                                .isEqualTo(told));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        variable                    | value      | code            | found
        ESEP_DATABASE_PASWORD       | s3cret     | SETTING_UNKNOWN |
        ESEP_WATCH_INTERVAL_SECONDS | often      | SETTING_WRONG   | often
        ESEP_WATCH_INTERVAL_SECONDS | 99999      | SETTING_WRONG   | 99999
        ESEP_INBOX_MODE             | MOVE       | SETTING_WRONG   | MOVE
        """)
    // spotless:on
    void refusesVariablesTheSame(
            String variable,
            String value,
            FindingCode code,
            @org.jspecify.annotations.Nullable String found) {
        List<Finding> findings = refused(List.of(), Map.of(variable, value));

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().code()).isEqualTo(code);
        assertThat(findings.getFirst().place()).hasToString(variable);
        assertThat(findings.getFirst().found()).isEqualTo(found == null ? "" : found);
    }

    @Test
    void findsEveryErrorOfEverySourceAtOnce() throws IOException {
        Path one = file("one.yaml", "zone: 5\nwatch: {interval-seconds: 0}\n");
        Path missing = folder.resolve("missing.yaml");

        assertThat(
                        refused(List.of(one, missing), Map.of("ESEP_LOG_FILES", "0")).stream()
                                .map(finding -> finding.place() + " " + finding.code()))
                .containsExactly(
                        one + ":1 SETTING_WRONG",
                        one + ":2 SETTING_WRONG",
                        missing + " DATA_UNREADABLE",
                        "ESEP_LOG_FILES SETTING_WRONG");
    }

    @Test
    void refusesASecretThatEverybodyMayRead() throws IOException {
        Path file = file("own.yaml", "mail:\n  password: s3cret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        List<Finding> exposed = refused(List.of(file), Map.of());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(exposed)
                .containsExactly(
                        Finding.of(
                                FindingCode.SETTINGS_EXPOSED,
                                kz.esep.findings.Place.line(file.toString(), 2),
                                "",
                                Map.of("path", "mail.password", "variable", "ESEP_MAIL_PASSWORD")));
        assertThat(accepted(List.of(file), Map.of()).settings().mail().password())
                .isEqualTo("s3cret");
    }

    @Test
    void noTextOfARecordHoldsASecret() {
        Settings settings =
                accepted(
                                List.of(),
                                Map.of(
                                        "ESEP_DATABASE_PASSWORD", "s3cret",
                                        "ESEP_SEAL_KEY", "a:s3cret",
                                        "ESEP_SIGNING_PASSWORD", "s3cret",
                                        "ESEP_MAIL_PASSWORD", "s3cret"))
                        .settings();

        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void theRecordsRefuseNonsense() {
        assertThatThrownBy(() -> new RunSettings(-1, 1, Path.of("")))
                .hasMessage("a run has no -1 threads");
        assertThatThrownBy(() -> new WatchSettings(Duration.ZERO))
                .hasMessage("an interval is not PT0S");
        assertThatThrownBy(() -> new DatabaseSettings(Optional.of("mysql:x"), "", ""))
                .hasMessage("a database has no URL such as mysql:x");
    }

    @Test
    void everySettingHasWordsAndNoWordsAreLeftOver() {
        TreeSet<String> needed = new TreeSet<>();
        Key.ALL.forEach(key -> needed.add("setting." + key.path()));
        TreeSet<String> there =
                new TreeSet<>(Words.of(Path.of("templates/messages"), Language.KK).keys());
        there.removeIf(key -> !key.startsWith("setting."));

        assertThat(there).isEqualTo(needed);
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static InForce accepted(List<Path> files, Map<String, String> environment) {
        return switch (SettingsReading.read(files, environment)) {
            case Reading.Accepted<InForce>(InForce inForce, _) -> inForce;
            case Reading.Refused<InForce>(List<Finding> findings) ->
                    throw new AssertionError(findings.toString());
        };
    }

    private static List<Finding> refused(List<Path> files, Map<String, String> environment) {
        return SettingsReading.read(files, environment).findings();
    }

    private static String said(Origin origin) {
        return switch (origin) {
            case Origin.BuiltIn() -> "";
            case Origin.Line line -> line.place().toString();
            case Origin.Variable(String name) -> name;
        };
    }
}
