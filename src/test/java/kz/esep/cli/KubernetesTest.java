package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.findings.Reading;
import kz.esep.job.Home;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.settings.InForce;
import kz.esep.settings.SettingsReading;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The manifests for Kubernetes: they are YAML, what they name exists, and the program understands
/// what they ask of it. No cluster has seen them in this test.
class KubernetesTest {

    private static final Path FOLDER = Path.of("src/main/kubernetes");

    /// Variables of the launcher and of the system, which are no settings.
    private static final Set<String> OTHERS = Set.of("LC_ALL", "ESEP_JAVA_OPTS", "ESEP_HOME");

    @Test
    void everyManifestIsPutTogetherAndNamed() throws IOException {
        List<String> resources = strings(at(read("kustomization.yaml"), "resources"));

        assertThat(resources)
                .containsExactlyInAnyOrderElementsOf(
                        yaml().filter(name ->
                                        !name.equals("kustomization.yaml")
                                                && !name.endsWith(".example.yaml"))
                                .toList());
        for (String resource : resources) {
            Map<String, String> manifest = texts(read(resource));
            assertThat(manifest).as(resource).containsKeys("apiVersion", "kind");
            assertThat((String) at(read(resource), "metadata", "name"))
                    .as(resource)
                    .matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
        }
    }

    @Test
    void theCommandsExist() throws IOException {
        for (Map<?, ?> pod : List.of(manager(), workers())) {
            List<String> asked = strings(at(container(pod), "args"));
            StringWriter complaints = new StringWriter();

            commandLine(complaints).parseArgs(asked.toArray(String[]::new));

            assertThat(complaints.toString()).isEmpty();
        }
        assertThat(strings(at(container(manager()), "args")).getFirst()).isEqualTo("report");
        assertThat(strings(at(container(workers()), "args")).getFirst()).isEqualTo("worker");
    }

    private static picocli.CommandLine commandLine(StringWriter complaints) {
        Home home = new Home(Path.of(""));
        Console console =
                new Console(
                        Speech.of(home.messages(), Language.EN),
                        new PrintWriter(complaints),
                        new PrintWriter(complaints),
                        false);
        return CommandLines.of(console, home, new InForce(home.settings(), List.of()));
    }

    @Test
    void theVariablesAreSettingsThatShareWork() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        variables.putAll(texts(at(read("settings.yaml"), "data")));
        variables.putAll(texts(at(read("secret.example.yaml"), "stringData")));
        variables.keySet().removeAll(OTHERS);

        InForce read =
                switch (SettingsReading.read(List.of(), variables)) {
                    case Reading.Accepted<InForce>(InForce inForce, _) -> inForce;
                    case Reading.Refused<InForce> refused ->
                            throw new AssertionError(refused.findings());
                };

        assertThat(read.settings().workers().broker()).isPresent();
        assertThat(read.settings().database().url()).isPresent();
        assertThat(variables.keySet()).allMatch(name -> name.startsWith("ESEP_"));
        assertThat(texts(at(read("settings.yaml"), "data")).keySet())
                .as("no secret where everyone may read")
                .noneMatch(name -> name.contains("PASSWORD") || name.contains("KEY"));
    }

    @Test
    void managerAndWorkersSeeTheSame() throws IOException {
        Map<?, ?> manager = manager();
        Map<?, ?> workers = workers();
        for (String same : List.of("envFrom", "image", "volumeMounts", "securityContext")) {
            assertThat(node(container(workers), same))
                    .as(same)
                    .isEqualTo(at(container(manager), same));
        }
        for (String same : List.of("volumes", "securityContext", "enableServiceLinks")) {
            assertThat(node(workers, same)).as(same).isEqualTo(at(manager, same));
        }
        // else a service that is called esep would set ESEP_PORT, which is no setting
        assertThat(node(manager, "enableServiceLinks")).isEqualTo(false);
        assertThat(strings(at(container(workers), "args")).subList(1, 3))
                .isEqualTo(strings(at(container(manager), "args")).subList(1, 3));
    }

    @Test
    void whatTheyNameExists() throws IOException {
        Map<?, ?> pod = workers();
        List<?> sources = at(container(pod), "envFrom");
        assertThat((String) at((Map<?, ?>) sources.get(0), "configMapRef", "name"))
                .isEqualTo(at(read("settings.yaml"), "metadata", "name"));
        assertThat((String) at((Map<?, ?>) sources.get(1), "secretRef", "name"))
                .isEqualTo(at(read("secret.example.yaml"), "metadata", "name"));
        List<?> volumes = at(pod, "volumes");
        assertThat(
                        (String)
                                at(
                                        (Map<?, ?>) volumes.getFirst(),
                                        "persistentVolumeClaim",
                                        "claimName"))
                .isEqualTo(at(read("volume.yaml"), "metadata", "name"));
        assertThat(strings(at(read("volume.yaml"), "spec", "accessModes")))
                .containsExactly("ReadWriteMany");
        List<?> mounts = at(container(pod), "volumeMounts");
        assertThat((String) at((Map<?, ?>) mounts.getFirst(), "mountPath"))
                .isEqualTo(texts(at(read("settings.yaml"), "data")).get("ESEP_HOME"));
        List<?> images = at(read("kustomization.yaml"), "images");
        assertThat((String) at((Map<?, ?>) images.getFirst(), "name"))
                .isEqualTo(at(container(pod), "image"));
        assertThat(node(read("workers.yaml"), "spec", "selector", "matchLabels"))
                .isEqualTo(at(read("workers.yaml"), "spec", "template", "metadata", "labels"));
    }

    @Test
    void theImageIsOfThisVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version =
                Optional.of(pom.replaceFirst("(?s).*?<artifactId>esep</artifactId>\\s*", ""))
                        .map(rest -> rest.replaceFirst("(?s)<version>(.*?)</version>.*", "$1"))
                        .orElseThrow();
        List<?> images = at(read("kustomization.yaml"), "images");
        Map<?, ?> image = (Map<?, ?>) images.getFirst();

        assertThat((String) at(image, "newTag")).isEqualTo(version);
        assertThat(Files.readString(FOLDER.resolve("Containerfile")))
                .contains("--build-arg VERSION=" + version)
                .contains("-t " + at(image, "newName") + ":" + version)
                .contains("ADD target/esep-${VERSION}-linux-amd64.tar.gz /opt/");
        assertThat(strings(at(container(workers()), "args")).getLast())
                .isEqualTo("/opt/esep/templates");
    }

    private static Map<?, ?> manager() throws IOException {
        return at(read("manager.yaml"), "spec", "jobTemplate", "spec", "template", "spec");
    }

    private static Map<?, ?> workers() throws IOException {
        return at(read("workers.yaml"), "spec", "template", "spec");
    }

    private static Map<?, ?> container(Map<?, ?> pod) {
        List<?> containers = at(pod, "containers");
        assertThat(containers).hasSize(1);
        return (Map<?, ?>) containers.getFirst();
    }

    private static Stream<String> yaml() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .collect(Collectors.toCollection(ArrayList::new))
                    .stream();
        }
    }

    private static Map<?, ?> read(String name) throws IOException {
        return (Map<?, ?>)
                new Load(LoadSettings.builder().setLabel(name).build())
                        .loadFromString(Files.readString(FOLDER.resolve(name)));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T at(Map<?, ?> tree, String... path) {
        return (T) node(tree, path);
    }

    private static Object node(Map<?, ?> tree, String... path) {
        Object found = tree;
        for (String step : path) {
            assertThat(found).isInstanceOf(Map.class);
            found =
                    Objects.requireNonNull(
                            ((Map<?, ?>) found).get(step), () -> String.join(".", path));
        }
        return found;
    }

    private static List<String> strings(List<?> list) {
        return list.stream().map(String::valueOf).toList();
    }

    private static Map<String, String> texts(Map<?, ?> map) {
        Map<String, String> texts = new TreeMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }
}
