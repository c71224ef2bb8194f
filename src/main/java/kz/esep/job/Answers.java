package kz.esep.job;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import kz.esep.agency.Agency;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.publish.Issues;
import kz.esep.report.Receipt;

/// Answers agencies about their files: a folder for each file below the agency's own folder of
/// `output/receipts`.
final class Answers {

    private static final DateTimeFormatter RECEIVED =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm", Locale.ROOT);
    private static final String SEAM = "-";
    private static final int DIGITS = 12;

    /// Written after the others.
    static final String LAST = "receipt.txt";

    private static final String NOBODY = "_unassigned";

    private final Desk desk;
    private final Papers papers;

    Answers(Desk desk, Papers papers) {
        this.desk = desk;
        this.papers = papers;
    }

    /// @return the folder
    Path write(FileOutcome outcome) throws IOException {
        Path folder = folder(outcome);
        Receipt receipt =
                Receipt.of(
                        outcome,
                        siblings(outcome),
                        desk.data().register(),
                        desk.home().settings().zone());
        SortedMap<String, Issues.Content> documents =
                papers.answer(receipt, desk.snapshot(outcome.received()));
        Set<String> former = names(folder);
        for (Map.Entry<String, Issues.Content> document : documents.entrySet()) {
            Issues.put(folder.resolve(document.getKey()), document.getValue());
        }
        former.removeAll(documents.keySet());
        for (String name : former) {
            Files.delete(folder.resolve(name));
        }
        removeOthers(outcome.received().sha256(), folder);
        return folder;
    }

    /// Whether a file has no answer yet.
    boolean lacks(Received file) throws IOException {
        long there = 0;
        if (Files.isDirectory(desk.home().receipts())) {
            for (Path agency : folders(desk.home().receipts(), "*")) {
                there +=
                        folders(agency, pattern(file.sha256())).stream()
                                .filter(folder -> Files.exists(folder.resolve(LAST)))
                                .count();
            }
        }
        long needed =
                desk.ledger().files().stream()
                        .filter(other -> other.sha256().equals(file.sha256()))
                        .count();
        return there < needed;
    }

    /// The other files of the agency whose answers name a file like this one as in force.
    List<FileOutcome> touchedBy(FileOutcome outcome) {
        String owner = Receipt.owner(outcome);
        return outcome.submission().isEmpty() || owner.isEmpty()
                ? List.of()
                : siblings(outcome).stream()
                        .filter(other -> Receipt.owner(other).equals(owner))
                        .filter(other -> other.received().line() != outcome.received().line())
                        .toList();
    }

    /// A content's time or owner can change by a later line of the ledger; then its former answer
    /// goes. The same bytes in several folders of the inbox have an answer each; one thread at a
    /// time looks for what is to go, lest two find the same folder.
    private synchronized void removeOthers(String sha256, Path folder) throws IOException {
        Set<Path> ours = new HashSet<>(Set.of(folder));
        desk.outcomes(file -> file.sha256().equals(sha256))
                .forEach(outcome -> ours.add(folder(outcome)));
        for (Path agency : folders(desk.home().receipts(), "*")) {
            for (Path former : folders(agency, pattern(sha256))) {
                if (!ours.contains(former)) {
                    Issues.deleteTree(former);
                }
            }
        }
    }

    private static String pattern(String sha256) {
        return "*" + SEAM + sha256.substring(0, DIGITS);
    }

    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                files.forEach(file -> names.add(folder.relativize(file).toString()));
            }
        }
        return names;
    }

    private static List<Path> folders(Path parent, String pattern) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, pattern)) {
            List<Path> folders = new ArrayList<>();
            found.forEach(folders::add);
            folders.removeIf(folder -> !Files.isDirectory(folder));
            return folders;
        }
    }

    Path folder(FileOutcome outcome) {
        Received received = outcome.received();
        String agency =
                desk.data().register().find(Receipt.owner(outcome)).map(Agency::id).orElse(NOBODY);
        String time =
                RECEIVED.format(
                        ZonedDateTime.ofInstant(received.at(), desk.home().settings().zone()));
        return desk.home()
                .receipts()
                .resolve(agency)
                .resolve(time + SEAM + received.sha256().substring(0, DIGITS));
    }

    /// Files that may be of the same agency: those of its folder, and those of no folder.
    private List<FileOutcome> siblings(FileOutcome outcome) {
        String owner = Receipt.owner(outcome);
        return desk.outcomes(file -> file.sender().isEmpty() || file.sender().equals(owner));
    }
}
