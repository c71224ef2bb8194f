package kz.esep.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.esep.language.Bilingual;
import kz.esep.plan.Measure;

/// A note on the plan's text and every measure that it stands at: slips of one kind are explained
/// once.
///
/// @param measures their numbers, in the order of the plan
public record NoteRow(Bilingual note, List<Integer> measures) {
    public NoteRow {
        measures = List.copyOf(measures);
    }

    /// @return in the order in which the plan comes upon them
    static List<NoteRow> of(List<Measure> measures) {
        Map<Bilingual, List<Integer>> places = new LinkedHashMap<>();
        measures.forEach(measure ->
                measure.notes()
                        .forEach(note ->
                                places.computeIfAbsent(note, _ -> new ArrayList<>())
                                        .add(measure.number())));
        return places.entrySet().stream()
                .map(entry -> new NoteRow(entry.getKey(), entry.getValue()))
                .toList();
    }
}
