package kz.esep.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.esep.agency.Agency;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.ledger.Archive;
import kz.esep.ledger.Sha256;
import kz.esep.ledger.Shown;
import kz.esep.report.Receipt;

/// Reads one file as the intake would, and records nothing.
public final class Check {

    private final Home home;
    private final MinistryData data;

    private Check(Home home, MinistryData data) {
        this.home = home;
        this.data = data;
    }

    /// @throws DataInError if the ministry's data has errors
    public static Check in(Home home) {
        return new Check(home, MinistryData.load(home));
    }

    public MinistryData data() {
        return data;
    }

    /// @param agency whose file it is; without it, the folder that holds the file says so if it
    ///   bears an agency's name
    public Receipt read(Path file, Optional<String> agency, Instant now) throws IOException {
        String sender = agency.orElseGet(() -> folder(file));
        Path snapshot = Files.createTempFile("esep-check-", ".tmp");
        try {
            long bytes = Files.size(file);
            Path read = Archive.keeps(bytes) ? copy(file, snapshot) : file;
            FileOutcome outcome =
                    Workbooks.ofAgencies(home, data)
                            .read(
                                    read,
                                    new Received(
                                            0,
                                            Shown.name(name(file)),
                                            sender,
                                            Sha256.of(read),
                                            bytes,
                                            now.truncatedTo(ChronoUnit.SECONDS),
                                            Received.Source.FIRST_SEEN,
                                            ""));
            return Receipt.of(outcome, List.of(), data.register(), home.settings().zone())
                    .measuredBy(data.plans().plans());
        } finally {
            Files.deleteIfExists(snapshot);
        }
    }

    /// The receipt's words, in both official languages.
    public String text(Receipt receipt) {
        return new OfficialPapers(home).text(receipt);
    }

    private static Path copy(Path file, Path snapshot) throws IOException {
        return Files.copy(
                file, snapshot, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
    }

    private String folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent())
                .map(Check::name)
                .flatMap(data.register()::find)
                .map(Agency::id)
                .orElse("");
    }

    private static String name(Path path) {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    }
}
