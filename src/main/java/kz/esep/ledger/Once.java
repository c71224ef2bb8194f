package kz.esep.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.esep.findings.Finding;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Letter;
import kz.esep.intake.Submission;
import kz.esep.plan.Obligation;

/// Values that many files share, held once: an agency's id, a file's path, a cell, a day, a number,
/// which obligation is meant. They are most of what the claims of thousands of files weigh beside
/// the agencies' own words.
///
/// It holds every value that it saw, and so must not outlive what was made with it. What is used to
/// read many files for one answer is forgotten when all are read; that of a desk lives as long as
/// the desk, which holds the head of every file ever received.
///
/// Several threads may ask at once.
public final class Once {

    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    // equal values are of the same class
    @SuppressWarnings("unchecked")
    private <T> T of(T value) {
        Object known = values.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }

    /// An equal outcome, made of what is held already as far as it goes.
    public FileOutcome outcome(FileOutcome outcome) {
        // which its claims' places repeat
        of(outcome.received().path());
        return new FileOutcome(
                outcome.received(),
                outcome.verdict(),
                outcome.submission().map(this::submission),
                outcome.rows(),
                outcome.findings().stream().map(this::finding).toList());
    }

    private Submission submission(Submission sent) {
        Letter letter = sent.letter();
        return new Submission(
                of(sent.plan()),
                of(sent.redaction()),
                of(sent.period()),
                of(sent.agency()),
                of(sent.formVersion()),
                sent.seal(),
                new Letter(
                        letter.number(),
                        of(letter.date()),
                        of(letter.person()),
                        of(letter.phone())),
                sent.claims().stream().map(this::claim).toList(),
                sent.rows());
    }

    private Claim claim(Claim claim) {
        Obligation.Key key = claim.key();
        Claim.Evidence evidence = claim.evidence();
        Claim.Actual actual = claim.actual();
        return new Claim(
                of(new Obligation.Key(key.measure(), key.year(), of(key.agency()))),
                of(claim.status()),
                of(claim.completedOn()),
                of(
                        new Claim.Evidence(
                                of(evidence.kind()), of(evidence.number()), of(evidence.date()))),
                of(
                        new Claim.Actual(
                                of(actual.value()),
                                of(actual.numerator()),
                                of(actual.denominator()))),
                of(claim.spent()),
                claim.progressKk(),
                claim.progressRu(),
                claim.reason(),
                of(claim.expectedOn()),
                of(claim.contact()),
                place(claim.place()));
    }

    private Finding finding(Finding finding) {
        return new Finding(
                finding.code(), place(finding.place()), finding.found(), finding.arguments());
    }

    private Place place(Place place) {
        return new Place(of(place.file()), of(place.sheet()), of(place.cell()));
    }
}
