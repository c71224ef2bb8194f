package kz.esep.image;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/// Makes the image from `target/esep.jar`: `target/esep-<version>-<system>.tar.gz`, which unpacks
/// into
///
/// ```
/// esep-0.1.0/
///   esep               the launcher
///   esep.jar lib/      the program, extracted from its jar
///   esep.aot           its classes as this very Java has them in memory
///   runtime/           the Java
///   templates/ input/ output/    no demonstration data
///   README.md
/// ```
///
/// It is of the system that it was made on. `mvn -Pimage package` runs this.
final class Image {

    /// Java SE whole, since libraries load drivers and providers by name, where no analysis sees
    /// them; and the parts of the JDK that are found by their services only.
    private static final List<String> BY_NAME =
            List.of(
                    "java.se",
                    "jdk.charsets",
                    "jdk.crypto.ec",
                    "jdk.localedata",
                    "jdk.naming.dns",
                    "jdk.zipfs");

    /// Quoted by annotations of a library that nobody runs; it would bring the compiler along.
    private static final String DOCUMENTATION = "jdk.javadoc";

    /// What belongs to the demonstration, and not to the ministry.
    private static final Set<String> DEMONSTRATION =
            Set.of("incoming-register.csv", "opening.csv", "decisions.yaml");

    /// Compiled for Java 5, whose classes no cache takes: each would be verified at every start, in
    /// the way of its time.
    private static final String OF_OLD = "picocli-";

    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;

    private final Path project;
    private final Path folder;
    private final Path work;

    /// @param folder of the image, below the one that it is packed from
    private Image(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
        this.work = folder.resolveSibling("work");
    }

    /// @param arguments the project's folder, and the program's version
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path project = Path.of(arguments[0]).toAbsolutePath();
        String name = "esep-" + arguments[1];
        Path place = project.resolve("target/image");
        delete(place);
        Image image = new Image(project, place.resolve(name));
        image.program();
        image.runtime();
        image.data();
        image.train();
        image.pack(project.resolve("target/" + name + "-" + system() + ".tar.gz"));
    }

    private static String system() {
        return System.getProperty("os.name").replaceAll("\\W.*", "").toLowerCase(Locale.ROOT)
                + "-"
                + System.getProperty("os.arch");
    }

    /// The jar's own tool: the parts keep the jar's dates, which the cache of classes looks at.
    private void program() throws IOException, InterruptedException {
        Files.createDirectories(work);
        run(
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                project.resolve("target/esep.jar").toString(),
                "extract",
                "--destination",
                folder.toString());
        Path launcher = folder.resolve("esep");
        Files.copy(project.resolve("src/main/launcher/esep"), launcher);
        executable(launcher);
        for (Path library : below(folder.resolve("lib"))) {
            if (library.getFileName().toString().startsWith(OF_OLD)) {
                renew(library);
            }
        }
    }

    /// Gives a library's classes the form that Java has had since 6, with the frames that its
    /// verifier reads.
    private static void renew(Path library) throws IOException {
        FileTime date = Files.getLastModifiedTime(library);
        Path renewed = library.resolveSibling(library.getFileName() + ".renewed");
        try (URLClassLoader own = new URLClassLoader(new URL[] {library.toUri().toURL()}, null);
                JarInputStream from = new JarInputStream(Files.newInputStream(library), false);
                JarOutputStream to =
                        new JarOutputStream(Files.newOutputStream(renewed), from.getManifest())) {
            ClassFile form =
                    ClassFile.of(
                            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                            ClassFile.ClassHierarchyResolverOption.of(
                                    ClassHierarchyResolver.ofResourceParsing(own)
                                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (JarEntry entry = from.getNextJarEntry();
                    entry != null;
                    entry = from.getNextJarEntry()) {
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTime(entry.getTime());
                to.putNextEntry(copy);
                byte[] content = from.readAllBytes();
                to.write(entry.getName().endsWith(".class") ? renewed(form, content) : content);
                to.closeEntry();
            }
        }
        Files.move(renewed, library, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(library, date);
    }

    private static byte[] renewed(ClassFile form, byte[] content) {
        ClassModel model = form.parse(content);
        return model.majorVersion() >= ClassFile.JAVA_6_VERSION
                ? content
                : form.transformClass(
                        model,
                        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                                .andThen((renewed, element) ->
                                        renewed.with(
                                                element instanceof ClassFileVersion
                                                        ? ClassFileVersion.of(
                                                                ClassFile.JAVA_6_VERSION, 0)
                                                        : element)));
    }

    private void runtime() throws IOException {
        String libraries =
                below(folder.resolve("lib")).stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        Set<String> modules = new TreeSet<>(BY_NAME);
        modules.addAll(
                List.of(
                        tool(
                                        "jdeps",
                                        "-q",
                                        "--ignore-missing-deps",
                                        "--print-module-deps",
                                        "--multi-release",
                                        String.valueOf(Runtime.version().feature()),
                                        "--recursive",
                                        "--class-path",
                                        libraries,
                                        folder.resolve("esep.jar").toString())
                                .strip()
                                .split(",")));
        modules.remove(DOCUMENTATION);
        if (!modules.contains("jdk.jfr")) {
            throw new IllegalStateException(
                    "jdeps does not see that Spring Batch needs jdk.jfr: " + modules);
        }
        tool(
                "jlink",
                "--add-modules",
                String.join(",", modules),
                "--no-header-files",
                "--no-man-pages",
                "--generate-cds-archive",
                "--output",
                folder.resolve("runtime").toString());
    }

    private void data() throws IOException {
        copy(project.resolve("templates"), folder.resolve("templates"), _ -> true);
        copy(
                project.resolve("input"),
                folder.resolve("input"),
                file ->
                        !file.startsWith("inbox")
                                && !file.startsWith("archive")
                                && !DEMONSTRATION.contains(file.getFileName().toString()));
        Files.createDirectories(folder.resolve("input/inbox"));
        Files.createDirectories(folder.resolve("output"));
        Files.copy(project.resolve("README.md"), folder.resolve("README.md"));
    }

    /// Runs the main job on the demonstration's submissions, and lets the Java virtual machine
    /// write down what it loaded and linked: later ones begin with that.
    private void train() throws IOException, InterruptedException {
        Path home = work.resolve("training");
        copy(project.resolve("templates"), home.resolve("templates"), _ -> true);
        copy(project.resolve("input"), home.resolve("input"), file -> !file.startsWith("archive"));
        run(
                Map.of(
                        "ESEP_JAVA_OPTS",
                        "-Xlog:disable -Xlog:all=error:stderr -XX:AOTCacheOutput="
                                + folder.resolve("esep.aot")),
                folder.resolve("esep").toString(),
                "report",
                "--home",
                home.toString());
    }

    /// With the parts' own dates; in the order of their paths.
    private void pack(Path archive) throws IOException {
        Files.deleteIfExists(archive);
        try (OutputStream file = Files.newOutputStream(archive);
                GzipCompressorOutputStream zipped = new GzipCompressorOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(zipped, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Path part : below(folder)) {
                String name =
                        folder.resolveSibling("").relativize(part).toString().replace('\\', '/');
                if (Files.isDirectory(part)) {
                    tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
                } else {
                    TarArchiveEntry entry = new TarArchiveEntry(name);
                    entry.setSize(Files.size(part));
                    entry.setModTime(Files.getLastModifiedTime(part).toMillis());
                    entry.setMode(Files.isExecutable(part) ? EXECUTABLE : READABLE);
                    tar.putArchiveEntry(entry);
                    Files.copy(part, tar);
                }
                tar.closeArchiveEntry();
            }
        }
        System.out.println("%s: %d MiB".formatted(archive, Files.size(archive) >> 20));
    }

    private static void executable(Path file) {
        if (!file.toFile().setExecutable(true, false)) {
            throw new IllegalStateException(file + " cannot be made executable");
        }
    }

    private static String tool(String name, String... arguments) {
        ToolProvider tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(() -> new IllegalStateException("This Java has no " + name));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = tool.run(new PrintWriter(out), new PrintWriter(err), arguments);
        if (exit != 0) {
            throw new IllegalStateException(
                    name + " " + Arrays.toString(arguments) + ": " + exit + "\n" + out + err);
        }
        return out.toString();
    }

    private void run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path said = work.resolve("said.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    Arrays.toString(command) + ": " + exit + "\n" + Files.readString(said));
        }
    }

    /// @param wanted of the paths below the folder
    private static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        for (Path file : below(from)) {
            Path name = from.relativize(file);
            if (Files.isRegularFile(file) && wanted.test(name)) {
                Path copy = to.resolve(name.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// Everything below a folder, and itself first.
    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all = new ArrayList<>(below(folder));
            all.sort(Comparator.reverseOrder());
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
