package kz.esep.render.tagged;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A document of everything that once went wrong, long enough for a table over four pages.
final class EdgeCases {
    static final Instant DATE = Instant.parse("2025-01-15T06:00:00Z");

    private EdgeCases() {}

    static String xhtml() {
        return resource("edge-cases.xhtml").replace("ROWS", rows(90));
    }

    private static String rows(int count) {
        String row =
                "<tr><td>%1$d</td><td>Көрсетілетін қызметтердің қолжетімділігін қамтамасыз ету"
                        + " жөніндегі %1$d-іс-шара</td><td>%1$d,5 %%</td><td>–</td></tr>";
        return IntStream.rangeClosed(1, count)
                .mapToObj(row::formatted)
                .collect(Collectors.joining("\n"));
    }

    static TaggedPdf writer() {
        return new TaggedPdf(
                name -> Optional.ofNullable(EdgeCases.class.getResourceAsStream(name)));
    }

    static byte[] pdf(TaggedPdf writer, String xhtml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(xhtml, DATE, out);
        return out.toByteArray();
    }

    /// A document with the given body and nothing else.
    static String page(String body) {
        return page("", body);
    }

    static String page(String style, String body) {
        return """
        <html lang="kk"><head><title>Есеп</title><style>%s</style></head><body>%s</body></html>\
        """
                .formatted(style, body);
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(EdgeCases.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
