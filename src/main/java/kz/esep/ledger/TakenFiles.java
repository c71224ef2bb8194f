package kz.esep.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;

/// The folder that files go to when they are in the ledger, for ministries that want to see in the
/// inbox only what is new. The archive has them in any case.
///
/// A file that somebody has open stays, and so does one that is no longer what was taken.
public final class TakenFiles {

    private static final int DIGITS = 12;

    private final Path folder;

    public TakenFiles(Path folder) {
        this.folder = folder;
    }

    /// @return what could not be moved
    public List<Finding> move(List<StockTaking.Taken> files) {
        List<Finding> stayed = new ArrayList<>();
        for (StockTaking.Taken taken : files) {
            if (taken.file().open()) {
                continue;
            }
            try {
                move(taken);
            } catch (IOException e) {
                stayed.add(
                        Finding.of(
                                FindingCode.INBOX_FILE_NOT_MOVED,
                                Place.file(taken.file().shown())));
            }
        }
        return stayed;
    }

    private void move(StockTaking.Taken taken) throws IOException {
        Path file = taken.file().file();
        if (!isAsTaken(taken)) {
            return;
        }
        Path target = target(taken);
        Files.createDirectories(target.getParent());
        if (Files.exists(target)) {
            // a crash between the copy to another disk and the end of the original
            Files.delete(file);
            return;
        }
        Files.move(file, target);
        if (!Sha256.of(target).equals(taken.sha256()) && !Files.exists(file)) {
            // the agency wrote anew at that very moment: it is a new file, for the next time
            Files.move(target, file);
        }
    }

    private static boolean isAsTaken(StockTaking.Taken taken) throws IOException {
        Inbox.Lying file = taken.file();
        BasicFileAttributes now = Files.readAttributes(file.file(), BasicFileAttributes.class);
        return now.size() == file.bytes()
                && now.lastModifiedTime().toInstant().equals(file.modified())
                && Sha256.of(file.file()).equals(taken.sha256());
    }

    /// Where it lay in the inbox; beside it, if another content has that name.
    private Path target(StockTaking.Taken taken) throws IOException {
        Path usual = folder.resolve(taken.file().path());
        if (!Files.exists(usual) || Sha256.of(usual).equals(taken.sha256())) {
            return usual;
        }
        String name = usual.getFileName().toString();
        int dot = Math.max(0, name.lastIndexOf('.'));
        return usual.resolveSibling(
                name.substring(0, dot)
                        + "-"
                        + taken.sha256().substring(0, DIGITS)
                        + name.substring(dot));
    }
}
