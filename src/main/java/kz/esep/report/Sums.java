package kz.esep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.esep.language.Sentence;
import kz.esep.reconcile.Index;
import kz.esep.reconcile.Status;

/// Whether the consolidated report's figures add up: the parts of each table to its total.
public final class Sums {

    private Sums() {}

    /// @return what does not add up; empty unless the program is at fault
    public static List<Sentence> breaks(ConsolidatedReport report) {
        List<Sentence> breaks = new ArrayList<>();
        Summary all = report.summary();
        compare(
                "report.col.measures",
                sum(report.sections(), section -> section.measures().size()),
                all.measures().total() + all.unscored(),
                breaks);
        for (Status status : Status.values()) {
            compare(
                    "report.col.measures",
                    sum(report.sections(), section -> section.statuses().of(status)),
                    all.measures().of(status),
                    breaks);
            compare(
                    "report.col.obligations",
                    sum(report.agencies(), agency -> agency.statuses().of(status)),
                    all.obligations().of(status),
                    breaks);
        }
        compare(
                "report.col.arrears",
                sum(report.agencies(), AgencyRow::arrears),
                all.arrears(),
                breaks);
        index(report.sections().stream().map(SectionRow::index).toList(), all.index(), breaks);
        index(report.agencies().stream().map(AgencyRow::index).toList(), all.index(), breaks);
        return breaks;
    }

    private static void index(List<Index> parts, Index whole, List<Sentence> breaks) {
        Index sum = parts.stream().reduce(Index.NONE, Index::plus);
        compare(
                "report.figure.control",
                sum.sinceControl().due(),
                whole.sinceControl().due(),
                breaks);
        compare(
                "report.figure.control",
                sum.sinceControl().done(),
                whole.sinceControl().done(),
                breaks);
        compare("report.figure.obligations", sum.thisYear().due(), whole.thisYear().due(), breaks);
        compare(
                "report.figure.obligations",
                sum.thisYear().done(),
                whole.thisYear().done(),
                breaks);
        compare(
                "report.figure.obligations",
                sum.thisYear().onTime(),
                whole.thisYear().onTime(),
                breaks);
    }

    private static <T> int sum(List<T> parts, Function<T, Integer> figure) {
        return parts.stream().mapToInt(figure::apply).sum();
    }

    private static void compare(String figure, int parts, int whole, List<Sentence> breaks) {
        if (parts != whole) {
            breaks.add(
                    Sentence.of(
                            "conservation.sum",
                            Map.of(
                                    "figure", Sentence.of(figure),
                                    "parts", parts,
                                    "whole", whole)));
        }
    }
}
