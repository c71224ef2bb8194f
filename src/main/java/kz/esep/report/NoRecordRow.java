package kz.esep.report;

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
}
