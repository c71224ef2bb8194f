package kz.esep.plan;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.esep.language.Bilingual;
import kz.esep.language.Language;

/// A plan's text as one act left it.
///
/// @param plan the plan's id: `disability-rights-2025`
/// @param id the act's number: `1142`
/// @param cadence the rhythm of the ministry's own reports
/// @param controlFrom the day from which the ministry answers with Esep
/// @param amends the act that approved the plan; empty if this one did
/// @param kk from when the Kazakh text is in force; empty if the act left it unchanged
/// @param ru the same of the Russian text
/// @param numbering how the plan's other redactions number the measures
/// @param letterCounts the day of an agency's letter counts, not the day of receipt
/// @param dayOff what happens to a submission's due date on a day off
/// @param parameters of the rules
public record Redaction(
        String plan,
        String id,
        Bilingual title,
        Act act,
        Optional<Act> amends,
        Optional<InForce> kk,
        Optional<InForce> ru,
        Bilingual inForceNote,
        int firstYear,
        int lastYear,
        LocalDate controlFrom,
        Period.Cadence cadence,
        DayOffPolicy dayOff,
        boolean letterCounts,
        List<ReportingCycle> cycles,
        List<ReportTitle> titles,
        List<Section> sections,
        List<Measure> measures,
        Parameters parameters,
        Numbering numbering) {

    static final Comparator<Redaction> BY_AGE =
            comparing(Redaction::begins).thenComparing(redaction -> redaction.act().date());

    public Redaction {
        cycles = List.copyOf(cycles);
        titles = List.copyOf(titles);
        sections = List.copyOf(sections);
        measures = List.copyOf(measures);
    }

    /// From when a language's text is in force; assumed where no source gives the day.
    ///
    /// @param redaction the id of the redaction that the text is of
    /// @param act the act that brought it
    public record InForce(String redaction, Act act, LocalDate from, boolean assumed) {}

    /// A report's title for one recipient.
    ///
    /// @param id `consolidated` or `agency`
    public record ReportTitle(String id, Bilingual recipient, Bilingual title) {}

    /// What happens to a due date that falls on a day off.
    public enum DayOffPolicy {
        AS_WRITTEN,
        NEXT_WORKING_DAY;

        LocalDate apply(LocalDate written, Calendar calendar) {
            return switch (this) {
                case AS_WRITTEN -> written;
                case NEXT_WORKING_DAY -> calendar.workingDayFrom(written);
            };
        }
    }

    /// The day by which something about a period is to be sent, as this plan treats days off.
    public LocalDate due(DueRule rule, Period period, Calendar calendar) {
        return dayOff.apply(rule.dueFor(period), calendar);
    }

    /// The cycles by which a report on a period judges: those whose own period ends with it and is
    /// no part of it, for the information on a year judges nobody by one of its quarters. A plan
    /// without such a cycle is judged by its shorter ones.
    public List<ReportingCycle> cycles(Period period) {
        List<ReportingCycle> completed =
                cycles.stream().filter(cycle -> cycle.completedBy(period).isPresent()).toList();
        List<ReportingCycle> whole =
                completed.stream()
                        .filter(cycle -> cycle.completedBy(period).orElseThrow().holds(period))
                        .toList();
        return whole.isEmpty() ? completed : whole;
    }

    public Optional<InForce> inForce(Language language) {
        return language == Language.KK ? kk : ru;
    }

    /// The first day on which it is in force in any language.
    public LocalDate begins() {
        return Stream.of(kk, ru)
                .flatMap(Optional::stream)
                .map(InForce::from)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    /// The act that approved the plan.
    public Act approval() {
        return amends.orElse(act);
    }

    Redaction with(Numbering own) {
        return new Redaction(
                plan,
                id,
                title,
                act,
                amends,
                kk,
                ru,
                inForceNote,
                firstYear,
                lastYear,
                controlFrom,
                cadence,
                dayOff,
                letterCounts,
                cycles,
                titles,
                sections,
                measures,
                parameters,
                own);
    }

    public Optional<Measure> measure(int number) {
        return measures.stream().filter(measure -> measure.number() == number).findFirst();
    }

    public Section section(int number) {
        return sections.stream()
                .filter(section -> section.number() == number)
                .findFirst()
                .orElseThrow();
    }

    public ReportTitle title(String id) {
        return titles.stream().filter(title -> title.id().equals(id)).findFirst().orElseThrow();
    }
}
