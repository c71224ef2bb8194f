package kz.esep.reconcile;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.findings.Finding;

/// All that is doubtful in what came for this period: rules T3, T4 and M, and the checks of days
/// and texts.
final class Doubts {

    private final Facts facts;
    private final List<Doubt> each;

    Doubts(Facts facts, Remarks remarks) {
        this.facts = facts;
        this.each =
                List.of(
                        new ValueDoubts(facts, remarks),
                        new MoneyDoubts(remarks),
                        new DayDoubts(facts, remarks),
                        new TextDoubts(facts.parameters(), remarks));
    }

    /// @param before the values of the year before
    List<Finding> in(Collection<Duty> duties, LastValues before) {
        return testimonies(duties, before, facts)
                .flatMap(testimony -> each.stream().flatMap(doubt -> doubt.in(testimony).stream()))
                .toList();
    }

    /// What is looked at.
    static Stream<Testimony> testimonies(Collection<Duty> duties, LastValues before, Facts facts) {
        return duties.stream()
                .flatMap(duty ->
                        Testimony.of(duty, before.before(duty.obligation()), facts).stream());
    }
}
