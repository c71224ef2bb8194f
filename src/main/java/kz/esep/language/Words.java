package kz.esep.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The words of one language: every `*_<tag>.properties` (UTF-8) of a folder, without fallback to
/// another language.
///
/// Patterns are ICU message patterns with named arguments: `{days, plural, one{# день} few{# дня}
/// other{# дней}}`. Arguments are values, never words; dates and other values are handed in as
/// [Formats] wrote them.
public final class Words {

    private final Language language;
    private final SortedMap<String, String> patterns;
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

    private Words(Language language, SortedMap<String, String> patterns) {
        this.language = language;
        this.patterns = patterns;
    }

    /// @param folder the bundles' folder, `templates/messages`
    /// @throws IllegalStateException if two bundles have the same key
    public static Words of(Path folder, Language language) {
        SortedMap<String, String> patterns = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> bundles =
                    files.filter(file -> file.getFileName().toString().endsWith(suffix(language)))
                            .sorted()
                            .toList();
            for (Path bundle : bundles) {
                Properties read = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
                    read.load(reader);
                }
                for (String key : read.stringPropertyNames()) {
                    if (patterns.put(key, read.getProperty(key)) != null) {
                        throw new IllegalStateException(
                                bundle + " has words for " + key + " that another bundle has too");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The message bundles in " + folder + " cannot be read", e);
        }
        return new Words(language, patterns);
    }

    private static String suffix(Language language) {
        return "_" + language.tag() + ".properties";
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    public SortedSet<String> keys() {
        return new TreeSet<>(patterns.keySet());
    }

    /// The pattern as the bundle has it.
    ///
    /// @throws NoWords if the bundles have no words for the key
    public String pattern(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new NoWords(key, language);
        }
        return pattern;
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    /// @param arguments by name; a named argument that is missing is a mistake in the caller
    /// @throws IllegalArgumentException if the bundles have no words for the key, or an argument is
    ///   missing
    public String say(String key, Map<String, ?> arguments) {
        MessageFormat format = parsed.computeIfAbsent(key, this::parse);
        for (String name : format.getArgumentNames()) {
            if (!arguments.containsKey(name)) {
                throw new IllegalArgumentException(
                        "The words for " + key + " need the argument " + name);
            }
        }
        return format.clone().format(arguments);
    }

    private MessageFormat parse(String key) {
        return new MessageFormat(pattern(key), ULocale.forLanguageTag(language.tag()));
    }
}
