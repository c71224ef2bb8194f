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
        return written("/META-INF/build-info.properties", "build.version");
    }

    /// SHA-256 of what the program was built from: its sources, resources and `pom.xml`. Two builds
    /// of the same sources are one program, whoever compiled them; a change without a new version
    /// is another one.
    public static String code() {
        return written("/META-INF/code.properties", "code");
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
