package kz.esep.render;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.render.xlsx.MarkedTemplates;

/// The folder of templates: each is text that may call the [Vocabulary] of its language, and
/// nothing else of Java.
final class Templates {

    private final Configuration configuration;
    private final Map<Language, Map<String, Object>> vocabularies = new HashMap<>();

    /// @param folder with `messages`, `pdf`, `xlsx` and `receipt` in it
    /// @param legible how the document writes text that is not the templates' own
    Templates(Path folder, UnaryOperator<String> legible) {
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        try {
            configuration.setTemplateLoader(
                    new MarkedTemplates(new FileTemplateLoader(folder.toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException("The templates in " + folder + " cannot be read", e);
        }
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
            Speech speech = Speech.of(folder.resolve("messages"), language);
            vocabularies.put(language, Vocabulary.of(speech, legible));
        }
    }

    /// @param template relative to the folder: `pdf/consolidated.ftlh`
    /// @throws IllegalStateException naming template, line and column, if the template is wrong
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
        Map<String, Object> root = new HashMap<>();
        language.ifPresentOrElse(
                one -> root.putAll(words(one)),
                () -> Kind.OFFICIAL.forEach(each -> root.put(each.tag(), words(each))));
        root.putAll(model);
        try {
            configuration.getTemplate(template).process(root, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + template + " cannot be read", e);
        } catch (TemplateException e) {
            throw new IllegalStateException(
                    "The template %s, line %d, column %d: %s"
                            .formatted(
                                    e.getTemplateSourceName(),
                                    e.getLineNumber(),
                                    e.getColumnNumber(),
                                    e.getMessageWithoutStackTop()),
                    e);
        }
    }

    private Map<String, Object> words(Language language) {
        return vocabularies.getOrDefault(language, Map.of());
    }
}
