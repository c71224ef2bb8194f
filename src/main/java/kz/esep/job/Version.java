package kz.esep.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The program's version, as the build wrote it.
public final class Version {
    private Version() {}

    public static String current() {
        try (InputStream in =
                Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in == null) {
                throw new IllegalStateException(
                        "The build wrote no META-INF/build-info.properties");
            }
            Properties build = new Properties();
            build.load(in);
            return build.getProperty("build.version", "");
        } catch (IOException e) {
            throw new UncheckedIOException("META-INF/build-info.properties cannot be read", e);
        }
    }
}
