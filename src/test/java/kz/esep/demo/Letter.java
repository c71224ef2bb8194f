package kz.esep.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import kz.esep.plan.Period;

/// One file that an agency sent.
///
/// @param file its name in the agency's folder
/// @param answers the lines of `answers.csv` that it is filled in by
record Letter(
        Period period,
        String agency,
        String file,
        LocalDateTime received,
        String answers,
        SavedBy savedBy) {

    /// What became of the file before it arrived.
    enum SavedBy {
        EXCEL,
        LIBREOFFICE,
        /// cut off on its way
        BROKEN
    }

    LocalDate receivedOn() {
        return received.toLocalDate();
    }

    /// Relative to the inbox.
    String path() {
        return agency + "/" + file;
    }

    /// In the order of receipt.
    static List<Letter> all() {
        return Tables.read("letters.csv").stream().map(Letter::of).toList();
    }

    private static Letter of(NamedCsvRecord row) {
        return new Letter(
                Period.parse(row.getField("period")).orElseThrow(),
                row.getField("agency"),
                row.getField("file"),
                LocalDateTime.parse(row.getField("received")),
                row.getField("answers"),
                SavedBy.valueOf(row.getField("saved-by").toUpperCase(Locale.ROOT)));
    }
}
