package kz.esep.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/// Which program this is, as the build wrote it.
public final class Version {

    private static final int DIGITS = 12;

    private Version() {}

    public static String current() {
        return build("build.version");
    }

    /// SHA-256 of what the program was built from: its sources, resources and `pom.xml`. Two builds
    /// of the same sources are one program, whoever compiled them; a change without a new version
    /// is another one.
    public static String code() {
        return build("build.code");
    }

    /// How a program is called to people: `0.1.0 (9f86d081884c)`.
    public static String named(String version, String code) {
        return version + " (" + code.substring(0, Math.min(DIGITS, code.length())) + ")";
    }

    private static String build(String key) {
        try (InputStream in =
                Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in == null) {
                throw new IllegalStateException(
                        "The build wrote no META-INF/build-info.properties");
            }
            Properties build = new Properties();
            build.load(in);
            return Optional.ofNullable(build.getProperty(key))
                    .orElseThrow(() -> new IllegalStateException("The build wrote no " + key));
        } catch (IOException e) {
            throw new UncheckedIOException("META-INF/build-info.properties cannot be read", e);
        }
    }
}
