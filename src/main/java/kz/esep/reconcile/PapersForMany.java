package kz.esep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.Claim;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Obligation;
import kz.esep.plan.Parameters;

/// One paper (kind, number, date) by which an agency proves more measures than one paper should, be
/// it over several years.
final class PapersForMany {

    private final Facts facts;
    private final Parameters parameters;
    private final Remarks remarks;
    private final Comparator<Obligation> inPlanOrder;
    private final Map<Paper, Proven> papers = new LinkedHashMap<>();

    /// @param inPlanOrder by measure, then by year
    PapersForMany(Facts facts, Remarks remarks, Comparator<Obligation> inPlanOrder) {
        this.inPlanOrder = inPlanOrder;
        this.facts = facts;
        this.parameters = facts.parameters();
        this.remarks = remarks;
    }

    private record Paper(String agency, CompletionForm.Kind kind, String number, LocalDate date) {}

    /// What a paper proves, without the rows that say so: those of former years are many.
    private static final class Proven {

        private final SortedSet<Integer> measures = new TreeSet<>();
        private Optional<Named> first = Optional.empty();

        private record Named(Obligation obligation, FiledClaim claim) {}
    }

    /// @param duties of one year, in the order of the plan
    void hear(Collection<Duty> duties) {
        for (Duty duty : duties) {
            if (!duty.closed()) {
                lastWord(duty)
                        .ifPresent(claim ->
                                paper(duty, claim.claim())
                                        .ifPresent(paper -> hear(paper, duty, claim)));
            }
        }
    }

    private void hear(Paper paper, Duty duty, FiledClaim claim) {
        Proven proven = papers.computeIfAbsent(paper, _ -> new Proven());
        proven.measures.add(claim.claim().key().measure());
        boolean first =
                proven.first
                        .filter(known ->
                                inPlanOrder.compare(known.obligation(), duty.obligation()) <= 0)
                        .isEmpty();
        if (first && facts.saidNow(claim.period())) {
            proven.first = Optional.of(new Proven.Named(duty.obligation(), claim));
        }
    }

    /// One finding for each paper, at this period's first row, in the plan's order, that names it.
    List<Finding> found() {
        List<Finding> found = new ArrayList<>();
        papers.forEach((paper, proven) -> {
            if (proven.measures.size() > parameters.measuresForOnePaper()) {
                proven.first.ifPresent(named ->
                        found.add(finding(paper, named.claim(), List.copyOf(proven.measures))));
            }
        });
        return found;
    }

    private static Optional<FiledClaim> lastWord(Duty duty) {
        return duty.claims().stream()
                .max(Comparator.comparing(FiledClaim::period).thenComparing(FiledClaim::received))
                .filter(Completion::claimsDone);
    }

    /// A paper is known by all three; a covering letter may speak of everything.
    private Optional<Paper> paper(Duty duty, Claim claim) {
        Claim.Evidence evidence = claim.evidence();
        return evidence.kind()
                .filter(kind -> !parameters.mayProveMany().contains(kind))
                .filter(_ -> !evidence.number().isBlank())
                .flatMap(kind ->
                        evidence.date()
                                .map(date ->
                                        new Paper(
                                                duty.obligation().answerable(),
                                                kind,
                                                bare(evidence.number()),
                                                date)));
    }

    /// `№ 5-1` and `5–1` are one number.
    private static String bare(String number) {
        return number.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}№]", "")
                .replaceAll("[–—−]", "-");
    }

    private Finding finding(Paper paper, FiledClaim claim, List<Integer> measures) {
        return remarks.doubt(
                FindingCode.PAPER_PROVES_MANY,
                claim,
                paper.agency(),
                claim.claim().evidence().number(),
                Map.of(
                        "number", Reasons.bare(claim.claim().evidence().number()),
                        "date", paper.date(),
                        "count", measures.size(),
                        "measures",
                                measures.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", "))));
    }
}
