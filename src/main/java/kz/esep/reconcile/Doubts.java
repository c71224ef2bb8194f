package kz.esep.reconcile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.plan.Obligation;

/// All that is doubtful in what came for this period: rules T3, T4 and M, and the checks of days,
/// texts and papers.
final class Doubts {

    private final Facts facts;
    private final List<Doubt> each;
    private final PapersForMany papers;

    Doubts(Facts facts, Remarks remarks) {
        this.facts = facts;
        this.each =
                List.of(
                        new ValueDoubts(facts, remarks),
                        new MoneyDoubts(remarks),
                        new DayDoubts(facts, remarks),
                        new TextDoubts(facts.parameters(), remarks));
        this.papers = new PapersForMany(facts, remarks);
    }

    List<Finding> in(Collection<Duty> duties) {
        Stream<Finding> ofEach =
                testimonies(duties, facts)
                        .flatMap(testimony ->
                                each.stream().flatMap(doubt -> doubt.in(testimony).stream()));
        return Stream.concat(ofEach, papers.in(duties).stream()).toList();
    }

    /// What is looked at.
    static Stream<Testimony> testimonies(Collection<Duty> duties, Facts facts) {
        Map<Obligation.Key, Duty> byAnswerable = new HashMap<>();
        duties.forEach(duty -> byAnswerable.putIfAbsent(key(duty, 0), duty));
        return duties.stream()
                .flatMap(duty -> Testimony.of(duty, lastYear(duty, byAnswerable), facts).stream());
    }

    private static List<FiledClaim> lastYear(Duty duty, Map<Obligation.Key, Duty> byAnswerable) {
        Duty before = byAnswerable.get(key(duty, 1));
        return before == null ? List.of() : before.claims();
    }

    private static Obligation.Key key(Duty duty, int yearsBack) {
        Obligation obligation = duty.obligation();
        return new Obligation.Key(
                obligation.measure(), obligation.year() - yearsBack, obligation.answerable());
    }
}
