package kz.esep.report;

import java.util.ArrayList;
import java.util.List;
import kz.esep.plan.Measure;

/// A measure with obligations from before control began that nobody's record mentions.
///
/// @param years in which there are such obligations, oldest first
/// @param obligations how many
public record NoRecordRow(Measure measure, List<Integer> years, int obligations) {
    public NoRecordRow {
        years = List.copyOf(years);
    }

    /// Years without a gap between them.
    ///
    /// @param last equal to `first` for a single year
    public record Span(int first, int last) {}

    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (int year : years) {
            if (!spans.isEmpty() && spans.getLast().last() == year - 1) {
                spans.addLast(new Span(spans.removeLast().first(), year));
            } else {
                spans.addLast(new Span(year, year));
            }
        }
        return spans;
    }
}
