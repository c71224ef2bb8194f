package kz.esep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.language.Sentence;
import kz.esep.plan.Measure;
import kz.esep.reconcile.Index;
import kz.esep.reconcile.Status;

/// The regions side by side.
///
/// @param table a row for each region, in the register's order
/// @param statuses of all their obligations of the year
/// @param arrears of all of them
/// @param index of all of them
/// @param measures how many regions have done each of the table's measures
/// @param attention regions with something overdue, silent or unproven
/// @param obligations of the regions, of the period's year
public record RegionsReport(
        Cover cover,
        List<Sentence> sentences,
        RegionTable table,
        Tally<Status> statuses,
        int arrears,
        Index index,
        List<MeasureCount> measures,
        List<Attention> attention,
        List<ObligationRow> obligations) {

    public RegionsReport {
        sentences = List.copyOf(sentences);
        measures = List.copyOf(measures);
        attention = List.copyOf(attention);
        obligations = List.copyOf(obligations);
    }

    /// @param done k of "k of n regions"
    /// @param counted n; regions taken off control and regions without a status left out
    public record MeasureCount(Measure measure, int done, int counted) {}

    /// A region's measures that need to be looked at, by number, worst status first.
    public record Attention(AgencyRow region, SortedMap<Status, List<Integer>> measures) {}

    /// @param all obligations of the period's year, of whomever
    static RegionsReport of(Cover cover, RegionTable table, List<ObligationRow> all) {
        List<AgencyRow> regions = table.rows().stream().map(RegionTable.Row::figures).toList();
        List<String> ids = regions.stream().map(AgencyRow::id).toList();
        List<ObligationRow> own =
                all.stream().filter(row -> ids.contains(row.agency()) && !row.voluntary()).toList();
        Index index = regions.stream().map(AgencyRow::index).reduce(Index.NONE, Index::plus);
        int arrears = regions.stream().mapToInt(AgencyRow::arrears).sum();
        return new RegionsReport(
                cover,
                List.of(Summaries.index(cover.period(), index), Summaries.arrears(arrears)),
                table,
                Tally.countingKnown(own.stream().map(ObligationRow::status)),
                arrears,
                index,
                table.measures().stream().map(measure -> count(measure, own)).toList(),
                regions.stream()
                        .map(region -> attention(region, own))
                        .filter(row -> !row.measures().isEmpty())
                        .toList(),
                own);
    }

    private static MeasureCount count(Measure measure, List<ObligationRow> obligations) {
        List<Status> counted =
                obligations.stream()
                        .filter(row -> row.measure().equals(measure))
                        .flatMap(row -> row.status().stream())
                        .filter(Status::takesPart)
                        .toList();
        return new MeasureCount(
                measure, (int) counted.stream().filter(Status::done).count(), counted.size());
    }

    private static Attention attention(AgencyRow region, List<ObligationRow> obligations) {
        SortedMap<Status, List<Integer>> measures = new TreeMap<>();
        obligations.stream()
                .filter(row -> row.agency().equals(region.id()) && row.needsAttention())
                .forEach(row ->
                        measures.computeIfAbsent(row.status().orElseThrow(), _ -> new ArrayList<>())
                                .add(row.measure().number()));
        return new Attention(region, measures);
    }
}
