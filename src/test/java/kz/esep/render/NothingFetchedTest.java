package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a template or its style sheet names, no address is called and no file outside the
/// folder of style sheets is read. A server that hears of nothing listens meanwhile.
class NothingFetchedTest {

    @TempDir Path folder;
    private final AtomicInteger calls = new AtomicInteger();
    private ServerSocket server = unbound();

    private static ServerSocket unbound() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        Files.createDirectory(folder.resolve("pdf"));
        Files.writeString(folder.resolve("secret.css"), "p::after { content: ' secret' }");
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (true) {
                            server.accept().close();
                            calls.incrementAndGet();
                        }
                    } catch (IOException e) {
                        // the test has ended
                    }
                });
    }

    @AfterEach
    void hangUp() throws IOException {
        server.close();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        where   | written                                                              | outcome
        head    | <link rel="stylesheet" type="text/css" href="HTTP/a.css"/>           | no such resource: HTTP/a.css
        head    | <link rel="stylesheet" type="text/css" href="FILE/secret.css"/>      | no such resource: FILE/secret.css
        head    | <link rel="stylesheet" type="text/css" href="../secret.css"/>        | no such resource: ../secret.css
        head    | <base href="HTTP/"/><link rel="stylesheet" type="text/css" href="a.css"/> | no such resource: a.css
        style   | @import url("HTTP/a.css");                                           | no such resource: HTTP/a.css
        style   | @import url("FILE/secret.css");                                      | no such resource: FILE/secret.css
        style   | @import url("../secret.css");                                        | no such resource: ../secret.css
        style   | p { background-image: url("HTTP/a.png") }                            | printed Текст
        style   | @font-face { font-family: "A"; src: url("HTTP/a.ttf"); -fs-pdf-font-embed: embed } p { font-family: "A" } | no such resource: HTTP/a.ttf
        body    | <img src="HTTP/a.png" alt="А"/>                                      | no such resource: HTTP/a.png
        body    | <img src="file:///etc/passwd" alt="А"/>                              | no such resource: file:///etc/passwd
        body    | <img src="../secret.css" alt="А"/>                                   | no such resource: ../secret.css
        body    | <object data="HTTP/a.png" type="image/png"></object>                 | printed Текст
        body    | <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" aria-label="А"><image href="HTTP/a.png" width="9" height="9"/></svg> | not among what SVG drawings may use: image
        doctype | ` SYSTEM "HTTP/a.dtd"`                                               | printed Текст
        doctype | ` [<!ENTITY e SYSTEM "HTTP/a.txt">]`                                 | printed Текст
        doctype | ` [<!ENTITY e SYSTEM "FILE/secret.css">]`                            | printed Текст
        """)
    // spotless:on
    void readsNothingFromElsewhere(String where, String written, String outcome)
            throws IOException {
        String text =
                written.replace("HTTP", "http://127.0.0.1:" + server.getLocalPort())
                        .replace("FILE", folder.toUri().toString().replaceAll("/$", ""));
        String page =
                page(
                        where.equals("doctype") ? text : "",
                        where.equals("head") ? text : "",
                        where.equals("style") ? text : "",
                        where.equals("body") ? text : text.contains("<!ENTITY") ? "&e;" : "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Throwable refusal =
                catchThrowable(() ->
                        new Press(folder).print(page, Instant.parse("2025-01-09T09:00:00Z"), out));

        assertThat(refusal == null ? "printed " + printed(out.toByteArray()) : said(refusal))
                .isEqualTo(outcome);
        assertThat(calls).hasValue(0);
    }

    private static String page(String doctype, String head, String style, String body) {
        return """
        <!DOCTYPE html%s>
        <html xmlns="http://www.w3.org/1999/xhtml" lang="ru" xml:lang="ru"><head><title>Отчёт</title>
        <meta name="author" content="Esep"/><meta name="subject" content="Отчёт"/>%s
        <style type="text/css">%s body { font-family: "Liberation Sans" }</style></head>
        <body><p>Текст %s</p></body></html>
        """
                .formatted(doctype, head, style, body);
    }

    private String said(Throwable refusal) {
        return String.valueOf(refusal.getMessage())
                .replace("http://127.0.0.1:" + server.getLocalPort(), "HTTP")
                .replace(folder.toUri().toString().replaceAll("/$", ""), "FILE");
    }

    private static String printed(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).strip();
        }
    }
}
