package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kz.esep.plan.Executor;
import kz.esep.plan.OpeningEntry;
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
