package kz.esep.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.Received;

/// What lies in the inbox becomes lines of the ledger; the inbox stays as it is.
///
/// A content that an agency's folder held before is not taken again. Files that are new together
/// enter in the order of their paths.
public final class StockTaking {

    private final Archive archive;
    private final LedgerFile ledgerFile;
    private final Clock clock;

    public StockTaking(Archive archive, LedgerFile ledgerFile, Clock clock) {
        this.archive = archive;
        this.ledgerFile = ledgerFile;
        this.clock = clock;
    }

    /// The ledger after a stock-taking, and the files that could not be taken this time.
    public record Stock(Ledger ledger, List<Finding> findings) {
        public Stock {
            findings = List.copyOf(findings);
        }
    }

    public Stock take(Path inbox, IncomingRegister register) {
        try {
            List<Finding> findings = new ArrayList<>();
            List<Entry.Arrived> lying = new ArrayList<>();
            for (Path file : files(inbox, findings)) {
                try {
                    snapshot(inbox, file, findings).ifPresent(lying::add);
                } catch (NoSuchFileException | AccessDeniedException e) {
                    findings.add(unreadable(inbox, file));
                }
            }
            Ledger ledger = ledgerFile.extend(before -> news(before, lying, register));
            return new Stock(ledger, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox or the archive failed", e);
        }
    }

    private static List<Path> files(Path inbox, List<Finding> findings) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(inbox)) {
            return files;
        }
        Files.walkFileTree(
                inbox,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return folder.equals(inbox) || !name(folder).startsWith(".")
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && isMeantForUs(name(file))) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        findings.add(unreadable(inbox, file));
                        return FileVisitResult.CONTINUE;
                    }
                });
        files.sort(Comparator.comparing(file -> path(inbox, file)));
        return files;
    }

    /// Office programs leave `~$form.xlsx` and `.~lock.form.xlsx#` beside an open file.
    private static boolean isMeantForUs(String name) {
        return !name.startsWith("~$") && !name.startsWith(".") && !name.endsWith(".part");
    }

    private Optional<Entry.Arrived> snapshot(Path inbox, Path file, List<Finding> findings)
            throws IOException {
        BasicFileAttributes before = attributes(file);
        Archive.Kept kept = archive.keep(file);
        BasicFileAttributes after = attributes(file);
        if (kept.bytes() != after.size()
                || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
            findings.add(
                    Finding.of(
                            FindingCode.INBOX_FILE_STILL_CHANGING, Place.file(path(inbox, file))));
            return Optional.empty();
        }
        String path = path(inbox, file);
        int slash = path.indexOf('/');
        return Optional.of(
                new Entry.Arrived(
                        path,
                        slash < 0 ? "" : path.substring(0, slash),
                        kept.sha256(),
                        kept.bytes(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        Received.Source.FIRST_SEEN,
                        ""));
    }

    private static List<Entry> news(
            Ledger ledger, List<Entry.Arrived> lying, IncomingRegister register) {
        List<Entry> news = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        Set<Content> known = new HashSet<>();
        for (Received file : ledger.files()) {
            String path = ledger.arrived(file.line()).path();
            known.add(new Content(file.folder(), file.sha256()));
            register.row(path, file.sha256(), paths.add(path))
                    .filter(row -> !isSaidOf(file, row))
                    .map(row -> new Entry.Registered(file.line(), row.at(), row.number()))
                    .ifPresent(news::add);
        }
        for (Entry.Arrived file : lying) {
            if (known.add(new Content(file.folder(), file.sha256()))) {
                news.add(
                        register.row(file.path(), file.sha256(), paths.add(file.path()))
                                .map(row -> registered(file, row))
                                .orElse(file));
            }
        }
        return news;
    }

    private static boolean isSaidOf(Received file, IncomingRegister.Row row) {
        return file.source() == Received.Source.INCOMING_REGISTER
                && file.at().equals(row.at())
                && file.incomingNumber().equals(row.number());
    }

    /// The same bytes in another agency's folder are another matter.
    private record Content(String folder, String sha256) {}

    private static Entry.Arrived registered(Entry.Arrived file, IncomingRegister.Row row) {
        return new Entry.Arrived(
                file.path(),
                file.folder(),
                file.sha256(),
                file.bytes(),
                row.at(),
                Received.Source.INCOMING_REGISTER,
                row.number());
    }

    private static Finding unreadable(Path inbox, Path file) {
        return Finding.of(FindingCode.INBOX_FILE_UNREADABLE, Place.file(path(inbox, file)));
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String path(Path inbox, Path file) {
        return inbox.relativize(file).toString().replace('\\', '/');
    }
}
