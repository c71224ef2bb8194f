package kz.esep.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.Folders;
import kz.esep.job.Home;
import kz.esep.ledger.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Unpacks the image where nothing else is, and starts it where no Java is on the path. `mvn
/// -Pimage verify` makes the image and runs this.
class ImageIT {

    /// A cache of classes that does not fit ends the program, instead of being passed over.
    private static final Map<String, String> CACHE_IS_USED =
            Map.of("ESEP_JAVA_OPTS", "-XX:AOTMode=on");

    @TempDir static Path folder;
    private static Path image = Path.of("");

    private record Answer(int exit, String out) {}

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Path there = Files.createDirectories(folder.resolve("бір қалта/here"));
        Path archive = archive();
        Process tar =
                new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", there.toString())
                        .inheritIO()
                        .start();
        assertThat(tar.waitFor()).isZero();
        try (Stream<Path> unpacked = Files.list(there)) {
            image = unpacked.toList().getFirst();
        }
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool).toRealPath());
        }
    }

    /// The newest one in the build's folder.
    private static Path archive() throws IOException {
        try (Stream<Path> made = Files.list(Path.of(System.getProperty("esep.build", "target")))) {
            return made.filter(file -> file.toString().endsWith(".tar.gz"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IllegalStateException("The build made no image"))
                    .toAbsolutePath();
        }
    }

    /// With nothing in the environment but what is said here; in an empty folder.
    private static Answer esep(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        List<String> command = new ArrayList<>(List.of(image.resolve("esep").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("tools").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .replace('\u00A0', ' ');
        return new Answer(process.waitFor(), out);
    }

    @Test
    void holdsNoDemonstrationData() throws IOException {
        try (Stream<Path> input = Files.walk(image.resolve("input"))) {
            assertThat(
                            input.filter(Files::isRegularFile)
                                    .map(file -> image.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "input/agencies.yaml",
                            "input/limits.yaml",
                            "input/plan/disability-rights-2025.r1142.yaml",
                            "input/plan/holidays.yaml");
        }
    }

    /// Also from another folder, through a link, and without any variable.
    @Test
    void runsTheMainJobWithItsOwnJavaAndItsCacheOfClasses() throws Exception {
        Home project = new Home(Path.of(""));
        Home home = new Home(image);
        Folders.copy(project.inbox(), home.inbox());
        Folders.copy(project.incomingRegister(), home.incomingRegister());

        Answer answer = esep(CACHE_IS_USED, "report", "--lang", "ru");

        assertThat(answer.exit()).as(answer.out()).isZero();
        assertThat(answer.out()).contains("Отчёты за IV квартал 2024 года готовы: выпуск № 1, ");
        JsonNode manifest =
                new JsonMapper().readTree(home.output().resolve("2024-Q4/manifest.json").toFile());
        Map<String, String> said = new TreeMap<>();
        manifest.get("outputs")
                .propertyStream()
                .forEach(output -> said.put(output.getKey(), output.getValue().asString()));
        Map<String, String> made = new TreeMap<>();
        for (String path : said.keySet()) {
            made.put(path, Sha256.of(home.output().resolve("2024-Q4").resolve(path)));
        }
        assertThat(said).hasSizeGreaterThan(100).isEqualTo(made);
    }

    @Test
    void isFoundThroughALink() throws Exception {
        Path link = folder.resolve("esep");
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(link, image.resolve("esep"));
        }
        ProcessBuilder builder = new ProcessBuilder(link.toString(), "--version");
        builder.environment().put("PATH", folder.resolve("tools").toString());
        builder.environment().remove("JAVA_HOME");
        Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("0.1.0");
        assertThat(process.waitFor()).isZero();
    }

    /// What the test above relies on: a cache that does not fit is seen. A program that was
    /// exchanged still runs.
    @Test
    void startsAlsoWhereTheCacheDoesNotFitTheProgram() throws Exception {
        Path jar = image.resolve("esep.jar");
        FileTime time = Files.getLastModifiedTime(jar);
        try {
            Files.setLastModifiedTime(jar, FileTime.fromMillis(time.toMillis() + 86_400_000));

            assertThat(esep(CACHE_IS_USED, "--version").exit()).isNotZero();
            Answer without = esep(Map.of(), "--version");
            assertThat(without.exit()).as(without.out()).isZero();
            assertThat(without.out()).contains("0.1.0").doesNotContain("warning", "error");
        } finally {
            Files.setLastModifiedTime(jar, time);
        }
    }
}
