package kz.esep.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Seals;
import kz.esep.language.Speech;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Forms that were spoilt by chance are read, or refused for a reason that is known: no fault of
/// the program, no row lost, and every finding can be said.
///
/// The same forms on every run; `mvn test -Pfuzz` reads many more, and other ones each time.
class FuzzTest {

    /// What a file may never be refused for: these are faults of the program.
    private static final Set<FindingCode> FAULTS =
            EnumSet.of(FindingCode.FILE_UNREADABLE, FindingCode.ROWS_DO_NOT_CLOSE);

    private static final int ROUNDS = Integer.getInteger("esep.fuzz.rounds", 250);
    private static final long SEED = Long.getLong("esep.fuzz.seed", 2024);

    @TempDir Path temporary;

    @ParameterizedTest
    @EnumSource
    void endsInAReadingOrAKnownRefusal(Mutation mutation) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Random chance = new Random(SEED * 31 + round);
            check(mutation.spoil(Forged.bytesOfForm(), chance), mutation + "-" + round + ".xlsx");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "BYTES")
    void endsInAReadingOrAKnownRefusalOfALegacyFile(Mutation mutation) throws IOException {
        byte[] legacy = LegacyCorpus.legacy(_ -> {});
        for (int round = 0; round < ROUNDS; round++) {
            Random chance = new Random(SEED * 31 + round);
            check(mutation.spoil(legacy, chance), mutation + "-" + round + ".xls");
        }
    }

    private void check(byte[] file, String name) throws IOException {
        Path snapshot = Files.write(temporary.resolve("snapshot"), file);
        WorkbookIntake intake =
                new WorkbookIntake(Clerk.context(Seals.demonstration()), Limits.FORM);
        try {
            FileOutcome outcome = intake.read(snapshot, Clerk.received("mz", file.length));
            assertThat(outcome.rows().close()).isTrue();
            assertThat(outcome.findings())
                    .allSatisfy(finding -> assertThat(finding.code()).isNotIn(FAULTS));
            for (Finding finding : outcome.findings()) {
                assertThat(said(finding, Clerk.KK)).isNotBlank();
                assertThat(said(finding, Clerk.RU)).isNotBlank();
            }
        } catch (AssertionError | RuntimeException e) {
            Path kept = Files.createDirectories(Path.of("target/fuzz")).resolve(name);
            Files.write(kept, file);
            throw new AssertionError(
                    "%s with the seed %d, kept as %s".formatted(name, SEED, kept), e);
        }
    }

    private static String said(Finding finding, Speech speech) {
        String key = "finding." + finding.code().key();
        return speech.say(key + ".what", finding.arguments())
                + speech.say(key + ".expected", finding.arguments());
    }
}
