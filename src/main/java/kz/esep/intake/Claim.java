package kz.esep.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kz.esep.findings.Place;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Obligation;

/// One row of a submission: what an agency says of one obligation.
///
/// @param status empty where only a value was given
/// @param spent thousand tenge
/// @param place the row: its cell is that of the status
public record Claim(
        Obligation.Key key,
        Optional<ClaimedStatus> status,
        Optional<LocalDate> completedOn,
        Evidence evidence,
        Actual actual,
        Optional<BigDecimal> spent,
        String progressKk,
        String progressRu,
        String reason,
        Optional<LocalDate> expectedOn,
        String contact,
        Place place) {

    /// Stands for words that are there but not held.
    private static final String UNHEARD = "…";

    /// Whether another row, wherever it stands, says the same.
    public boolean saysTheSameAs(Claim other) {
        return at(Place.NOWHERE).equals(other.at(Place.NOWHERE));
    }

    Claim at(Place elsewhere) {
        return with(progressKk, progressRu, reason, elsewhere);
    }

    /// The same without the agency's own words, of which it is known only where there are any: they
    /// are most of what a claim weighs, and count for nothing in its assessment.
    public Claim withoutWords() {
        return with(unheard(progressKk), unheard(progressRu), unheard(reason), place);
    }

    private static String unheard(String words) {
        return words.isBlank() ? words : UNHEARD;
    }

    Claim with(String kk, String ru, String why, Place where) {
        return new Claim(
                key,
                status,
                completedOn,
                evidence,
                actual,
                spent,
                kk,
                ru,
                why,
                expectedOn,
                contact,
                where);
    }

    /// The paper that proves completion; any part may be missing.
    ///
    /// @param number empty if missing
    public record Evidence(
            Optional<CompletionForm.Kind> kind, String number, Optional<LocalDate> date) {
        public static final Evidence NONE = new Evidence(Optional.empty(), "", Optional.empty());

        public boolean isMissing() {
            return kind.isEmpty() && number.isEmpty() && date.isEmpty();
        }
    }

    /// An indicator's value: typed, or as numerator and denominator, or both. Percent are 88, never
    /// 0.88.
    public record Actual(
            Optional<BigDecimal> value,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator) {
        public static final Actual NONE =
                new Actual(Optional.empty(), Optional.empty(), Optional.empty());

        public boolean isRatio() {
            return numerator.isPresent() && denominator.isPresent();
        }

        public boolean isMissing() {
            return value.isEmpty() && !isRatio();
        }
    }
}
