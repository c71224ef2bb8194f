package kz.esep.render.xlsx;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Templates whose markup elements say where they were written, so that a mistake in what a
/// template made leads back to the template's line: `<row>` in line 7 is read as `<row at='x.ftlx,
/// line 7'>`.
///
/// Only `.ftlx` are marked. Lines stay where they are, so Freemarker's own messages stay right.
public final class MarkedTemplates implements TemplateLoader {

    static final String AT = "at";

    private static final Pattern ELEMENT =
            Pattern.compile(
                    "<(workbook|style|sheet|header|footer|col|when|row|cell|chart|series)(?=[\\s/>])");

    private final TemplateLoader templates;

    public MarkedTemplates(TemplateLoader templates) {
        this.templates = templates;
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
        if (!named.name().endsWith(".ftlx")) {
            return reader;
        }
        try (reader) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return new StringReader(marked(named.name(), text.toString()));
        }
    }

    @Override
    public void closeTemplateSource(Object source) throws IOException {
        templates.closeTemplateSource(((Source) source).inner());
    }

    static String marked(String name, String template) {
        StringBuilder marked = new StringBuilder();
        int line = 1;
        for (String text : template.split("(?<=\n)", -1)) {
            String mark = "<$1 " + AT + "='" + name + ", line " + line + "'";
            marked.append(ELEMENT.matcher(text).replaceAll(mark));
            line++;
        }
        return marked.toString();
    }

    /// Equal for the same template, as Freemarker's cache demands.
    private record Source(String name, Object inner) {}
}
