package kz.esep.reconcile;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.intake.Submission;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;
import kz.esep.plan.ReportingCycle;

/// Rule S: who sent its information by when; each cycle is judged by itself.
final class Discipline {

    private final Facts facts;
    private final Redaction redaction;
    private final Period period;
    private final LocalDate today;
    private final ZoneId zone;

    Discipline(Facts facts) {
        this.facts = facts;
        this.redaction = facts.redaction();
        this.period = facts.period();
        this.zone = facts.zone();
        this.today = LocalDate.ofInstant(facts.asOf(), zone);
    }

    /// @param reporting agencies of which something was expected
    /// @param accepted files that were accepted, known by as-of
    List<Timeliness> of(SortedSet<String> reporting, List<FileOutcome> accepted) {
        Map<String, List<FileOutcome>> sent =
                accepted.stream()
                        .collect(
                                Collectors.groupingBy(
                                        file -> file.submission().orElseThrow().agency()));
        List<Timeliness> all = new ArrayList<>();
        for (ReportingCycle cycle : redaction.cycles(period)) {
            Period own = cycle.completedBy(period).orElseThrow();
            reporting.forEach(agency ->
                    all.add(
                            of(
                                    agency,
                                    cycle,
                                    own,
                                    first(own, sent.getOrDefault(agency, List.of())))));
        }
        return all;
    }

    private static Optional<FileOutcome> first(Period cyclePeriod, List<FileOutcome> sent) {
        return sent.stream()
                .filter(file -> cyclePeriod.completedBy(file.submission().orElseThrow().period()))
                .min(Comparator.comparing(FileOutcome::received));
    }

    private Timeliness of(
            String agency, ReportingCycle cycle, Period cyclePeriod, Optional<FileOutcome> first) {
        LocalDate due = facts.due(cycle.agencies(), cyclePeriod);
        Optional<Received> received = first.map(FileOutcome::received);
        Optional<LocalDate> letter =
                first.flatMap(FileOutcome::submission).flatMap(Submission::letterDate);
        Optional<LocalDate> receivedOn = received.map(sent -> LocalDate.ofInstant(sent.at(), zone));
        Optional<LocalDate> counted =
                redaction.letterCounts() ? earlier(letter, receivedOn) : receivedOn;
        long daysLate = counted.map(day -> Math.max(0, DAYS.between(due, day))).orElse(0L);
        return new Timeliness(
                agency,
                cycle,
                cyclePeriod,
                due,
                standing(due, counted),
                counted,
                daysLate,
                received,
                letter);
    }

    /// A letter dated after it came was dated wrongly: it cannot make late what was there in time.
    private static Optional<LocalDate> earlier(
            Optional<LocalDate> letter, Optional<LocalDate> receivedOn) {
        return Stream.of(letter, receivedOn)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Timeliness.Standing standing(LocalDate due, Optional<LocalDate> counted) {
        if (counted.isPresent()) {
            return counted.get().isAfter(due)
                    ? Timeliness.Standing.LATE
                    : Timeliness.Standing.ON_TIME;
        }
        return today.isAfter(due) ? Timeliness.Standing.MISSING : Timeliness.Standing.AWAITED;
    }
}
