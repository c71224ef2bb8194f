package kz.esep.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How an agency's clerk works.
///
/// @param inhabitants of the region, in thousands; 0 for bodies that are no region
/// @param numbers how the numbers of its letters begin
/// @param quality by how many percent its values are better than usual
record Clerk(
        String agency,
        int inhabitants,
        String numbers,
        double quality,
        Percents percents,
        Dates dates,
        StatusWords words) {

    /// How percentages are typed.
    enum Percents {
        /// 88
        NUMBER,
        /// 0.88 in a cell that shows percent
        FORMAT,
        /// the text 0,88 in a cell that shows percent
        CELL_TEXT,
        /// the text 88,5 %
        SIGN
    }

    /// How some of the dates are typed.
    enum Dates {
        DATE,
        /// the text 31.12.2024
        FIGURES,
        /// the text 31 декабря 2024 года
        WORDS
    }

    /// How a status is written.
    enum StatusWords {
        /// as the drop-down offers it
        BOTH,
        KK,
        RU,
        /// once with Latin letters that look Cyrillic
        LOOK_ALIKE
    }

    boolean isRegion() {
        return inhabitants > 0;
    }

    /// By agency.
    static Map<String, Clerk> all() {
        Map<String, Clerk> clerks = new TreeMap<>();
        for (NamedCsvRecord row : Tables.read("agencies.csv")) {
            Clerk clerk =
                    new Clerk(
                            row.getField("agency"),
                            Integer.parseInt(row.getField("inhabitants")),
                            row.getField("numbers"),
                            Double.parseDouble(row.getField("quality")),
                            Percents.valueOf(constant(row.getField("percent"))),
                            Dates.valueOf(constant(row.getField("dates"))),
                            StatusWords.valueOf(constant(row.getField("words"))));
            clerks.put(clerk.agency(), clerk);
        }
        return clerks;
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
