package kz.esep.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.esep.language.Bilingual;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a redaction as JSON, for those who check it against the act's text.
///
/// The Kazakh keys come first, as the keyed text of the act has them; the Russian ones follow. What
/// the source does not have is null; the lines of a title are joined by blanks.
public final class PlanJson {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter(" ", "\n");
    private static final ObjectWriter WRITER =
            MAPPER.writer()
                    .with(
                            new DefaultPrettyPrinter()
                                    .withArrayIndenter(INDENT)
                                    .withObjectIndenter(INDENT));

    private PlanJson() {}

    public static String write(Redaction plan) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode sections = json.putArray("sections");
        plan.sections().forEach(section -> section(sections.addObject(), section));
        ArrayNode measures = json.putArray("measures");
        plan.measures().forEach(measure -> measure(measures.addObject(), measure));
        return WRITER.writeValueAsString(json) + "\n";
    }

    private static void section(ObjectNode json, Section section) {
        json.put("no", section.number());
        json.put("title_kk", section.title().kk());
        json.put("marker_kk", section.marker());
        json.put("title_ru", section.title().ru());
    }

    private static void measure(ObjectNode json, Measure measure) {
        json.put("no", measure.number());
        json.put("section", measure.section());
        json.put("title_kk", oneLine(measure.title().kk()));
        json.put(
                "completion_form_kk",
                text(measure.form().map(CompletionForm::text), Bilingual::kk));
        executors(json, "executors_kk", measure, Bilingual::kk);
        notes(json, measure);
        json.put("executors_text_kk", text(measure.executorsText().kk()));
        json.put("deadline_kk", text(measure.deadlineText().kk()));
        deadline(json, measure.deadline());
        json.put("cost_kk", text(measure.cost().map(Measure.Cost::text), Bilingual::kk));
        json.put(
                "funding_kk",
                text(measure.programme().map(Measure.BudgetProgramme::text), Bilingual::kk));
        json.put("indicator_kk", text(measure.indicator().map(Indicator::text), Bilingual::kk));
        json.put(
                "indicator_label_kk",
                text(measure.indicator().map(Indicator::label), Bilingual::kk));
        targets(json, measure.indicator());
        json.put("complete", !measure.incomplete());
        json.put("title_ru", oneLine(measure.title().ru()));
        json.put(
                "completion_form_ru",
                text(measure.form().map(CompletionForm::text), Bilingual::ru));
        executors(json, "executors_ru", measure, Bilingual::ru);
        json.put("executors_text_ru", text(measure.executorsText().ru()));
        json.put("deadline_ru", text(measure.deadlineText().ru()));
        json.put("cost_ru", text(measure.cost().map(Measure.Cost::text), Bilingual::ru));
        json.put(
                "funding_ru",
                text(measure.programme().map(Measure.BudgetProgramme::text), Bilingual::ru));
        json.put("indicator_ru", text(measure.indicator().map(Indicator::text), Bilingual::ru));
        json.put(
                "indicator_label_ru",
                text(measure.indicator().map(Indicator::label), Bilingual::ru));
    }

    private static String oneLine(String title) {
        return title.replace('\n', ' ');
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String text(
            Optional<Bilingual> text, Function<Bilingual, String> language) {
        return text.map(language).orElse(null);
    }

    private static void executors(
            ObjectNode json, String key, Measure measure, Function<Bilingual, String> language) {
        if (measure.executors().isEmpty()) {
            json.putNull(key);
            return;
        }
        ArrayNode names = json.putArray(key);
        measure.executors().forEach(executor -> names.add(language.apply(executor.asPrinted())));
    }

    /// The remarks by executor, null if no executor has one.
    private static void notes(ObjectNode json, Measure measure) {
        List<Executor> remarked =
                measure.executors().stream().filter(it -> !it.remark().isEmpty()).toList();
        if (remarked.isEmpty()) {
            json.putNull("executors_note");
            return;
        }
        ObjectNode notes = json.putObject("executors_note");
        remarked.forEach(executor -> notes.put(executor.asPrinted().kk(), executor.remark().kk()));
    }

    private static void deadline(ObjectNode json, Optional<Deadline> deadline) {
        if (deadline.isEmpty()) {
            json.putNull("deadline");
            return;
        }
        ObjectNode node = json.putObject("deadline");
        switch (deadline.get()) {
            case Deadline.InYear(int year) ->
                    node.put("kind", "year").put("from", year).put("to", year);
            case Deadline.EveryYear() -> node.put("kind", "annual").putNull("from").putNull("to");
            case Deadline.YearRange(int from, int to) ->
                    node.put("kind", "range").put("from", from).put("to", to);
        }
    }

    /// Whole targets are written as integers; words without a figure are no target.
    private static void targets(ObjectNode json, Optional<Indicator> indicator) {
        Optional<Indicator> counted = indicator.filter(it -> !it.targets().isEmpty());
        if (counted.isEmpty()) {
            json.putNull("targets").putNull("target_unit");
            return;
        }
        ObjectNode targets = json.putObject("targets");
        counted.get().targets().forEach((year, value) -> targets.put(year.toString(), value));
        json.put("target_unit", counted.get().unit() == Indicator.Unit.PERCENT ? "%" : null);
    }
}
