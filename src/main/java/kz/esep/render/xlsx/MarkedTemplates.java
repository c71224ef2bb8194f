package kz.esep.render.xlsx;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Templates whose elements say where they were written, so that a mistake in what a template made
/// leads back to the template: `<row>` in line 7 is read as `<row at='x.ftlx, line 7, column 3'>`.
///
/// Lines stay where they are; Freemarker's own columns are led back by [#column].
public final class MarkedTemplates implements TemplateLoader {

    public static final String AT = "at";

    static final Pattern WORKBOOK =
            Pattern.compile(
                    "<(workbook|style|sheet|header|footer|col|when|row|cell|chart|series)(?=[\\s/>])");
    private static final Pattern PAGE = Pattern.compile("<([A-Za-z][A-Za-z0-9]*)(?=[\\s/><$])");

    private final TemplateLoader templates;
    private final String ending;
    private final Pattern element;

    private MarkedTemplates(TemplateLoader templates, String ending, Pattern element) {
        this.templates = templates;
        this.ending = ending;
        this.element = element;
    }

    /// Marks the elements of workbooks; other templates stay as they are.
    public static MarkedTemplates workbooks(TemplateLoader templates) {
        return new MarkedTemplates(templates, ".ftlx", WORKBOOK);
    }

    /// Marks the elements of pages too, which is not for print.
    public static MarkedTemplates pages(TemplateLoader templates) {
        return new MarkedTemplates(workbooks(templates), ".ftlh", PAGE);
    }

    @Override
    public @Nullable Object findTemplateSource(String name) throws IOException {
        Object source = templates.findTemplateSource(name);
        return source == null ? null : new Source(name, source);
    }

    @Override
    public long getLastModified(Object source) {
        return templates.getLastModified(((Source) source).inner());
    }

    @Override
    public Reader getReader(Object source, String encoding) throws IOException {
        Source named = (Source) source;
        Reader reader = templates.getReader(named.inner(), encoding);
        if (!named.name().endsWith(ending)) {
            return reader;
        }
        try (reader) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return new StringReader(marked(element, named.name(), text.toString()));
        }
    }

    @Override
    public void closeTemplateSource(Object source) throws IOException {
        templates.closeTemplateSource(((Source) source).inner());
    }

    static String marked(Pattern element, String name, String template) {
        StringBuilder marked = new StringBuilder();
        int line = 1;
        for (String text : template.split("(?<=\n)", -1)) {
            int at = line;
            marked.append(
                    element.matcher(text)
                            .replaceAll(found ->
                                    Matcher.quoteReplacement(
                                            found.group() + mark(name, at, found.start() + 1))));
            line++;
        }
        return marked.toString();
    }

    private static String mark(String name, int line, int column) {
        return " " + AT + "='" + name + ", line " + line + ", column " + column + "'";
    }

    /// Where in a workbook's template a column of the marked text is.
    ///
    /// @param text the template's line, as it was written
    public static int column(String name, String text, int line, int column) {
        int added = 0;
        Matcher found = WORKBOOK.matcher(text);
        while (name.endsWith(".ftlx") && found.find() && found.end() + added < column) {
            added += mark(name, line, found.start() + 1).length();
        }
        return column - added;
    }

    /// Equal for the same template, as Freemarker's cache demands.
    private record Source(String name, Object inner) {}
}
