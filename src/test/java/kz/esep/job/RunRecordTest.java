package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

    private static final Instant BEGAN = Instant.parse("2025-01-28T10:15:00.250Z");
    private static final long NOBODY = 4_000_000_000L;

    @TempDir Path folder = Path.of("");

    @Test
    void saysThatARunIsUnderWayAndThenHowItEnded() throws IOException {
        RunRecord record = RunRecord.begin(home(), clock(), "the.log");
        List<RunReport> under = reports().all();
        Progress progress = record.before((_, _, _) -> {});
        progress.at(Stage.LOAD, 0, 1);
        progress.at(Stage.LOAD, 1, 1);
        progress.at(Stage.INTAKE, 0, 3);
        progress.at(Stage.INTAKE, 1, 3);

        record.end(
                new RunResult.Refused(
                        List.of(
                                Finding.of(
                                        FindingCode.TEMPLATE_MISTAKE,
                                        Place.file("a.ftlh"),
                                        "",
                                        Map.of()))),
                65,
                List.of("what was said", "what to do"));

        long self = ProcessHandle.current().pid();
        assertThat(under)
                .containsExactly(
                        RunReport.begun(Version.current(), self, BEGAN.toString(), "the.log"));
        assertThat(reports().all())
                .containsExactly(
                        new RunReport(
                                Version.current(),
                                self,
                                "2025-01-28T10:15:00.250Z",
                                Optional.of("2025-01-28T10:15:05.250Z"),
                                "refused",
                                Optional.of(65),
                                5000,
                                Optional.empty(),
                                List.of(
                                        new RunReport.StepTime(
                                                "load", "2025-01-28T10:15:01.250Z", 1000, 1, 1),
                                        new RunReport.StepTime(
                                                "intake", "2025-01-28T10:15:03.250Z", 1000, 1, 3)),
                                new TreeMap<>(),
                                List.of("what was said", "what to do"),
                                "the.log"));
        assertThat(names(folder.resolve(".esep/runs")))
                .containsExactly("20250128T101500.250Z-" + self + ".json");
    }

    @Test
    void saysOfARunThatWasKilledThatItDied() throws IOException {
        killed("2025-01-27T09:00:00Z");

        RunRecord.begin(home(), clock(), "").end(new RunResult.NothingReceived(), 0, List.of());

        assertThat(reports().all())
                .extracting(RunReport::outcome)
                .containsExactly("nothing-received", "died");
    }

    @Test
    void doesNotJudgeOthersWhileAnotherRunHoldsTheLock() throws IOException {
        killed("2025-01-27T09:00:00Z");

        RunRecord.begin(home(), clock(), "")
                .end(new RunResult.Locked(7, "ministry-7", Instant.EPOCH), 75, List.of("busy"));

        assertThat(reports().all())
                .extracting(RunReport::outcome)
                .containsExactly("locked", "running");
        assertThat(folder.resolve(".esep/metrics")).doesNotExist();
    }

    @Test
    void keepsTheNewestReportsOnly() throws IOException {
        for (int day = 10; day < 28; day++) {
            killed("2025-01-%dT09:00:00Z".formatted(day));
        }
        Home home =
                home().with(
                                switch (kz.esep.settings.SettingsReading.read(
                                        List.of(), Map.of("ESEP_RUN_KEEP_REPORTS", "3"))) {
                                    case kz.esep.findings.Reading.Accepted<
                                                    kz.esep.settings.InForce>(
                                                    kz.esep.settings.InForce read,
                                                    _) ->
                                            read.settings();
                                    case kz.esep.findings.Reading.Refused<kz.esep.settings.InForce>
                                                    _ ->
                                            throw new AssertionError();
                                });

        RunRecord.begin(home, clock(), "").end(new RunResult.NothingReceived(), 0, List.of());

        assertThat(reports().all())
                .extracting(RunReport::started)
                .containsExactly(BEGAN.toString(), "2025-01-27T09:00:00Z", "2025-01-26T09:00:00Z");
    }

    @Test
    void writesMetricsForPrometheusWithTheStepsPartsAsOne() throws IOException {
        Measures measures = new Measures();
        for (String step : List.of("render-part:kk/a.pdf", "render-part:ru/a.pdf", "render")) {
            Observation.createNotStarted("spring.batch.step", measures.observations())
                    .lowCardinalityKeyValue("spring.batch.step.name", step)
                    .observe(() -> {});
        }
        RunReport failed =
                new RunReport(
                        "1",
                        7,
                        "2025-01-28T10:15:00Z",
                        Optional.of("2025-01-28T10:16:00.500Z"),
                        "hindered",
                        Optional.of(74),
                        60_500,
                        Optional.empty(),
                        List.of(new RunReport.StepTime("load", "2025-01-28T10:15:00Z", 1500, 1, 1)),
                        new TreeMap<>(Map.of("documents", 175L)),
                        List.of(),
                        "");
        Path file = folder.resolve("textfile/esep.prom");

        measures.write(
                file,
                failed,
                Optional.of(
                        RunReport.begun(
                                "1", 6, Instant.ofEpochSecond(1_700_000_000).toString(), "")));

        assertThat(
                        Files.readString(file)
                                .lines()
                                .filter(line -> !line.startsWith("#"))
                                .filter(line -> !line.matches("spring_batch.*_(sum|max).*")))
                .containsExactly(
                        "esep_issue{count=\"documents\"} 175.0",
                        "esep_run_duration_seconds 60.5",
                        "esep_run_ended_timestamp_seconds 1.7380593605E9",
                        "esep_run_exit_code{outcome=\"hindered\"} 74.0",
                        "esep_run_succeeded_timestamp_seconds 1.7E9",
                        "esep_step_duration_seconds{step=\"load\"} 1.5",
                        "esep_step_parts{step=\"load\"} 1.0",
                        "spring_batch_step_seconds_count{error=\"none\",spring_batch_step_name=\"render\"} 1",
                        "spring_batch_step_seconds_count{error=\"none\",spring_batch_step_name=\"render-part\"} 2");
        assertThat(names(file.resolve("..").normalize())).containsExactly("esep.prom");
    }

    @Test
    void aRecordThatCannotBeKeptStopsNoRun() throws IOException {
        Files.writeString(folder.resolve(".esep"), "no folder");

        RunRecord.begin(home(), clock(), "").end(new RunResult.NothingReceived(), 0, List.of());

        assertThat(folder.resolve(".esep")).isRegularFile();
    }

    private void killed(String started) throws IOException {
        reports().write(RunReport.begun(Version.current(), NOBODY, started, ""));
    }

    private Home home() {
        return new Home(folder);
    }

    private RunReports reports() {
        return RunReports.in(home());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// A second later each time it is asked.
    private static Clock clock() {
        InstantSource ticking =
                new InstantSource() {
                    private Instant next = BEGAN;

                    @Override
                    public Instant instant() {
                        Instant now = next;
                        next = next.plus(Duration.ofSeconds(1));
                        return now;
                    }
                };
        return ticking.withZone(ZoneOffset.UTC);
    }
}
