package kz.esep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import kz.esep.plan.Measure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds whatever the plan demands and the agencies send: 150 cases drawn by lot.
class PropertiesTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheSubmissionsDoesNotMatter(long seed) {
        same(Anything.by(seed).in("2024-Q4"), Anything.by(seed).shuffled(seed + 1).in("2024-Q4"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aVoluntaryExecutorChangesNoIndex(long seed) {
        String done = "done 2024-09-01, information 5 2024-09-01, value 1";
        Reconciliation before = Anything.by(seed).in("2024-Q4");
        Reconciliation after =
                Anything.by(seed)
                        .byAgreement(1, 2024, "fund")
                        .byAgreement(2, 2024, "fund")
                        .sends(
                                "fund",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "fund", seed % 2 == 0 ? done : "not started"))
                        .in("2024-Q4");

        assertEquals(before.overall(), after.overall());
        assertEquals(before.byAgency(), after.byAgency());
        assertEquals(before.bySection(), after.bySection());
        assertEquals(before.timeliness(), after.timeliness());
        assertEquals(
                before.measures().stream().map(MeasureResult::status).toList(),
                after.measures().stream().map(MeasureResult::status).toList());
        assertEquals(
                before.measures().stream().map(MeasureResult::target).toList(),
                after.measures().stream().map(MeasureResult::target).toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rollUpsEqualTheSumOfTheirParts(long seed) {
        Reconciliation result = Anything.by(seed).in("2024-Q4");

        assertEquals(sum(result.bySection().values()), result.overall());
        assertEquals(sum(result.byAgency().values()), result.overall());
        for (MeasureResult measure : result.measures()) {
            List<Assessment> counted =
                    measure.units().stream()
                            .filter(unit -> !unit.obligation().voluntary())
                            .filter(unit -> unit.status().filter(Status::takesPart).isPresent())
                            .toList();
            assertEquals(counted.size(), measure.countedUnits());
            assertEquals(
                    counted.stream().filter(unit -> unit.status().orElseThrow().done()).count(),
                    measure.doneUnits());
            if (measure.measure().policy() == Measure.AggregationPolicy.ALL && !counted.isEmpty()) {
                assertThat(counted)
                        .extracting(unit -> unit.status().orElseThrow())
                        .allMatch(status -> status.compareTo(measure.status().orElseThrow()) >= 0)
                        .contains(measure.status().orElseThrow());
            }
        }
        assertThat(result.overall().thisYear())
                .matches(share -> share.onTime() <= share.done() && share.done() <= share.due());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFatesOfAllClaimsClose(long seed) {
        Reconciliation result = Anything.by(seed).in("2024-Q4");
        Reconciliation.Fates fates = result.fates();
        Set<FiledClaim> ended = new HashSet<>(fates.deciding());
        ended.addAll(fates.supersededBy().keySet());
        ended.addAll(fates.withoutObligation());

        assertEquals(
                ended.size(),
                fates.deciding().size()
                        + fates.supersededBy().size()
                        + fates.withoutObligation().size());
        assertEquals(
                result.facts().files().stream()
                        .flatMap(file -> file.submission().stream())
                        .filter(sent -> sent.period().compareTo(result.facts().period()) <= 0)
                        .mapToLong(sent -> sent.claims().size())
                        .sum(),
                ended.size());
    }

    /// The report of any past moment is the same, whether what came later has come or not.
    @ParameterizedTest
    @MethodSource("seeds")
    void movingAsOfForwardNeverRewritesThePast(long seed) {
        for (String asOf : List.of("2024-07-20", "2025-01-05", "2025-01-20")) {
            Case whole = Anything.by(seed);
            Reconciliation then = whole.in("2024-Q4", asOf);
            Reconciliation knowingMore =
                    whole.sends(
                                    "mtszn",
                                    "2024-Q4",
                                    "2025-02-01",
                                    Said.of(1, 2024, "mtszn", "withdrawn, value 3"),
                                    Said.of(2, 2023, "mtszn", "done"))
                            .decides(1, 2024, "mz", "off 2025-02-01")
                            .in("2024-Q4", asOf);

            same(then, knowingMore);
        }
    }

    private static void same(Reconciliation one, Reconciliation other) {
        assertEquals(one.measures(), other.measures());
        assertEquals(one.assessments(), other.assessments());
        assertEquals(one.open(), other.open());
        assertEquals(one.overall(), other.overall());
        assertEquals(one.byAgency(), other.byAgency());
        assertEquals(one.bySection(), other.bySection());
        assertEquals(one.timeliness(), other.timeliness());
        assertEquals(one.fates(), other.fates());
        assertEquals(one.findings(), other.findings());
    }

    private static Index sum(Iterable<Index> parts) {
        Index all = Index.NONE;
        for (Index part : parts) {
            all = all.plus(part);
        }
        return all;
    }
}
