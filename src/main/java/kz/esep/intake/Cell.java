package kz.esep.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/// One cell as the file has it, with its type and without its looks.
///
/// @param formula the content is a formula's last value
/// @param percentFormat the cell is shown as a percentage, whatever it holds
public record Cell(Content content, boolean formula, boolean percentFormat) {

    public static final Cell BLANK = new Cell(new Content.Blank(), false, false);

    /// What a cell holds.
    public sealed interface Content {

        record Blank() implements Content {}

        /// Never empty, no white space at its ends.
        record Text(String text) implements Content {}

        /// At most 15 digits: what programs agree on.
        record Figure(BigDecimal number) implements Content {}

        record Day(LocalDate day) implements Content {}

        record Truth(boolean truth) implements Content {}

        /// An error value such as `#N/A`.
        record Fault(String name) implements Content {}

        /// A formula whose value the file lacks.
        record Uncalculated() implements Content {}

        /// A text, or blank where nothing can be seen in it.
        static Content text(String text) {
            String seen = LookAlikes.strip(text);
            return seen.isEmpty() ? new Blank() : new Text(seen);
        }
    }

    public boolean isBlank() {
        return content instanceof Content.Blank;
    }

    /// As a person would read it, for quoting in findings.
    public String shown() {
        return switch (content) {
            case Content.Blank _, Content.Uncalculated _ -> "";
            case Content.Text(String text) -> text;
            case Content.Figure(BigDecimal number) ->
                    percentFormat
                            ? number.movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                            : number.stripTrailingZeros().toPlainString();
            case Content.Day(LocalDate day) ->
                    String.format(
                            Locale.ROOT,
                            "%02d.%02d.%d",
                            day.getDayOfMonth(),
                            day.getMonthValue(),
                            day.getYear());
            case Content.Truth(boolean truth) -> truth ? "TRUE" : "FALSE";
            case Content.Fault(String name) -> name;
        };
    }
}
