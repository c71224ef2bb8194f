package kz.esep.render;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.language.NoWords;
import kz.esep.language.Sentence;
import kz.esep.render.tagged.MissingGlyphException;
import kz.esep.render.xlsx.MarkupException;
import org.jspecify.annotations.Nullable;

/// A mistake in the folder of templates, which its keeper can mend: file, line and column, and what
/// is wrong.
public final class TemplateMistake extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// As [kz.esep.render.xlsx.MarkedTemplates] writes it.
    private static final Pattern MARK = Pattern.compile("(.+), line (\\d+), column (\\d+)");

    private static final String DETAIL = "detail";

    private final transient Finding finding;

    private TemplateMistake(Place place, Sentence problem, Exception cause) {
        super("The template " + place + ": " + cause.getMessage(), cause);
        this.finding =
                Finding.of(FindingCode.TEMPLATE_MISTAKE, place, "", Map.of("problem", problem));
    }

    /// For those who keep the templates.
    public Finding finding() {
        return finding;
    }

    static TemplateMistake of(ParseException e, int column) {
        return new TemplateMistake(
                place(e.getTemplateName(), e.getLineNumber(), column),
                detailed("syntax", e.getEditorMessage()),
                e);
    }

    static TemplateMistake of(TemplateNotFoundException e) {
        return new TemplateMistake(
                Place.file("templates/" + e.getTemplateName()),
                Sentence.of("template.problem.missing"),
                e);
    }

    static TemplateMistake of(TemplateException e, int column) {
        return new TemplateMistake(
                place(e.getTemplateSourceName(), e.getLineNumber(), column), problem(e), e);
    }

    /// @param at the mark of the last element before the mistake, if there was any
    static TemplateMistake of(String template, Optional<String> at, Exception e) {
        return new TemplateMistake(
                at.map(TemplateMistake::marked).orElse(Place.file("templates/" + template)),
                detailed("page", e.getMessage()),
                e);
    }

    static TemplateMistake of(MarkupException e) {
        return new TemplateMistake(marked(e.place()), detailed("markup", e.mistake()), e);
    }

    static TemplateMistake of(String template, MissingGlyphException e) {
        return new TemplateMistake(
                Place.file("templates/" + template), detailed("character", e.getMessage()), e);
    }

    private static Sentence problem(TemplateException e) {
        return switch (e) {
            case InvalidReferenceException unknown
                    when unknown.getBlamedExpressionString() != null ->
                    Sentence.of(
                            "template.problem.unknown",
                            Map.of("name", unknown.getBlamedExpressionString()));
            case TemplateException known when known.getCause() instanceof NoWords words ->
                    Sentence.of(
                            "template.problem.no-words",
                            Map.of("key", words.key(), "language", words.language().tag()));
            default -> detailed("other", e.getMessageWithoutStackTop());
        };
    }

    /// @param detail of which the first line says what is wrong; the rest is advice
    private static Sentence detailed(String kind, @Nullable String detail) {
        return Sentence.of(
                "template.problem." + kind,
                Map.of(
                        DETAIL,
                        Optional.ofNullable(detail).orElse("").lines().findFirst().orElse("")));
    }

    private static Place place(@Nullable String template, int line, int column) {
        return new Place("templates/" + template, "", line + ":" + column);
    }

    private static Place marked(String mark) {
        Matcher own = MARK.matcher(mark);
        return own.matches()
                ? new Place("templates/" + own.group(1), "", own.group(2) + ":" + own.group(3))
                : Place.file(mark);
    }
}
