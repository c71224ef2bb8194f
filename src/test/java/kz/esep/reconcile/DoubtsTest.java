package kz.esep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Deadline;
import kz.esep.plan.Indicator;
import kz.esep.plan.Indicator.Accumulation;
import kz.esep.plan.Indicator.Direction;
import kz.esep.plan.Indicator.Unit;
import kz.esep.plan.Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each doubt with what raises it and, on the other side of the edge, what does not.
class DoubtsTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule         | unit    | direction | kept       | third quarter  | fourth quarter     | findings
        T3           | PERCENT | AT_LEAST  | YEARLY     |                | value 88.1 88/100  |
        T3           | PERCENT | AT_LEAST  | YEARLY     |                | value 88.11 88/100 | VALUE_NOT_AS_COMPUTED
        T3           | PERCENT | AT_LEAST  | YEARLY     |                | value 87.9 88/100  |
        T3           | PERCENT | AT_LEAST  | YEARLY     |                | value 87.89 88/100 | VALUE_NOT_AS_COMPUTED
        T3 fraction  | PERCENT | AT_LEAST  | YEARLY     |                | value 0.88 88/100  | VALUE_NOT_AS_COMPUTED
        T3           | PERCENT | AT_LEAST  | YEARLY     |                | value 88 4/0       |
        T3           | NUMBER  | AT_LEAST  | YEARLY     |                | value 90 1/2       |
        T4 range     | PERCENT | AT_LEAST  | YEARLY     |                | value 100          |
        T4 range     | PERCENT | AT_LEAST  | YEARLY     |                | value 100.01       | VALUE_OUT_OF_RANGE
        T4 range     | PERCENT | AT_LEAST  | YEARLY     |                | value 101/100      | VALUE_OUT_OF_RANGE
        T4 range     | NUMBER  | AT_LEAST  | YEARLY     |                | value 101          |
        T4 fall      | PERCENT | AT_LEAST  | YEARLY     | value 85       | value 85           |
        T4 fall      | PERCENT | AT_LEAST  | YEARLY     | value 85       | value 84.9         |
        T4 fall      | PERCENT | AT_LEAST  | YEARLY     | value 85       | value 84.89        | VALUE_FELL
        T4 fall      | PERCENT | AT_LEAST  | YEARLY     | value 2/3      | value 66.6         |
        T4 fall      | PERCENT | AT_LEAST  | YEARLY     | value 85       | value 50           | VALUE_FELL
        T4 fall      | PERCENT | AT_LEAST  | YEARLY     | value 85       | value 0.85         | VALUE_FELL
        T4 fall      | PERCENT | AT_LEAST  | YEARLY     | value 85       | in progress        |
        T4 fall      | PERCENT | AT_LEAST  | YEARLY     | in progress    | value 50           |
        T4 fall      | NUMBER  | AT_LEAST  | YEARLY     | value 85       | value 84           | VALUE_FELL
        T4 fall      | PERCENT | AT_MOST   | YEARLY     | value 60       | value 50           |
        T4 fall      | PERCENT | AT_MOST   | CUMULATIVE | value 60       | value 50           | VALUE_FELL
        T4 jump      | PERCENT | AT_LEAST  | YEARLY     | value 60       | value 85           |
        T4 jump      | PERCENT | AT_LEAST  | YEARLY     | value 60       | value 85.01        | VALUE_JUMPED
        T4 jump      | PERCENT | AT_MOST   | YEARLY     | value 85       | value 60           |
        T4 jump      | PERCENT | AT_MOST   | YEARLY     | value 85       | value 59.99        | VALUE_JUMPED
        T4 jump      | NUMBER  | AT_LEAST  | YEARLY     | value 10       | value 90           |
        drift        | PERCENT | AT_LEAST  | YEARLY     | value 80/100   | value 88/110       |
        drift        | PERCENT | AT_LEAST  | YEARLY     | value 80/100   | value 90/111       | DENOMINATOR_DRIFTED
        drift        | PERCENT | AT_LEAST  | YEARLY     | value 80/100   | value 72/90        |
        drift        | PERCENT | AT_LEAST  | YEARLY     | value 80/100   | value 80/89        | DENOMINATOR_DRIFTED
        drift        | PERCENT | AT_LEAST  | YEARLY     | value 80       | value 80/50        | VALUE_OUT_OF_RANGE, VALUE_JUMPED, TARGET_FAR_EXCEEDED
        drift        | PERCENT | AT_LEAST  | YEARLY     | value 80       | value 40/50        |
        T1 far above | NUMBER  | AT_LEAST  | YEARLY     |                | value 107.99       |
        T1 far above | NUMBER  | AT_LEAST  | YEARLY     |                | value 108          | TARGET_FAR_EXCEEDED
        T1 far above | PERCENT | AT_MOST   | YEARLY     |                | value 75.01        |
        T1 far above | PERCENT | AT_MOST   | YEARLY     |                | value 75           | TARGET_FAR_EXCEEDED
        words only   | NONE    | AT_LEAST  | YEARLY     | value 85       | value 300          |
        """)
    // spotless:on
    void doubtsValues(
            String rule,
            Unit unit,
            Direction direction,
            Accumulation kept,
            @Nullable String third,
            String fourth,
            @Nullable String findings) {
        // far from the target, so that only the last rows reach it
        boolean aboutTarget = rule.startsWith("T1") || rule.equals("drift");
        Map<Integer, String> target = Map.of(2024, "90");
        Case told =
                Case.measured(
                                Case.indicator(
                                        unit, direction, kept, aboutTarget ? target : Map.of()))
                        .lead(1, 2024, "mz");
        if (third != null) {
            told.sends("mz", "2024-Q3", "2024-10-09", Said.of(1, 2024, "mz", third));
        }
        told.sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", fourth));

        assertEquals(findings == null ? "" : findings, codes(told.in("2024-Q4")), rule);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        kept       | end of 2024 | period  | before in 2025    | now      | findings
        CUMULATIVE | value 60    | 2025-Q1 |                   | value 60 |
        CUMULATIVE | value 60    | 2025-Q1 |                   | value 59 | VALUE_FELL
        YEARLY     | value 60    | 2025-Q1 |                   | value 20 |
        YEARLY     | value 60    | 2025-Q4 |                   | value 59 | VALUE_FELL
        YEARLY     | value 60    | 2025-Q4 | 2025-Q3: value 50 | value 59 |
        YEARLY     | value 60    | 2025-Q4 | 2025-Q2: value 59.5 | value 59 | VALUE_FELL
        """)
    // spotless:on
    void comparesWithTheYearBeforeWhereTheValuesMeanTheSame(
            Accumulation kept,
            String last,
            String period,
            @Nullable String before,
            String now,
            @Nullable String findings) {
        Case told =
                Case.measured(Case.indicator(Unit.PERCENT, Direction.AT_LEAST, kept, Map.of()))
                        .coExecutor(1, 2024, "mp")
                        .lead(1, 2024, "mz")
                        .lead(1, 2025, "mz")
                        .sends("mp", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mp", "value 99"))
                        .sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", last));
        if (before != null) {
            String[] parts = before.split(": ", 2);
            told.sends("mz", parts[0], "2025-10-09", Said.of(1, 2025, "mz", parts[1]));
        }
        told.sends("mz", period, "2026-01-09", Said.of(1, 2025, "mz", now));

        assertEquals(findings == null ? "" : findings, codes(told.in(period)));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        region | before  | now     | findings                         | because
        vko    | 2022-Q1 | 2022-Q2 | SERIES_BROKEN                    | Abai was cut out of it on 8 June
        abai   | 2022-Q1 | 2022-Q2 | SERIES_BROKEN                    | it was cut out
        vko    | 2021-Q4 | 2022-Q4 | SERIES_BROKEN                    | the day lies between
        vko    | 2022-Q2 | 2022-Q3 | VALUE_FELL, DENOMINATOR_DRIFTED  | both after
        vko    | 2021-Q4 | 2022-Q1 | VALUE_FELL, DENOMINATOR_DRIFTED  | both before
        akmola | 2022-Q1 | 2022-Q2 | VALUE_FELL, DENOMINATOR_DRIFTED  | never split
        """)
    // spotless:on
    void comparesNoValuesAcrossTheDayOnWhichARegionWasSplit(
            String region, String before, String now, String findings, String because) {
        assertEquals(
                Set.of(findings.split(", ")),
                Set.of(codes(split(region, before, now).in(now)).split(", ")),
                because);
    }

    @Test
    void saysOnWhichDayTheSeriesWasBroken() {
        Finding finding = split("vko", "2022-Q1", "2022-Q2").in("2022-Q2").findings().getFirst();

        assertEquals(
                "ВКО: the series of values is broken, for the region’s borders changed on 8 June"
                        + " 2022: measure 1, year 2022, now 20, then 60 (quarter I of 2022;"
                        + " vko/1.xlsx, Есеп!L10). The values are not compared.",
                Speech.of(Path.of("templates/messages"), Language.EN)
                        .say("finding.series-broken.what", finding.arguments())
                        .replace('\u00A0', ' '));
    }

    private static Case split(String region, String before, String now) {
        int year = Integer.parseInt(before.substring(0, 4));
        return Case.measured(
                        Case.indicator(
                                Unit.PERCENT,
                                Direction.AT_LEAST,
                                Accumulation.CUMULATIVE,
                                Map.of()))
                .lead(1, 2021, region)
                .lead(1, 2022, region)
                .sends(region, before, "2022-04-09", Said.of(1, year, region, "value 60/100"))
                .sends(region, now, "2022-07-09", Said.of(1, 2022, region, "value 10/50"));
    }

    @Test
    void aPeriodWithoutAValueIsSkippedWhenValuesAreCompared() {
        Case told =
                Case.measured(
                                Case.indicator(
                                        Unit.PERCENT,
                                        Direction.AT_LEAST,
                                        Accumulation.YEARLY,
                                        Map.of()))
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q2", "2024-07-09", Said.of(1, 2024, "mz", "value 60"))
                        .sends("mz", "2024-Q3", "2024-10-09", Said.of(1, 2024, "mz", "in progress"))
                        .sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", "value 59"));

        assertEquals("VALUE_FELL", codes(told.in("2024-Q4")));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        the plan     | claim                                                | findings
        not required | in progress                                          |
        not required | in progress, spent 0                                 |
        not required | in progress, spent 0.1                               | MONEY_NOT_PROVIDED
        allotted     | in progress                                          |
        allotted     | done 2024-12-01, information 5 2024-12-01            | MONEY_NOT_REPORTED
        allotted     | done 2024-12-01, information 5 2024-12-01, spent 0   | MONEY_NOT_REPORTED
        allotted     | done 2024-12-01, information 5 2024-12-01, spent 0.1 |
        not required | done 2024-12-01, information 5 2024-12-01            |
        says nothing | done 2024-12-01, information 5 2024-12-01, spent 7   |
        """)
    // spotless:on
    void doubtsMoney(String plan, String claim, @Nullable String findings) {
        Case told = new Case();
        if (!plan.equals("says nothing")) {
            told.allots(plan.equals("allotted"));
        }
        told.measure(1, "information", new Deadline.EveryYear())
                .lead(1, 2024, "mz")
                .sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", claim));

        assertEquals(findings == null ? "" : findings, codes(told.in("2024-Q4")));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        deadline     | third quarter | now              | findings
        every year   |               | done 2024-01-01  |
        every year   |               | done 2023-12-31  | COMPLETED_BEFORE_OPENING
        2022 to 2024 |               | done 2024-01-01  |
        2022 to 2024 |               | done 2023-12-31  | COMPLETED_BEFORE_OPENING
        in 2024      |               | done 2019-01-01  |
        in 2024      |               | done 2018-12-31  | COMPLETED_BEFORE_OPENING
        in 2024      | not started   | done 2024-10-01  |
        in 2024      | not started   | done 2024-09-30  | COMPLETED_BEFORE_BEGUN
        in 2024      | in progress   | done 2024-09-30  |
        in 2024      | not started   | in progress      |
        """)
    // spotless:on
    void doubtsWhatWasCompletedBeforeItBegan(
            String deadline, @Nullable String third, String now, @Nullable String findings) {
        Deadline due =
                switch (deadline) {
                    case "every year" -> new Deadline.EveryYear();
                    case "in 2024" -> new Deadline.InYear(2024);
                    default -> new Deadline.YearRange(2022, 2024);
                };
        Case told = new Case().measure(1, "document", due).lead(1, 2024, "mz");
        if (third != null) {
            told.sends("mz", "2024-Q3", "2024-10-09", Said.of(1, 2024, "mz", third));
        }
        told.sends(
                "mz",
                "2024-Q4",
                "2025-01-09",
                Said.of(1, 2024, "mz", now + ", document 5 2024-11-01"));

        assertEquals(findings == null ? "" : findings, codes(told.in("2024-Q4")));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        what                 | third quarter                                               | fourth quarter                                              | findings
        new words            | in progress, ru Обучено двенадцать специалистов центра области | in progress, ru Обучено тринадцать специалистов центра области |
        the same             | in progress, ru Обучено двенадцать специалистов центра области | in progress, ru Обучено двенадцать специалистов центра области | TEXT_COPIED
        the same in Kazakh   | in progress, kk Облыс орталығының он екі маманы оқытудан өтті  | in progress, kk Облыс орталығының он екі маманы оқытудан өтті  | TEXT_COPIED
        blanks and case      | in progress, ru Обучено двенадцать специалистов центра области | in progress, ru обучено  двенадцать специалистов Центра области | TEXT_COPIED
        a short text         | in progress, ru Работа ведётся по утверждённому графику        | in progress, ru Работа ведётся по утверждённому графику        |
        40 letters           | in progress, ru Проект приказа согласован и внесён на по      | in progress, ru Проект приказа согласован и внесён на по      |
        41 letters           | in progress, ru Проект приказа согласован и внесён на под     | in progress, ru Проект приказа согласован и внесён на под     | TEXT_COPIED
        done, then still so  | done 2024-09-01, ru Обучено двенадцать специалистов центра области | done 2024-09-01, ru Обучено двенадцать специалистов центра области |
        under way, then done | in progress, ru Обучено двенадцать специалистов центра области | done 2024-12-01, ru Обучено двенадцать специалистов центра области | TEXT_COPIED
        """)
    // spotless:on
    void doubtsWordsCopiedFromTheLastPeriod(
            String what, String third, String fourth, @Nullable String findings) {
        String now =
                codes(
                        Case.yearly("information")
                                .lead(1, 2024, "mz")
                                .sends("mz", "2024-Q3", "2024-10-09", Said.of(1, 2024, "mz", third))
                                .sends(
                                        "mz",
                                        "2024-Q4",
                                        "2025-01-09",
                                        Said.of(1, 2024, "mz", fourth))
                                .in("2024-Q4"));

        assertEquals(findings == null ? "" : findings, now, what);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        Kazakh column                                | Russian column                                 | findings
        Облыс орталығының он екі маманы оқытудан өтті | В области обучено двенадцать специалистов по программе |
        Облыс орталығының он екі маманы оқытудан өтті | Облыс орталығының он екі маманы оқытудан өтті  | KAZAKH_IN_RUSSIAN_COLUMN
        В области проведено обучение по программе    | В области проведено обучение по программе      | RUSSIAN_IN_KAZAKH_COLUMN
        В области проведено обучение по программе    | Облыс орталығының он екі маманы оқытудан өтті  | KAZAKH_IN_RUSSIAN_COLUMN, RUSSIAN_IN_KAZAKH_COLUMN
        Орындалды                                    | Орындалды                                      |
        """)
    // spotless:on
    void doubtsATextInTheOtherLanguagesColumn(String kk, String ru, @Nullable String findings) {
        String claim = "in progress, kk " + kk + ", ru " + ru;

        assertEquals(
                findings == null ? "" : findings,
                codes(
                        Case.yearly("information")
                                .lead(1, 2024, "mz")
                                .sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", claim))
                                .in("2024-Q4")));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        measure 1                | measure 2                | measure 3                 | measures
        document 5-1 2024-12-01  | document 5-1 2024-12-01  | document 5-1 2024-12-01   | 1, 2, 3
        document 5-1 2024-12-01  | document 5-1 2024-12-01  | document №5–1 2024-12-01  | 1, 2, 3
        document 5-1 2024-12-01  | document 5-1 2024-12-01  | document 5-2 2024-12-01   |
        document 5-1 2024-12-01  | document 5-1 2024-12-01  | document 5-1 2024-12-02   |
        document 5-1 2024-12-01  | document 5-1 2024-12-01  | statistics 5-1 2024-12-01 |
        document 5-1 2024-12-01  | document 5-1 2024-12-01  | document 5-1 -            |
        document - 2024-12-01    | document - 2024-12-01    | document - 2024-12-01     |
        information 5 2024-12-01 | information 5 2024-12-01 | information 5 2024-12-01  |
        proposals 5 2024-12-01   | proposals 5 2024-12-01   | proposals 5 2024-12-01    | 1, 2, 3
        """)
    // spotless:on
    void doubtsOnePaperForManyMeasures(
            String first, String second, String third, @Nullable String measures) {
        Reconciliation result =
                three().sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "mz", "done 2024-12-01, " + first),
                                Said.of(2, 2024, "mz", "done 2024-12-01, " + second),
                                Said.of(3, 2024, "mz", "done 2024-12-01, " + third))
                        .in("2024-Q4");

        assertEquals(
                Optional.ofNullable(measures).stream().toList(),
                result.findings().stream()
                        .map(finding -> finding.arguments().get("measures"))
                        .toList());
    }

    @Test
    void theSameNumberOfAnotherAgencyIsAnotherPaper() {
        String done = "done 2024-12-01, document 5 2024-12-01";
        Reconciliation result =
                three().coExecutor(3, 2024, "mp")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "mz", done),
                                Said.of(2, 2024, "mz", done))
                        .sends("mp", "2024-Q4", "2025-01-09", Said.of(3, 2024, "mp", done))
                        .in("2024-Q4");

        assertEquals("", codes(result));
    }

    @Test
    void aPaperOfEarlierPeriodsIsDoubtedOnlyOnceItProvesSomethingNew() {
        String done = "done 2024-09-01, document 5 2024-09-01";
        Case told =
                three().sends(
                                "mz",
                                "2024-Q3",
                                "2024-10-09",
                                Said.of(1, 2024, "mz", done),
                                Said.of(2, 2024, "mz", done));
        assertEquals("", codes(told.in("2024-Q3")));

        told.sends("mz", "2024-Q4", "2025-01-09", Said.of(3, 2024, "mz", done));

        assertEquals("PAPER_PROVES_MANY", codes(told.in("2024-Q4")));
        assertEquals("", codes(told.in("2025-Q1")));
    }

    private static Case three() {
        return new Case()
                .measure(1, "document", new Deadline.EveryYear())
                .measure(2, "document", new Deadline.EveryYear())
                .measure(3, "document", new Deadline.EveryYear())
                .lead(1, 2024, "mz")
                .lead(2, 2024, "mz")
                .lead(3, 2024, "mz");
    }

    @Test
    void aPlanSetsItsOwnThresholds() {
        Parameters usual = Parameters.DEFAULT;
        Parameters own =
                new Parameters(
                        usual.mayFollowPeriod(),
                        usual.decimals(),
                        usual.partlyFrom(),
                        usual.remarkableFrom(),
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        BigDecimal.valueOf(50),
                        BigDecimal.valueOf(60),
                        3,
                        Set.of(CompletionForm.Kind.DOCUMENT),
                        100);
        String third = "value 90 80/100, ru Обучено двенадцать специалистов центра области";
        String fourth = "value 71 70/150, ru Обучено двенадцать специалистов центра области";
        Case told =
                Case.measured(
                                Case.indicator(
                                        Unit.PERCENT,
                                        Direction.AT_LEAST,
                                        Accumulation.YEARLY,
                                        Map.of()))
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q3", "2024-10-09", Said.of(1, 2024, "mz", third))
                        .sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", fourth));

        assertEquals(
                "VALUE_NOT_AS_COMPUTED, VALUE_FELL, DENOMINATOR_DRIFTED, TEXT_COPIED",
                codes(told.in("2024-Q4")));
        assertEquals("VALUE_NOT_AS_COMPUTED, VALUE_FELL", codes(told.with(own).in("2024-Q4")));
    }

    @Test
    void whatIsClosedOrOfAnEarlierPeriodIsNoLongerDoubted() {
        Case told =
                Case.measured(
                                Case.indicator(
                                        Unit.PERCENT,
                                        Direction.AT_LEAST,
                                        Accumulation.YEARLY,
                                        Map.of()))
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q3", "2024-10-09", Said.of(1, 2024, "mz", "value 300"));

        assertEquals("VALUE_OUT_OF_RANGE", codes(told.in("2024-Q3")));
        assertEquals("", codes(told.in("2024-Q4")));
        assertEquals("", codes(told.decides(1, 2024, "mz", "off 2024-09-01").in("2024-Q3")));
    }

    @Test
    void onlyTheLastRowOfAPeriodIsDoubted() {
        Reconciliation result =
                Case.measured(
                                Case.indicator(
                                        Unit.PERCENT,
                                        Direction.AT_LEAST,
                                        Accumulation.YEARLY,
                                        Map.of()))
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2024, "mz", "value 300"))
                        .sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", "value 30"))
                        .in("2024-Q4");

        assertEquals("", codes(result));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysEachDoubtInPlainWords(Language language) {
        Speech speech = Speech.of(Path.of("templates/messages"), language);
        Reconciliation result = doubtful().in("2024-Q4");

        assertThat(
                        result.findings().stream()
                                .map(finding ->
                                        speech.say(
                                                "finding." + finding.code().key() + ".what",
                                                finding.arguments()))
                                .map(sentence -> sentence.replace('\u00A0', ' '))
                                .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(words(language));
    }

    private static Case doubtful() {
        Indicator indicator =
                Case.indicator(
                        Unit.PERCENT, Direction.AT_LEAST, Accumulation.YEARLY, Map.of(2024, "80"));
        String copied = "ru Обучено двенадцать специалистов центра области";
        String paper = "done 2024-09-01, document №5 2024-09-01";
        return new Case()
                .allots(false)
                .measure(
                        1,
                        1,
                        "document",
                        new Deadline.EveryYear(),
                        Optional.of(indicator),
                        Optional.empty())
                .allots(true)
                .measure(2, "document", new Deadline.EveryYear())
                .measure(
                        3,
                        1,
                        "document",
                        new Deadline.EveryYear(),
                        Optional.of(indicator),
                        Optional.empty())
                .lead(1, 2024, "mz")
                .lead(2, 2024, "mz")
                .lead(3, 2024, "mz")
                .sends(
                        "mz",
                        "2024-Q3",
                        "2024-10-09",
                        Said.of(1, 2024, "mz", "in progress, value 90/100, " + copied),
                        Said.of(2, 2024, "mz", "not started"),
                        Said.of(3, 2024, "mz", "in progress, value 60"))
                .sends(
                        "mz",
                        "2024-Q4",
                        "2025-01-09",
                        Said.of(
                                1,
                                2024,
                                "mz",
                                paper + ", value 88 85/120, spent 1200.5, " + copied),
                        Said.of(
                                2,
                                2024,
                                "mz",
                                paper + ", kk В области проведено обучение по плану"),
                        Said.of(
                                3,
                                2024,
                                "mz",
                                "done 2023-12-31, document 5 2024-09-01, value 120, spent 3, ru"
                                        + " Облыс орталығының он екі маманы оқытудан өтті"));
    }

    // spotless:off
    private static String words(Language language) {
        return switch (language) {
            case KK -> """
                    ДСМ: көрсетілген пайыз (88) алымы мен бөлімінен есептелген пайыздан (70,8333) өзгеше (№ 1 іс-шара, 2024 жыл); есептелгені алынды.
                    ДСМ: индикатор мәні (120) 100 пайыздан асады (№ 3 іс-шара, 2024 жыл).
                    ДСМ: индикатор мәні өткен кезеңдегіден төмен (№ 1 іс-шара, 2024 жыл): қазір – 70,8333, бұрын – 90 (2024 жылғы III тоқсан; mz/1.xlsx, Есеп!L10).
                    ДСМ: индикатор мәні өткен кезеңдегіден күрт өзгерді (№ 3 іс-шара, 2024 жыл): қазір – 120, бұрын – 60 (2024 жылғы III тоқсан; mz/1.xlsx, Есеп!L12).
                    ДСМ: бөлім өткен кезеңдегіден едәуір өзгеше (№ 1 іс-шара, 2024 жыл): қазір – 120, бұрын – 100 (2024 жылғы III тоқсан; mz/1.xlsx, Есеп!L10).
                    ДСМ: нысаналы индикатор едәуір асыра орындалды (№ 3 іс-шара, 2024 жыл): нақты мән – 120, жоспар – 80.
                    ДСМ: жоспарда қаржы көзделмеген іс-шараға шығыс көрсетілді (№ 1 іс-шара, 2024 жыл): 1200,5 мың теңге.
                    ДСМ: жоспарда қаржы көзделген іс-шара орындалды, бірақ шығыс көрсетілмеген (№ 2 іс-шара, 2024 жыл).
                    ДСМ: аяқталған күні (2023 жылғы 31 желтоқсан) міндеттеме басталған күннен (2024 жылғы 1 қаңтар) бұрын (№ 3 іс-шара, 2024 жыл).
                    ДСМ: орган жұмысты басталмаған деп көрсеткен кезеңде (2024 жылғы III тоқсан; mz/1.xlsx, Есеп!L11) ол аяқталған болып шығады: аяқталған күні – 2024 жылғы 1 қыркүйек (№ 2 іс-шара, 2024 жыл).
                    ДСМ: орындалу барысы туралы мәтін өткен кезеңнен сөзбе-сөз көшірілген (№ 1 іс-шара, 2024 жыл; 2024 жылғы III тоқсан; mz/1.xlsx, Есеп!L10).
                    ДСМ: орыс тіліне арналған бағанда қазақша мәтін тұр (№ 3 іс-шара, 2024 жыл).
                    ДСМ: қазақ тіліне арналған бағанда орысша мәтін тұр (№ 2 іс-шара, 2024 жыл).
                    ДСМ: бір құжатпен (№ 5, 2024 жылғы 1 қыркүйек) 3 іс-шараның орындалғаны расталды: 1, 2, 3.
                    """;
            case RU -> """
                    МЗ: указанный процент (88) расходится с вычисленным по числителю и знаменателю (70,8333) (мероприятие № 1, 2024 год); взят вычисленный.
                    МЗ: значение индикатора (120) больше 100 процентов (мероприятие № 3, 2024 год).
                    МЗ: значение индикатора ниже, чем за прошлый период (мероприятие № 1, 2024 год): теперь – 70,8333, прежде – 90 (III квартал 2024 года; mz/1.xlsx, Есеп!L10).
                    МЗ: значение индикатора резко изменилось по сравнению с прошлым периодом (мероприятие № 3, 2024 год): теперь – 120, прежде – 60 (III квартал 2024 года; mz/1.xlsx, Есеп!L12).
                    МЗ: знаменатель заметно отличается от прошлого периода (мероприятие № 1, 2024 год): теперь – 120, прежде – 100 (III квартал 2024 года; mz/1.xlsx, Есеп!L10).
                    МЗ: целевой индикатор значительно перевыполнен (мероприятие № 3, 2024 год): факт – 120, план – 80.
                    МЗ: указаны расходы на мероприятие, по которому план не предусматривает финансирования (мероприятие № 1, 2024 год): 1200,5 тыс. тенге.
                    МЗ: мероприятие с предусмотренным финансированием исполнено, но расходы не указаны (мероприятие № 2, 2024 год).
                    МЗ: дата завершения (31 декабря 2023 года) раньше дня, с которого действует обязательство (1 января 2024 года) (мероприятие № 3, 2024 год).
                    МЗ: дата завершения – 1 сентября 2024 года, хотя по сведениям органа за этот период работа не начата (III квартал 2024 года; mz/1.xlsx, Есеп!L11) (мероприятие № 2, 2024 год).
                    МЗ: текст о ходе исполнения дословно повторяет прошлый период (мероприятие № 1, 2024 год; III квартал 2024 года; mz/1.xlsx, Есеп!L10).
                    МЗ: в столбце для русского языка стоит казахский текст (мероприятие № 3, 2024 год).
                    МЗ: в столбце для казахского языка стоит русский текст (мероприятие № 2, 2024 год).
                    МЗ: одним документом (№ 5, 1 сентября 2024 года) подтверждено исполнение 3 мероприятий: 1, 2, 3.
                    """;
            case EN -> """
                    МЗ: the typed percentage (88) is not the one that numerator and denominator make (70.8333): measure 1, year 2024; the computed one was taken.
                    МЗ: the value of the indicator (120) is above 100 per cent: measure 3, year 2024.
                    МЗ: the value of the indicator is below that of the period before: measure 1, year 2024, now 70.8333, then 90 (quarter III of 2024; mz/1.xlsx, Есеп!L10).
                    МЗ: the value of the indicator jumped since the period before: measure 3, year 2024, now 120, then 60 (quarter III of 2024; mz/1.xlsx, Есеп!L12).
                    МЗ: the denominator is far from that of the period before: measure 1, year 2024, now 120, then 100 (quarter III of 2024; mz/1.xlsx, Есеп!L10).
                    МЗ: the target is far exceeded: measure 3, year 2024, actual 120, target 80.
                    МЗ: spending is reported for a measure for which the plan provides none: measure 1, year 2024, 1200.5 thousand tenge.
                    МЗ: a measure with allotted funds is done, and no spending is reported: measure 2, year 2024.
                    МЗ: the day of completion (31 December 2023) lies before the obligation began (1 January 2024): measure 3, year 2024.
                    МЗ: completed on 1 September 2024, when the agency itself said that nothing had begun (quarter III of 2024; mz/1.xlsx, Есеп!L11): measure 2, year 2024.
                    МЗ: the progress text is word for word that of the period before: measure 1, year 2024 (quarter III of 2024; mz/1.xlsx, Есеп!L10).
                    МЗ: a Kazakh text stands in the Russian column: measure 3, year 2024.
                    МЗ: a Russian text stands in the Kazakh column: measure 2, year 2024.
                    МЗ: one paper (No. 5, 1 September 2024) proves 3 measures: 1, 2, 3.
                    """;
        };
    }
    // spotless:on

    private static String codes(Reconciliation result) {
        return result.findings().stream()
                .map(Finding::code)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
