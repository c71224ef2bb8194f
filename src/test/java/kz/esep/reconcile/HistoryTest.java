package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.Deadline;
import kz.esep.plan.OpeningEntry;
import kz.esep.plan.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What agencies said quarter by quarter, and what stands of it, over two years.
class HistoryTest {

    private static final Speech SPEECH = Speech.of(Path.of("templates/messages"), Language.EN);
    private static final List<String> QUARTERS =
            List.of(
                    "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3",
                    "2025-Q4");

    /// `·` nothing was sent, `w` work, `n` not started, `D` done and proven, `d` done without
    /// proof, `x` withdrawn. The statuses are those of 2024's obligation in each quarter's report:
    /// P in progress, N not started, – not reported, U unconfirmed, D done on time, L done late, O
    /// overdue.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        said in 2024 and 2025 | statuses        | comment
        · · · · · · · ·       | – – – O O O O O | nobody ever said anything
        w w w D · · · ·       | P P P D D D D D | done in its last quarter and carried forward
        D · · · · · · ·       | D D D D D D D D | done in its first quarter and carried forward
        D · w · · · · ·       | D D D D D D D D | said to be under way without taking it back: stays done
        D · x · · · · ·       | D D N O O O O O | taken back in words
        D · x w D · · ·       | D D N O L L L L | taken back, and done anew after the due date
        D x D · · · · ·       | D N D D D D D D | taken back, and done anew in time
        d · · · · · · ·       | U U U U U U U U | unproven, and silent since: the proof is still missing
        d D · · · · · ·       | U D D D D D D D | proven in the next quarter
        w · · · · · · ·       | P – – O O O O O | silent since the first quarter
        w w w w w D · ·       | P P P O O L L L | arrears of 2024, settled in mid 2025
        n n n n n n n n       | N N N O O O O O | never begun
        · · · D x · D ·       | – – – D O O L L | taken back after the year, and done anew
        · · · d · · · D       | – – – U U U U L | proven a year later
        """)
    // spotless:on
    void carriesForwardWhatWasProven(String said, String statuses, String comment) {
        Case told =
                new Case()
                        .measure(1, "information", new Deadline.EveryYear())
                        .lead(1, 2024, "mz")
                        .lead(1, 2025, "mz");
        String[] words = said.split(" ", -1);
        for (int quarter = 0; quarter < words.length; quarter++) {
            say(told, quarter, words[quarter]);
        }
        List<String> seen = new ArrayList<>();
        for (String quarter : QUARTERS) {
            seen.add(letter(unit(told.in(quarter), 2024)));
        }

        assertEquals(statuses, String.join(" ", seen), comment);
    }

    private static void say(Case told, int quarter, String word) {
        Period period = Period.parse(QUARTERS.get(quarter)).orElseThrow();
        String day = period.firstDay().plusDays(40).toString();
        String claim =
                switch (word) {
                    case "w" -> "in progress";
                    case "n" -> "not started";
                    case "D" -> "done " + day + ", information 5 " + day(period);
                    case "d" -> "done " + day;
                    case "x" -> "withdrawn";
                    default -> "";
                };
        if (!claim.isEmpty()) {
            told.sends(
                    "mz",
                    period.toString(),
                    period.lastDay().plusDays(8).toString(),
                    Said.of(1, 2024, "mz", claim));
        }
    }

    private static String day(Period period) {
        return period.firstDay().plusDays(41).toString();
    }

    private static Assessment unit(Reconciliation result, int year) {
        return result.assessments().stream()
                .filter(unit -> unit.obligation().year() == year)
                .findFirst()
                .orElseThrow();
    }

    private static String letter(Assessment unit) {
        return switch (unit.status().orElseThrow()) {
            case IN_PROGRESS -> "P";
            case NOT_STARTED -> "N";
            case NOT_REPORTED -> "–";
            case UNCONFIRMED -> "U";
            case DONE_ON_TIME -> "D";
            case DONE_LATE -> "L";
            case OVERDUE -> "O";
            case CLOSED -> "C";
            case NO_RECORD -> "?";
        };
    }

    /// A5: the years of a measure that are known and unsettled, in each quarter's report.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        period  | 2023 opened as | 2024 done in | arrears
        2024-Q1 | UNSETTLED      | ''           | 2023
        2024-Q4 | UNSETTLED      | ''           | 2023
        2025-Q1 | UNSETTLED      | ''           | 2023 2024
        2025-Q1 | UNSETTLED      | 2024-Q4      | 2023
        2025-Q1 | DONE           | ''           | 2024
        2025-Q1 | DONE           | 2024-Q2      | ''
        2025-Q1 | CLOSED         | 2025-Q2      | 2024
        2025-Q2 | CLOSED         | 2025-Q2      | ''
        2025-Q4 | UNSETTLED      | 2025-Q4      | 2023
        """)
    // spotless:on
    void earlierYearsStayOpenUntilTheyAreSettled(
            String period, OpeningEntry.Standing opened, String doneIn, String arrears) {
        Case told =
                new Case()
                        .measure(1, "information", new Deadline.EveryYear())
                        .lead(1, 2022, "mz")
                        .lead(1, 2023, "mz")
                        .lead(1, 2024, "mz")
                        .lead(1, 2025, "mz")
                        .opening(1, 2023, "mz", opened, "");
        if (!doneIn.isEmpty()) {
            say(told, QUARTERS.indexOf(doneIn), "D");
        }

        assertEquals(
                arrears,
                told.in(period).measures().getFirst().arrears().stream()
                        .map(unit -> Integer.toString(unit.obligation().year()))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void showsEveryVersionWithItsFileAndCellAndWhatBecameOfIt() {
        Case told =
                new Case()
                        .measure(1, "information", new Deadline.EveryYear())
                        .lead(1, 2023, "mz")
                        .lead(1, 2024, "mz")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.DONE, "2023-12-01")
                        .decides(1, 2024, "mz", "extend 2024-12-01 to 2025-06-30");
        say(told, 0, "w");
        say(told, 1, "D");
        say(told, 2, "x");
        told.sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2024, "mz", "in progress"));
        told.sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", "work, value 40"));
        told.sends("mp", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mp", "not started"));
        say(told, 4, "D");

        assertEquals(
                """
                2023, МЗ
                Opening record, line 2: done, 1 December 2023, № 7.
                No claim was received.
                Now: Done on time (rule C8). Done on time by the ministry’s record: completed 1 December 2023, due 31 December 2023; proven by № 7.
                2024, МЗ
                For quarter I of 2024, received 08.04.2024 12:00 (incoming No. 25-1), ledger line 1: mz/1.xlsx, Есеп!L10.
                  Says: in progress.
                  → Superseded by ledger line 2: mz/2.xlsx, Есеп!L10.
                For quarter II of 2024, received 08.07.2024 12:00 (incoming No. 25-2), ledger line 2: mz/2.xlsx, Есеп!L10.
                  Says: done; completed 11 May 2024; information No. 5 of 12 May 2024.
                  → Withdrawn by ledger line 3: mz/3.xlsx, Есеп!L10.
                For quarter III of 2024, received 08.10.2024 12:00 (incoming No. 25-3), ledger line 3: mz/3.xlsx, Есеп!L10.
                  Says: information withdrawn.
                  → Superseded by ledger line 5: mz/5.xlsx, Есеп!L10.
                For quarter IV of 2024, received 08.01.2025 12:00 (incoming No. 25-4), ledger line 4: mz/4.xlsx, Есеп!L10.
                  Says: in progress.
                  → Superseded by ledger line 5: mz/5.xlsx, Есеп!L10.
                For quarter IV of 2024, received 09.01.2025 12:00 (incoming No. 25-5), ledger line 5: mz/5.xlsx, Есеп!L10.
                  Says: no state; value 40%.
                  Progress: “Жұмыс жүргізілуде”
                  → Superseded by ledger line 7: mz/7.xlsx, Есеп!L10; its value of the indicator still counts.
                For quarter I of 2025, received 08.04.2025 12:00 (incoming No. 25-7), ledger line 7: mz/7.xlsx, Есеп!L10.
                  Says: done; completed 10 February 2025; information No. 5 of 11 February 2025.
                  → It counts.
                1 December 2024: the due date moved to 30 June 2025. письмо № 31. Есть причина.
                Now: Done on time (rule C1). Done on time: completed 10 February 2025, due 30 June 2025 (extended); proven by information No. 5 of 11 February 2025.
                —
                For quarter IV of 2024, received 09.01.2025 12:00 (incoming No. 25-6), ledger line 6: mp/6.xlsx, Есеп!L10.
                  Says: not started.
                  → Belongs to no obligation of the sender.
                """,
                printed(History.of(told.in("2025-Q1"), 1, Optional.empty())));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        record | act               | quarter | claim                                     | became of it
        ''     | ''                | 2024-Q4 | in progress                               | It counts.
        ''     | ''                | 2024-Q3 | in progress                               | The last that was heard; nothing came for quarter IV of 2024, though a claim was expected (C7).
        ''     | ''                | 2024-Q3 | done 2024-09-01, information 5 2024-09-02 | It counts, carried forward from an earlier period (C8).
        ''     | off 2024-11-22    | 2024-Q4 | in progress                               | Taken note of; the ministry’s own record or decision decides.
        ''     | accept 2024-11-22 | 2024-Q4 | in progress                               | Taken note of; the ministry’s own record or decision decides.
        ''     | accept 2025-01-20 | 2024-Q4 | in progress                               | It counts.
        ''     | accept 2025-01-20 | 2024-Q4 | done 2024-12-01                           | It counts.
        ''     | return 2025-01-20 | 2024-Q4 | done 2024-12-01                           | It counts.
        DONE   | ''                | 2024-Q4 | in progress                               | Taken note of; the ministry’s own record or decision decides.
        DONE   | ''                | 2024-Q4 | withdrawn                                 | It counts, and takes back what had been done (C8).
        CLOSED | ''                | 2024-Q4 | in progress                               | Taken note of; the ministry’s own record or decision decides.
        """)
    // spotless:on
    void saysWhatBecameOfAClaim(
            String record, String act, String quarter, String claim, String became) {
        Case told =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", quarter, "2025-01-09", Said.of(1, 2024, "mz", claim));
        if (!record.isEmpty()) {
            told.opening(1, 2024, "mz", OpeningEntry.Standing.valueOf(record), "2024-01-09");
        }
        if (!act.isEmpty()) {
            told.decides(1, 2024, "mz", act);
        }

        assertEquals(
                List.of("  → " + became),
                printed(History.of(told.in("2024-Q4"), 1, Optional.empty()))
                        .lines()
                        .filter(line -> line.contains("→"))
                        .toList());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        region | says        | broken
        vko    | value 40    | 1
        abai   | value 40    | 1
        akmola | value 40    | 0
        vko    | in progress | 0
        """)
    // spotless:on
    void marksTheValuesOfARegionThatWasSplit(String region, String says, int broken) {
        Case told =
                new Case()
                        .measure(1, "information", new Deadline.EveryYear())
                        .lead(1, 2024, region)
                        .sends(region, "2024-Q4", "2025-01-08", Said.of(1, 2024, region, says));

        assertEquals(
                broken,
                printed(History.of(told.in("2024-Q4"), 1, Optional.empty()))
                        .lines()
                        .filter(line ->
                                line.endsWith(
                                        ": the region was split on 8 June 2022; its values before"
                                                + " and after that day cannot be compared, the"
                                                + " series is broken."))
                        .count());
    }

    @Test
    void asksOfOneAgencyOnly() {
        Case told =
                new Case()
                        .measure(1, "information", new Deadline.EveryYear())
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp")
                        .sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2024, "mz", "in progress"))
                        .sends("mp", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mp", "work"))
                        .sends("mp", "2024-Q4", "2025-01-10", Said.of(1, 2020, "mp", "work"));
        History history = History.of(told.in("2024-Q4"), 1, Optional.of("mp"));

        assertEquals(
                List.of("2024 МП"),
                history.obligations().stream()
                        .map(tale -> tale.year() + " " + tale.agency().ru())
                        .toList());
        assertEquals(4, history.strays().size());
        assertEquals(
                List.of(), History.of(told.in("2024-Q4"), 1, Optional.of("mks")).obligations());
    }

    /// Neither another measure's story nor another agency's is told, and none that says nothing.
    @Test
    void tellsOnlyWhatWasAskedFor() {
        Reconciliation result =
                new Case()
                        .measure(1, "information", new Deadline.EveryYear())
                        .measure(2, "information", new Deadline.EveryYear())
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp")
                        .coExecutor(1, 2024, "mks")
                        .lead(2, 2024, "mz")
                        .decides(1, 2024, "mks", "extend 2024-12-01 to 2025-06-30")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-08",
                                Said.of(1, 2024, "mz", "in progress"),
                                Said.of(2, 2024, "mz", "in progress"),
                                Said.of(1, 2020, "mz", "work"),
                                Said.of(2, 2020, "mz", "work"))
                        .in("2024-Q4");

        assertEquals(
                List.of("МЗ", "МКС"),
                History.of(result, 1, Optional.empty()).obligations().stream()
                        .map(tale -> tale.agency().ru())
                        .toList());
        assertEquals(4, History.of(result, 1, Optional.empty()).strays().size());
        assertEquals(4, History.of(result, 1, Optional.of("mz")).strays().size());
        assertEquals(List.of(), History.of(result, 1, Optional.of("mp")).strays());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        written           | in Kazakh | in Russian
        kk Иә, ru Да      | Иә        | Да
        kk Иә             | Иә        | Иә
        ru Да             | Да        | Да
        """)
    // spotless:on
    void quotesAnAgencysWordsInTheReadersLanguageIfItWroteAny(
            String written, String kazakh, String russian) {
        History history =
                History.of(
                        Case.yearly("information")
                                .lead(1, 2024, "mz")
                                .sends(
                                        "mz",
                                        "2024-Q4",
                                        "2025-01-08",
                                        Said.of(1, 2024, "mz", "in progress, " + written))
                                .in("2024-Q4"),
                        1,
                        Optional.empty());

        assertEquals("«" + kazakh + "»", quoted(history, Language.KK));
        assertEquals("«" + russian + "»", quoted(history, Language.RU));
    }

    private static String quoted(History history, Language language) {
        Speech speech = Speech.of(Path.of("templates/messages"), language);
        return history.obligations().getFirst().sentences().stream()
                .map(speech::say)
                .filter(said -> said.contains("«"))
                .map(said -> said.substring(said.indexOf('«'), said.indexOf('»') + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String printed(History history) {
        List<String> lines = new ArrayList<>();
        history.obligations()
                .forEach(tale -> {
                    lines.add(tale.year() + ", " + tale.agency().ru());
                    tale.sentences().forEach(sentence -> lines.add(SPEECH.say(sentence)));
                });
        lines.add("—");
        history.strays().forEach(sentence -> lines.add(SPEECH.say(sentence)));
        return String.join("\n", lines).replace('\u00A0', ' ') + "\n";
    }
}
