package kz.esep.report;

import java.time.LocalDate;
import java.util.List;
import kz.esep.language.Bilingual;
import kz.esep.plan.ReportingCycle;

/// A letter to an agency that is late, or whose obligations are overdue.
///
/// @param agency full name
/// @param submissions that are late or missing
/// @param silent obligations that a row was owed for and that nothing was said of
/// @param overdue obligations that are overdue by what the agency itself said
/// @param cycle whose clause the letter rests on: the one by whose date the answer is due
/// @param answerBy the next day on which the plan has the agency report
public record Reminder(
        Cover cover,
        Bilingual agency,
        List<DisciplineRow> submissions,
        List<ObligationRow> silent,
        List<ObligationRow> overdue,
        ReportingCycle cycle,
        LocalDate answerBy) {

    public Reminder {
        submissions = List.copyOf(submissions);
        silent = List.copyOf(silent);
        overdue = List.copyOf(overdue);
    }
}
