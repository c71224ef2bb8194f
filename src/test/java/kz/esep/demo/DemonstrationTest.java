package kz.esep.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.esep.Folders;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.SealVerdict;
import kz.esep.job.Desk;
import kz.esep.job.Home;
import kz.esep.plan.Period;
import kz.esep.reconcile.Assessment;
import kz.esep.reconcile.FiledClaim;
import kz.esep.reconcile.Index;
import kz.esep.reconcile.MeasureResult;
import kz.esep.reconcile.Reconciliation;
import kz.esep.reconcile.Rule;
import kz.esep.reconcile.TargetResult;
import kz.esep.reconcile.Timeliness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The committed submissions show every status, target outcome, standing and finding of the rules.
class DemonstrationTest {

    private static final Map<String, Reconciliation> BY_PERIOD = new TreeMap<>();
    private static List<FileOutcome> files = List.of();

    @TempDir static Path folder;

    @BeforeAll
    static void takeIn() throws IOException {
        Home home = new Home(folder);
        Path project = Path.of("").toAbsolutePath();
        for (String part :
                List.of("input/plan", "input/inbox", "input/agencies.yaml", "templates")) {
            Folders.copy(project.resolve(part), folder.resolve(part));
        }
        Folders.copy(project.resolve("input/incoming-register.csv"), home.incomingRegister());
        Desk desk = Desk.open(home);
        files = desk.outcomes();
        for (String name : List.of("2024-Q3", "2024-Q4")) {
            Period period = Period.parse(name).orElseThrow();
            BY_PERIOD.put(name, desk.reconcile(period, desk.asOf(period)));
        }
    }

    private static Reconciliation in(String period) {
        return Optional.ofNullable(BY_PERIOD.get(period)).orElseThrow();
    }

    private static MeasureResult measure(String period, int number) {
        return in(period).measures().stream()
                .filter(result -> result.measure().number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static FileOutcome file(String path) {
        return files.stream()
                .filter(file -> file.received().path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        period  | measure | year | agency        | status       | rule | days | remark
        2024-Q4 | 2       | 2024 | abai          | DONE_ON_TIME | C1   | 0    | done and proven
        2024-Q4 | 37      | 2023 | mz            | DONE_LATE    | C2   | 333  | an earlier year settled late
        2024-Q4 | 23      | 2024 | kyzylorda     | UNCONFIRMED  | C3   | 0    | the document has no number
        2024-Q4 | 42      | 2024 | almaty-region | UNCONFIRMED  | C3   | 0    | no document
        2024-Q4 | 81      | 2024 | mangystau     | UNCONFIRMED  | C3   | 0    | another kind of document
        2024-Q4 | 41      | 2024 | sko           | UNCONFIRMED  | C4   | 0    | completed after the period
        2024-Q4 | 60      | 2024 | atyrau        | UNCONFIRMED  | C4   | 0    | a document of another year
        2024-Q3 | 2       | 2024 | abai          | IN_PROGRESS  | C5   | 0    | not due yet
        2024-Q3 | 51      | 2024 | zhetisu       | NOT_STARTED  | C5   | 0    | not due yet
        2024-Q4 | 72      | 2024 | mz            | IN_PROGRESS  | C5   | 0    | due later by a decision
        2024-Q4 | 14      | 2024 | wko           | OVERDUE      | C6   | 0    | due on the last day of the period
        2024-Q4 | 45      | 2023 | mvd           | OVERDUE      | C6   | 366  | an earlier year
        2024-Q4 | 88      | 2023 | mcriap        | OVERDUE      | C6   | 366  | an earlier year
        2024-Q3 | 14      | 2024 | kyzylorda     | NOT_REPORTED | C7   | 0    | a blank row before the due date
        2024-Q4 | 14      | 2024 | kyzylorda     | OVERDUE      | C7   | 0    | a blank row
        2024-Q4 | 11      | 2024 | ulytau        | OVERDUE      | C7   | 0    | nothing came from the agency
        2024-Q4 | 72      | 2024 | minfin        | OVERDUE      | C7   | 0    | nothing came from the agency
        2024-Q4 | 60      | 2024 | vko           | DONE_ON_TIME | C1   | 0    | carried from the third quarter
        2024-Q4 | 41      | 2024 | aktobe        | OVERDUE      | C8   | 0    | done, then withdrawn in words
        2024-Q4 | 34      | 2023 | astana        | DONE_ON_TIME | C8   | 0    | by the opening record
        2024-Q4 | 12      | 2024 | mp            | DONE_ON_TIME | C9   | 0    | accepted by a decision
        2024-Q4 | 2       | 2023 | turkistan     | DONE_LATE    | C9   | 260  | accepted by a decision, late
        2024-Q4 | 87      | 2024 | mcriap        | UNCONFIRMED  | C9   | 0    | returned by a decision
        2024-Q4 | 63      | 2023 | mtszn         | CLOSED       | C10  | 0    | taken off control
        2024-Q4 | 66      | 2023 | mtszn         | CLOSED       | C10  | 0    | closed in the opening record
        2024-Q4 | 5       | 2020 | mz            | NO_RECORD    | O1   | 0    | a 2020 measure that nobody reported
        2024-Q4 | 8       | 2024 | mz            | none         | U4   | 0    | target only
        2024-Q4 | 42      | 2024 | qamqorlyq     | none         | U7   | 0    | by agreement and silent
        """)
    // spotless:on
    void showsEveryStatusAndRule(
            String period,
            int measure,
            int year,
            String agency,
            String status,
            Rule rule,
            long days,
            String remark) {
        Assessment assessment = assessment(period, measure, year, agency);

        assertThat(assessment.status().map(Enum::name).orElse("none")).as(remark).isEqualTo(status);
        assertThat(assessment.rule()).as(remark).isEqualTo(rule);
        assertThat(assessment.days()).as(remark).isEqualTo(days);
    }

    private static Assessment assessment(String period, int measure, int year, String agency) {
        return in(period).assessments().stream()
                .filter(one -> one.obligation().measure() == measure)
                .filter(one -> one.obligation().year() == year)
                .filter(one -> one.obligation().holder().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void marksWhatIsSilentCarriedAndAccepted() {
        assertThat(assessment("2024-Q4", 14, 2024, "kyzylorda").notReported()).isTrue();
        assertThat(assessment("2024-Q4", 60, 2024, "vko").carried()).isTrue();
        assertThat(assessment("2024-Q4", 12, 2024, "mp").accepted()).isTrue();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        measure | outcome    | computed   | remark
        2       | MET        | unweighted | some give percentages only
        3       | MET        | weighted   | all give numerator and denominator
        4       | PARTLY_MET | unweighted | some give percentages only
        8       | MET        | unweighted | target only; one agency is missing
        44      | NO_DATA    | none       | nobody gives a value
        74      | NOT_SCORED | unweighted | the plan has no figure for 2024
        80      | NOT_SCORED | none       | the plan has words only
        83      | NOT_SCORED | unweighted | the plan has no figure for 2024
        """)
    // spotless:on
    void showsEveryOutcomeOfATarget(
            int measure, TargetResult.Outcome outcome, String computed, String remark) {
        TargetResult target = measure("2024-Q4", measure).target().orElseThrow();

        assertThat(target.outcome()).as(remark).isEqualTo(outcome);
        assertThat(computed(target)).as(remark).isEqualTo(computed);
    }

    private static String computed(TargetResult target) {
        return target.actual()
                .map(_ -> target.unweighted() ? "unweighted" : "weighted")
                .orElse("none");
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        period  | cycle   | standing | agencies
        2024-Q3 | quarter | LATE     | aktobe mnvo
        2024-Q3 | quarter | MISSING  | ''
        2024-Q4 | quarter | LATE     | mki sko zhetisu
        2024-Q4 | law     | LATE     | mki sko zhetisu
        2024-Q4 | quarter | MISSING  | minfin ulytau
        2024-Q4 | law     | MISSING  | minfin ulytau
        """)
    // spotless:on
    void showsWhoIsLateAndWhoIsMissing(
            String period, String cycle, Timeliness.Standing standing, String agencies) {
        assertThat(
                        in(period).timeliness().stream()
                                .filter(one -> one.cycle().id().equals(cycle))
                                .filter(one -> one.standing() == standing)
                                .map(Timeliness::agency)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .isEqualTo(agencies);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        measure | finding                | agency
        41      | DONE_WITHDRAWN         | aktobe
        44      | LEAD_DONE_EXECUTOR_NOT | mz
        51      | EXECUTOR_DONE_LEAD_NOT | mvd
        72      | EXECUTOR_DONE_LEAD_NOT | mp
        """)
    // spotless:on
    void showsContradictionsAndWithdrawals(int measure, FindingCode finding, String agency) {
        String file =
                assessment("2024-Q4", measure, 2024, agency)
                        .claim()
                        .orElseThrow()
                        .claim()
                        .place()
                        .file();

        assertThat(in("2024-Q4").findings())
                .filteredOn(one -> one.code() == finding)
                .extracting(one -> one.place().file())
                .contains(file);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        file                                      | finding
        astana/2024-Q4_astana.xlsx                | ''
        karaganda/2024-Q4_karaganda.xlsx          | PERCENT_FROM_FRACTION
        kostanay/Kostanay_IV_kvartal_2024.xlsx    | PERCENT_FROM_FRACTION
        akmola/otchet_4kv_2024.xlsx               | NUMBER_FROM_TEXT
        vko/2024-Q4_vko.xlsx                      | WORD_LOOK_ALIKE
        wko/2024-Q4_wko.xlsx                      | DATE_FROM_TEXT
        aktobe/2024-Q4_aktobe.xlsx                | DATE_FROM_TEXT
        kyzylorda/2024-Q4_kyzylorda.xlsx          | DONE_WITHOUT_DOCUMENT
        """)
    // spotless:on
    void readsTheHabitsOfEveryAgency(String path, String finding) {
        FileOutcome file = file(path);

        assertThat(file.submission()).isPresent();
        assertThat(file.rows().refused()).isZero();
        assertThat(file.findings())
                .extracting(Finding::code)
                .containsAll(finding.isEmpty() ? Set.of() : Set.of(FindingCode.valueOf(finding)));
    }

    @Test
    void readsFourWaysOfTypingAPercentageAsOne() {
        for (String agency : List.of("astana", "karaganda", "kostanay", "akmola")) {
            BigDecimal value =
                    assessment("2024-Q4", 83, 2024, agency)
                            .claim()
                            .orElseThrow()
                            .claim()
                            .actual()
                            .value()
                            .orElseThrow();
            assertThat(value).as(agency).isBetween(BigDecimal.valueOf(80), BigDecimal.valueOf(100));
        }
    }

    @Test
    void takesEveryFileButTheBrokenOneWhoseAgencySentItAgain() {
        assertThat(files.stream().filter(file -> file.submission().isEmpty()))
                .extracting(file -> file.received().path())
                .containsExactly("pavlodar/2024-Q4_pavlodar.xlsx");
        assertThat(file("pavlodar/2024-Q4_pavlodar_2.xlsx").submission()).isPresent();
        assertThat(files.stream().flatMap(file -> file.submission().stream()))
                .allMatch(sent -> sent.seal() == SealVerdict.DEMONSTRATION)
                .allMatch(sent -> sent.rows().close() && sent.rows().refused() == 0);
        assertThat(in("2024-Q4").fates().withoutObligation()).isEmpty();
    }

    @Test
    void letsACorrectionSupersedeTheSameQuartersClaim() {
        Map<FiledClaim, FiledClaim> superseded = in("2024-Q4").fates().supersededBy();
        FiledClaim correction = assessment("2024-Q4", 4, 2024, "karaganda").claim().orElseThrow();

        assertThat(correction.received().path())
                .isEqualTo("karaganda/2024-Q4_karaganda_tuzetu.xlsx");
        assertThat(superseded.entrySet())
                .filteredOn(entry -> entry.getValue().equals(correction))
                .extracting(entry -> entry.getKey().received().path())
                .contains("karaganda/2024-Q4_karaganda.xlsx");
    }

    @Test
    void showsMoneyWhereNoneIsRequiredAndNoneWhereItIsAllotted() {
        assertThat(spent(60, "aktobe")).contains(new BigDecimal("1250.5"));
        assertThat(spent(74, "pavlodar")).isEmpty();
        assertThat(spent(74, "astana")).isPresent();
    }

    private static Optional<BigDecimal> spent(int measure, String agency) {
        return assessment("2024-Q4", measure, 2024, agency)
                .claim()
                .map(FiledClaim::claim)
                .flatMap(Claim::spent);
    }

    @Test
    void showsARegionThatFallsBehindAllOthersThatReported() {
        Map.Entry<String, Index> last =
                in("2024-Q4").byAgency().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("ulytau"))
                        .filter(entry -> entry.getValue().thisYear().due() > 10)
                        .min(
                                Comparator.comparing(entry ->
                                        entry.getValue().thisYear().donePercent().orElseThrow()))
                        .orElseThrow();

        assertThat(last.getKey()).isEqualTo("zhetisu");
        assertThat(last.getValue().thisYear().donePercent().orElseThrow())
                .isLessThan(BigDecimal.valueOf(30));
    }

    @Test
    void showsMeasure2WithTheYearBeforeAsArrears() {
        MeasureResult measure = measure("2024-Q4", 2);

        assertThat(measure.year()).contains(2024);
        assertThat(measure.arrears())
                .extracting(one -> one.obligation().holder() + " " + one.obligation().year())
                .containsExactly("zhetisu 2023", "ulytau 2023");
    }

    @Test
    void showsMeasure8AsTargetOnly() {
        MeasureResult measure = measure("2024-Q4", 8);

        assertThat(measure.status()).isEmpty();
        assertThat(measure.rule()).isEqualTo(Rule.U4);
        assertThat(measure.target().orElseThrow().target()).contains(BigDecimal.valueOf(60));
    }

    @Test
    void letsTheMinistryOfEducationAnswerMeasure26() {
        assertThat(measure("2024-Q4", 26).units().getFirst().obligation())
                .satisfies(duty -> {
                    assertThat(duty.named()).isEqualTo("mon");
                    assertThat(duty.answerable()).isEqualTo("mp");
                });
    }

    @Test
    void restsMeasure42OnTheRegionsAlone() {
        MeasureResult measure = measure("2024-Q4", 42);

        assertThat(measure.countedUnits()).isEqualTo(20);
        assertThat(assessment("2024-Q4", 42, 2024, "qazaqstan-halqyna").claim()).isPresent();
    }
}
