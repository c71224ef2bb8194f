package kz.esep.report;

import java.util.List;
import kz.esep.language.Bilingual;
import kz.esep.plan.Period;

/// What stands in the message that brings documents to an agency.
///
/// @param kind `reports`, `reminders` or `receipts`
/// @param ministry who sends it
/// @param agency who receives it
/// @param plan its title
/// @param issue the number of the issue that the documents are of; 0 for receipts, which are of
///   none
/// @param file the received file that a receipt is about; empty otherwise
/// @param attachments their names
/// @param demonstration the data are invented
public record CoveringNote(
        String kind,
        Bilingual ministry,
        Bilingual agency,
        Bilingual plan,
        Period period,
        int issue,
        String file,
        List<String> attachments,
        boolean demonstration) {
    public CoveringNote {
        attachments = List.copyOf(attachments);
    }
}
