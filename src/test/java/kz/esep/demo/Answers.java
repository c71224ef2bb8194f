package kz.esep.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FormRow;
import kz.esep.language.Bilingual;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Measure;

/// What agencies answer: `answers.csv`, and what is usual where it leaves a cell blank.
final class Answers {

    private static final String NONE = "-";
    private static final int DAYS_OF_A_SIGNATURE = 8;

    private final List<NamedCsvRecord> lines = Tables.read("answers.csv");
    private final Phrases phrases = new Phrases();
    private final Indicators indicators = new Indicators();
    private final WorkingDays workingDays;

    Answers(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /// Empty for a row that stays untouched. A line for every measure speaks only of the rows in
    /// which an answer is expected.
    Optional<Entry> to(FormRow row, Letter letter, Clerk clerk, String mail) {
        NamedCsvRecord line = line(row, letter);
        boolean untouched =
                line.getField("status").equals("blank")
                        || (Tables.namesAll(line.getField("measures")) && !row.expected());
        return untouched ? Optional.empty() : Optional.of(entry(line, row, letter, clerk, mail));
    }

    private NamedCsvRecord line(FormRow row, Letter letter) {
        return lines.stream()
                .filter(line -> line.getField("answers").equals(letter.answers()))
                .filter(line -> Tables.names(line.getField("measures"), row.measure().number()))
                .filter(line -> Tables.names(line.getField("year"), row.obligation().year()))
                .filter(line -> Tables.names(line.getField("agencies"), letter.agency()))
                .findFirst()
                .orElseThrow();
    }

    private Entry entry(NamedCsvRecord line, FormRow row, Letter letter, Clerk clerk, String mail) {
        int measure = row.measure().number();
        int year = row.obligation().year();
        String word = line.getField("status");
        Optional<ClaimedStatus> status =
                word.equals("value")
                        ? Optional.empty()
                        : Optional.of(ClaimedStatus.valueOf(constant(word)));
        boolean done = status.filter(ClaimedStatus.DONE::equals).isPresent();
        boolean ended = letter.period().endsTheYear();
        boolean explains =
                status.isPresent()
                        && !done
                        && !row.obligation().due().isAfter(letter.period().lastDay());
        Optional<LocalDate> completedOn = done ? completedOn(line, row, letter) : Optional.empty();
        Optional<LocalDate> dated = completedOn.flatMap(day -> dated(line, row, letter, day));
        boolean counts = year == letter.period().year() && (ended || done);
        Bilingual reason = explains ? phrases.say(measure, year, "reason", clerk) : Bilingual.EMPTY;
        return new Entry(
                status,
                completedOn,
                done ? kind(line, row) : Optional.empty(),
                number(line, clerk, row, dated),
                dated,
                counts ? indicators.of(measure, clerk) : Optional.empty(),
                spent(line, row.measure(), clerk, ended && done),
                phrases.say(measure, year, word.equals("value") ? "done" : word, clerk),
                spoken(reason, clerk),
                date(line, "expected"),
                explains ? mail : "");
    }

    /// In the last month of the period, on a working day.
    private Optional<LocalDate> completedOn(NamedCsvRecord line, FormRow row, Letter letter) {
        return given(line, "completed")
                .map(LocalDate::parse)
                .or(() -> {
                    LocalDate end = letter.period().lastDay();
                    int back =
                            1
                                    + Chance.below(
                                            27,
                                            "completed",
                                            row.measure().number(),
                                            letter.agency());
                    return Optional.of(workingDays.onOrBefore(end.minusDays(back)));
                });
    }

    /// Papers that tell of the work are signed some days later, other papers are the work.
    private Optional<LocalDate> dated(
            NamedCsvRecord line, FormRow row, Letter letter, LocalDate completedOn) {
        if (line.getField("dated").equals(NONE)) {
            return Optional.empty();
        }
        return given(line, "dated")
                .map(LocalDate::parse)
                .or(() -> {
                    if (!tells(row.measure())) {
                        return Optional.of(completedOn);
                    }
                    int days =
                            Chance.below(
                                    DAYS_OF_A_SIGNATURE,
                                    "dated",
                                    row.measure().number(),
                                    letter.agency());
                    LocalDate signed = completedOn.plusDays(days);
                    LocalDate sent = letter.receivedOn();
                    LocalDate day = workingDays.onOrBefore(signed.isAfter(sent) ? sent : signed);
                    return Optional.of(day.isBefore(completedOn) ? completedOn : day);
                });
    }

    private static boolean tells(Measure measure) {
        CompletionForm.Kind kind = measure.form().orElseThrow().kind();
        return kind == CompletionForm.Kind.INFORMATION || kind == CompletionForm.Kind.PROPOSALS;
    }

    private static Optional<CompletionForm.Kind> kind(NamedCsvRecord line, FormRow row) {
        if (line.getField("kind").equals(NONE)) {
            return Optional.empty();
        }
        return given(line, "kind")
                .map(word -> CompletionForm.Kind.valueOf(constant(word)))
                .or(() -> row.measure().form().map(CompletionForm::kind));
    }

    /// Numbers rise with the days of the year.
    private static String number(
            NamedCsvRecord line, Clerk clerk, FormRow row, Optional<LocalDate> dated) {
        if (line.getField("number").equals(NONE)) {
            return "";
        }
        return dated.map(day ->
                        clerk.numbers()
                                + "/"
                                + (day.getDayOfYear() * 17
                                        + Chance.below(
                                                17,
                                                "number",
                                                row.measure().number(),
                                                clerk.agency())))
                .orElse("");
    }

    private static Optional<BigDecimal> spent(
            NamedCsvRecord line, Measure measure, Clerk clerk, boolean yearDone) {
        if (line.getField("spent").equals(NONE)) {
            return Optional.empty();
        }
        boolean allotted = measure.cost().filter(Measure.Cost::allotted).isPresent();
        return given(line, "spent")
                .map(BigDecimal::new)
                .or(() ->
                        yearDone && allotted
                                ? Optional.of(usuallySpent(measure, clerk))
                                : Optional.empty());
    }

    private static BigDecimal usuallySpent(Measure measure, Clerk clerk) {
        int people = clerk.isRegion() ? clerk.inhabitants() : 5000;
        double perThousand = 6 + 4 * Chance.share("spent", measure.number(), clerk.agency());
        return BigDecimal.valueOf(people * perThousand).setScale(1, RoundingMode.HALF_UP);
    }

    private static String spoken(Bilingual text, Clerk clerk) {
        return switch (clerk.words()) {
            case KK -> text.kk();
            case RU, LOOK_ALIKE -> text.ru();
            case BOTH -> text.isEmpty() ? "" : text.kk() + " / " + text.ru();
        };
    }

    private static Optional<LocalDate> date(NamedCsvRecord line, String column) {
        return given(line, column).map(LocalDate::parse);
    }

    private static Optional<String> given(NamedCsvRecord line, String column) {
        return Optional.of(line.getField(column)).filter(text -> !text.isEmpty());
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
