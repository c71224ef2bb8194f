package kz.esep.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.esep.agency.AgencyKind;
import kz.esep.plan.Measure;
import kz.esep.reconcile.Status;

/// Regions side by side: what each made of the measures and indicators of the year.
///
/// @param measures that oblige at least one region in the year, in the order of the plan
/// @param indicators for which regions are asked for a value
/// @param rows regions in the order of the register
/// @param best the highest share of done obligations among those due
/// @param worst the lowest
public record RegionTable(
        List<Measure> measures,
        List<TargetRow> indicators,
        List<Row> rows,
        Optional<Peak<Row, BigDecimal>> best,
        Optional<Peak<Row, BigDecimal>> worst) {

    public RegionTable {
        measures = List.copyOf(measures);
        indicators = List.copyOf(indicators);
        rows = List.copyOf(rows);
    }

    /// @param figures as in the other reports
    /// @param statuses one for each of the table's measures; empty where it does not oblige the
    ///   region
    /// @param values one for each of the table's indicators; empty where the region is not asked
    public record Row(
            AgencyRow figures,
            List<Optional<Status>> statuses,
            List<Optional<TargetRow.Unit>> values) {
        public Row {
            statuses = List.copyOf(statuses);
            values = List.copyOf(values);
        }

        /// The day on which the region's borders changed, if it gave any value.
        public Optional<LocalDate> brokenOn() {
            return values.stream()
                    .flatMap(Optional::stream)
                    .filter(value -> value.actual().isPresent())
                    .flatMap(value -> value.brokenOn().stream())
                    .findFirst();
        }

        private Optional<BigDecimal> donePercent() {
            return figures.index().thisYear().donePercent();
        }
    }

    /// @param obligations of the year; others are passed over
    static RegionTable of(
            int year,
            List<AgencyRow> agencies,
            List<ObligationRow> obligations,
            List<TargetRow> targets) {
        List<AgencyRow> regions =
                agencies.stream().filter(row -> row.kind() == AgencyKind.REGION).toList();
        Set<String> ids = regions.stream().map(AgencyRow::id).collect(Collectors.toSet());
        List<ObligationRow> duties =
                obligations.stream()
                        .filter(row -> row.year() == year && !row.voluntary())
                        .filter(row -> row.status().isPresent() && ids.contains(row.agency()))
                        .toList();
        List<Measure> measures = duties.stream().map(ObligationRow::measure).distinct().toList();
        List<TargetRow> indicators =
                targets.stream()
                        .filter(row -> row.units().stream().anyMatch(u -> ids.contains(u.agency())))
                        .toList();
        List<Row> rows =
                regions.stream().map(region -> row(region, duties, measures, indicators)).toList();
        return new RegionTable(
                measures,
                indicators,
                rows,
                Peak.highest(rows, Row::donePercent),
                Peak.lowest(rows, Row::donePercent));
    }

    private static Row row(
            AgencyRow region,
            List<ObligationRow> duties,
            List<Measure> measures,
            List<TargetRow> indicators) {
        return new Row(
                region,
                measures.stream().map(measure -> worst(region, measure, duties)).toList(),
                indicators.stream()
                        .map(indicator ->
                                indicator.units().stream()
                                        .filter(unit -> unit.agency().equals(region.id()))
                                        .findFirst())
                        .toList());
    }

    /// A region answers for two obligations of a measure where it holds another's function too.
    private static Optional<Status> worst(
            AgencyRow region, Measure measure, List<ObligationRow> duties) {
        return duties.stream()
                .filter(duty -> duty.agency().equals(region.id()))
                .filter(duty -> duty.measure().equals(measure))
                .flatMap(duty -> duty.status().stream())
                .min(Comparator.naturalOrder());
    }
}
