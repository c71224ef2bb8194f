package kz.esep.job;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import kz.esep.agency.Agency;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.ledger.Sha256;
import kz.esep.publish.Issues;
import kz.esep.report.Receipt;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Map<String, Set<Path>> there;

    Answers(Desk desk, Papers papers) {
        this.desk = desk;
        this.papers = papers;
    }

    /// Writes the answer, unless it lies there as it was once written from the same.
    ///
    /// @return the folder
    Path write(FileOutcome outcome) throws IOException {
        Path folder = folder(outcome);
        if (!stands(outcome)) {
            write(receipt(outcome), outcome, folder);
            Path note = note(outcome);
            Files.createDirectories(note.getParent());
            Files.writeString(note, said(outcome, folder));
            removeOthers(outcome.received().sha256(), folder);
        }
        return folder;
    }

    /// Whether the answer lies there as it was once written from the same, and no other does.
    ///
    /// @param outcome may be without claims and findings
    boolean stands(FileOutcome outcome) throws IOException {
        Path folder = folder(outcome);
        Path note = note(outcome);
        boolean stands = Files.exists(note) && said(outcome, folder).equals(Files.readString(note));
        if (stands) {
            removeOthers(outcome.received().sha256(), folder);
        }
        return stands;
    }

    private Receipt receipt(FileOutcome outcome) {
        return Receipt.of(
                        outcome,
                        siblings(outcome),
                        desk.data().register(),
                        desk.home().settings().zone())
                .measuredBy(desk.data().plans().plans());
    }

    private void write(Receipt receipt, FileOutcome outcome, Path folder) throws IOException {
        SortedMap<String, Issues.Content> documents =
                papers.answer(receipt, desk.files().snapshot(outcome.received()));
        Set<String> former = names(folder);
        for (Map.Entry<String, Issues.Content> document : documents.entrySet()) {
            Issues.put(folder.resolve(document.getKey()), document.getValue());
        }
        former.removeAll(documents.keySet());
        for (String name : former) {
            Files.delete(folder.resolve(name));
        }
    }

    private Path note(FileOutcome outcome) {
        return desk.home().answered().resolve(Long.toString(outcome.received().line()));
    }

    /// What an answer follows from, and what lies there. Claims and findings follow from the
    /// reading, so that nobody need have them at hand to see whether the answer stands.
    private String said(FileOutcome outcome, Path folder) throws IOException {
        String followsFrom =
                Sha256.of(
                        desk.files().reading(outcome.received())
                                + receipt(outcome.head())
                                + folder.getFileName());
        return followsFrom
                + (Files.isDirectory(folder) ? "\n" + Issues.documents(folder) : "")
                + "\n";
    }

    /// Whether a file has no answer yet.
    boolean lacks(Received file) throws IOException {
        long there =
                answered(file.sha256()).stream()
                        .filter(folder -> Files.exists(folder.resolve(LAST)))
                        .count();
        return there < desk.files().heads(file.sha256()).size();
    }

    /// The other files of the agency whose answers name a file like this one as in force.
    List<FileOutcome> touchedBy(FileOutcome outcome) {
        String owner = Receipt.owner(outcome);
        return outcome.submission().isEmpty() || owner.isEmpty()
                ? List.of()
                : siblings(outcome).stream()
                        .filter(other -> Receipt.owner(other).equals(owner))
                        .map(other -> other.received().line())
                        .filter(line -> line != outcome.received().line())
                        .map(desk.files()::outcome)
                        .toList();
    }

    /// A content's time or owner can change by a later line of the ledger; then its former answer
    /// goes. The same bytes in several folders of the inbox have an answer each; one thread at a
    /// time looks for what is to go, lest two find the same folder.
    private synchronized void removeOthers(String sha256, Path folder) throws IOException {
        Set<Path> there = answered(sha256);
        there.add(folder);
        if (there.size() > 1) {
            Set<Path> ours = new HashSet<>(Set.of(folder));
            desk.files().heads(sha256).forEach(outcome -> ours.add(folder(outcome)));
            for (Path former : Set.copyOf(there)) {
                if (!ours.contains(former)) {
                    Issues.deleteTree(former);
                    there.remove(former);
                }
            }
        }
    }

    /// The folders of a content's answers. All are listed once, when first asked for: whoever
    /// answers holds the run's lock.
    private synchronized Set<Path> answered(String sha256) throws IOException {
        Map<String, Set<Path>> known = there;
        if (known == null) {
            known = new HashMap<>();
            if (Files.isDirectory(desk.home().receipts())) {
                for (Path agency : folders(desk.home().receipts())) {
                    for (Path folder : folders(agency)) {
                        String name = folder.getFileName().toString();
                        String digits = name.substring(name.lastIndexOf(SEAM) + 1);
                        known.computeIfAbsent(digits, _ -> new HashSet<>()).add(folder);
                    }
                }
            }
            there = known;
        }
        return known.computeIfAbsent(sha256.substring(0, DIGITS), _ -> new HashSet<>());
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

    private static List<Path> folders(Path parent) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent)) {
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

    /// Files that may be of the same agency: those of its folder, and those of no folder; without
    /// claims and findings.
    private List<FileOutcome> siblings(FileOutcome outcome) {
        String owner = Receipt.owner(outcome);
        return desk.files().headsOf(owner);
    }
}
