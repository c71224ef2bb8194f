package kz.esep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.Golden;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Reading;
import kz.esep.language.Bilingual;
import kz.esep.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every field of a redaction, on the invented plan of the test resources.
class RedactionFileTest {

    private static final Path FOLDER = Path.of("src/test/resources/plans/libraries");
    private final Redaction plan = plan();

    private static Redaction plan() {
        Register register = value(RegisterFile.read(FOLDER.resolve("agencies.yaml")));
        Path file = FOLDER.resolve("village-libraries-2026.r12.yaml");
        return value(RedactionFile.read(file, "plan", register));
    }

    private static <T> T value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T> accepted -> accepted.value();
            case Reading.Refused<T> refused -> throw new AssertionError(refused.findings());
        };
    }

    @Test
    void readsWhatTheActSaysOfItself() {
        Act act =
                new Act(
                        Act.Kind.ORDER,
                        "12",
                        LocalDate.of(2021, 12, 20),
                        new Bilingual(
                                "Ауылдық кітапханаларды дамыту жоспарын бекіту туралы",
                                "Об утверждении Плана развития сельских библиотек"));
        Redaction.InForce inForce =
                new Redaction.InForce("12", act, LocalDate.of(2022, 1, 1), false);

        assertThat(plan.plan()).isEqualTo("village-libraries-2026");
        assertThat(plan.act()).isEqualTo(act);
        assertThat(plan.approval()).isEqualTo(act);
        assertThat(plan.amends()).isEmpty();
        assertThat(plan.inForce(Language.KK)).contains(inForce);
        assertThat(plan.inForce(Language.RU)).contains(inForce);
        assertThat(plan.begins()).isEqualTo(LocalDate.of(2022, 1, 1));
        assertThat(List.of(plan.firstYear(), plan.lastYear())).containsExactly(2022, 2026);
        assertThat(plan.controlFrom()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(plan.letterCounts()).isFalse();
        assertThat(plan.dayOff()).isEqualTo(Redaction.DayOffPolicy.NEXT_WORKING_DAY);
        assertThat(plan.parameters()).isEqualTo(Parameters.DEFAULT);
    }

    @Test
    void readsItsReportingClauses() {
        assertThat(plan.cadence()).isEqualTo(Period.Cadence.HALF_YEAR);
        assertThat(plan.cycles())
                .containsExactly(
                        new ReportingCycle(
                                "half-year",
                                Period.Cadence.HALF_YEAR,
                                new DueRule.OnDays(List.of(MonthDay.of(7, 20), MonthDay.of(2, 10))),
                                Optional.of(
                                        new DueRule.OnDays(
                                                List.of(MonthDay.of(8, 1), MonthDay.of(2, 25)))),
                                new Bilingual("Кітапхана кеңесі", "Библиотечный совет"),
                                new Bilingual("№ 12 бұйрықтың 4-тармағы", "Пункт 4 приказа № 12")));
        assertThat(plan.title("agency").recipient())
                .isEqualTo(new Bilingual("Жауапты орындаушы", "Ответственный исполнитель"));
        assertThat(plan.title("consolidated").recipient())
                .isEqualTo(new Bilingual("Кітапхана кеңесі", "Библиотечный совет"));
        assertThat(plan.section(1)).isEqualTo(new Section(1, "I.", new Bilingual("Қор", "Фонды")));
        assertThat(plan.section(2).number()).isEqualTo(2);
    }

    @Test
    void readsAMeasure() {
        Measure second = plan.measure(2).orElseThrow();
        Indicator indicator = second.indicator().orElseThrow();

        assertThat(second.section()).isEqualTo(2);
        assertThat(second.form())
                .contains(
                        new CompletionForm(
                                CompletionForm.Kind.STATISTICS,
                                new Bilingual("Статистикалық деректер", "статистические данные")));
        assertThat(second.cost())
                .contains(
                        new Measure.Cost(false, new Bilingual("Талап етілмейді", "не требуется")));
        assertThat(plan.measure(1).flatMap(Measure::cost).map(Measure.Cost::allotted))
                .contains(true);
        assertThat(second.deadline()).contains(new Deadline.YearRange(2022, 2026));
        assertThat(indicator.unit()).isEqualTo(Indicator.Unit.NUMBER);
        assertThat(indicator.direction()).isEqualTo(Indicator.Direction.AT_MOST);
        assertThat(indicator.accumulation()).isEqualTo(Indicator.Accumulation.YEARLY);
        assertThat(indicator.targets())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                2022, BigDecimal.valueOf(30),
                                2023, BigDecimal.valueOf(25),
                                2024, BigDecimal.valueOf(20),
                                2025, BigDecimal.valueOf(15),
                                2026, BigDecimal.valueOf(10)));
        assertThat(second.origin()).isEqualTo(new Measure.Origin.Kept());
        assertThat(plan.measure(99)).isEmpty();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        measure | completion form | written | policy
        1       | INFORMATION     |         | ALL
        2       | STATISTICS      | LEAD    | LEAD
        4       | DOCUMENT        |         | LEAD
        """)
    // spotless:on
    void takesThePolicyThatIsWrittenElseThatOfTheCompletionForm(
            int number,
            CompletionForm.Kind form,
            Measure.@Nullable AggregationPolicy written,
            Measure.AggregationPolicy policy) {
        Measure measure = plan.measure(number).orElseThrow();

        assertThat(measure.form().map(CompletionForm::kind)).contains(form);
        assertThat(measure.aggregation()).isEqualTo(Optional.ofNullable(written));
        assertThat(measure.policy()).isEqualTo(policy);
    }

    @Test
    void knowsWhoTakesPartByAgreement() {
        assertThat(plan.measure(3).orElseThrow().executors())
                .extracting(Executor::agency, Executor::voluntary)
                .containsExactly(tuple("audandar", false), tuple("kitap-qory", true));
    }

    @Test
    void isWrittenAsJsonWithoutLoss() throws IOException {
        Golden.assertSame("plan-libraries.json", PlanJson.write(plan));
    }
}
