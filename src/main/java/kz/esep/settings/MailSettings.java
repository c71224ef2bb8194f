package kz.esep.settings;

import java.time.Duration;
import java.util.Optional;

/// The server that mail is handed to.
///
/// @param host empty: no mail is sent
/// @param user empty: the server asks for none
/// @param password never printed
/// @param from the sender's address
/// @param timeout for each answer of the server
public record MailSettings(
        Optional<String> host,
        int port,
        Security security,
        String user,
        String password,
        String from,
        Optional<String> replyTo,
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

    @Override
    public String toString() {
        return "MailSettings[" + host.orElse("none") + "]";
    }
}
