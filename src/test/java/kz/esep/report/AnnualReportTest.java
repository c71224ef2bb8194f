package kz.esep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.plan.Period;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciler;
import org.junit.jupiter.api.Test;

/// The legal consolidated information on a year, from the quarters that were sent.
class AnnualReportTest {

    /// No quarter of the year is judged beside it, and certainly not one of which nothing was said:
    /// "0 of 0 in time" would read as if all had come in time.
    @Test
    void judgesTheAgenciesByTheLawsCycleAlone() {
        Facts facts = Samples.whole().facts();
        Reports reports =
                Reports.of(
                        Reconciler.reconcile(
                                new Facts(
                                        facts.redaction(),
                                        facts.register(),
                                        Period.year(2024),
                                        facts.asOf(),
                                        facts.zone(),
                                        facts.files(),
                                        facts.opening(),
                                        facts.decisions(),
                                        facts.calendar())),
                        Samples.provenance());

        List<CycleTable> cycles = reports.consolidated().discipline();

        assertThat(cycles).extracting(table -> table.cycle().id()).containsExactly("law");
        assertThat(cycles.getFirst().period()).isEqualTo(Period.year(2024));
        assertThat(cycles.getFirst().due()).isEqualTo(LocalDate.of(2025, 1, 20));
        assertThat(cycles.getFirst().consolidatedDue())
                .isEqualTo(Optional.of(LocalDate.of(2025, 2, 15)));
        assertThat(cycles.getFirst().standings().total())
                .isEqualTo(cycles.getFirst().rows().size())
                .isGreaterThan(20);
    }
}
