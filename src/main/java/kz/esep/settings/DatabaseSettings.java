package kz.esep.settings;

import java.util.Optional;

/// The database of the quarterly run.
///
/// @param url of JDBC; empty: H2 in a file under `.esep`
/// @param password never printed
public record DatabaseSettings(Optional<String> url, String user, String password) {
    public DatabaseSettings {
        url.ifPresent(it -> {
            if (!it.startsWith("jdbc:postgresql:") && !it.startsWith("jdbc:h2:")) {
                throw new IllegalArgumentException("a database has no URL such as " + it);
            }
        });
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + url.orElse("H2") + "]";
    }
}
