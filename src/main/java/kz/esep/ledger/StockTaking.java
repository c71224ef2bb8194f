package kz.esep.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.Received;

/// What lies in the inbox becomes lines of the ledger; the inbox stays as it is.
///
/// A content that an agency's folder held before is not taken again. Files that are new together
/// enter in the order of their paths.
public final class StockTaking {

    /// Longer than any pause of a copy that still goes on.
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Archive archive;
    private final LedgerFile ledgerFile;
    private final Clock clock;
    private final Duration quiet;

    public StockTaking(Archive archive, LedgerFile ledgerFile, Clock clock) {
        this(archive, ledgerFile, clock, Duration.ZERO);
    }

    /// @param quiet how long a file must not have changed before it is taken
    public StockTaking(Archive archive, LedgerFile ledgerFile, Clock clock, Duration quiet) {
        this.archive = archive;
        this.ledgerFile = ledgerFile;
        this.clock = clock;
        this.quiet = quiet;
    }

    /// The ledger after a stock-taking, and the files that could not be taken this time.
    ///
    /// @param taken files of the inbox that the ledger knows now
    public record Stock(Ledger ledger, List<Taken> taken, List<Finding> findings) {
        public Stock {
            taken = List.copyOf(taken);
            findings = List.copyOf(findings);
        }

        /// The same, with more to say about the inbox.
        public Stock with(List<Finding> more) {
            return new Stock(
                    ledger, taken, Stream.concat(findings.stream(), more.stream()).toList());
        }
    }

    /// A file of the inbox, as it was taken.
    public record Taken(Inbox.Lying file, String sha256) {}

    public Stock take(Path inbox, IncomingRegister register) {
        return take(inbox, register, _ -> true);
    }

    /// @param wanted what of the inbox is to be taken this time
    /// @throws UncheckedIOException if the inbox cannot be read, or is gone though files came by
    ///   it: a report that silently lacks what lies there would be wrong
    public Stock take(Path inbox, IncomingRegister register, Predicate<Inbox.Lying> wanted) {
        try {
            if (!Files.isDirectory(inbox) && !ledgerFile.read().files().isEmpty()) {
                throw new NoSuchFileException(inbox.toString());
            }
            Inbox look = Inbox.look(inbox);
            List<Finding> findings = new ArrayList<>(look.findings());
            Set<String> kept = new HashSet<>();
            ledgerFile.read().files().forEach(file -> kept.add(file.sha256()));
            List<Look> looks =
                    look.files().parallelStream()
                            .filter(wanted)
                            .map(file -> look(file, register, kept))
                            .toList();
            List<Entry.Arrived> lying = new ArrayList<>();
            List<Taken> taken = new ArrayList<>();
            for (Look each : looks) {
                findings.addAll(each.findings());
                each.arrived()
                        .ifPresent(arrived -> {
                            lying.add(arrived);
                            taken.add(new Taken(each.file(), arrived.sha256()));
                        });
            }
            Ledger ledger = ledgerFile.extend(before -> news(before, lying, register));
            return new Stock(ledger, taken, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox or the archive failed", e);
        }
    }

    /// One file: taken, or why not.
    private record Look(
            Inbox.Lying file, Optional<Entry.Arrived> arrived, List<Finding> findings) {}

    private Look look(Inbox.Lying file, IncomingRegister register, Set<String> kept) {
        List<Finding> findings = new ArrayList<>();
        try {
            return new Look(file, snapshot(file, register, kept, findings), findings);
        } catch (FileSystemException e) {
            // a full archive is not the file's fault
            if (!file.file().toString().equals(e.getFile())) {
                throw new UncheckedIOException("The inbox or the archive failed", e);
            }
            findings.add(finding(FindingCode.INBOX_FILE_UNREADABLE, file));
            return new Look(file, Optional.empty(), findings);
        } catch (IOException e) {
            throw new UncheckedIOException("The inbox or the archive failed", e);
        }
    }

    /// @param kept contents that the ledger names, and so are on the disk
    private Optional<Entry.Arrived> snapshot(
            Inbox.Lying file, IncomingRegister register, Set<String> kept, List<Finding> findings)
            throws IOException {
        if (isRestless(file) || (!register.names(file.path()) && isBeingWritten(file))) {
            findings.add(finding(FindingCode.INBOX_FILE_STILL_CHANGING, file));
            return Optional.empty();
        }
        Archive.Copy copy = archive.copy(file.file());
        BasicFileAttributes after =
                Files.readAttributes(
                        file.file(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!after.isRegularFile() || !file.file().toRealPath().equals(file.file())) {
            findings.add(finding(FindingCode.INBOX_LINK, file));
            return Optional.empty();
        }
        if (copy.bytes() != file.bytes()
                || copy.bytes() != after.size()
                || !after.lastModifiedTime().toInstant().equals(file.modified())) {
            findings.add(finding(FindingCode.INBOX_FILE_STILL_CHANGING, file));
            return Optional.empty();
        }
        if (!kept.contains(copy.sha256()) || !archive.holds(copy.sha256())) {
            copy.keep();
        }
        return Optional.of(
                new Entry.Arrived(
                        file.path(),
                        file.folder(),
                        copy.sha256(),
                        copy.bytes(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        Received.Source.FIRST_SEEN,
                        ""));
    }

    private boolean isRestless(Inbox.Lying file) {
        return Duration.between(file.modified(), clock.instant()).compareTo(quiet) < 0
                && quiet.isPositive();
    }

    /// A file of the last minutes that is empty, or a zip without its end: somebody is copying it.
    private boolean isBeingWritten(Inbox.Lying file) throws IOException {
        Duration age = Duration.between(file.modified(), clock.instant()).abs();
        return age.compareTo(FRESH) < 0 && (file.bytes() == 0 || ZipEnd.isMissing(file.file()));
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

    private static Finding finding(FindingCode code, Inbox.Lying file) {
        return Finding.of(code, Place.file(file.shown()));
    }
}
