package kz.esep.reconcile;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import kz.esep.findings.Finding;
import kz.esep.intake.Claim;

/// Everything that obligations and claims came to.
///
/// @param facts what it was made of; of the files' claims some may have been dropped, see [Ends]
/// @param measures every measure of the redaction, in its order
/// @param assessments every obligation that the report shows, in the order of the plan
/// @param open the obligations that are open in the period (O2), with their assessments, for forms
/// @param overall the index of the whole plan
/// @param byAgency index by answerable agency's id, regions among them
/// @param bySection index by section number
/// @param timeliness every reporting agency × cycle that the period completes
/// @param ends how the accepted claims ended; the sums close
/// @param findings raised by reconciliation; those of files are with the files
public record Reconciliation(
        Facts facts,
        List<MeasureResult> measures,
        List<Assessment> assessments,
        List<Assessment> open,
        Index overall,
        SortedMap<String, Index> byAgency,
        SortedMap<Integer, Index> bySection,
        List<Timeliness> timeliness,
        Ends ends,
        List<Finding> findings) {

    public Reconciliation {
        measures = List.copyOf(measures);
        assessments = List.copyOf(assessments);
        open = List.copyOf(open);
        timeliness = List.copyOf(timeliness);
        findings = List.copyOf(findings);
    }

    /// Whether rows and claims were conserved from the files to the report.
    public Conservation conservation() {
        return switch (ends) {
            case Fates fates -> Conservation.of(facts.files(), fates);
            case Counted counted -> counted.conservation();
        };
    }

    /// The same, with some of the files' claims alone; every other is held only where it decides.
    ///
    /// @throws IllegalStateException if the claims were not counted, but are needed for it
    public Reconciliation keeping(Predicate<Claim> wanted) {
        if (ends instanceof Fates) {
            throw new IllegalStateException("the claims have not been counted");
        }
        return new Reconciliation(
                facts.of(
                        facts.files().stream()
                                .map(file ->
                                        file.with(
                                                FiledClaim.all(file)
                                                        .map(FiledClaim::claim)
                                                        .filter(wanted)
                                                        .toList()))
                                .toList()),
                measures,
                assessments,
                open,
                overall,
                byAgency,
                bySection,
                timeliness,
                ends,
                findings);
    }

    /// How each accepted claim ended.
    ///
    /// @throws IllegalStateException if it was only counted
    public Fates fates() {
        return switch (ends) {
            case Fates fates -> fates;
            case Counted _ ->
                    throw new IllegalStateException("claims that decide nothing are not held here");
        };
    }

    /// What is known of how the accepted claims ended.
    public sealed interface Ends {}

    /// How each of them ended, which is exactly one of the three; lists in the order of receipt.
    ///
    /// @param deciding decide or are carried: the claim that stands, or the last that gave a value
    /// @param supersededBy the superseding claim of each superseded one
    public record Fates(
            List<FiledClaim> deciding,
            Map<FiledClaim, FiledClaim> supersededBy,
            List<FiledClaim> withoutObligation)
            implements Ends {
        public Fates {
            deciding = List.copyOf(deciding);
            supersededBy = Map.copyOf(supersededBy);
            withoutObligation = List.copyOf(withoutObligation);
        }
    }

    /// How many ended how, and what else was drawn from all of them before they were dropped.
    ///
    /// @param course see [Course#upTo]
    public record Counted(Conservation conservation, List<Course.Stretch> course) implements Ends {
        public Counted {
            course = List.copyOf(course);
        }
    }
}
