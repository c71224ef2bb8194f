package kz.esep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.Golden;
import kz.esep.Said;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Reading;
import kz.esep.language.Bilingual;
import kz.esep.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The invented plan of the test resources: order 12 approved it; order 45 put a new measure first,
/// dropped measure 3 and came into force in Kazakh a month before the Russian; order 7 changed the
/// Kazakh title only.
class RedactionsTest {

    private static final Path RESOURCES = Path.of("src/test/resources/plans/libraries");
    private static final String FIRST = "village-libraries-2026.r12.yaml";
    private static final String SECOND = "village-libraries-2026.r45.yaml";
    private static final String THIRD = "village-libraries-2026.r7.yaml";

    @TempDir private Path root;
    private Path folder = Path.of("plan");

    @BeforeEach
    void copyThePlan() throws IOException {
        folder = Files.createDirectory(root.resolve("plan"));
        for (String file : List.of(FIRST, SECOND)) {
            Files.copy(RESOURCES.resolve(file), folder.resolve(file));
        }
        Files.writeString(
                folder.resolve(THIRD),
                Files.readString(folder.resolve(SECOND))
                        .replace("redaction: \"45\"", "redaction: \"7\"")
                        .replace("number: \"45\"", "number: \"7\"")
                        .replace("  kk: {from: 2024-03-01}", "  kk: {from: 2025-02-01}")
                        .replace("  ru: {from: 2024-04-01}\n", "")
                        .replace("    new: true\n", "")
                        .replaceAll("    was: \\d\n", "")
                        .replace(
                                "kk: Ауылдық кітапханаларды дамытудың",
                                "kk: Ауыл кітапханаларын дамытудың"));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        day        | law | Kazakh of | Russian of | measure 2 in Kazakh                     | measure 2 in Russian
        2022-01-01 | 12  | 12        | 12         | Кітапты күту мерзімін қысқарту          | Сократить срок ожидания книги
        2024-02-29 | 12  | 12        | 12         | Кітапты күту мерзімін қысқарту          | Сократить срок ожидания книги
        2024-03-01 | 45  | 45        | 12         | Ауылдық кітапханалардың қорын жаңарту   | Пополнить фонды сельских библиотек
        2024-03-31 | 45  | 45        | 12         | Ауылдық кітапханалардың қорын жаңарту   | Пополнить фонды сельских библиотек
        2024-04-01 | 45  | 45        | 45         | Ауылдық кітапханалардың қорын жаңарту   | Обновить фонды сельских библиотек
        2025-01-31 | 45  | 45        | 45         | Ауылдық кітапханалардың қорын жаңарту   | Обновить фонды сельских библиотек
        2025-02-01 | 7   | 7         | 45         | Ауылдық кітапханалардың қорын жаңарту   | Обновить фонды сельских библиотек
        """)
    // spotless:on
    void takesTheLawOfTheDayInEachLanguagesWords(
            LocalDate day, String law, String kazakh, String russian, String kk, String ru) {
        Redaction redaction = plan().inForce(day).orElseThrow();

        assertThat(redaction.id()).isEqualTo(law);
        assertThat(redaction.kk().map(Redaction.InForce::redaction)).contains(kazakh);
        assertThat(redaction.ru().map(Redaction.InForce::redaction)).contains(russian);
        assertThat(redaction.measure(2).map(Measure::title)).contains(new Bilingual(kk, ru));
    }

    /// The law of a period is that of its last day, within the plan's years.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        period  | law
        2021-H2 |
        2022-H1 | 12
        2023-H2 | 12
        2024-H1 | 45
        2026-H2 | 7
        2027-H1 |
        """)
    // spotless:on
    void takesTheLawOfAPeriodsLastDay(String period, @Nullable String law) {
        assertThat(plan().inForce(Period.parse(period).orElseThrow()).map(Redaction::id))
                .isEqualTo(Optional.ofNullable(law));
    }

    /// An act may be in force before the years that it speaks of.
    @Test
    void aPlanSaysNothingOfAPeriodBeforeItsYears() throws IOException {
        hurt(FIRST, "  kk: {from: 2022-01-01}", "  kk: {from: 2021-06-01}");

        assertThat(plan().inForce(LocalDate.of(2021, 12, 31))).isPresent();
        assertThat(plan().inForce(Period.parse("2021-H2").orElseThrow())).isEmpty();
    }

    /// Files are listed by name, redactions ordered by the days of their acts; of two that come
    /// into force on one day the younger act is the law.
    @Test
    void ordersRedactionsByAgeNotByTheNamesOfTheirFiles() throws IOException {
        Files.move(folder.resolve(FIRST), folder.resolve("z.yaml"));
        hurt(THIRD, "  kk: {from: 2025-02-01}", "  kk: {from: 2024-03-01}");
        hurt(THIRD, "date: 2024-02-15", "date: 2024-02-16");

        assertThat(plan().redactions()).extracting(Redaction::id).containsExactly("12", "45", "7");
        assertThat(
                        plan().inForce(LocalDate.of(2024, 3, 1))
                                .flatMap(Redaction::kk)
                                .map(Redaction.InForce::redaction))
                .contains("7");
    }

    /// A measure that says nothing kept its number, unless another says that it had that number.
    @Test
    void aMeasureInTheOldPlaceOfAnotherIsNewEvenIfItDoesNotSaySo() throws IOException {
        hurt(SECOND, "    new: true\n", "");
        Numbering numbering = plan().redaction("45").orElseThrow().numbering();

        assertThat(numbering.here("12", 1)).contains(2);
        assertThat(numbering.there("12", 1)).isEmpty();
        assertThat(plan().redaction("12").orElseThrow().numbering().here("45", 1)).isEmpty();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        sound                               | hurt                                | said
        years: {from: 2022, to: 2026}       | years: {from: 2022, to: 2021}       | years.to: the last year is before the first
        {number: 2, marker: "II."           | {number: 3, marker: "II."           | sections[1].number: numbers run on without a gap, expected is 2
        deadline: {from: 2022, to: 2026     | deadline: {from: 2023, to: 2022     | measures[1].deadline.to: the last year is before the first
        """)
    // spotless:on
    void refusesNumbersThatDoNotRunOn(String sound, String hurt, String said) throws IOException {
        hurt(FIRST, sound, hurt);

        assertThat(Said.in(Language.EN, read())).anyMatch(line -> line.endsWith(said));
    }

    @Test
    void refusesABudgetProgrammeOfAnUnknownAdministrator() throws IOException {
        hurt(
                FIRST,
                "    indicator:\n",
                "    budget-programme: {number: \"033\", administrator: nobody, named: true, kk: 033"
                        + " бағдарлама, ru: программа 033}\n    indicator:\n");

        assertThat(Said.in(Language.EN, read()))
                .containsExactly(
                        "plan/village-libraries-2026.r12.yaml:56"
                                + " measures[0].budget-programme.administrator: the register has no"
                                + " agency nobody");
    }

    @Test
    void acceptsARangeOfOneYear() throws IOException {
        hurt(FIRST, "deadline: {from: 2022, to: 2026", "deadline: {from: 2022, to: 2022");

        assertThat(
                        plan().redaction("12")
                                .flatMap(plan -> plan.measure(2))
                                .flatMap(Measure::deadline))
                .contains(new Deadline.YearRange(2022, 2022));
    }

    @Test
    void knowsNoLawBeforeTheFirstRedaction() {
        assertThat(plan().inForce(LocalDate.of(2021, 12, 31))).isEmpty();
    }

    @Test
    void changesTheTitleInOneLanguage() {
        assertThat(plan().inForce(LocalDate.of(2025, 2, 1)).map(Redaction::title))
                .contains(
                        new Bilingual(
                                "Ауыл кітапханаларын дамытудың 2022–2026 жылдарға арналған жоспары"
                                        + " (бағдарламаны сынау үшін ойдан шығарылған)",
                                "План развития сельских библиотек на 2022–2026 годы (вымышлен для"
                                        + " испытания программы)"));
    }

    /// A measure without words in a language's own redaction has those of the one that brought it.
    @Test
    void lendsWordsToAMeasureThatALanguageDoesNotHaveYet() {
        assertThat(
                        plan().inForce(LocalDate.of(2024, 3, 31))
                                .flatMap(redaction -> redaction.measure(1))
                                .map(Measure::title))
                .contains(
                        new Bilingual(
                                "Кітапханаларда кедергісіз орта құру жөнінде ұсыныстар енгізу",
                                "Внести предложения о безбарьерной среде в библиотеках"));
    }

    /// Between the days of the two languages every text of the plan is Kazakh of order 45 and
    /// Russian of order 12, down to the executors; a measure that Russian does not know yet has the
    /// words of the order that brought it.
    @Test
    void mixesNoLanguagesTextWithThatOfAnotherAct() throws IOException {
        Files.delete(folder.resolve(THIRD));
        String programme =
                "    budget-programme: {number: \"033\", administrator: agb, named: true, kk: 033 бағдарлама,"
                        + " ru: программа 033}\n    indicator:";
        for (String file : List.of(FIRST, SECOND)) {
            Files.writeString(
                    folder.resolve(file),
                    Files.readString(folder.resolve(file))
                            .replaceFirst("(?m)^    indicator:", programme));
        }
        Files.writeString(
                folder.resolve(SECOND),
                Files.readString(folder.resolve(SECOND))
                        .replaceAll("kk: (\"?)(?=[\\p{L}«\\d№])", "kk: $1★ ")
                        .replaceAll("ru: (\"?)(?=[\\p{L}«\\d№])", "ru: $1☆ "));

        Redaction mixed = plan().inForce(LocalDate.of(2024, 3, 15)).orElseThrow();

        Golden.assertSame("plan-libraries-mixed.json", PlanJson.write(mixed));
        assertThat(mixed.titles())
                .extracting(title -> title.title().kk().charAt(0) + " " + title.title().ru())
                .containsExactly(
                        "★ Сводный отчёт об исполнении Плана развития сельских библиотек",
                        "★ Сведения о ходе исполнения Плана развития сельских библиотек");
        assertThat(mixed.sections())
                .extracting(Section::title)
                .containsExactly(
                        new Bilingual("★ Қор", "Фонды"),
                        new Bilingual("★ Қызмет көрсету", "Обслуживание"));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        in | of | number | is
        45 | 12 | 1      | 2
        45 | 12 | 2      | 3
        45 | 12 | 3      |
        45 | 12 | 4      | 4
        12 | 45 | 1      |
        12 | 45 | 2      | 1
        12 | 45 | 4      | 4
        7  | 12 | 1      | 2
        7  | 12 | 3      |
        7  | 45 | 1      | 1
        12 | 7  | 3      | 2
        45 | 45 | 2      | 2
        """)
    // spotless:on
    void followsAMeasureThroughItsNumbers(String here, String there, int number, Integer expected) {
        Numbering numbering = plan().redaction(here).orElseThrow().numbering();

        assertThat(numbering.here(there, number)).isEqualTo(Optional.ofNullable(expected));
        if (expected != null) {
            assertThat(numbering.there(there, expected)).contains(number);
        }
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        decided on | on measure | law on     | is on measure
        2024-02-29 | 2          | 2024-12-31 | 3
        2024-03-01 | 2          | 2024-12-31 | 2
        2024-03-01 | 2          | 2024-02-29 | 1
        2024-02-29 | 3          | 2024-12-31 |
        """)
    // spotless:on
    void readsADecisionUnderTheLawOfItsDay(
            LocalDate decided, int number, LocalDate day, Integer expected) throws IOException {
        Files.writeString(
                folder.resolve("decisions.yaml"),
                """
                decisions:
                  - measure: %d
                    year: 2024
                    agency: aqbulaq
                    kind: accept
                    date: %s
                    document: {kk: Хат, ru: Письмо}
                    reason: {kk: Толық, ru: Полно}
                """
                        .formatted(number, decided));
        Plan plan = plan();

        assertThat(plan.decisions(plan.inForce(day).orElseThrow()))
                .extracting(decision -> decision.key().measure())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void readsTheOpeningRecordUnderTheLawOfTheDayOnWhichControlBegan() throws IOException {
        Files.writeString(
                folder.resolve("opening.csv"),
                """
                measure,year,agency,status,date,document,note_kk,note_ru
                1,2022,aqbulaq,done,2022-12-01,№ 5,,
                3,2022,aqbulaq,unsettled,,,,
                """);
        Plan plan = plan();

        assertThat(plan.opening(plan.newest()))
                .extracting(entry -> entry.key().measure() + " " + entry.date().orElseThrow())
                .containsExactly("2 2022-12-01");
    }

    @Test
    void refusesAHistoryThatCannotBe() throws IOException {
        hurt(FIRST, "  ru: {from: 2022-01-01}\n", "");
        hurt(SECOND, "was: 2\n", "was: 9\n");
        hurt(THIRD, "  - number: 3\n", "  - number: 3\n    was: 8\n");

        assertThat(Said.in(Language.EN, read()))
                .containsExactly(
                        "plan/village-libraries-2026.r12.yaml in-force: a plan’s first redaction is"
                                + " in force in both languages",
                        "plan/village-libraries-2026.r45.yaml measures.was: the redaction before"
                                + " has no measure 9 that measure 3 could have been",
                        "plan/village-libraries-2026.r7.yaml measures.was: the redaction before has"
                                + " no measure 8 that measure 3 could have been");
    }

    @Test
    void refusesARedactionThatIsNowhereInForceOrTakesOneMeasureForTwo() throws IOException {
        hurt(
                SECOND,
                "  kk: {from: 2024-03-01}\n  ru: {from: 2024-04-01}\n",
                "  note: {kk: Жоқ, ru: Нет}\n");
        hurt(SECOND, "was: 2\n", "was: 1\n");

        assertThat(Said.in(Language.EN, read()))
                .containsExactly(
                        "plan/village-libraries-2026.r45.yaml:83 measures[2].was: one measure of"
                                + " the redaction before cannot have become two, or be new",
                        "plan/village-libraries-2026.r45.yaml:21 in-force: the redaction is in force"
                                + " in no language");
    }

    private Plan plan() {
        return switch (read()) {
            case Reading.Accepted<PlanFolder.Content>(PlanFolder.Content value, _) ->
                    value.defaultPlan();
            case Reading.Refused<PlanFolder.Content> refused ->
                    throw new AssertionError(Said.in(Language.EN, refused));
        };
    }

    private Reading<PlanFolder.Content> read() {
        Register register =
                switch (RegisterFile.read(RESOURCES.resolve("agencies.yaml"))) {
                    case Reading.Accepted<Register>(Register value, _) -> value;
                    case Reading.Refused<Register> refused ->
                            throw new AssertionError(Said.in(Language.EN, refused));
                };
        return PlanFolder.read(folder, register);
    }

    private void hurt(String file, String sound, String hurt) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(sound);
        Files.writeString(
                folder.resolve(file),
                text.replaceFirst(java.util.regex.Pattern.quote(sound), hurt));
    }
}
