package kz.esep.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.plan.Period;

/// One accepted workbook of one agency for one period.
///
/// @param agency whose folder it lay in, the register's id
public record Submission(
        String plan,
        String redaction,
        Period period,
        String agency,
        String formVersion,
        SealVerdict seal,
        Letter letter,
        List<Claim> claims,
        RowCounts rows) {

    public Submission {
        claims = List.copyOf(claims);
    }

    /// The outgoing letter's date as given in the form.
    public Optional<LocalDate> letterDate() {
        return letter.date();
    }

    Submission withoutClaims() {
        return with(List.of());
    }

    Submission withoutWords() {
        return with(claims.stream().map(Claim::withoutWords).toList());
    }

    Submission with(List<Claim> others) {
        return new Submission(
                plan, redaction, period, agency, formVersion, seal, letter, others, rows);
    }
}
