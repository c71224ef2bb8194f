package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.job.Home;

/// The program in a JVM of its own, which can be killed: from one jar, with the quick compiler and
/// classes that one run before all others has laid out in a file, since it starts a hundred times.
///
/// It says every part of a step that is done: `render 3 of 12`.
record Program(Path classes, List<String> options, List<String> starter) {

    Program(Path classes, List<String> options) {
        this(classes, options, List.of());
    }

    private static final long MINUTES = 20;

    private static final String LOGBACK =
            """
            <configuration>
              <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%msg%n%ex{short}</pattern></encoder>
              </appender>
              <root level="warn"><appender-ref ref="console"/></root>
              <logger name="kz.esep" level="debug"/>
              <logger name="org.xhtmlrenderer" level="error"/>
              <logger name="org.springframework.batch.core.step.AbstractStep" level="off"/>
              <logger name="org.flywaydb" level="error"/>
              <logger name="com.zaxxer.hikari" level="error"/>
              <logger name="org.apache.qpid.jms" level="off"/>
              <logger name="org.springframework.jms" level="off"/>
              <logger name="org.apache.poi" level="off"/>
            </configuration>
            """;

    /// @param folder where it lies
    static Program in(Path folder) throws IOException {
        Path jar = Files.createDirectories(folder).resolve("esep.jar");
        Path classes = Path.of("target/classes").toAbsolutePath();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            out.setLevel(0);
            for (Path file : files.filter(file -> !file.equals(classes)).sorted().toList()) {
                String name = classes.relativize(file).toString();
                if (Files.isDirectory(file)) {
                    // Flyway looks for its scripts by their folder's entry
                    out.putNextEntry(new JarEntry(name + "/"));
                } else {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
        Path logback = folder.resolve("logback.xml");
        Files.writeString(logback, LOGBACK);
        return new Program(
                jar,
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlogback.configurationFile=" + logback));
    }

    /// The same to every eye but its own: built from other code.
    ///
    /// @param code SHA-256 of it
    Program of(String code, Path folder) throws IOException {
        Path other = Files.createDirectories(folder).resolve("esep.jar");
        Files.copy(classes, other);
        try (FileSystem jar = FileSystems.newFileSystem(other)) {
            Files.writeString(jar.getPath("META-INF", "code.properties"), "code=" + code);
        }
        return new Program(other, options, starter);
    }

    /// The same, faster: what the run of a home needs is laid out beforehand.
    Program trained(Home home) throws IOException, InterruptedException {
        Path cache = classes.resolveSibling("esep.aot");
        Life training =
                with("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=error,cds=error")
                        .start(home, Map.of(), _ -> {}, "report");
        assertThat(training.end()).as(training::said).isZero();
        return with("-XX:AOTCache=" + cache);
    }

    Program with(String... more) {
        return new Program(
                classes, Stream.concat(options.stream(), Arrays.stream(more)).toList(), starter);
    }

    /// @param command that starts another one
    Program startedBy(String... command) {
        return new Program(classes, options, List.of(command));
    }

    /// @param heard hears each line, at once
    Life start(Home home, Map<String, String> environment, Consumer<String> heard, String... asked)
            throws IOException {
        List<String> command = new ArrayList<>(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classpath());
        command.add(Esep.class.getName());
        command.addAll(List.of(asked));
        command.addAll(List.of("--lang", "en", "--home", home.root().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ESEP_LOG_LEVEL", "debug");
        builder.environment().putAll(environment);
        return new Life(builder.start(), heard);
    }

    /// No folder, for the laid out classes must come from jars.
    private String classpath() {
        String all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.concat(
                        Stream.of(classes.toString()),
                        Arrays.stream(all.split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// One life of it.
    static final class Life {

        private final Process process;
        private final List<String> said = Collections.synchronizedList(new ArrayList<>());
        private final Thread listener;

        private Life(Process process, Consumer<String> heard) throws IOException {
            this.process = process;
            OutputStream nothing = process.getOutputStream();
            nothing.close();
            this.listener =
                    Thread.ofPlatform()
                            .daemon()
                            .name("hears-" + process.pid())
                            .start(() -> listen(heard));
        }

        private void listen(Consumer<String> heard) {
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                    heard.accept(line);
                }
            } catch (IOException e) {
                // a killed process closes its end in the middle of a line
                said.add("(" + e.getMessage() + ")");
            }
        }

        long pid() {
            return process.pid();
        }

        /// SIGKILL.
        void kill() {
            process.toHandle().destroyForcibly();
        }

        /// SIGTERM.
        void stop() {
            // not the process itself, whose last words would be cut off
            process.toHandle().destroy();
        }

        /// Waits for its end.
        ///
        /// @return 137 if it was killed
        int end() throws InterruptedException {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(this::said).isTrue();
            listener.join();
            return process.exitValue();
        }

        /// Everything it said, line by line.
        List<String> lines() {
            synchronized (said) {
                return List.copyOf(said);
            }
        }

        String said() {
            return String.join("\n", lines());
        }
    }
}
