package kz.esep.ledger;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;

/// What lies in the inbox at one moment. Nothing is opened, and no link that lies there is
/// followed.
///
/// @param files by path
/// @param findings what lies there and is no file to take
public record Inbox(List<Lying> files, List<Finding> findings) {

    /// What programs and systems leave beside the files of people.
    private static final Set<String> NOBODYS_FILES = Set.of("thumbs.db", "desktop.ini");

    private static final Set<String> NOBODYS_FOLDERS =
            Set.of("$recycle.bin", "system volume information", "@eadir", "lost+found");
    private static final List<String> UNFINISHED = List.of(".part", ".crdownload", ".tmp");

    public Inbox {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /// A file as it lies there.
    ///
    /// @param path relative to the inbox, with `/`; not to be shown to people as it is
    /// @param folder the sub-folder directly below the inbox; empty for the inbox itself
    /// @param open an office program has left its lock beside it
    public record Lying(
            Path file, String path, String folder, long bytes, Instant modified, boolean open) {

        /// The path as people may see it.
        public String shown() {
            return Shown.name(path);
        }
    }

    /// @param inbox the operator's own link is followed, as to a mounted share; nothing if there is
    ///   no such folder
    /// @throws IOException if the inbox itself cannot be read
    public static Inbox look(Path inbox) throws IOException {
        if (!Files.isDirectory(inbox)) {
            return new Inbox(List.of(), List.of());
        }
        Visitor visitor = new Visitor(inbox.toRealPath());
        Files.walkFileTree(visitor.root, visitor);
        return visitor.seen();
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Lying> files = new ArrayList<>();
        private final Set<Path> locked = new HashSet<>();
        private final List<Finding> findings = new ArrayList<>();

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || isSomebodys(name(folder), NOBODYS_FOLDERS)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = name(file);
            if (name.startsWith("~$")) {
                locked.add(file.resolveSibling(name.substring(2)));
            } else if (name.startsWith(".~lock.") && name.endsWith("#")) {
                locked.add(file.resolveSibling(name.substring(7, name.length() - 1)));
            } else if (!isSomebodys(name, NOBODYS_FILES)
                    || UNFINISHED.stream().anyMatch(name::endsWith)) {
                return FileVisitResult.CONTINUE;
            } else if (attributes.isSymbolicLink()) {
                findings.add(Finding.of(FindingCode.INBOX_LINK, place(file)));
            } else if (!attributes.isRegularFile()) {
                findings.add(Finding.of(FindingCode.INBOX_NOT_A_FILE, place(file)));
            } else {
                Path below = root.relativize(file);
                files.add(
                        new Lying(
                                file,
                                path(below),
                                below.getNameCount() == 1 ? "" : below.getName(0).toString(),
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant(),
                                false));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            findings.add(Finding.of(FindingCode.INBOX_FILE_UNREADABLE, place(file)));
            return FileVisitResult.CONTINUE;
        }

        Inbox seen() {
            return new Inbox(
                    files.stream()
                            .map(file ->
                                    new Lying(
                                            file.file(),
                                            file.path(),
                                            file.folder(),
                                            file.bytes(),
                                            file.modified(),
                                            locked.contains(file.file())))
                            .sorted(Comparator.comparing(Lying::path))
                            .toList(),
                    findings.stream()
                            .sorted(Comparator.comparing(finding -> finding.place().file()))
                            .toList());
        }

        private static boolean isSomebodys(String name, Set<String> nobodys) {
            return !name.startsWith(".") && !nobodys.contains(name.toLowerCase(Locale.ROOT));
        }

        private Place place(Path file) {
            return Place.file(Shown.name(path(root.relativize(file))));
        }

        private static String name(Path file) {
            return file.getFileName().toString();
        }

        /// By its names: on Linux `mz\form.xlsx` is a name, and none of the folder `mz`.
        private static String path(Path below) {
            return StreamSupport.stream(below.spliterator(), false)
                    .map(Path::toString)
                    .collect(Collectors.joining("/"));
        }
    }
}
