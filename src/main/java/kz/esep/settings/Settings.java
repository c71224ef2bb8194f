package kz.esep.settings;

import java.time.ZoneId;
import java.util.Optional;
import kz.esep.language.Language;

/// Everything that can be set where the program runs. What decides figures, such as plans, limits
/// and texts, is data and stands in `input` and `templates`.
///
/// @param zone in which the ministry's days begin and end
/// @param language of the console; empty: the environment's
public record Settings(
        ZoneId zone,
        Optional<Language> language,
        InboxSettings inbox,
        WatchSettings watch,
        RunSettings run,
        DatabaseSettings database,
        WorkerSettings workers,
        SealSettings seal,
        SigningSettings signing,
        MailSettings mail,
        LogSettings log) {

    /// Where nobody sets anything.
    public static final Settings DEFAULT = Values.none().settings();

    /// The same in another zone.
    public Settings in(ZoneId other) {
        return new Settings(
                other, language, inbox, watch, run, database, workers, seal, signing, mail, log);
    }
}
