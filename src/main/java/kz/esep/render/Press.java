package kz.esep.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import kz.esep.render.tagged.TaggedPdf;

/// Prints pages as tagged PDF, with the style sheets of `templates/pdf`. Safe for several threads.
final class Press {

    private final Path styles;
    private final ThreadLocal<TaggedPdf> pdf =
            ThreadLocal.withInitial(() -> new TaggedPdf(this::styleSheet));

    /// @param folder `templates`
    Press(Path folder) {
        this.styles = folder.resolve("pdf");
    }

    void print(String xhtml, Instant modified, OutputStream out) throws IOException {
        print(xhtml, xhtml, modified, out);
    }

    /// @param name tells the text from all others
    void print(String xhtml, String name, Instant modified, OutputStream out) throws IOException {
        pdf.get().write(xhtml, name, modified, out);
    }

    boolean shows(int codePoint) {
        return pdf.get().shows(codePoint);
    }

    private Optional<InputStream> styleSheet(String name) throws IOException {
        Path file = styles.resolve(name).normalize();
        return file.startsWith(styles) && Files.isRegularFile(file)
                ? Optional.of(Files.newInputStream(file))
                : Optional.empty();
    }
}
