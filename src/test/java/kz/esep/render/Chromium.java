package kz.esep.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A real browser without a window, which checks a page with axe-core.
///
/// The script runs inside the page and puts what it found in place of the page, which the browser
/// then prints: no driver is needed between the two.
record Chromium(Path program) {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIETLY =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final Pattern RESULT =
            Pattern.compile("<pre id=\"axe\">(.*?)</pre>", Pattern.DOTALL);

    /// The one that is installed, if any.
    static Optional<Chromium> installed() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    /// What axe-core found.
    ///
    /// @param violations of WCAG 2.2 A and AA: the rule, and where; empty for an accessible page
    /// @param passed the rules that were applied and kept
    record Result(List<String> violations, List<String> passed) {}

    /// @param folder for the browser's own files
    Result check(String page, int width, Path folder) throws IOException {
        Path file = folder.resolve("page.html");
        Files.writeString(file, page.replace("</body>", script() + "</body>"));
        Process browser =
                new ProcessBuilder(
                                Stream.of(
                                                List.of(program.toString()),
                                                QUIETLY,
                                                List.of(
                                                        "--user-data-dir=" + folder.resolve("own"),
                                                        "--window-size=" + width + ",1000",
                                                        "--virtual-time-budget=60000",
                                                        "--dump-dom",
                                                        file.toUri().toString()))
                                        .flatMap(List::stream)
                                        .toList())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (InputStream printed = browser.getInputStream()) {
            return result(new String(printed.readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            ended(browser);
        }
    }

    private static void ended(Process browser) {
        try {
            if (!browser.waitFor(10, TimeUnit.SECONDS)) {
                browser.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            browser.destroyForcibly();
        }
    }

    private static Result result(String dom) {
        Matcher found = RESULT.matcher(dom);
        if (!found.find()) {
            throw new AssertionError("The browser did not run axe-core");
        }
        List<String> lines = found.group(1).lines().toList();
        return new Result(starting(lines, "violation "), starting(lines, "pass "));
    }

    private static List<String> starting(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .toList();
    }

    private static String script() {
        try (InputStream axe = Chromium.class.getResourceAsStream("/axe.min.js")) {
            if (axe == null) {
                throw new AssertionError("axe.min.js is not on the class path");
            }
            return """
            <script>%s</script>
            <script>
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(found => {
                const lines = found.violations.flatMap(rule => rule.nodes.map(node =>
                    'violation ' + rule.id + ' at ' + node.target.join(' ')))
                  .concat(found.passes.map(rule => 'pass ' + rule.id));
                const said = document.createElement('pre');
                said.id = 'axe';
                said.textContent = lines.join('\\n');
                document.body.replaceChildren(said);
              });
            </script>
            """
                    .formatted(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
