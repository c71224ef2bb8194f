package kz.esep.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.language.Bilingual;
import kz.esep.language.Language;

/// What became of a plan's measures from one redaction to another of the same plan.
///
/// @param rows of the plan itself, then of the measures in the later redaction's order, then of
///   those that are gone
public record PlanChanges(Redaction before, Redaction after, List<Row> rows) {

    public PlanChanges {
        rows = List.copyOf(rows);
    }

    /// What happened.
    public enum Kind {
        PLAN,
        ADDED,
        REMOVED,
        RENUMBERED,
        CHANGED
    }

    /// Which cell of the plan.
    public enum Field {
        TITLE,
        SECTION,
        FORM,
        EXECUTORS,
        DEADLINE,
        COST,
        PROGRAMME,
        INDICATOR
    }

    /// One measure, or the plan itself.
    ///
    /// @param was its number before; empty for the plan and for a new measure
    /// @param is its number now; empty for the plan and for a measure that is gone
    /// @param title as it is now, or was at last
    /// @param fields the cells that differ
    public record Row(
            Kind kind,
            Optional<Integer> was,
            Optional<Integer> is,
            Bilingual title,
            List<Change> fields) {
        public Row {
            fields = List.copyOf(fields);
        }

        public boolean renumbered() {
            return was.isPresent() && is.isPresent() && !was.equals(is);
        }
    }

    /// A cell that reads otherwise than before, in one language at least.
    public record Change(Field field, Bilingual before, Bilingual after) {

        /// Empty where the language's own text did not change.
        public Optional<Rewording> in(Language language) {
            String old = before.in(language);
            String now = after.in(language);
            return old.equals(now)
                    ? Optional.empty()
                    : Optional.of(new Rewording(pieces(old, now), pieces(now, old)));
        }

        /// @param language its tag: `kk`
        public Optional<Rewording> in(String language) {
            return Language.of(language).flatMap(this::in);
        }
    }

    /// Two texts in pieces.
    ///
    /// @param before those that are gone are marked
    /// @param after those that are new are marked
    public record Rewording(List<Piece> before, List<Piece> after) {
        public Rewording {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// Some words of a text.
    ///
    /// @param changed the other text does not have them here
    public record Piece(String text, boolean changed) {}

    public static PlanChanges between(Redaction before, Redaction after) {
        List<Row> rows = new ArrayList<>();
        List<Change> ofPlan =
                Stream.concat(
                                change(Field.TITLE, before.title(), after.title()).stream(),
                                change(Field.SECTION, sections(before), sections(after)).stream())
                        .toList();
        if (!ofPlan.isEmpty()) {
            rows.add(new Row(Kind.PLAN, Optional.empty(), Optional.empty(), after.title(), ofPlan));
        }
        for (Measure measure : after.measures()) {
            after.numbering()
                    .there(before.id(), measure.number())
                    .flatMap(before::measure)
                    .map(old -> row(before, old, after, measure))
                    .orElseGet(() ->
                            Optional.of(
                                    new Row(
                                            Kind.ADDED,
                                            Optional.empty(),
                                            Optional.of(measure.number()),
                                            measure.title(),
                                            List.of())))
                    .ifPresent(rows::add);
        }
        before.measures().stream()
                .filter(old -> after.numbering().here(before.id(), old.number()).isEmpty())
                .map(old ->
                        new Row(
                                Kind.REMOVED,
                                Optional.of(old.number()),
                                Optional.empty(),
                                old.title(),
                                List.of()))
                .forEach(rows::add);
        return new PlanChanges(before, after, rows);
    }

    private static Optional<Row> row(
            Redaction before, Measure old, Redaction after, Measure measure) {
        List<Change> fields =
                Arrays.stream(Field.values())
                        .flatMap(field ->
                                change(field, cell(field, before, old), cell(field, after, measure))
                                        .stream())
                        .toList();
        boolean renumbered = old.number() != measure.number();
        return fields.isEmpty() && !renumbered
                ? Optional.empty()
                : Optional.of(
                        new Row(
                                fields.isEmpty() ? Kind.RENUMBERED : Kind.CHANGED,
                                Optional.of(old.number()),
                                Optional.of(measure.number()),
                                measure.title(),
                                fields));
    }

    private static Optional<Change> change(Field field, Bilingual before, Bilingual after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Change(field, before, after));
    }

    private static Bilingual cell(Field field, Redaction plan, Measure measure) {
        return switch (field) {
            case TITLE -> measure.title();
            case SECTION -> plan.section(measure.section()).title();
            case FORM -> measure.form().map(CompletionForm::text).orElse(Bilingual.EMPTY);
            case EXECUTORS -> measure.executorsText();
            case DEADLINE -> measure.deadlineText();
            case COST -> measure.cost().map(Measure.Cost::text).orElse(Bilingual.EMPTY);
            case PROGRAMME ->
                    measure.programme().map(Measure.BudgetProgramme::text).orElse(Bilingual.EMPTY);
            case INDICATOR -> measure.indicator().map(Indicator::text).orElse(Bilingual.EMPTY);
        };
    }

    private static Bilingual sections(Redaction plan) {
        return new Bilingual(
                plan.sections().stream()
                        .map(section -> section.title().kk())
                        .collect(Collectors.joining("; ")),
                plan.sections().stream()
                        .map(section -> section.title().ru())
                        .collect(Collectors.joining("; ")));
    }

    /// A text in the pieces that another one shares with it and those that it does not.
    private static List<Piece> pieces(String text, String other) {
        List<String> words = List.of(text.split("(?<=\\s)", -1));
        List<String> others = List.of(other.split("(?<=\\s)", -1));
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(words, others).getDeltas()) {
            int from = delta.getSource().getPosition();
            add(pieces, words.subList(at, from), false);
            at = from + delta.getSource().size();
            add(pieces, words.subList(from, at), true);
        }
        add(pieces, words.subList(at, words.size()), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, List<String> words, boolean changed) {
        String text = String.join("", words);
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, changed));
        }
    }
}
