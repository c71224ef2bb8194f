package kz.esep.plan;

import java.time.LocalDate;
import kz.esep.language.Bilingual;

/// A legal act: Resolution № 1142 of 31 December 2022.
///
/// @param kind by which its words are chosen
public record Act(Kind kind, String number, LocalDate date, Bilingual name) {

    /// What kind of act approves or amends plans.
    public enum Kind {
        RESOLUTION,
        ORDER,
        DECREE,
        LAW
    }
}
