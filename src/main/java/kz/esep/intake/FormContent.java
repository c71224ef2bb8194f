package kz.esep.intake;

import java.util.List;
import kz.esep.agency.Agency;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;

/// What one agency's form for one period says.
///
/// @param ledgerHead the ledger line that the rows were made from: `<line>:<hash>`, or empty before
///   the first line
/// @param rows the agency's open obligations, in the plan's order
public record FormContent(
        Redaction redaction, Period period, Agency agency, String ledgerHead, List<FormRow> rows) {

    public FormContent {
        rows = List.copyOf(rows);
    }
}
