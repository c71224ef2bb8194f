package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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

/// Claims that no report quotes need not be held, nor their words ever be known: every report says
/// the same.
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
        Set<String> places = new TreeSet<>();

        Reconciler.quotable(
                facts,
                ClaimsByYear.of(facts.files()),
                told.obligations(),
                filed -> places.add(filed.claim().place().file()));

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
        Facts facts = concerned(with(told.facts("2024-Q4", "2025-06-01"), as));
        Facts heads = with(facts, FileOutcome::head);
        Quoted quoted =
                Quoted.of(
                        heads,
                        ClaimsByYear.of(with(facts, FileOutcome::withoutWords).files()),
                        told.obligations());
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
        Reconciliation half =
                Reconciler.reconcile(
                        heads, ClaimsByYear.of(few.files()), quoted::contains, told.obligations());

        assertEquals(known.findings(), half.findings());
        assertEquals(briefly(known.assessments()), half.assessments());
        assertEquals(briefly(known.open()), half.open());
        assertEquals(known.measures().stream().map(WordsTest::briefly).toList(), half.measures());
        assertEquals(known.overall(), half.overall());
        assertEquals(known.byAgency(), half.byAgency());
        assertEquals(known.bySection(), half.bySection());
        assertEquals(known.timeliness(), half.timeliness());
        assertEquals(List.of(), known.conservation().breaks());
        assertEquals(known.conservation(), half.conservation());
        assertEquals(Course.upTo(known), Course.upTo(half));
        Reports all = Reports.of(known, Samples.provenance());
        Reports some = Reports.of(half, Samples.provenance());
        assertEquals(all.consolidated(), some.consolidated());
        assertEquals(all.findings(), some.findings());
        assertEquals(all.discipline(), some.discipline());
        for (String agency : all.agencies()) {
            assertEquals(all.agency(agency), some.agency(agency));
        }
    }

    /// The files that a report speaks of, which no claim of another one gets lost in.
    private static Facts concerned(Facts facts) {
        return facts.of(
                facts.files().stream()
                        .filter(file ->
                                file.submission().isEmpty()
                                        || OneYear.accepted(facts.files(), facts).contains(file))
                        .toList());
    }

    private static MeasureResult briefly(MeasureResult result) {
        return new MeasureResult(
                result.measure(),
                result.year(),
                result.status(),
                result.rule(),
                briefly(result.units()),
                result.doneUnits(),
                result.countedUnits(),
                briefly(result.arrears()),
                briefly(result.noRecord()),
                result.target());
    }

    private static List<Assessment> briefly(List<Assessment> assessments) {
        return assessments.stream().map(WordsTest::briefly).toList();
    }

    private static Assessment briefly(Assessment one) {
        return new Assessment(
                one.obligation(),
                one.status(),
                one.rule(),
                one.due(),
                one.claim(),
                one.opening(),
                one.decision(),
                one.days(),
                one.notReported(),
                one.accepted(),
                one.carried(),
                one.claimExpected(),
                Grounds.withoutClaims(
                        one.grounds().open(),
                        one.grounds().settledBefore(),
                        one.grounds().opening(),
                        one.grounds().decisions()));
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
