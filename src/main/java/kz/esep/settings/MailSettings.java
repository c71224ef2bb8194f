package kz.esep.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The server that mail is handed to.
///
/// @param host empty: no mail is sent
/// @param user empty: the server asks for none
/// @param password never printed
/// @param from the sender's address
/// @param authority certificates (PEM) that the server's must come from, relative to the home;
///   empty: those that Java trusts
/// @param timeout for each answer of the server
public record MailSettings(
        Optional<String> host,
        int port,
        Security security,
        String user,
        String password,
        String from,
        Optional<String> replyTo,
        Optional<Path> authority,
        Duration timeout) {

    /// How the connection is protected.
    public enum Security {
        /// Begins in the open and refuses to go on without TLS.
        STARTTLS,
        TLS,
        /// For a server on the same machine.
        NONE
    }

    public MailSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
        if (host.isPresent() && from.isEmpty()) {
            throw new IllegalArgumentException("mail through " + host.get() + " has no sender");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("a server is not given " + timeout);
        }
    }

    /// The same, with its files found.
    ///
    /// @param home that relative paths are below
    public MailSettings in(Path home) {
        return new MailSettings(
                host,
                port,
                security,
                user,
                password,
                from,
                replyTo,
                authority.map(home::resolve),
                timeout);
    }

    @Override
    public String toString() {
        return "MailSettings[" + host.orElse("none") + "]";
    }
}
