package kz.esep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.esep.Said;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Reading;
import kz.esep.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of the real folder, hurt.
class PlanFolderTest {

    private static final Path REAL = Path.of("input/plan");
    private static final String REDACTION = "disability-rights-2025.r1142.yaml";

    @TempDir private Path root;
    private Path folder = Path.of("plan");

    @BeforeEach
    void copyThePlan() throws IOException {
        folder = Files.createDirectory(root.resolve("plan"));
        Files.copy(REAL.resolve(REDACTION), folder.resolve(REDACTION));
    }

    @Test
    void needsNothingButARedaction() {
        assertThat(read().findings()).isEmpty();
    }

    @Test
    void refusesAFolderWithoutAPlan() throws IOException {
        Files.delete(folder.resolve(REDACTION));

        assertThat(Said.in(Language.EN, read()))
                .containsExactly(
                        "plan The data file cannot be read: the folder holds no plan (a file such"
                                + " as disability-rights-2025.r1142.yaml)");
    }

    @Test
    void findsWhatDoesNotFitTogetherInARedaction() throws IOException {
        hurt("  - id: agency\n", "  - id: agencies\n");
        hurt("  - number: 2\n    section: 1\n", "  - number: 3\n    section: 10\n");
        hurt("- {agency: miir, role: co,", "- {agency: miid, role: lead,");
        hurt("- {agency: mks, role: co,", "- {agency: mon, role: co,");
        hurt("deadline: {in: 2020,", "deadline: {in: 2026,");
        hurt("deadline: {from: 2019, to: 2023,", "deadline: {from: 2019, to: 2018,");
        hurt("targets: {2019: 88,", "targets: {2018: 88,");

        assertThat(Said.in(Language.EN, read()))
                .containsExactly(
                        at("titles:") + "titles: there is no report title “agency”",
                        at("  - number: 3\n    section: 10")
                                + "measures[1].number: numbers run on without a gap, expected is 2",
                        at("agency: miid")
                                + "measures[0].executors[3].agency: the register has no agency miid",
                        at("- {agency: mon, role: co, as-printed: {kk: МСМ")
                                + "measures[0].executors[4].agency: this executor is named twice",
                        at("    executors:\n")
                                + "measures[0].executors: exactly one executor leads",
                        at("deadline: {in: 2026")
                                + "measures[0].deadline.in: the year lies outside the plan (2019 to"
                                + " 2025)",
                        at("    section: 10")
                                + "measures[1].section: the plan has no section with this number",
                        at("targets: {2018: 88")
                                + "measures[1].indicator.targets.2018: the year lies outside the"
                                + " plan (2019 to 2025)",
                        at("to: 2018,")
                                + "measures[14].deadline.to: the last year is before the first",
                        at("to: 2018,")
                                + "measures[14].deadline.to: the year lies outside the plan (2019"
                                + " to 2025)");
    }

    @Test
    void findsDecisionsAndOpeningLinesAboutNoObligation() throws IOException {
        Files.writeString(
                folder.resolve("decisions.yaml"),
                """
                decisions:
                  - measure: 2
                    year: 2024
                    agency: mvd
                    kind: accept
                    date: 2024-12-30
                    document: {kk: Хат, ru: Письмо}
                    reason: {kk: Толық, ru: Полно}
                """);
        Files.writeString(
                folder.resolve("opening.csv"),
                """
                # the ministry's own record
                measure,year,agency,status,date,document,note_kk,note_ru
                2,2023,mz,done,2023-12-27,"№ 1, 27.12.2023",,
                2,2023,mz,unsettled,,,,
                2,2023,moon,done,,,,
                2,2018,mz,done,,,,
                two,2023,mz,open,27.12.2023,,,
                """);

        assertThat(Said.in(Language.EN, read()))
                .containsExactly(
                        "plan/opening.csv:4 measure: this obligation has been entered already",
                        "plan/opening.csv:5 measure: the register has no agency moon",
                        "plan/opening.csv:6 measure: the plan has no obligation of mz for 2018 in"
                                + " measure 2",
                        "plan/opening.csv:7 measure: expected is a whole number",
                        "plan/opening.csv:7 status: expected is one of: closed, done, unsettled",
                        "plan/opening.csv:7 date: expected is a date such as 2024-12-31",
                        "plan/decisions.yaml:2 decisions[0]: the plan has no obligation of mvd for"
                                + " 2024 in measure 2");
    }

    @Test
    void saysWhichColumnOfTheOpeningRecordIsMissing() throws IOException {
        Files.writeString(
                folder.resolve("opening.csv"),
                """
                measure,year,agency,status,date,document,note_kk
                2,2023,mz,done,2023-12-27,№ 1,
                2,2023,mvd,done,2023-12-27,№ 1,
                """);

        assertThat(Said.in(Language.EN, read()))
                .containsExactly("plan/opening.csv note_ru: this key is missing");
    }

    @Test
    void takesThePlanThatIsLongestAtWorkForTheDefault() throws IOException {
        another("a-new-one", "2025-01-01");
        another("zebra", "2023-01-01");

        assertThat(plans()).containsExactly("zebra", "disability-rights-2025", "a-new-one");
    }

    @Test
    void takesTheDeclaredDefaultPlan() throws IOException {
        another("a-new-one", "2025-01-01");
        another("zebra", "2023-01-01");
        Files.writeString(folder.resolve("plans.yaml"), "plans: [a-new-one]\n");

        assertThat(plans()).containsExactly("a-new-one", "zebra", "disability-rights-2025");
    }

    @Test
    void keepsDecisionsAndOpeningLinesWithTheirPlan() throws IOException {
        another("roads", "2025-01-01");
        Files.writeString(
                folder.resolve("decisions.yaml"),
                """
                decisions:
                  - measure: 2
                    year: 2024
                    agency: mz
                    kind: accept
                    date: 2024-12-30
                    document: {kk: Хат, ru: Письмо}
                    reason: {kk: Толық, ru: Полно}
                  - plan: roads
                    measure: 4
                    year: 2024
                    agency: mz
                    kind: accept
                    date: 2024-12-31
                    document: {kk: Хат, ru: Письмо}
                    reason: {kk: Толық, ru: Полно}
                """);
        Files.writeString(
                folder.resolve("opening.csv"),
                """
                plan,measure,year,agency,status,date,document,note_kk,note_ru
                ,2,2023,mz,done,2023-12-27,"№ 1, 27.12.2023",,
                roads,2,2023,mz,unsettled,,,,
                """);

        assertThat(content().plans())
                .extracting(
                        Plan::id,
                        plan -> plan.decisions().stream().map(it -> it.key().measure()).toList(),
                        plan -> plan.opening().stream().map(OpeningEntry::standing).toList())
                .containsExactly(
                        tuple(
                                "disability-rights-2025",
                                List.of(2),
                                List.of(OpeningEntry.Standing.DONE)),
                        tuple("roads", List.of(4), List.of(OpeningEntry.Standing.UNSETTLED)));
    }

    @Test
    void findsPlansThatAreNotThere() throws IOException {
        Files.writeString(
                folder.resolve("again.yaml"),
                text().replace("control-from: 2024", "control-from: 2023"));

        assertThat(Said.in(Language.EN, read()))
                .containsExactly(
                        "plan/disability-rights-2025.r1142.yaml redaction: the plan has another"
                                + " redaction of this name");

        Files.delete(folder.resolve("again.yaml"));
        Files.writeString(
                folder.resolve("plans.yaml"),
                "plans:\n  - disability-rights-2025\n  - roads\n  - disability-rights-2025\n");
        Files.writeString(
                folder.resolve("opening.csv"),
                """
                plan,measure,year,agency,status,date,document,note_kk,note_ru
                roads,2,2023,mz,unsettled,,,,
                """);

        assertThat(Said.in(Language.EN, read()))
                .containsExactly(
                        "plan/plans.yaml:3 plans[1]: the folder has no plan roads",
                        "plan/plans.yaml:4 plans[2]: this plan is named twice",
                        "plan/opening.csv:2 measure: the folder has no plan roads");
    }

    @Test
    void keepsThePlansNameFreeOfTheOutputsOwnNames() throws IOException {
        hurt("plan: disability-rights-2025", "plan: receipts");

        assertThat(read().findings()).hasSize(1);
    }

    private void another(String id, String controlFrom) throws IOException {
        Files.writeString(
                folder.resolve(id + ".yaml"),
                text().replace("plan: disability-rights-2025", "plan: " + id)
                        .replace("control-from: 2024-01-01", "control-from: " + controlFrom));
    }

    private List<String> plans() {
        return content().plans().stream().map(Plan::id).toList();
    }

    private PlanFolder.Content content() {
        return switch (read()) {
            case Reading.Accepted<PlanFolder.Content>(PlanFolder.Content value, _) -> value;
            case Reading.Refused<PlanFolder.Content> refused ->
                    throw new AssertionError(refused.findings());
        };
    }

    private Reading<PlanFolder.Content> read() {
        Register register =
                switch (RegisterFile.read(Path.of("input/agencies.yaml"))) {
                    case Reading.Accepted<Register>(Register value, _) -> value;
                    case Reading.Refused<Register> refused ->
                            throw new AssertionError(refused.findings());
                };
        return PlanFolder.read(folder, register);
    }

    /// Replaces the first occurrence.
    private void hurt(String sound, String hurt) throws IOException {
        String text = text();
        int at = text.indexOf(sound);
        assertThat(at).as(sound).isNotNegative();
        Files.writeString(
                folder.resolve(REDACTION),
                text.substring(0, at) + hurt + text.substring(at + sound.length()));
    }

    /// The place of a text, as findings name it.
    private String at(String text) throws IOException {
        int at = text().indexOf(text);
        long line = text().substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return "plan/%s:%d ".formatted(REDACTION, line);
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve(REDACTION));
    }
}
