package kz.esep.render;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.esep.language.Language;
import kz.esep.language.Speeches;
import kz.esep.render.xlsx.MarkedTemplates;
import org.jspecify.annotations.Nullable;

/// The folder of templates: each is text that may call the [Vocabulary] of its language, and
/// nothing else of Java.
final class Templates {

    private final Path folder;
    private final Configuration configuration;
    private final Map<Language, Map<String, Object>> vocabularies = new HashMap<>();

    /// @param folder with `pdf`, `xlsx` and `receipt` in it
    /// @param speeches what the vocabularies are made of
    /// @param legible how the document writes text that is not the templates' own
    Templates(Path folder, Speeches speeches, UnaryOperator<String> legible) {
        this.folder = folder;
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(MarkedTemplates.workbooks(files()));
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setObjectWrapper(new ModelWrapper(legible));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setLocalizedLookup(false);
        // not the machine's: in Turkish, lower_case makes ı of I
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        // what people read goes through the vocabulary; bare numbers are coordinates and codes
        configuration.setNumberFormat("computer");
        for (Language language : Language.values()) {
            vocabularies.put(language, Vocabulary.of(speeches.in(language), legible));
        }
    }

    /// @param template relative to the folder: `pdf/consolidated.ftlh`
    /// @throws TemplateMistake naming template, line and column, if the template is wrong
    String fill(String template, Language language, Map<String, ?> model) {
        return fill(template, Optional.of(language), model);
    }

    /// A template that speaks both official languages: `kk.say(key)`, `ru.say(key)`.
    String fill(String template, Map<String, ?> model) {
        return fill(template, Optional.empty(), model);
    }

    /// @param language empty for a template that speaks both
    String fill(String template, Optional<Language> language, Map<String, ?> model) {
        StringWriter text = new StringWriter();
        fill(template, language, model, text);
        return text.toString();
    }

    /// The same for what is too long to be held at once.
    void fill(String template, Optional<Language> language, Map<String, ?> model, Writer text) {
        process(configuration, template, new Root(words(language), model), text);
    }

    private void process(Configuration from, String template, Root root, Writer text) {
        try {
            from.getTemplate(template).process(root, text);
        } catch (ParseException e) {
            throw TemplateMistake.of(
                    e, column(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber()));
        } catch (TemplateNotFoundException e) {
            throw TemplateMistake.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + template + " cannot be read", e);
        } catch (TemplateException e) {
            throw TemplateMistake.of(
                    e, column(e.getTemplateSourceName(), e.getLineNumber(), e.getColumnNumber()));
        }
    }

    private Map<String, Object> words(Optional<Language> language) {
        return language.map(this::words)
                .orElseGet(() ->
                        Kind.OFFICIAL.stream()
                                .collect(Collectors.toMap(Language::tag, this::words)));
    }

    private Map<String, Object> words(Language language) {
        return vocabularies.getOrDefault(language, Map.of());
    }

    /// All that a template can name: the model, and what is not in it, of the words. The model is
    /// asked for what the template asks, and for nothing else.
    private static final class Root extends AbstractMap<String, Object> {

        private final Map<String, Object> words;
        private final Map<String, ?> model;

        Root(Map<String, Object> words, Map<String, ?> model) {
            this.words = words;
            this.model = model;
        }

        @Override
        public @Nullable Object get(Object name) {
            return model.containsKey(name) ? model.get(name) : words.get(name);
        }

        @Override
        public boolean containsKey(Object name) {
            return model.containsKey(name) || words.containsKey(name);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            Map<String, Object> all = new HashMap<>(words);
            all.putAll(model);
            return all.entrySet();
        }
    }

    /// As written, not as marked.
    private int column(
            @Nullable String template, @Nullable Integer line, @Nullable Integer column) {
        if (template == null || line == null || column == null) {
            return 0;
        }
        try {
            List<String> lines = Files.readAllLines(folder.resolve(template));
            return line <= lines.size()
                    ? MarkedTemplates.column(template, lines.get(line - 1), line, column)
                    : column;
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + template + " cannot be read", e);
        }
    }

    /// Which template's element was the last before a page stops being well-formed.
    Optional<String> lastElement(String template, Language language, Map<String, ?> model) {
        Configuration marked = (Configuration) configuration.clone();
        marked.setTemplateLoader(MarkedTemplates.pages(files()));
        StringWriter text = new StringWriter();
        process(marked, template, new Root(words(language), model), text);
        List<String> seen = new ArrayList<>();
        try {
            XMLStreamReader xml =
                    XMLInputFactory.newDefaultFactory()
                            .createXMLStreamReader(new StringReader(text.toString().strip()));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    Optional.ofNullable(xml.getAttributeValue(null, MarkedTemplates.AT))
                            .ifPresent(seen::add);
                }
            }
        } catch (XMLStreamException _) {
            // the place looked for: what was seen so far is the answer
        }
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.getLast());
    }

    private TemplateLoader files() {
        try {
            return new FileTemplateLoader(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The templates in " + folder + " cannot be read", e);
        }
    }
}
