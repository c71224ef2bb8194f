package kz.esep.intake;

import static kz.esep.findings.FindingCode.NUMBER_AMBIGUOUS;
import static kz.esep.findings.FindingCode.NUMBER_FROM_TEXT;
import static kz.esep.findings.FindingCode.NUMBER_NEGATIVE;
import static kz.esep.findings.FindingCode.NUMBER_UNREADABLE;
import static kz.esep.findings.FindingCode.PERCENT_BELOW_ONE;
import static kz.esep.findings.FindingCode.PERCENT_FROM_FRACTION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kz.esep.findings.FindingCode;

/// Reads numbers and percentages as agencies write them: a percentage is 88, never 0.88.
final class Numbers {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern PERCENT_SIGN =
            Pattern.compile("\\s*(%|пайыз|процент|процента|процентов)$");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}([.,]\\d{1,15})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}( \\d{3})+([.,]\\d{1,15})?");

    /// `12,500` is twelve and a half to one reader and twelve thousand to another.
    private static final Pattern EITHER = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

    private Numbers() {}

    /// A number that is not negative.
    static Answer<BigDecimal> read(Cell cell) {
        return switch (cell.content()) {
            case Cell.Content.Blank _ -> Answer.nothing();
            case Cell.Content.Figure(BigDecimal number) -> checked(number, List.of());
            case Cell.Content.Text(String text) ->
                    EITHER.matcher(dashed(text)).matches()
                            ? Answer.wrong(NUMBER_AMBIGUOUS)
                            : fromText(dashed(text));
            case Cell.Content.Day _, Cell.Content.Truth _ -> Answer.wrong(NUMBER_UNREADABLE);
            case Cell.Content.Fault _ -> Answer.wrong(FindingCode.CELL_FAULT);
            case Cell.Content.Uncalculated _ -> Answer.wrong(FindingCode.FORMULA_WITHOUT_VALUE);
        };
    }

    /// A percentage: `88`; 0.88 or `0,88` in a cell shown as a percentage; `88,5 %` as text.
    static Answer<BigDecimal> readPercent(Cell cell) {
        return switch (cell.content()) {
            case Cell.Content.Figure(BigDecimal number) ->
                    cell.percentFormat()
                            ? checked(number.movePointRight(2), List.of(PERCENT_FROM_FRACTION))
                            : checked(number, belowOne(number));
            case Cell.Content.Text(String text) -> percentFromText(dashed(text), cell);
            case Cell.Content.Blank _,
                    Cell.Content.Day _,
                    Cell.Content.Truth _,
                    Cell.Content.Fault _,
                    Cell.Content.Uncalculated _ ->
                    read(cell);
        };
    }

    private static Answer<BigDecimal> percentFromText(String text, Cell cell) {
        String number = PERCENT_SIGN.matcher(text).replaceFirst("");
        boolean signed = !number.equals(text);
        return switch (fromText(number)) {
            case Answer.Given<BigDecimal>(BigDecimal value, _)
                    when !signed && cell.percentFormat() && value.compareTo(BigDecimal.ONE) <= 0 ->
                    Answer.given(value.movePointRight(2), NUMBER_FROM_TEXT, PERCENT_FROM_FRACTION);
            case Answer.Given<BigDecimal>(BigDecimal value, List<FindingCode> leniencies)
                    when !signed -> {
                List<FindingCode> all = new ArrayList<>(leniencies);
                all.addAll(belowOne(value));
                yield new Answer.Given<>(value, all);
            }
            case Answer<BigDecimal> other -> other;
        };
    }

    /// 0.88 may be meant as 88: taken as it stands, with a warning.
    private static List<FindingCode> belowOne(BigDecimal value) {
        return value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0
                ? List.of(PERCENT_BELOW_ONE)
                : List.of();
    }

    private static Answer<BigDecimal> fromText(String text) {
        if (!PLAIN.matcher(text).matches() && !GROUPED.matcher(text).matches()) {
            return Answer.wrong(NUMBER_UNREADABLE);
        }
        String digits = BLANKS.matcher(text).replaceAll("").replace(',', '.');
        return checked(new BigDecimal(digits), List.of(NUMBER_FROM_TEXT));
    }

    private static Answer<BigDecimal> checked(BigDecimal number, List<FindingCode> leniencies) {
        return number.signum() < 0
                ? Answer.wrong(NUMBER_NEGATIVE)
                : new Answer.Given<>(tidy(number), leniencies);
    }

    /// 88.50 and 88.5 are one number, and 8.8E+1 is 88.
    private static BigDecimal tidy(BigDecimal number) {
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static String dashed(String text) {
        return BLANKS.matcher(LookAlikes.plain(text))
                .replaceAll(" ")
                .replace('−', '-')
                .replace('–', '-');
    }
}
