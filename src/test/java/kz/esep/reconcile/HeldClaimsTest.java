package kz.esep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.plan.Deadline;
import kz.esep.report.Quoted;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However often agencies corrected themselves, a run holds no more of it.
class HeldClaimsTest {

    /// One that stands for each of three years.
    private static final int CLAIMS = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40})
    void reportsHoldNoMoreClaimsForMoreCorrections(int corrections) {
        Reconciliation brief = brief(corrected(corrections));
        Reports reports = Reports.of(brief, Samples.provenance());

        assertEquals(
                CLAIMS,
                Reachable.count(Claim.class, brief, reports, reports.consolidated()),
                "claims held of " + brief.conservation());
        assertEquals(1 + 5 * corrections, brief.conservation().accepted());
    }

    /// What is counted above would be found.
    @Test
    void aWholeReconciliationHoldsAllOfThem() {
        Case told = corrected(40);
        Reconciliation whole = told.in("2024-Q4", "2025-02-01");

        assertEquals(201, Reachable.count(Claim.class, whole));
    }

    @Test
    void whoAsksWhatBecameOfEachClaimIsToldThatTheyAreNotHeld() {
        Reconciliation brief = brief(corrected(1));

        assertThatIllegalStateException()
                .isThrownBy(() -> new Chains(brief))
                .withMessage("claims that decide nothing are not held here");
        assertThatIllegalStateException().isThrownBy(() -> History.of(brief, 1, Optional.empty()));
    }

    /// One year's claims are asked for when the former year's are done with.
    @Test
    void goesThroughTheYearsOnce() {
        Case told = corrected(2);
        Facts facts = told.facts("2024-Q4", "2025-02-01");
        ClaimsByYear all = ClaimsByYear.of(facts.files());
        List<Integer> asked = new ArrayList<>();

        Reconciler.reconcile(
                facts,
                new ClaimsByYear(
                        all.years(),
                        year -> {
                            asked.add(year);
                            return all.of(year);
                        }),
                (_, _) -> false,
                told.obligations());

        assertThat(asked).isSorted().doesNotHaveDuplicates().contains(2022, 2023, 2024);
    }

    private static Reconciliation brief(Case told) {
        Facts facts = told.facts("2024-Q4", "2025-02-01");
        Facts heads = facts.of(facts.files().stream().map(FileOutcome::head).toList());
        ClaimsByYear claims = ClaimsByYear.of(facts.files());
        Quoted quoted = Quoted.of(heads, claims, told.obligations());
        return Quoted.byFindings(
                Reconciler.reconcile(heads, claims, quoted::contains, told.obligations()));
    }

    /// One agency that sends every quarter's rows of three years many times over.
    private static Case corrected(int times) {
        Case told =
                new Case()
                        .measure(1, "information", new Deadline.EveryYear())
                        .lead(1, 2022, "mz")
                        .lead(1, 2023, "mz")
                        .lead(1, 2024, "mz");
        for (int minute = 0; minute < times; minute++) {
            told.sends("mz", "2022-Q4", at("2023-01-09", minute), Said.of(1, 2022, "mz", "work"))
                    .sends(
                            "mz",
                            "2023-Q4",
                            at("2024-01-09", minute),
                            Said.of(1, 2023, "mz", "work"))
                    .sends(
                            "mz",
                            "2024-Q2",
                            at("2024-07-09", minute),
                            Said.of(1, 2024, "mz", "work"))
                    .sends(
                            "mz",
                            "2024-Q3",
                            at("2024-10-09", minute),
                            Said.of(1, 2024, "mz", "work"))
                    .sends(
                            "mz",
                            "2024-Q4",
                            at("2025-01-08", minute),
                            Said.of(1, 2024, "mz", "work"));
        }
        return told.sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", "work"));
    }

    private static String at(String day, int minute) {
        return "%sT12:%02d".formatted(day, minute);
    }
}
