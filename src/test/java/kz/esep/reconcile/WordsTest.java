package kz.esep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.intake.Retold;
import kz.esep.report.Quoted;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The words of claims that no report quotes need not be known: every report says the same.
class WordsTest {

    private static final List<String> RU =
            List.of(
                    "Работа ведётся во всех районах области, отчёты собраны.",
                    "Работа ведётся во всех районах области, отчёты собираются.",
                    "");
    private static final List<String> KK =
            List.of("Барлық аудандарда жұмыс жүргізілуде, есептер жиналды.", "  ", "");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reportsSayTheSame(long seed) {
        saysTheSame(Anything.by(seed), WordsTest::spoken);
    }

    /// As an agency does that overwrites its form each quarter.
    @ParameterizedTest
    @MethodSource("seeds")
    void reportsSayTheSameWhereFilesLayAtOnePath(long seed) {
        saysTheSame(Anything.by(seed), file -> atOnePath(spoken(file)));
    }

    @Test
    void holdsTheWordsOfTheClaimThatStandsAndOfThoseThatAreCompared() {
        Case told =
                new Case()
                        .measure(1, "information", new kz.esep.plan.Deadline.EveryYear())
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q1", "2024-04-08", Said.of(1, 2024, "mz", "work"))
                        .sends("mz", "2024-Q2", "2024-07-08", Said.of(1, 2024, "mz", "work"))
                        .sends("mz", "2024-Q3", "2024-10-08", Said.of(1, 2024, "mz", "work"))
                        .sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2024, "mz", "work"));
        Facts facts = told.facts("2024-Q4", "2025-02-01");

        Set<String> places =
                Reconciler.quotable(facts, told.obligations()).stream()
                        .map(filed -> filed.claim().place().file())
                        .collect(Collectors.toSet());

        assertEquals(Set.of("mz/3.xlsx", "mz/4.xlsx"), places);
    }

    @Test
    void forgetsWhatIsSaidButNotWhetherAnythingIs() {
        Claim claim = Said.of(1, 2024, "mz", "in progress, ru Отчёты собраны, spent 5");
        Claim silent = claim.withoutWords();

        assertEquals("…", silent.progressRu());
        assertEquals("", silent.progressKk());
        assertEquals("", silent.reason());
        assertEquals(silent, Said.of(1, 2024, "mz", "in progress, ru …, spent 5"));
    }

    private static void saysTheSame(Case told, UnaryOperator<FileOutcome> as) {
        Facts facts = with(told.facts("2024-Q4", "2025-06-01"), as);
        Facts silent = with(facts, FileOutcome::withoutWords);
        Quoted quoted = new Quoted(silent, Reconciler.quotable(silent, told.obligations()));
        Facts few =
                with(
                        facts,
                        file ->
                                with(
                                        file,
                                        claim ->
                                                quoted.contains(
                                                                file.received().line(),
                                                                claim.place())
                                                        ? claim
                                                        : claim.withoutWords()));
        Reconciliation known = Reconciler.reconcile(facts, told.obligations());
        Reconciliation half = Reconciler.reconcile(few, told.obligations());

        assertEquals(known.findings(), half.findings());
        assertThat(half.assessments())
                .extracting(Assessment::claim)
                .isEqualTo(known.assessments().stream().map(Assessment::claim).toList());
        Reports all = Reports.of(known, Samples.provenance());
        Reports some = Reports.of(half, Samples.provenance());
        assertEquals(all.consolidated(), some.consolidated());
        assertEquals(all.findings(), some.findings());
        assertEquals(all.discipline(), some.discipline());
        for (String agency : all.agencies()) {
            assertEquals(all.agency(agency), some.agency(agency));
        }
    }

    private static FileOutcome spoken(FileOutcome file) {
        long line = file.received().line();
        return with(
                file,
                claim -> {
                    int which = Math.toIntExact(line * 7 + claim.key().measure());
                    String ru = RU.get((which / 2) % RU.size());
                    return Retold.saying(claim, KK.get(which % KK.size()), ru, ru);
                });
    }

    private static FileOutcome atOnePath(FileOutcome file) {
        Received received = file.received();
        String path = received.folder() + "/form.xlsx";
        return new FileOutcome(
                Retold.filed(received, path, received.incomingNumber()),
                file.verdict(),
                Retold.claiming(file, claim -> Retold.at(claim, moved(claim.place(), path))),
                file.rows(),
                file.findings());
    }

    private static Place moved(Place place, String path) {
        return new Place(path, place.sheet(), place.cell());
    }

    private static FileOutcome with(FileOutcome file, UnaryOperator<Claim> each) {
        return new FileOutcome(
                file.received(),
                file.verdict(),
                Retold.claiming(file, each),
                file.rows(),
                file.findings());
    }

    private static Facts with(Facts facts, UnaryOperator<FileOutcome> each) {
        return new Facts(
                facts.redaction(),
                facts.register(),
                facts.period(),
                facts.asOf(),
                facts.zone(),
                facts.files().stream().map(each).toList(),
                facts.opening(),
                facts.decisions(),
                facts.calendar());
    }
}
