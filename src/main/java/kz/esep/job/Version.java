package kz.esep.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// Which program this is, as the build wrote it.
public final class Version {

    private static final int DIGITS = 12;

    private Version() {}

    public static String current() {
        return written("/META-INF/build-info.properties", "build.version");
    }

    /// SHA-256 of what the program was built from: its sources, resources and `pom.xml`. Two builds
    /// of the same sources are one program, whoever compiled them; a change without a new version
    /// is another one.
    public static String code() {
        return written("/META-INF/code.properties", "code");
    }

    /// Names the program and the Java that runs it, for another Java may pack the same inputs into
    /// other bytes: `0.1.0/9f86d081884c/25.0.1`.
    static String identity() {
        return String.join(
                "/",
                current(),
                code().substring(0, DIGITS),
                Runtime.version().version().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(".")));
    }

    /// How such a program is called to people: `0.1.0 (9f86d081884c), Java 25.0.1`.
    public static String told(String identity) {
        return identity.replaceFirst("^([^/]*)/([^/]*)/(.*)$", "$1 ($2), Java $3");
    }

    /// How a program is called to people: `0.1.0 (9f86d081884c)`.
    public static String named(String version, String code) {
        return version + " (" + code.substring(0, Math.min(DIGITS, code.length())) + ")";
    }

    private static String written(String file, String key) {
        try (InputStream in = Version.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The build wrote no " + file);
            }
            Properties build = new Properties();
            build.load(in);
            return Optional.ofNullable(build.getProperty(key))
                    .orElseThrow(() -> new IllegalStateException("The build wrote no " + key));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
