package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kz.esep.plan.Deadline;
import kz.esep.plan.Decision;
import kz.esep.plan.Executor;
import kz.esep.plan.OpeningEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconcilerTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theOrderOfTheFactsChangesNothing(long seed) {
        Reconciliation expected = told().in("2024-Q4");

        Reconciliation actual = told().shuffled(seed).in("2024-Q4");

        assertEquals(expected.measures(), actual.measures());
        assertEquals(expected.assessments(), actual.assessments());
        assertEquals(expected.open(), actual.open());
        assertEquals(expected.overall(), actual.overall());
        assertEquals(expected.byAgency(), actual.byAgency());
        assertEquals(expected.bySection(), actual.bySection());
        assertEquals(expected.timeliness(), actual.timeliness());
        assertEquals(expected.fates(), actual.fates());
        assertEquals(expected.findings(), actual.findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"})
    void theFatesCloseInEveryPeriod(String period) {
        Reconciliation result = told().in(period);

        long filed =
                result.facts().files().stream()
                        .flatMap(file -> file.submission().stream())
                        .filter(sent ->
                                !sent.period().lastDay().isAfter(result.facts().period().lastDay()))
                        .mapToLong(sent -> sent.claims().size())
                        .sum();
        assertEquals(
                filed,
                result.fates().deciding().size()
                        + result.fates().supersededBy().size()
                        + result.fates().withoutObligation().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-07-09", "2024-10-09", "2025-01-09"})
    void whatIsKnownLaterNeverRewritesWhatWasReportedThen(String asOf) {
        Case early = told();
        Reconciliation then = early.in("2024-Q2", asOf);
        Reconciliation again =
                early.sends("mz", "2024-Q2", "2025-03-01", Said.of(1, 2024, "mz", "not started"))
                        .in("2024-Q2", asOf);

        assertEquals(then.assessments(), again.assessments());
        assertEquals(then.fates(), again.fates());
    }

    /// Two measures, told in the wrong order: each has its own units and status, and the units
    /// stand by measure, then by year, as in the plan.
    @Test
    void keepsTheMeasuresApartAndInThePlansOrder() {
        Reconciliation result =
                new Case()
                        .measure(2, "document", new Deadline.EveryYear())
                        .measure(1, "document", new Deadline.EveryYear())
                        .lead(1, 2024, "mz")
                        .lead(2, 2025, "mp")
                        .lead(2, 2024, "mp")
                        .decides(1, 2024, "mz", "off 2024-12-01")
                        .decides(2, 2024, "mp", "extend 2024-12-01 to 2025-06-30")
                        .in("2025-Q1");

        assertEquals(
                List.of("2 2024 mp", "2 2025 mp", "1 2024 mz"),
                result.assessments().stream()
                        .map(Assessment::obligation)
                        .map(duty -> duty.measure() + " " + duty.year() + " " + duty.holder())
                        .toList());
        assertEquals(
                List.of(Optional.of(Status.NOT_REPORTED), Optional.of(Status.CLOSED)),
                result.measures().stream().map(MeasureResult::status).toList());
        assertEquals(
                List.of("2025-06-30", "none", "2024-12-01"),
                result.assessments().stream().map(ReconcilerTest::decided).toList());
    }

    private static String decided(Assessment unit) {
        return unit.decision()
                .map(decision ->
                        decision instanceof Decision.Extend extension
                                ? extension.due().toString()
                                : decision.date().toString())
                .orElse("none");
    }

    /// Findings are read by code, then by place, whatever came first.
    @Test
    void sortsTheFindingsForTheReader() {
        Reconciliation result =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q4", "2025-01-10", Said.of(8, 2024, "mz", "in progress"))
                        .sends("mz", "2024-Q4", "2025-01-09", Said.of(7, 2024, "mz", "in progress"))
                        .sends("mp", "2024-Q4", "2025-01-08", Said.of(1, 2024, "mz", "in progress"))
                        .in("2024-Q4");

        assertEquals(
                List.of(
                        "CLAIM_WITHOUT_OBLIGATION mz/1.xlsx, Есеп!L10",
                        "CLAIM_WITHOUT_OBLIGATION mz/2.xlsx, Есеп!L10",
                        "CLAIM_FOR_ANOTHER_AGENCY mp/3.xlsx, Есеп!L10"),
                result.findings().stream()
                        .map(finding -> finding.code() + " " + finding.place())
                        .toList());
    }

    private static Case told() {
        String done = "done 2024-09-01, information 5 2024-09-01, value 8/10";
        return Case.yearly("information")
                .lead(1, 2023, "mz")
                .lead(1, 2024, "mz")
                .coExecutor(1, 2024, "mp")
                .regions(1, 2024, Executor.Role.CO_EXECUTOR, "abai", "akmola")
                .opening(1, 2023, "mz", OpeningEntry.Standing.UNSETTLED, "")
                .decides(1, 2024, "mp", "extend 2024-05-01 to 2025-02-01")
                .decides(1, 2024, "mp", "return 2024-11-01")
                .sends("mz", "2024-Q2", "2024-07-09", Said.of(1, 2024, "mz", "in progress"))
                .sends("mz", "2024-Q3", "2024-10-09", Said.of(1, 2024, "mz", done))
                .sends(
                        "mz",
                        "2024-Q4",
                        "2025-01-09",
                        Said.of(1, 2024, "mz", "value 9/10"),
                        Said.of(1, 2023, "mz", "withdrawn"))
                .sends("mp", "2024-Q3", "2024-10-10", Said.of(1, 2024, "mp", done))
                .sends("mp", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mp", "in progress"))
                .sends("abai", "2024-Q4", "2025-01-09", Said.of(1, 2024, "abai", done))
                .sends("abai", "2024-Q4", "2025-01-09", Said.of(1, 2024, "abai", "not started"))
                .sends("akmola", "2024-Q4", "2025-01-25", Said.of(1, 2024, "abai", done));
    }
}
