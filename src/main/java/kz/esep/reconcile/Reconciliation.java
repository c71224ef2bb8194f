package kz.esep.reconcile;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import kz.esep.findings.Finding;

/// Everything that obligations and claims came to.
///
/// @param measures every measure of the redaction, in its order
/// @param assessments every obligation that the report shows, in the order of the plan
/// @param open the obligations that are open in the period (O2), with their assessments, for forms
/// @param overall the index of the whole plan
/// @param byAgency index by answerable agency's id, regions among them
/// @param bySection index by section number
/// @param timeliness every reporting agency × cycle that the period completes
/// @param fates how every accepted claim ended; the sums close
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
        Fates fates,
        List<Finding> findings) {

    public Reconciliation {
        measures = List.copyOf(measures);
        assessments = List.copyOf(assessments);
        open = List.copyOf(open);
        timeliness = List.copyOf(timeliness);
        findings = List.copyOf(findings);
    }

    public Conservation conservation() {
        return Conservation.of(facts.files(), fates);
    }

    /// How the accepted claims ended: each is exactly one of the three; lists in the order of
    /// receipt.
    ///
    /// @param deciding decide or are carried: the claim that stands, or the last that gave a value
    /// @param supersededBy the superseding claim of each superseded one
    public record Fates(
            List<FiledClaim> deciding,
            Map<FiledClaim, FiledClaim> supersededBy,
            List<FiledClaim> withoutObligation) {
        public Fates {
            deciding = List.copyOf(deciding);
            supersededBy = Map.copyOf(supersededBy);
            withoutObligation = List.copyOf(withoutObligation);
        }
    }
}
