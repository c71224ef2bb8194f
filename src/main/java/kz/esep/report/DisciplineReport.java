package kz.esep.report;

import java.util.List;
import kz.esep.intake.RowCounts;
import kz.esep.language.Bilingual;
import kz.esep.language.Sentence;

/// Who sent what when, and in what state.
///
/// @param cycles one table for each cycle that the period completes
/// @param senders every agency of which something was expected or that sent something
/// @param strays files in no agency's folder
/// @param kept files of which nothing was taken
/// @param rows sums over all files; they close
/// @param reminded agencies that a letter goes to
public record DisciplineReport(
        Cover cover,
        List<Sentence> sentences,
        List<CycleTable> cycles,
        List<Sender> senders,
        List<FileRow> strays,
        List<FileRow> kept,
        RowCounts rows,
        List<Bilingual> reminded) {

    public DisciplineReport {
        sentences = List.copyOf(sentences);
        cycles = List.copyOf(cycles);
        senders = List.copyOf(senders);
        strays = List.copyOf(strays);
        kept = List.copyOf(kept);
        reminded = List.copyOf(reminded);
    }

    /// What an agency sent for the period.
    ///
    /// @param files that lay in its folder
    /// @param refused files of which nothing was taken
    /// @param expected obligations that a row was owed for
    /// @param answered those of them that the agency said something of in this period
    /// @param errors findings in its files
    public record Sender(
            String id,
            Bilingual name,
            int files,
            int refused,
            RowCounts rows,
            int expected,
            int answered,
            int errors,
            int warnings) {}
}
