package kz.esep.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.esep.language.Bilingual;
import kz.esep.language.Formats;
import kz.esep.language.Language;

/// What clerks write of their work: `phrases.csv`.
final class Phrases {

    private static final String EVERY_MEASURE = "*";

    private final List<NamedCsvRecord> phrases = Tables.read("phrases.csv");

    /// What the agency says: in words for it and the year, else for it, else for all of its kind.
    ///
    /// @param state as in `answers.csv`, or `reason`: why something is late
    Bilingual say(int measure, int year, String state, Clerk clerk) {
        String kind = clerk.isRegion() ? "region" : "ministry";
        for (String number : List.of(Integer.toString(measure), EVERY_MEASURE)) {
            for (String author : List.of(clerk.agency() + " " + year, clerk.agency(), kind)) {
                List<NamedCsvRecord> variants = variants(number, author, state);
                if (!variants.isEmpty()) {
                    int chosen = Chance.below(variants.size(), measure, clerk.agency(), state);
                    return said(variants.get(chosen), measure, clerk);
                }
            }
        }
        throw new IllegalStateException(
                "phrases.csv has nothing for measure %d, %s, %s"
                        .formatted(measure, clerk.agency(), state));
    }

    private List<NamedCsvRecord> variants(String measure, String author, String state) {
        return phrases.stream()
                .filter(phrase -> phrase.getField("measure").equals(measure))
                .filter(phrase -> phrase.getField("author").equals(author))
                .filter(phrase -> phrase.getField("state").equals(state))
                .toList();
    }

    private static Bilingual said(NamedCsvRecord phrase, int measure, Clerk clerk) {
        Map<String, Long> numbers = numbers(phrase.getField("numbers"), measure, clerk);
        return new Bilingual(
                filled(phrase.getField("kk"), numbers, Language.KK),
                filled(phrase.getField("ru"), numbers, Language.RU));
    }

    private static String filled(String text, Map<String, Long> numbers, Language language) {
        String filled = text;
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            filled =
                    filled.replace(
                            "{" + number.getKey() + "}",
                            Formats.of(language).number(number.getValue()));
        }
        return filled;
    }

    /// Reads `a=40-160;b=13w`.
    private static Map<String, Long> numbers(String drawn, int measure, Clerk clerk) {
        Map<String, Long> numbers = new TreeMap<>();
        for (String draw : drawn.isEmpty() ? new String[0] : drawn.split(";")) {
            String name = draw.substring(0, 1);
            String range = draw.substring(2);
            double share = Chance.share(measure, clerk.agency(), name);
            numbers.put(
                    name,
                    range.endsWith("w") ? perThousand(range, share, clerk) : between(range, share));
        }
        return numbers;
    }

    private static long perThousand(String rate, double share, Clerk clerk) {
        double perThousand = Double.parseDouble(rate.substring(0, rate.length() - 1));
        return Math.round(perThousand * clerk.inhabitants() * (0.9 + 0.2 * share));
    }

    private static long between(String range, double share) {
        int dash = range.indexOf('-');
        long least = Long.parseLong(range.substring(0, dash));
        long most = Long.parseLong(range.substring(dash + 1));
        return least + (long) (share * (most - least + 1));
    }
}
