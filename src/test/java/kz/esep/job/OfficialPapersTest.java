package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.intake.RowCounts;
import kz.esep.ledger.Sha256;
import kz.esep.report.Receipt;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes back with a receipt.
class OfficialPapersTest {

    private static final Path FILE = Path.of("input/inbox/zhetisu/2024-Q4_zhetisu.xlsx");

    @TempDir Path folder;

    @Test
    void opensNoWorkbookThatIsOverTheOperatorsLimits() throws IOException {
        Home usual = home("rows: 100000");
        Home strict = home("rows: 10");
        Receipt receipt = receipt();

        assertThat(new OfficialPapers(usual).answer(receipt, Optional.of(FILE)).keySet())
                .containsExactly("marked.xlsx", "receipt.pdf", "receipt.txt");
        assertThat(new OfficialPapers(strict).answer(receipt, Optional.of(FILE)).keySet())
                .containsExactly("receipt.pdf", "receipt.txt");
    }

    private Home home(String limits) throws IOException {
        Path sources = Files.createTempDirectory(folder, "home");
        PathUtils.copyDirectory(Path.of("templates"), sources.resolve("templates"));
        Files.createDirectory(sources.resolve("input"));
        Files.writeString(sources.resolve("input/limits.yaml"), limits + "\n");
        return new Home(sources);
    }

    /// Of a file that has something to mend.
    private static Receipt receipt() throws IOException {
        MinistryData data = MinistryData.load(new Home(Path.of("")));
        String path = "zhetisu/form.xlsx";
        FileOutcome outcome =
                new FileOutcome(
                        new Received(
                                1,
                                path,
                                "zhetisu",
                                Sha256.of(FILE),
                                Files.size(FILE),
                                Instant.parse("2025-01-08T05:00:00Z"),
                                Received.Source.FIRST_SEEN,
                                ""),
                        FileOutcome.Verdict.REJECTED,
                        Optional.empty(),
                        RowCounts.NONE,
                        List.of(Finding.of(FindingCode.PLAN_WRONG, Place.file(path))));
        return Receipt.of(
                outcome, List.of(), data.register(), kz.esep.settings.Settings.DEFAULT.zone());
    }
}
