package kz.esep.settings;

import java.nio.file.Path;
import java.util.Optional;

/// The key that signs what is published.
///
/// @param keystore PKCS#12, relative to the home; empty: nothing is signed
/// @param alias of the key; empty: its only one
/// @param password never printed
public record SigningSettings(Optional<Path> keystore, Optional<String> alias, String password) {
    @Override
    public String toString() {
        return "SigningSettings[" + keystore.map(Path::toString).orElse("none") + "]";
    }
}
