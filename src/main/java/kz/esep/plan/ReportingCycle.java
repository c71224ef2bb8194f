package kz.esep.plan;

import java.util.Optional;
import kz.esep.language.Bilingual;

/// A reporting clause: who sends what by when. Each cycle is judged by itself.
///
/// @param id `quarter` or `law`
/// @param agencies when agencies' information is due
/// @param consolidated when the ministry's own information is due
/// @param recipient to whom the ministry sends it; empty if nobody
/// @param basis the act and paragraph, or the ministry's own rhythm
public record ReportingCycle(
        String id,
        Period.Cadence cadence,
        DueRule agencies,
        Optional<DueRule> consolidated,
        Bilingual recipient,
        Bilingual basis) {

    /// The cycle's period that a submission period completes: 2024-Q4 completes 2024; 2024-Q3
    /// completes no year.
    public Optional<Period> completedBy(Period period) {
        Period own = Period.of(period.lastDay(), cadence);
        return own.lastDay().equals(period.lastDay()) ? Optional.of(own) : Optional.empty();
    }
}
