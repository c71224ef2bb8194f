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
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.Claim;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Parameters;

/// One paper (kind, number, date) by which an agency proves more measures than one paper should.
final class PapersForMany {

    private final Facts facts;
    private final Parameters parameters;
    private final Remarks remarks;

    PapersForMany(Facts facts, Remarks remarks) {
        this.facts = facts;
        this.parameters = facts.parameters();
        this.remarks = remarks;
    }

    private record Paper(String agency, CompletionForm.Kind kind, String number, LocalDate date) {}

    /// One finding for each paper, at this period's first row that names it.
    List<Finding> in(Collection<Duty> duties) {
        Map<Paper, List<FiledClaim>> proves = new LinkedHashMap<>();
        for (Duty duty : duties) {
            if (!duty.closed()) {
                lastWord(duty)
                        .ifPresent(claim ->
                                paper(duty, claim.claim())
                                        .ifPresent(paper ->
                                                proves.computeIfAbsent(
                                                                paper, _ -> new ArrayList<>())
                                                        .add(claim)));
            }
        }
        List<Finding> found = new ArrayList<>();
        proves.forEach((paper, claims) -> {
            List<Integer> measures =
                    claims.stream()
                            .map(claim -> claim.claim().key().measure())
                            .distinct()
                            .sorted()
                            .toList();
            if (measures.size() > parameters.measuresForOnePaper()) {
                claims.stream()
                        .filter(claim -> facts.saidNow(claim.period()))
                        .findFirst()
                        .ifPresent(claim -> found.add(finding(paper, claim, measures)));
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
