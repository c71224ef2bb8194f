package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.Folders;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Submission;
import kz.esep.intake.xlsx.Corpus;
import kz.esep.intake.xlsx.CorpusReading;
import kz.esep.ledger.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An inbox full of files that hurt, with good forms between them.
class HurtfulInboxTest {

    private static final Home PROJECT = new Home(Path.of(""));
    private static final List<String> GOOD =
            List.of(
                    "karaganda/2024-Q4_karaganda.xlsx",
                    "mz/2024-Q4_mz.xlsx",
                    "zhetisu/2024-Q4_zhetisu.xlsx");

    /// When nobody can be copying the torn files any more.
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

    @TempDir Path temporary;

    @Test
    void readsTheGoodFormsAsIfTheyWereAloneAndLeavesTheInboxAsItWas() throws Exception {
        Home calm = home("calm");
        Home hurtful = home("hurtful");
        Corpus.write(hurtful.inbox().resolve("mz"));
        SortedMap<String, String> before = listing(hurtful.inbox());

        Desk desk = Desk.open(hurtful, LATER, Workbooks::ofAgencies);

        Map<String, FileOutcome> outcomes = byPath(desk);
        assertThat(listing(hurtful.inbox())).isEqualTo(before);
        assertThat(outcomes.keySet()).isEqualTo(before.keySet());
        assertThat(desk.remarks()).isEmpty();
        Map<String, FileOutcome> alone = byPath(Desk.open(calm, LATER, Workbooks::ofAgencies));
        assertThat(submissions(alone)).hasSize(GOOD.size()).isEqualTo(submissions(outcomes));
        assertThat(lines(outcomes)).isEqualTo(expected());
    }

    private static Map<String, FileOutcome> byPath(Desk desk) {
        return desk.outcomes().stream()
                .collect(
                        Collectors.toMap(outcome -> outcome.received().path(), outcome -> outcome));
    }

    /// What the good forms say.
    private static List<Submission> submissions(Map<String, FileOutcome> outcomes) {
        return GOOD.stream()
                .flatMap(path -> Optional.ofNullable(outcomes.get(path)).stream())
                .flatMap(outcome -> outcome.submission().stream())
                .toList();
    }

    /// What became of each file, as `corpus/files.csv` has it.
    private static List<String> lines(Map<String, FileOutcome> outcomes) {
        return outcomes.entrySet().stream()
                .filter(outcome -> !GOOD.contains(outcome.getKey()))
                .map(outcome ->
                        CorpusReading.line(
                                outcome.getKey().substring("mz/".length()), outcome.getValue()))
                .sorted()
                .toList();
    }

    private static List<String> expected() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/corpus/files.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .toList();
    }

    private Home home(String name) throws IOException {
        Home home = new Home(temporary.resolve(name));
        Folders.copy(PROJECT.templates(), home.templates());
        Folders.copy(PROJECT.plan(), home.plan());
        Folders.copy(PROJECT.agencies(), home.agencies());
        for (String form : GOOD) {
            Folders.copy(PROJECT.inbox().resolve(form), home.inbox().resolve(form));
        }
        return home;
    }

    /// Path, size, time and bytes of every file.
    private static SortedMap<String, String> listing(Path folder) throws IOException {
        SortedMap<String, String> listing = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                listing.put(
                        folder.relativize(file).toString(),
                        Files.size(file)
                                + " "
                                + Files.getLastModifiedTime(file)
                                + " "
                                + Sha256.of(file));
            }
        }
        return listing;
    }
}
