package kz.esep.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.language.Bilingual;
import kz.esep.plan.Period;
import kz.esep.plan.ReportingCycle;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Rule;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.Timeliness;

/// Who is to be reminded, and of what. Executors by agreement never are: nothing of theirs is
/// looked at.
final class Letters {

    private final Facts facts;
    private final Map<String, List<DisciplineRow>> submissions;
    private final Map<String, List<ObligationRow>> obligations;

    /// @param submissions of every agency under every cycle that the period completes
    /// @param obligations all that are shown anywhere
    Letters(Facts facts, List<DisciplineRow> submissions, List<ObligationRow> obligations) {
        this.facts = facts;
        this.submissions =
                submissions.stream().collect(Collectors.groupingBy(DisciplineRow::agency));
        this.obligations =
                obligations.stream().collect(Collectors.groupingBy(ObligationRow::agency));
    }

    /// An agency whose day has not come yet is left in peace, whatever is still missing; the
    /// ministry writes no letter to itself.
    boolean goesTo(String agency) {
        if (agency.equals(facts.register().ministry())) {
            return false;
        }
        boolean awaited = of(agency).allMatch(row -> row.standing() == Timeliness.Standing.AWAITED);
        return !awaited
                && (of(agency).anyMatch(Letters::remiss)
                        || owed(agency, Letters::silent).findAny().isPresent()
                        || owed(agency, Letters::overdue).findAny().isPresent());
    }

    Reminder to(String agency, Bilingual name, Cover cover) {
        Answer answer = answer();
        return new Reminder(
                cover,
                name,
                of(agency).filter(Letters::remiss).toList(),
                owed(agency, Letters::silent).toList(),
                owed(agency, Letters::overdue).toList(),
                answer.cycle(),
                answer.by());
    }

    private Stream<DisciplineRow> of(String agency) {
        return submissions.getOrDefault(agency, List.of()).stream();
    }

    private static boolean remiss(DisciplineRow row) {
        return row.standing() == Timeliness.Standing.LATE
                || row.standing() == Timeliness.Standing.MISSING;
    }

    /// Oldest first.
    private Stream<ObligationRow> owed(String agency, Predicate<ObligationRow> wanted) {
        return obligations.getOrDefault(agency, List.of()).stream()
                .filter(row -> !row.voluntary())
                .filter(wanted)
                .sorted(Comparator.comparingInt(ObligationRow::year));
    }

    private static boolean silent(ObligationRow row) {
        return row.rule() == Rule.C7;
    }

    private static boolean overdue(ObligationRow row) {
        return row.rule() != Rule.C7 && row.status().filter(Status.OVERDUE::equals).isPresent();
    }

    /// @param by a day after as-of
    private record Answer(ReportingCycle cycle, LocalDate by) {}

    /// The next day on which the plan has agencies report: of this period or of the one after.
    private Answer answer() {
        LocalDate today = LocalDate.ofInstant(facts.asOf(), facts.zone());
        Period next = Period.of(facts.period().lastDay().plusDays(1), facts.period().cadence());
        return Stream.of(facts.period(), next)
                .flatMap(period ->
                        facts.redaction().cycles().stream()
                                .flatMap(cycle -> due(cycle, period).stream()))
                .filter(answer -> answer.by().isAfter(today))
                .min(Comparator.comparing(Answer::by))
                .orElseGet(() -> {
                    ReportingCycle cycle = facts.redaction().cycles().getFirst();
                    return new Answer(cycle, facts.due(cycle.agencies(), next));
                });
    }

    private Optional<Answer> due(ReportingCycle cycle, Period period) {
        return cycle.completedBy(period)
                .map(own -> new Answer(cycle, facts.due(cycle.agencies(), own)));
    }
}
