package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import kz.esep.plan.Deadline;
import kz.esep.plan.OpeningEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        claim                                               | received   | period  | status       | rule | days
        done 2024-12-31, information 5 2024-12-31           | 2025-01-10 | 2024-Q4 | DONE_ON_TIME | C1   | 0
        done 2024-03-01, information 5 2024-01-01           | 2025-01-10 | 2024-Q4 | DONE_ON_TIME | C1   | 0
        done 2025-01-01, information 5 2025-01-02           | 2025-01-10 | 2025-Q1 | DONE_LATE    | C2   | 1
        done 2025-03-31, information 5 2025-03-31           | 2025-04-10 | 2025-Q1 | DONE_LATE    | C2   | 90
        done 2024-12-01                                     | 2025-01-10 | 2024-Q4 | UNCONFIRMED  | C3   | 0
        done 2024-12-01, document 5 2024-12-01              | 2025-01-10 | 2024-Q4 | UNCONFIRMED  | C3   | 0
        done 2024-12-01, - 5 2024-12-01                     | 2025-01-10 | 2024-Q4 | UNCONFIRMED  | C3   | 0
        done 2024-12-01, information - 2024-12-01           | 2025-01-10 | 2024-Q4 | UNCONFIRMED  | C3   | 0
        done 2024-12-01, information 5 -                    | 2025-01-10 | 2024-Q4 | UNCONFIRMED  | C3   | 0
        done, information 5 2024-12-01                      | 2025-01-10 | 2024-Q4 | UNCONFIRMED  | C3   | 0
        done 2025-01-01, information 5 2025-01-02           | 2025-01-10 | 2024-Q4 | UNCONFIRMED  | C4   | 0
        done 2024-12-21, information 5 2024-12-20           | 2024-12-20 | 2024-Q4 | UNCONFIRMED  | C4   | 0
        done 2024-12-20, information 5 2024-12-20           | 2024-12-20 | 2024-Q4 | DONE_ON_TIME | C1   | 0
        done 2024-12-31, information 5 2023-12-31           | 2025-01-10 | 2024-Q4 | UNCONFIRMED  | C4   | 0
        done 2024-12-31, information 5 2025-01-20           | 2025-01-25 | 2024-Q4 | DONE_ON_TIME | C1   | 0
        done 2024-12-31, information 5 2025-01-21           | 2025-01-25 | 2024-Q4 | UNCONFIRMED  | C4   | 0
        done 2024-12-31, information 5 2025-01-10           | 2025-01-10 | 2024-Q4 | DONE_ON_TIME | C1   | 0
        done 2024-12-31, information 5 2025-01-11           | 2025-01-10 | 2024-Q4 | UNCONFIRMED  | C4   | 0
        in progress                                         | 2024-10-08 | 2024-Q3 | IN_PROGRESS  | C5   | 0
        work                                                | 2024-10-08 | 2024-Q3 | IN_PROGRESS  | C5   | 0
        value 80                                            | 2024-10-08 | 2024-Q3 | NOT_STARTED  | C5   | 0
        not started                                         | 2024-10-08 | 2024-Q3 | NOT_STARTED  | C5   | 0
        in progress                                         | 2025-01-10 | 2024-Q4 | OVERDUE      | C6   | 0
        not started                                         | 2025-04-10 | 2025-Q1 | OVERDUE      | C6   | 90
        value 80                                            | 2025-01-10 | 2024-Q4 | OVERDUE      | C6   | 0
        withdrawn                                           | 2025-01-10 | 2024-Q4 | OVERDUE      | C6   | 0
        """)
    // spotless:on
    void judgesWhatAnAgencyClaims(
            String claim, String received, String period, Status status, Rule rule, long days) {
        Assessment assessed =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", period, received, Said.of(1, 2024, "mz", claim))
                        .in(period)
                        .assessments()
                        .getFirst();

        assertEquals(Optional.of(status), assessed.status());
        assertEquals(rule, assessed.rule());
        assertEquals(days, assessed.days());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        form        | document date | status
        document    | 2024-12-31    | DONE_ON_TIME
        document    | 2025-01-01    | UNCONFIRMED
        statistics  | 2024-12-31    | DONE_ON_TIME
        statistics  | 2025-01-01    | UNCONFIRMED
        proposals   | 2025-01-20    | DONE_ON_TIME
        proposals   | 2025-01-21    | UNCONFIRMED
        information | 2025-01-20    | DONE_ON_TIME
        information | 2025-01-21    | UNCONFIRMED
        """)
    // spotless:on
    void onlyLettersToTheMinistryMayBeDatedAfterThePeriod(
            String form, String dated, Status status) {
        Assessment assessed =
                Case.yearly(form)
                        .lead(1, 2024, "mz")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-30",
                                Said.of(1, 2024, "mz", "done 2024-12-30, " + form + " 5 " + dated))
                        .in("2024-Q4")
                        .assessments()
                        .getFirst();

        assertEquals(Optional.of(status), assessed.status());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        days off   | document date | status
        ''         | 2025-01-20    | DONE_ON_TIME
        ''         | 2025-01-21    | UNCONFIRMED
        2025-01-20 | 2025-01-21    | DONE_ON_TIME
        2025-01-20 | 2025-01-22    | UNCONFIRMED
        """)
    // spotless:on
    void theLastDayOfALetterMovesWithTheDueDate(String daysOff, String dated, Status status) {
        Assessment assessed =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .movesDueDates(daysOff)
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-30",
                                Said.of(1, 2024, "mz", "done 2024-12-30, information 5 " + dated))
                        .in("2024-Q4")
                        .assessments()
                        .getFirst();

        assertEquals(Optional.of(status), assessed.status());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        deadline   | document date | status
        in 2025    | 2024-02-01    | DONE_ON_TIME
        in 2025    | 2018-12-31    | UNCONFIRMED
        every year | 2024-12-31    | UNCONFIRMED
        every year | 2025-01-01    | DONE_ON_TIME
        """)
    // spotless:on
    void aMeasureOfOneYearMayBeProvenEarly(String deadline, String dated, Status status) {
        Deadline due =
                deadline.equals("every year")
                        ? new Deadline.EveryYear()
                        : new Deadline.InYear(2025);
        Assessment assessed =
                new Case()
                        .measure(1, "document", due)
                        .lead(1, 2025, "mz")
                        .sends(
                                "mz",
                                "2025-Q1",
                                "2025-04-09",
                                Said.of(1, 2025, "mz", "done 2025-02-01, document 5 " + dated))
                        .in("2025-Q1")
                        .assessments()
                        .getFirst();

        assertEquals(Optional.of(status), assessed.status());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        year | period  | status       | rule | days | silent
        2024 | 2024-Q3 | NOT_REPORTED | C7   | 0    | false
        2024 | 2024-Q4 | OVERDUE      | C7   | 0    | true
        2024 | 2025-Q1 | OVERDUE      | C7   | 90   | true
        2023 | 2024-Q4 | NO_RECORD    | O1   | 0    | false
        """)
    // spotless:on
    void judgesSilence(
            int year, String period, Status status, Rule rule, long days, boolean silent) {
        Assessment assessed =
                Case.yearly("information").lead(1, year, "mz").in(period).assessments().getFirst();

        assertEquals(Optional.of(status), assessed.status());
        assertEquals(rule, assessed.rule());
        assertEquals(days, assessed.days());
        assertEquals(silent, assessed.notReported());
    }

    @Test
    void silenceAfterAnEarlierReportIsSilenceAndShowsTheLastWord() {
        Assessment assessed =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q3", "2024-10-08", Said.of(1, 2024, "mz", "in progress"))
                        .in("2024-Q4")
                        .assessments()
                        .getFirst();

        assertEquals(Optional.of(Status.OVERDUE), assessed.status());
        assertEquals(Rule.C7, assessed.rule());
        assertEquals("2024-Q3", assessed.claim().orElseThrow().period().toString());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        record    | date       | claim                                     | status       | rule | from opening
        DONE      | 2023-12-31 |                                           | DONE_ON_TIME | C8   | true
        DONE      | 2024-01-01 |                                           | DONE_LATE    | C8   | true
        DONE      | ''         |                                           | DONE_ON_TIME | C8   | true
        DONE      | 2023-12-31 | in progress                               | DONE_ON_TIME | C8   | true
        DONE      | 2023-12-31 | done 2024-02-01                           | DONE_ON_TIME | C8   | true
        DONE      | 2023-12-31 | done 2024-02-01, information 5 2024-02-01 | DONE_LATE    | C2   | false
        DONE      | 2023-12-31 | withdrawn                                 | OVERDUE      | C8   | false
        UNSETTLED | ''         |                                           | OVERDUE      | C7   | true
        UNSETTLED | ''         | in progress                               | OVERDUE      | C6   | false
        UNSETTLED | ''         | done 2024-02-01, information 5 2024-02-01 | DONE_LATE    | C2   | false
        CLOSED    | 2023-11-01 |                                           | CLOSED       | C10  | true
        CLOSED    | 2023-11-01 | in progress                               | CLOSED       | C10  | true
        """)
    // spotless:on
    void theOpeningRecordSpeaksBeforeTheAgency(
            OpeningEntry.Standing record,
            String date,
            @org.jspecify.annotations.Nullable String claim,
            Status status,
            Rule rule,
            boolean fromOpening) {
        Case told =
                Case.yearly("information").lead(1, 2023, "mz").opening(1, 2023, "mz", record, date);
        if (claim != null) {
            told.sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2023, "mz", claim));
        }

        Assessment assessed = told.in("2024-Q4").assessments().getFirst();

        assertEquals(Optional.of(status), assessed.status());
        assertEquals(rule, assessed.rule());
        assertEquals(fromOpening, assessed.opening().isPresent());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        claim                                      | decisions                                    | as of      | status       | rule | accepted
        done 2024-12-01, information 5 2024-12-01  | return 2025-01-10                            | 2025-01-30 | UNCONFIRMED  | C9   | false
        done 2024-12-01, information 5 2024-12-01  | return 2025-01-09                            | 2025-01-30 | DONE_ON_TIME | C1   | false
        done 2024-12-01, information 5 2024-12-01  | return 2025-01-31                            | 2025-01-30 | DONE_ON_TIME | C1   | false
        done 2024-12-01, information 5 2024-12-01  | return 2025-01-30                            | 2025-01-30 | UNCONFIRMED  | C9   | false
        done 2024-12-01                            | accept 2025-01-15                            | 2025-01-30 | DONE_ON_TIME | C9   | true
        done 2024-12-01                            | return 2025-01-15, accept 2025-01-20         | 2025-01-30 | DONE_ON_TIME | C9   | true
        done 2024-12-01                            | accept 2025-01-15, return 2025-01-20         | 2025-01-30 | UNCONFIRMED  | C9   | false
        done 2025-01-05                            | accept 2025-01-15                            | 2025-01-30 | UNCONFIRMED  | C4   | false
        done, information 5 2024-12-02             | accept 2025-01-15                            | 2025-01-30 | DONE_ON_TIME | C9   | true
        in progress                                | accept 2025-01-15                            | 2025-01-30 | OVERDUE      | C6   | false
        not started                                | off 2025-01-15                               | 2025-01-30 | CLOSED       | C10  | false
        not started                                | off 2025-01-31                               | 2025-01-30 | OVERDUE      | C6   | false
        in progress                                | extend 2024-12-16 to 2025-01-01              | 2025-01-30 | IN_PROGRESS  | C5   | false
        in progress                                | extend 2024-12-16 to 2024-12-31              | 2025-01-30 | OVERDUE      | C6   | false
        in progress                                | extend 2025-01-31 to 2025-06-30              | 2025-01-30 | OVERDUE      | C6   | false
        """)
    // spotless:on
    void theMinistryDecides(
            String claim, String acts, String asOf, Status status, Rule rule, boolean accepted) {
        Case told =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q4", "2025-01-10", Said.of(1, 2024, "mz", claim));
        for (String act : acts.split(", ", -1)) {
            told.decides(1, 2024, "mz", act);
        }

        Assessment assessed = told.in("2024-Q4", asOf).assessments().getFirst();

        assertEquals(Optional.of(status), assessed.status());
        assertEquals(rule, assessed.rule());
        assertEquals(accepted, assessed.accepted());
    }

    @Test
    void whatTheMinistryAcceptedWithoutAClaimWasDoneByThatDay() {
        Assessment assessed =
                Case.yearly("information")
                        .lead(1, 2023, "mz")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.UNSETTLED, "")
                        .decides(1, 2023, "mz", "accept 2024-11-22")
                        .in("2024-Q4")
                        .assessments()
                        .getFirst();

        assertEquals(Optional.of(Status.DONE_LATE), assessed.status());
        assertEquals(327, assessed.days());
        assertEquals(Rule.C9, assessed.rule());
    }

    /// An acceptance covers what it was given for: what had been claimed by its day, or, where
    /// nothing had, what comes afterwards. Blank words and words of unfinished work do not undo it.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        in Q3 (9 October)                | accepted           | in Q4 (9 January)                         | status       | rule | days | accepted
        ''                               | accept 2024-11-22  | ''                                        | DONE_ON_TIME | C9   | 0    | true
        ''                               | accept 2024-11-22  | value 80                                  | DONE_ON_TIME | C9   | 0    | true
        ''                               | accept 2024-11-22  | in progress                               | DONE_ON_TIME | C9   | 0    | true
        ''                               | accept 2024-11-22  | done 2024-11-20                           | DONE_ON_TIME | C9   | 0    | true
        ''                               | accept 2024-11-22  | done 2025-01-05                           | DONE_ON_TIME | C9   | 0    | true
        ''                               | accept 2024-11-22  | withdrawn                                 | OVERDUE      | C8   | 0    | false
        ''                               | accept 2025-01-20  | ''                                        | DONE_LATE    | C9   | 20   | true
        ''                               | accept 2025-01-08  | done 2024-12-30                           | DONE_ON_TIME | C9   | 0    | true
        ''                               | accept 2025-01-09  | in progress                               | OVERDUE      | C6   | 0    | false
        ''                               | accept 2025-01-08  | in progress                               | DONE_LATE    | C9   | 8    | true
        done 2024-09-01                  | accept 2024-11-22  | ''                                        | DONE_ON_TIME | C9   | 0    | true
        done 2024-09-01                  | accept 2024-11-22  | done 2024-12-30                           | DONE_ON_TIME | C9   | 0    | true
        done 2024-09-01                  | accept 2024-11-22  | done 2024-09-01                           | DONE_ON_TIME | C9   | 0    | true
        done 2024-09-01                  | accept 2024-11-22  | done 2024-12-30, information 5 2024-12-30 | DONE_ON_TIME | C1   | 0    | false
        done 2024-09-01                  | accept 2024-10-08  | done 2024-09-01                           | DONE_ON_TIME | C9   | 0    | true
        in progress                      | accept 2024-11-22  | done 2024-12-30                           | DONE_ON_TIME | C9   | 0    | true
        in progress                      | accept 2024-11-22  | ''                                        | OVERDUE      | C7   | 0    | false
        """)
    // spotless:on
    void anAcceptanceCoversWhatItWasGivenFor(
            String third,
            String act,
            String fourth,
            Status status,
            Rule rule,
            long days,
            boolean accepted) {
        Case told = Case.yearly("information").lead(1, 2024, "mz").decides(1, 2024, "mz", act);
        if (!third.isEmpty()) {
            told.sends("mz", "2024-Q3", "2024-10-09", Said.of(1, 2024, "mz", third));
        }
        if (!fourth.isEmpty()) {
            told.sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", fourth));
        }
        Reconciliation result = told.in("2024-Q4");
        Assessment assessed = result.assessments().getFirst();

        assertEquals(Optional.of(status), assessed.status());
        assertEquals(rule, assessed.rule());
        assertEquals(days, assessed.days());
        assertEquals(accepted, assessed.accepted());
        assertEquals(rule, Trial.of(assessed, result.facts()).rule());
    }

    /// When the same form is sent again after the acceptance, say to mend another row, nothing new
    /// is claimed; another day or paper is a new claim, which the acceptance did not know.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        sent again                                | status       | rule
        done 2024-12-01                           | DONE_ON_TIME | C9
        done 2024-12-02                           | UNCONFIRMED  | C3
        done 2024-12-01, document 5 2024-12-01    | UNCONFIRMED  | C3
        done 2024-12-01, information 5 2024-12-01 | DONE_ON_TIME | C1
        """)
    // spotless:on
    void whatIsSentAgainAfterAnAcceptanceIsStillAccepted(String again, Status status, Rule rule) {
        Reconciliation result =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "mz", "done 2024-12-01"))
                        .decides(1, 2024, "mz", "accept 2025-01-15")
                        .sends("mz", "2024-Q4", "2025-01-16", Said.of(1, 2024, "mz", again))
                        .in("2024-Q4");
        Assessment assessed = result.assessments().getFirst();

        assertEquals(Optional.of(status), assessed.status());
        assertEquals(rule, assessed.rule());
        assertEquals(rule, Trial.of(assessed, result.facts()).rule());
    }

    /// What the ministry accepted is settled: nobody is asked for it any more, nor called late.
    @Test
    void whatWasAcceptedWithoutAClaimIsNoLongerExpected() {
        Reconciliation result =
                Case.yearly("information")
                        .lead(1, 2023, "mz")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.UNSETTLED, "")
                        .decides(1, 2023, "mz", "accept 2024-05-22")
                        .in("2024-Q4");

        assertEquals(java.util.List.of(), result.open());
        assertEquals(java.util.List.of(), result.timeliness());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        decisions                                    | claim                                     | status       | rule | from opening
        return 2024-06-03                            | ''                                        | UNCONFIRMED  | C9   | true
        return 2024-06-03                            | in progress                               | OVERDUE      | C6   | false
        return 2024-06-03                            | done 2024-07-01                           | UNCONFIRMED  | C3   | false
        return 2024-06-03                            | done 2024-07-01, information 5 2024-07-01 | DONE_LATE    | C2   | false
        return 2024-06-03, accept 2024-06-10         | ''                                        | DONE_ON_TIME | C8   | true
        accept 2024-06-03, return 2024-06-10         | ''                                        | UNCONFIRMED  | C9   | true
        return 2025-12-31                            | ''                                        | UNCONFIRMED  | C9   | true
        return 2026-01-01                            | ''                                        | DONE_ON_TIME | C8   | true
        """)
    // spotless:on
    void theMinistryMayReturnWhatItHadRecordedAsDone(
            String acts, String claim, Status status, Rule rule, boolean fromOpening) {
        Case told =
                Case.yearly("information")
                        .lead(1, 2023, "mz")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.DONE, "2023-12-01");
        for (String act : acts.split(", ", -1)) {
            told.decides(1, 2023, "mz", act);
        }
        if (!claim.isEmpty()) {
            told.sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2023, "mz", claim));
        }
        Reconciliation result = told.in("2024-Q4");
        Assessment assessed = result.assessments().getFirst();

        assertEquals(Optional.of(status), assessed.status());
        assertEquals(rule, assessed.rule());
        assertEquals(fromOpening, assessed.opening().isPresent());
        assertEquals(rule, Trial.of(assessed, result.facts()).rule());
    }

    @Test
    void anExtendedDueDateIsTheOneThatCounts() {
        Assessment assessed =
                Case.yearly("information")
                        .lead(1, 2023, "mz")
                        .decides(1, 2023, "mz", "extend 2023-12-16 to 2024-06-30")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-10",
                                Said.of(1, 2023, "mz", "done 2024-07-01, information 5 2024-07-01"))
                        .in("2024-Q4")
                        .assessments()
                        .getFirst();

        assertEquals(Optional.of(Status.DONE_LATE), assessed.status());
        assertEquals(1, assessed.days());
    }

    @Test
    void aTargetOnlyYearHasNoStatus() {
        Assessment assessed =
                Case.document(2021)
                        .targetOnly(1, 2024, "mz")
                        .in("2024-Q4")
                        .assessments()
                        .getFirst();

        assertEquals(Optional.empty(), assessed.status());
        assertEquals(Rule.U4, assessed.rule());
    }

    @Test
    void aSilentVolunteerHasNoStatus() {
        Assessment assessed =
                Case.yearly("information")
                        .byAgreement(1, 2024, "fund")
                        .in("2024-Q4")
                        .assessments()
                        .getFirst();

        assertEquals(Optional.empty(), assessed.status());
        assertEquals(Rule.U7, assessed.rule());
    }
}
