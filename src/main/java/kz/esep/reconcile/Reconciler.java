package kz.esep.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.Unfolding;

/// Obligations and claims become assessments, roll-ups and findings. The order in which the facts
/// are listed changes nothing.
///
/// It goes from year to year: a claim speaks of the obligations of one year, and beside the values
/// that are compared with last year's ([LastValues]) and the papers that prove too much
/// ([PapersForMany]) no rule looks at the claims of two.
public final class Reconciler {

    private final Facts facts;
    private final ClaimsByYear claims;
    private final boolean brief;
    private final Control control;
    private final Remarks remarks;
    private final Map<Integer, Integer> order = new HashMap<>();
    private final SortedMap<Integer, List<Obligation>> obligations = new TreeMap<>();

    private Reconciler(
            Facts facts, ClaimsByYear claims, List<Obligation> obligations, boolean brief) {
        this.facts = facts;
        this.claims = claims;
        this.brief = brief;
        this.control = new Control(facts);
        this.remarks = new Remarks(facts.register());
        facts.redaction().measures().forEach(measure -> order.put(measure.number(), order.size()));
        obligations.stream()
                .filter(control::shown)
                .sorted(inPlanOrder())
                .forEach(obligation ->
                        this.obligations
                                .computeIfAbsent(obligation.year(), _ -> new ArrayList<>())
                                .add(obligation));
    }

    /// Every obligation and every claim, with what became of it.
    ///
    /// @param facts with all claims
    public static Reconciliation reconcile(Facts facts) {
        return reconcile(facts, unfolded(facts));
    }

    /// @param facts with all claims
    /// @param obligations what the redaction unfolds into
    public static Reconciliation reconcile(Facts facts, List<Obligation> obligations) {
        return new Reconciler(facts, ClaimsByYear.of(facts.files()), obligations, false).whole();
    }

    /// Which claims are still asked for when all are reconciled.
    @FunctionalInterface
    public interface Kept {
        /// @param line the file's in the ledger
        boolean keeps(long line, Place place);
    }

    /// The same assessments, figures and findings; of the claims that decide nothing it is known
    /// only how many there were, so that however many there were, it takes no more room.
    ///
    /// @param facts whose files need no claims
    /// @param claims of these files
    /// @param kept the claims that the files have in the end
    public static Reconciliation reconcile(Facts facts, ClaimsByYear claims, Kept kept) {
        return reconcile(facts, claims, kept, unfolded(facts));
    }

    /// @param obligations what the redaction unfolds into
    static Reconciliation reconcile(
            Facts facts, ClaimsByYear claims, Kept kept, List<Obligation> obligations) {
        return new Reconciler(facts, claims, obligations, true).brief(kept);
    }

    /// Only what the obligations of the period's own year came to, in the order of the plan.
    ///
    /// @param files with the claims of that year alone
    static List<Assessment> ofItsYear(Facts facts, List<FileOutcome> files) {
        List<Obligation> obligations =
                Unfolding.ofItsYear(facts.redaction(), facts.register(), facts.period().lastDay());
        return List.copyOf(
                new OneYear(facts, facts.period().year(), files, obligations, LastValues.NONE, true)
                        .assessed()
                        .values());
    }

    /// Tells of each claim that a report may quote in its own words: those that stand or give a
    /// value, what was said in this very period, and what that is compared with; of some twice.
    /// Which they are follows from everything but the words, so that the others' need never be
    /// known.
    public static void quotable(Facts facts, ClaimsByYear claims, Consumer<FiledClaim> quoted) {
        quotable(facts, claims, unfolded(facts), quoted);
    }

    /// @param obligations what the redaction unfolds into
    public static void quotable(
            Facts facts,
            ClaimsByYear claims,
            List<Obligation> obligations,
            Consumer<FiledClaim> quoted) {
        new Reconciler(facts, claims, obligations, true)
                .eachYear((year, _) -> year.quotable().forEach(quoted));
    }

    private static List<Obligation> unfolded(Facts facts) {
        return Unfolding.of(facts.redaction(), facts.register(), facts.period().lastDay());
    }

    private Comparator<Obligation> inPlanOrder() {
        return Comparator.<Obligation>comparingInt(
                        duty -> order.getOrDefault(duty.measure(), order.size()))
                .thenComparingInt(Obligation::year);
    }

    private Reconciliation whole() {
        Set<FiledClaim> deciding = new HashSet<>();
        Set<FiledClaim> strays = new HashSet<>();
        Map<FiledClaim, FiledClaim> supersededBy = new HashMap<>();
        Result result = new Result();
        eachYear((year, _) -> {
            Reconciliation.Fates fates = year.fates();
            deciding.addAll(fates.deciding());
            strays.addAll(fates.withoutObligation());
            supersededBy.putAll(fates.supersededBy());
            result.add(year);
        });
        List<FiledClaim> all =
                OneYear.accepted(facts.files(), facts).stream()
                        .flatMap(file -> FiledClaim.all(file))
                        .toList();
        return result.of(
                facts,
                new Reconciliation.Fates(
                        all.stream().filter(deciding::contains).toList(),
                        supersededBy,
                        all.stream().filter(strays::contains).toList()));
    }

    private Reconciliation brief(Kept kept) {
        Result result = new Result();
        Conservation.Count count = new Conservation.Count();
        List<Course.Stretch> course = new ArrayList<>();
        Map<Long, List<Claim>> keptOf = new HashMap<>();
        eachYear((year, files) -> {
            result.add(year);
            count.add(files, year.fates());
            course.addAll(Course.of(facts, year.year(), files, year.assessed().values()));
            for (FileOutcome file : files) {
                FiledClaim.all(file)
                        .map(FiledClaim::claim)
                        .filter(claim -> kept.keeps(file.received().line(), claim.place()))
                        .forEach(claim ->
                                keptOf.computeIfAbsent(
                                                file.received().line(), _ -> new ArrayList<>(1))
                                        .add(claim));
            }
        });
        return result.of(
                facts.of(
                        facts.files().stream()
                                .map(file ->
                                        file.with(
                                                keptOf.getOrDefault(
                                                        file.received().line(), List.of())))
                                .toList()),
                new Reconciliation.Counted(count.over(facts.files()), course));
    }

    /// Every year that has obligations, claims, or a part of the course.
    private void eachYear(BiConsumer<OneYear, List<FileOutcome>> visit) {
        SortedSet<Integer> years = new TreeSet<>(claims.years());
        years.addAll(obligations.keySet());
        Course.periods(facts).forEach(period -> years.add(period.year()));
        LastValues before = LastValues.NONE;
        for (int year : years) {
            List<FileOutcome> files = claims.of(year);
            OneYear own =
                    new OneYear(
                            facts,
                            year,
                            files,
                            obligations.getOrDefault(year, List.of()),
                            before,
                            brief);
            visit.accept(own, files);
            before = own.values();
        }
    }

    /// What the years came to together.
    private final class Result {

        private final List<Assessment> assessments = new ArrayList<>();
        private final List<Assessment> open = new ArrayList<>();
        private final Map<Obligation, Targets.Unit> values = new HashMap<>();
        private final SortedMap<Integer, Index> bySection = new TreeMap<>();
        private final SortedMap<String, Index> byAgency = new TreeMap<>();
        private final SortedSet<String> reporting = new TreeSet<>();
        private final List<Finding> findings = new ArrayList<>();
        private final Indexes indexes = new Indexes(facts, control);
        private final PapersForMany papers = new PapersForMany(facts, remarks, inPlanOrder());

        void add(OneYear year) {
            year.assessed()
                    .forEach((duty, assessment) -> {
                        assessments.add(assessment);
                        indexes.add(duty, assessment, duty.measure().section(), bySection);
                        indexes.add(duty, assessment, duty.obligation().answerable(), byAgency);
                        if (assessment.claimExpected()) {
                            reporting.add(duty.obligation().answerable());
                        }
                    });
            open.addAll(year.open());
            values.putAll(year.owed());
            findings.addAll(year.findings());
            papers.hear(year.duties());
        }

        Reconciliation of(Facts held, Reconciliation.Ends ends) {
            assessments.sort(Comparator.comparing(Assessment::obligation, inPlanOrder()));
            open.sort(Comparator.comparing(Assessment::obligation, inPlanOrder()));
            findings.addAll(papers.found());
            List<MeasureResult> measures = measures();
            return new Reconciliation(
                    held,
                    measures,
                    assessments,
                    open,
                    Indexes.sum(bySection),
                    byAgency,
                    bySection,
                    new Discipline(facts).of(reporting, OneYear.accepted(facts.files(), facts)),
                    ends,
                    findings.stream().distinct().sorted(Reconciler::inReadingOrder).toList());
        }

        private List<MeasureResult> measures() {
            Targets targets = new Targets(facts);
            RollUp rollUp = new RollUp(facts);
            Disagreements disagreements = new Disagreements(remarks);
            Map<Integer, List<Assessment>> byMeasure =
                    assessments.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            assessment -> assessment.obligation().measure()));
            List<MeasureResult> measures = new ArrayList<>();
            for (Measure measure : facts.redaction().measures()) {
                List<Assessment> own = byMeasure.getOrDefault(measure.number(), List.of());
                MeasureResult result =
                        rollUp.measure(measure, own, targets.measure(measure, units(own)));
                findings.addAll(disagreements.in(result));
                measures.add(result);
            }
            return measures;
        }

        private List<Targets.Unit> units(List<Assessment> some) {
            return some.stream()
                    .flatMap(unit -> Optional.ofNullable(values.get(unit.obligation())).stream())
                    .toList();
        }
    }

    private static int inReadingOrder(Finding one, Finding other) {
        return Comparator.comparing(Finding::code)
                .thenComparing(finding -> finding.place().toString())
                .thenComparing(finding -> finding.arguments().toString())
                .compare(one, other);
    }
}
