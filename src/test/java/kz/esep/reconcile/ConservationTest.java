package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.RowCounts;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConservationTest {

    private static final Reconciliation TOLD =
            new Case()
                    .measure(1, "information", new kz.esep.plan.Deadline.EveryYear())
                    .lead(1, 2024, "mz")
                    .sends("mz", "2024-Q3", "2024-10-08", Said.of(1, 2024, "mz", "in progress"))
                    .sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2024, "mz", "not started"))
                    .sends("mp", "2024-Q4", "2025-01-08", Said.of(1, 2024, "mp", "not started"))
                    .in("2024-Q4");
    private static final FiledClaim OLD = TOLD.fates().supersededBy().keySet().iterator().next();
    private static final FiledClaim NEW = TOLD.fates().deciding().getFirst();
    private static final FiledClaim STRAY = TOLD.fates().withoutObligation().getFirst();

    @Test
    void countsEachClaimOnce() {
        assertEquals(
                new Conservation(new RowCounts(3, 3, 0, 0), 3, 1, 1, 1, List.of()),
                TOLD.conservation());
    }

    @Test
    void addsUpTheRowsOfAllFiles() {
        List<FileOutcome> files = with(TOLD.facts().files(), new RowCounts(10, 1, 4, 5));

        assertEquals(new RowCounts(12, 3, 4, 5), Conservation.of(files, TOLD.fates()).rows());
        assertEquals(
                new RowCounts(21, 3, 8, 10),
                Conservation.of(
                                List.of(
                                        files.getFirst(),
                                        files.get(1),
                                        with(files.reversed(), new RowCounts(10, 1, 4, 5))
                                                .getFirst()),
                                TOLD.fates())
                        .rows());
    }

    @Test
    void theRealPlanCloses() {
        Conservation whole = Samples.whole().conservation();

        assertEquals(List.of(), whole.breaks());
        assertEquals(
                whole.accepted(),
                whole.deciding() + whole.superseded() + whole.withoutObligation());
    }

    /// Breaks that no input can cause, planted into what the check is given.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        planted                         | said
        a deciding claim forgotten      | mz/2.xlsx, Есеп!L10: the claim has no end instead of one.
        a claim that decides twice      | mz/2.xlsx, Есеп!L10: the claim has 2 ends instead of one.
        a superseded one that decides   | mz/1.xlsx, Есеп!L10: the claim has 2 ends instead of one.
        superseded by itself            | mz/1.xlsx, Есеп!L10: superseded by mz/1.xlsx, Есеп!L10, which is no other claim of any file.
        an end without a claim          | mp/3.xlsx, Есеп!L10: an end without a claim.
        a row that went missing         | mz/1.xlsx: 2 rows seen, but 1 accepted, 0 refused and 0 ignored.
        a row without a claim           | mz/1.xlsx: 2 rows accepted, but 1 claims taken.
        """)
    // spotless:on
    void noticesWhatDoesNotClose(String planted, String said) {
        List<FileOutcome> files = TOLD.facts().files();
        List<FiledClaim> deciding = List.of(NEW);
        Map<FiledClaim, FiledClaim> superseded = Map.of(OLD, NEW);
        switch (planted) {
            case "a deciding claim forgotten" -> deciding = List.of();
            case "a claim that decides twice" -> deciding = List.of(NEW, NEW);
            case "a superseded one that decides" -> deciding = List.of(OLD, NEW);
            case "superseded by itself" -> superseded = Map.of(OLD, OLD);
            case "an end without a claim" -> files = files.subList(0, 2);
            case "a row that went missing" -> files = with(files, new RowCounts(2, 1, 0, 0));
            case "a row without a claim" -> files = with(files, new RowCounts(2, 2, 0, 0));
            default -> throw new IllegalArgumentException(planted);
        }
        Conservation conservation =
                Conservation.of(
                        files, new Reconciliation.Fates(deciding, superseded, List.of(STRAY)));

        assertEquals(
                List.of(said),
                conservation.breaks().stream()
                        .map(Speech.of(Path.of("templates/messages"), Language.EN)::say)
                        .toList());
    }

    private static List<FileOutcome> with(List<FileOutcome> files, RowCounts rows) {
        FileOutcome first = files.getFirst();
        return List.of(
                new FileOutcome(
                        first.received(),
                        first.verdict(),
                        Optional.of(first.submission().orElseThrow()),
                        rows,
                        List.of()),
                files.get(1),
                files.get(2));
    }
}
