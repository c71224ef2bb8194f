package kz.esep.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.assertj.core.api.Assertions;

/// A real Artemis in a JVM of its own, on loopback, which can be killed. It keeps nothing on a
/// disk.
public final class Artemis implements AutoCloseable {

    private static final String READY = "ready";

    private final int port;
    private final Path folder;
    private Process process;

    private Artemis(int port, Path folder) throws IOException {
        this.port = port;
        this.folder = Files.createDirectories(folder);
        this.process = begin();
    }

    public static Artemis start(Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return new Artemis(port, folder);
    }

    public String address() {
        return "amqp://127.0.0.1:" + port;
    }

    /// SIGKILL, and another one in its place, which knows nothing of what waited in the first.
    void startAnew() throws IOException {
        kill();
        process = begin();
    }

    private Process begin() throws IOException {
        Process begun =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Artemis.class.getName(),
                                Integer.toString(port),
                                folder.toString())
                        .redirectError(folder.resolve("broker.txt").toFile())
                        .start();
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(begun.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new java.util.ArrayList<>();
        for (String line = said.readLine(); !READY.equals(line); line = said.readLine()) {
            Assertions.assertThat(line).as(() -> "the broker ended: " + lines).isNotNull();
            lines.add(line);
        }
        return begun;
    }

    private void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /// @param arguments port and folder
    public static void main(String... arguments) throws Exception {
        Configuration configuration =
                new ConfigurationImpl()
                        .setPersistenceEnabled(false)
                        .setSecurityEnabled(false)
                        .setJournalDirectory(arguments[1] + "/journal")
                        .addAcceptorConfiguration(
                                "amqp", "tcp://127.0.0.1:" + arguments[0] + "?protocols=AMQP");
        new EmbeddedActiveMQ().setConfiguration(configuration).start();
        System.out.println(READY);
    }
}
