package kz.esep.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormColumn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A form saved again by LibreOffice says the same. Skipped where LibreOffice is not installed.
class LibreOfficeTest {

    private static final Path OFFICE = Path.of("/usr/bin/soffice");

    @TempDir Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void readsTheSameClaimsFromAFileThatLibreOfficeSaved(String ending)
            throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OFFICE), "LibreOffice is not installed");
        byte[] filled =
                Clerk.filled(
                        Clerk.form(Clerk.content("mz")),
                        hand -> {
                            hand.type(2, FormColumn.STATUS, "орындалды / исполнено");
                            hand.type(2, FormColumn.COMPLETED_ON, LocalDate.of(2024, 12, 20));
                            hand.type(2, FormColumn.EVIDENCE_KIND, "ақпарат / информация");
                            hand.type(2, FormColumn.EVIDENCE_NUMBER, "14-05/4821");
                            hand.type(2, FormColumn.EVIDENCE_DATE, LocalDate.of(2024, 12, 27));
                            hand.type(2, FormColumn.VALUE, 0.885);
                            hand.format(2, FormColumn.VALUE, "0.0%");
                            hand.type(2, FormColumn.PROGRESS_KK, "Қамтылды: «әөүұқғңһі»");
                        });
        Files.createDirectories(temporary.resolve("in"));
        Path form = Files.write(temporary.resolve("in/form.xlsx"), filled);
        Process office =
                new ProcessBuilder(
                                OFFICE.toString(),
                                "-env:UserInstallation=" + temporary.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                ending,
                                "--outdir",
                                temporary.toString(),
                                form.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();

        FileOutcome before = Clerk.read(temporary, "mz", filled);
        FileOutcome after =
                Clerk.read(
                        temporary, "mz", Files.readAllBytes(temporary.resolve("form." + ending)));

        List<Claim> claims = before.submission().orElseThrow().claims();
        assertThat(claims).hasSize(1);
        assertThat(after.submission().orElseThrow().claims()).isEqualTo(claims);
        assertThat(after.submission().orElseThrow().seal())
                .isEqualTo(before.submission().orElseThrow().seal());
    }
}
