package kz.esep.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.Retold;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Obligation;

/// Claims as an officer would jot them down: `done 2024-12-31, document 5 2024-12-30, value 8/10`.
public final class Said {

    private Said() {}

    /// @param words parts divided by commas: `done [day]`, `in progress`, `not started`,
    ///   `withdrawn`, `work` (progress text alone), a document as `kind number day` with `-` for
    ///   what is missing, `value 88`, `value 8/10`, `value 90 8/10`, `spent 500`, `kk` and `ru`
    ///   with a progress text
    public static Claim of(int measure, int year, String agency, String words) {
        Optional<ClaimedStatus> status = Optional.empty();
        Optional<LocalDate> completed = Optional.empty();
        Claim.Evidence evidence = Claim.Evidence.NONE;
        Claim.Actual actual = Claim.Actual.NONE;
        Optional<BigDecimal> spent = Optional.empty();
        String progressKk = "";
        String progressRu = "";
        for (String part : words.split(", ", -1)) {
            String[] word = part.split(" ", -1);
            switch (word[0]) {
                case "done" -> {
                    status = Optional.of(ClaimedStatus.DONE);
                    completed = word.length > 1 ? day(word[1]) : Optional.empty();
                }
                case "in" -> status = Optional.of(ClaimedStatus.IN_PROGRESS);
                case "not" -> status = Optional.of(ClaimedStatus.NOT_STARTED);
                case "withdrawn" -> status = Optional.of(ClaimedStatus.WITHDRAWN);
                case "work" -> progressKk = "Жұмыс жүргізілуде";
                case "spent" -> spent = Optional.of(new BigDecimal(word[1]));
                case "kk" -> progressKk = part.substring(3);
                case "ru" -> progressRu = part.substring(3);
                case "value" -> actual = actual(word);
                default ->
                        evidence =
                                new Claim.Evidence(
                                        word[0].equals("-")
                                                ? Optional.empty()
                                                : Optional.of(kind(word[0])),
                                        word[1].equals("-") ? "" : word[1],
                                        day(word[2]));
            }
        }
        return new Claim(
                new Obligation.Key(measure, year, agency),
                status,
                completed,
                evidence,
                actual,
                spent,
                progressKk,
                progressRu,
                "",
                Optional.empty(),
                "",
                Place.NOWHERE);
    }

    static CompletionForm.Kind kind(String word) {
        return CompletionForm.Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Claim in(Claim claim, String file, int row) {
        return Retold.at(claim, Place.file(file).cell("Есеп", "L" + row));
    }

    private static Optional<LocalDate> day(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(word));
    }

    private static Claim.Actual actual(String[] words) {
        Optional<BigDecimal> value = Optional.empty();
        Optional<BigDecimal> numerator = Optional.empty();
        Optional<BigDecimal> denominator = Optional.empty();
        for (int i = 1; i < words.length; i++) {
            String[] parts = words[i].split("/", -1);
            if (parts.length == 2) {
                numerator = Optional.of(new BigDecimal(parts[0]));
                denominator = Optional.of(new BigDecimal(parts[1]));
            } else {
                value = Optional.of(new BigDecimal(parts[0]));
            }
        }
        return new Claim.Actual(value, numerator, denominator);
    }
}
