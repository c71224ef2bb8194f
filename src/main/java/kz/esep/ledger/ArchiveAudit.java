package kz.esep.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The archive, file by file: each is called by its own hash, and what the ledger names is there.
///
/// @param contents how many files are what they are called
public record ArchiveAudit(int contents, List<Difference> differences) {

    public ArchiveAudit {
        differences = List.copyOf(differences);
    }

    /// @param ledger `archive/ledger.jsonl`, which lies among the files
    /// @param named what has to be there: who names it, by SHA-256
    public static ArchiveAudit of(Path folder, Path ledger, SortedMap<String, String> named)
            throws IOException {
        List<Difference> differences = new ArrayList<>();
        SortedMap<String, Path> there = new TreeMap<>();
        int contents = 0;
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (file.equals(ledger) || Archive.isHalf(file)) {
                continue;
            }
            String place = "archive/" + folder.relativize(file).toString().replace('\\', '/');
            if (!place.equals("archive/" + place(name))
                    || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                differences.add(Difference.of(place, "archive-extra"));
                continue;
            }
            there.put(name, file);
            String found = Sha256.of(file);
            if (found.equals(name)) {
                contents++;
            } else {
                differences.add(
                        Difference.of(
                                place,
                                "archive-changed",
                                Map.of("found", found, "who", named.getOrDefault(name, "—"))));
            }
        }
        named.forEach((sha256, who) -> {
            if (!there.containsKey(sha256)) {
                differences.add(
                        Difference.of(
                                "archive/" + place(sha256), "archive-missing", Map.of("who", who)));
            }
        });
        return new ArchiveAudit(contents, differences);
    }

    /// What the ledger's lines name: a file's path, by SHA-256.
    public static SortedMap<String, String> named(LedgerAudit ledger) {
        SortedMap<String, String> named = new TreeMap<>();
        for (Line line : ledger.lines().values()) {
            switch (line.entry()) {
                case Entry.Arrived file when Archive.keeps(file.bytes()) ->
                        named.putIfAbsent(file.sha256(), who(line, Shown.name(file.path())));
                case Entry.Recorded data when !data.sha256().isEmpty() ->
                        named.putIfAbsent(data.sha256(), who(line, data.path()));
                case Entry.Issued issue when !issue.manifest().isEmpty() ->
                        named.putIfAbsent(
                                issue.manifest(), who(line, issue.period() + "-" + issue.number()));
                case Entry.Signed signing ->
                        named.putIfAbsent(
                                signing.manifest(),
                                who(line, signing.period() + "-" + signing.number()));
                case Entry.Arrived _,
                        Entry.Recorded _,
                        Entry.Issued _,
                        Entry.Registered _,
                        Entry.Admitted _ -> {}
            }
        }
        return named;
    }

    private static String who(Line line, String what) {
        return "ledger.jsonl:" + line.number() + " (" + what + ")";
    }

    private static String place(String sha256) {
        return sha256.length() == 64 ? sha256.substring(0, 2) + "/" + sha256 : "";
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
