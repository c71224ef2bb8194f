package kz.esep.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Reading;
import kz.esep.language.Bilingual;
import kz.esep.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The plan that the repository holds, unfolded.
class RealPlanTest {

    private static final Register REGISTER =
            accepted(RegisterFile.read(Path.of("input/agencies.yaml")));
    private static final PlanFolder.Content CONTENT =
            accepted(PlanFolder.read(Path.of("input/plan"), REGISTER));
    private static final Redaction PLAN = CONTENT.redactions().getFirst();
    private static final List<Obligation> END_OF_2024 =
            Unfolding.of(PLAN, REGISTER, LocalDate.of(2024, 12, 31));

    private static <T> T accepted(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T>(T value, _) -> value;
            case Reading.Refused<T> refused -> throw new AssertionError(refused.findings());
        };
    }

    /// 3,140 named units were due by the end of 2024, 2,751 of them before control began. Twelve of
    /// these are no obligations of their own: ОМ and ҒЖБМ, both named in measures 11, 15, 23 and
    /// 25, were one body, БҒМ, in 2019, 2020 and 2021.
    @Test
    void unfoldsIntoTheObligationsOfTheDesignLessThoseOfOneHolder() {
        List<Obligation> binding =
                END_OF_2024.stream()
                        .filter(duty -> !duty.voluntary() && !duty.targetOnly())
                        .toList();

        assertThat(binding).hasSize(3140 - 12);
        assertThat(binding)
                .filteredOn(duty -> duty.due().isBefore(PLAN.controlFrom()))
                .hasSize(2751 - 12);
        assertThat(binding.stream().collect(groupingBy(Obligation::year, counting())))
                .isEqualTo(
                        Map.of(
                                2019, 328L, 2020, 723L, 2021, 453L, 2022, 401L, 2023, 834L, 2024,
                                389L));
        assertThat(binding)
                .filteredOn(duty -> !duty.alsoNamed().isEmpty())
                .hasSize(12)
                .allSatisfy(duty -> assertThat(duty.holder()).isEqualTo("mon"))
                .extracting(Obligation::measure)
                .containsOnly(11, 15, 23, 25);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        measure | year | binding | target only | voluntary | because
        2       | 2019 | 18      | 0           | 0         | U2, U5: ДСМ and 17 regions
        2       | 2022 | 21      | 0           | 0         | U2, U5: ДСМ and 20 regions
        2       | 2024 | 21      | 0           | 0         | U2: the year of E
        2       | 2025 | 0       | 0           | 0         | U2: after E
        8       | 2021 | 18      | 0           | 0         | U1
        8       | 2023 | 0       | 21          | 0         | U4: due 2021, a target for 2023
        8       | 2025 | 0       | 0           | 0         | U4: no target
        11      | 2021 | 18      | 0           | 0         | U6: ОМ and ҒЖБМ were one body
        11      | 2022 | 22      | 0           | 0         | U6: two bodies since June
        15      | 2023 | 22      | 0           | 0         | U3: the last year of the range
        15      | 2024 | 0       | 0           | 0         | U3: after the range
        42      | 2021 | 0       | 0           | 0         | U3: before the range
        42      | 2024 | 20      | 0           | 3         | U7: the regions alone are bound
        87      | 2024 | 2       | 0           | 0         | U1: two ministries
        90      | 2024 | 0       | 0           | 0         | incomplete
        """)
    // spotless:on
    void unfoldsEachMeasureByTheTable(
            int measure, int year, int binding, int targetOnly, int voluntary) {
        List<Obligation> duties =
                END_OF_2024.stream()
                        .filter(duty -> duty.measure() == measure && duty.year() == year)
                        .toList();

        assertThat(
                        List.of(
                                count(duties, duty -> !duty.voluntary() && !duty.targetOnly()),
                                count(duties, Obligation::targetOnly),
                                count(duties, Obligation::voluntary)))
                .containsExactly(binding, targetOnly, voluntary);
    }

    private static int count(List<Obligation> duties, Predicate<Obligation> which) {
        return Math.toIntExact(duties.stream().filter(which).count());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        measure | year | named  | E          | holder | answerable | assumed
        26      | 2021 | mon    | 2022-06-10 | mon    | mon        | false
        26      | 2021 | mon    | 2022-06-30 | mon    | mp         | false
        26      | 2022 | mon    | 2022-03-31 | mon    | mon        | false
        26      | 2022 | mon    | 2022-06-30 | mp     | mp         | false
        26      | 2024 | mon    | 2024-12-31 | mp     | mp         | false
        80      | 2019 | miir   | 2023-06-30 | miir   | miir       | false
        80      | 2019 | miir   | 2023-09-30 | miir   | mt         | false
        77      | 2023 | mks    | 2023-06-30 | mks    | mks        | false
        77      | 2023 | mks    | 2024-12-31 | mts    | mts        | true
        45      | 2023 | mks    | 2024-12-31 | mki    | mki        | true
        88      | 2023 | mcriap | 2025-12-31 | mcriap | maicd      | true
        87      | 2024 | mcriap | 2023-12-31 | mcriap | mcriap     | false
        """)
    // spotless:on
    void findsHolderAndAnswerable(
            int measure,
            int year,
            String named,
            LocalDate e,
            String holder,
            String answerable,
            boolean assumed) {
        assertThat(Unfolding.of(PLAN, REGISTER, e))
                .filteredOn(duty -> duty.measure() == measure && duty.year() == year)
                .filteredOn(duty -> duty.named().equals(named))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.holder()).isEqualTo(holder);
                    assertThat(duty.answerable()).isEqualTo(answerable);
                    assertThat(duty.assumed()).isEqualTo(assumed);
                });
    }

    @Test
    void namesTheRegionsInTheOrderOfTheirKatoCodes() {
        assertThat(END_OF_2024)
                .filteredOn(duty -> duty.measure() == 41 && duty.year() == 2024)
                .extracting(Obligation::holder)
                .containsExactly(
                        "abai",
                        "akmola",
                        "aktobe",
                        "almaty-region",
                        "atyrau",
                        "wko",
                        "zhambyl",
                        "zhetisu",
                        "karaganda",
                        "kostanay",
                        "kyzylorda",
                        "mangystau",
                        "pavlodar",
                        "sko",
                        "turkistan",
                        "ulytau",
                        "vko",
                        "astana",
                        "almaty",
                        "shymkent");
    }

    /// A region is held by its elder until its first day, so that one of two reports.
    @Test
    void countsNoRegionBeforeItsFirstDay() {
        assertThat(Unfolding.of(PLAN, REGISTER, LocalDate.of(2022, 3, 31)))
                .filteredOn(duty -> duty.measure() == 41 && duty.year() == 2022)
                .extracting(Obligation::holder)
                .hasSize(17)
                .doesNotContain("abai", "zhetisu", "ulytau")
                .contains("vko", "almaty-region", "karaganda");
    }

    @Test
    void isCompleteInBothLanguages() {
        assertThat(PLAN.sections()).hasSize(9);
        assertThat(PLAN.measures())
                .extracting(Measure::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 90).boxed().toList());
        assertThat(PLAN.measures())
                .filteredOn(measure -> !measure.incomplete())
                .hasSize(89)
                .extracting(measure -> measure.form().orElseThrow().text())
                .doesNotContain(Bilingual.EMPTY);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        day        | redactions in force
        2023-01-10 | 0
        2023-01-11 | 1
        """)
    // spotless:on
    void isInForceFromADay(LocalDate day, int redactions) {
        for (Language language : List.of(Language.KK, Language.RU)) {
            assertThat(CONTENT.defaultPlan().inForce(day, language).stream()).hasSize(redactions);
        }
    }

    @Test
    void readsWhatTheMinistryKeepsBesideThePlan() {
        assertThat(CONTENT.defaultPlan().opening()).hasSizeGreaterThan(30);
        assertThat(CONTENT.defaultPlan().decisions())
                .extracting(Object::getClass)
                .contains(
                        Decision.Extend.class,
                        Decision.Accept.class,
                        Decision.Return.class,
                        Decision.TakeOffControl.class);
        assertThat(CONTENT.calendar().holidays())
                .extracting(Holiday::date)
                .contains(LocalDate.of(2024, 12, 16));
    }
}
