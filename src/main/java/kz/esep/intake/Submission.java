package kz.esep.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.plan.Period;

/// One accepted workbook of one agency for one period.
///
/// @param agency whose folder it lay in, the register's id
/// @param letterDate the outgoing letter's date as given in the form
public record Submission(
        String plan,
        String redaction,
        Period period,
        String agency,
        String formVersion,
        SealVerdict seal,
        Optional<LocalDate> letterDate,
        List<Claim> claims,
        RowCounts rows) {

    public Submission {
        claims = List.copyOf(claims);
    }
}
