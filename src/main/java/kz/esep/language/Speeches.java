package kz.esep.language;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The speech of every language, from one folder of bundles: each is read when it is first asked
/// for, and once. Safe for several threads.
public final class Speeches {

    private final Path messages;
    private final Map<Language, Speech> read = new ConcurrentHashMap<>();

    /// @param messages the bundles' folder, `templates/messages`
    public Speeches(Path messages) {
        this.messages = messages;
    }

    public Speech in(Language language) {
        return read.computeIfAbsent(language, it -> Speech.of(messages, it));
    }
}
