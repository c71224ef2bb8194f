package kz.esep.report;

import java.time.LocalDateTime;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.language.Bilingual;

/// A finding with what it is about, and the other side where there are two.
///
/// @param number in the register of findings, from 1
/// @param inFile raised when the file was read; else by reconciliation
/// @param agency whom it speaks of
/// @param measure number; empty where the finding is about a whole file
/// @param receivedAt when the file came, in the plan's zone
/// @param found what stood there, in the languages that it was said in
/// @param other the other side; empty where there is one side only
public record FindingRow(
        int number,
        Finding finding,
        boolean inFile,
        Optional<Bilingual> agency,
        Optional<Integer> measure,
        Optional<Integer> year,
        Optional<LocalDateTime> receivedAt,
        Bilingual found,
        Optional<Side> other) {

    /// The other side of a contradiction.
    ///
    /// @param agency empty where it is the same agency
    /// @param place file, sheet and cell, as short as is known
    /// @param found what stood there; empty where only the place is known
    public record Side(Optional<Bilingual> agency, String place, Bilingual found) {}
}
