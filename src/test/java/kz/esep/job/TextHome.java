package kz.esep.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.ledger.Sha256;

/// A home with the real plan and register, one template and plain text for workbooks and documents.
record TextHome(Home home, TextRooms rooms) {

    static final Instant NOW = Instant.parse("2025-01-30T06:00:00Z");

    /// Two agencies have submitted.
    static TextHome in(Path folder) throws IOException {
        Home home = new Home(folder);
        Files.createDirectories(home.plan());
        Files.createDirectories(home.templates());
        Files.writeString(home.templates().resolve("page.txt"), "layout");
        Files.copy(Path.of("input/agencies.yaml"), home.agencies());
        try (Stream<Path> files = Files.list(Path.of("input/plan"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, home.plan().resolve(file.getFileName()));
            }
        }
        TextHome settled = new TextHome(home, new TextRooms());
        settled.lay("abai/form.txt", "2024-Q4\n2 2024 DONE\n");
        settled.lay("mz/form.txt", "2024-Q4\n2 2024 IN_PROGRESS\n");
        Files.writeString(
                home.incomingRegister(),
                """
                incoming_number,received_at,sender,path,sha256
                1,08.01.2025 10:00,Абай облысы,abai/form.txt,
                2,09.01.2025 10:00,МЗ,mz/form.txt,
                """);
        return settled;
    }

    void lay(String path, String content) throws IOException {
        Path file = home.inbox().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    RunResult.Published report() {
        return (RunResult.Published) run(QuarterlyRun.Order.NEWEST);
    }

    RunResult run(QuarterlyRun.Order order) {
        return new QuarterlyRun(
                        home,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        (_, _) -> rooms,
                        _ -> rooms,
                        (_, _, _) -> {})
                .run(order);
    }

    /// The same files in another place, links as links.
    TextHome copy(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(home.root())) {
            for (Path each : all.toList()) {
                Path copy = folder.resolve(home.root().relativize(each).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(
                            each,
                            copy,
                            LinkOption.NOFOLLOW_LINKS,
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return new TextHome(new Home(folder), rooms);
    }

    /// Every file below a folder with its hash, and where every link leads.
    static SortedMap<String, String> tree(Path folder) throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                String path = folder.relativize(each).toString();
                if (Files.isSymbolicLink(each)) {
                    tree.put(path, "-> " + Files.readSymbolicLink(each));
                } else if (Files.isRegularFile(each)) {
                    tree.put(path, Sha256.of(each));
                }
            }
        }
        return tree;
    }
}
