package kz.esep.intake;

import java.util.Locale;
import kz.esep.language.Speech;

/// The columns of the form's table, in the order in which they are written. Reading finds them by
/// their header, wherever they stand.
public enum FormColumn {
    MEASURE(Side.PLAN, Holds.WHOLE_NUMBER, 11),
    YEAR(Side.PLAN, Holds.WHOLE_NUMBER, 7),
    TITLE_KK(Side.PLAN, Holds.TEXT, 34),
    TITLE_RU(Side.PLAN, Holds.TEXT, 34),
    /// Who had the mandate on the due date; usually the agency itself, else a body it follows.
    HOLDER(Side.PLAN, Holds.TEXT, 11),
    COMPLETION_FORM(Side.PLAN, Holds.TEXT, 17),
    ROLE(Side.PLAN, Holds.TEXT, 14),
    DUE(Side.PLAN, Holds.DATE, 12),
    TARGET(Side.PLAN, Holds.NUMBER, 11),
    LAST_ANSWER(Side.PLAN, Holds.TEXT, 22),
    STATUS(Side.ANSWER, Holds.STATUS, 18),
    COMPLETED_ON(Side.ANSWER, Holds.DATE, 12),
    EVIDENCE_KIND(Side.ANSWER, Holds.KIND, 17),
    EVIDENCE_NUMBER(Side.ANSWER, Holds.MARK, 13),
    EVIDENCE_DATE(Side.ANSWER, Holds.DATE, 12),
    VALUE(Side.ANSWER, Holds.NUMBER, 12),
    NUMERATOR(Side.ANSWER, Holds.NUMBER, 12),
    DENOMINATOR(Side.ANSWER, Holds.NUMBER, 12),
    SPENT(Side.ANSWER, Holds.NUMBER, 13),
    PROGRESS_KK(Side.ANSWER, Holds.TEXT, 34),
    PROGRESS_RU(Side.ANSWER, Holds.TEXT, 34),
    REASON(Side.ANSWER, Holds.TEXT, 26),
    EXPECTED_ON(Side.ANSWER, Holds.DATE, 13),
    CONTACT(Side.ANSWER, Holds.TEXT, 20);

    /// Who fills a column in.
    public enum Side {
        /// Esep, from the plan; locked.
        PLAN,
        /// The agency.
        ANSWER
    }

    /// What a column holds.
    public enum Holds {
        WHOLE_NUMBER,
        NUMBER,
        DATE,
        TEXT,
        /// A document's number: text that Excel must not turn into a date.
        MARK,
        STATUS,
        KIND
    }

    private final Side side;
    private final Holds holds;
    private final int width;

    FormColumn(Side side, Holds holds, int width) {
        this.side = side;
        this.holds = holds;
        this.width = width;
    }

    public boolean isAnswer() {
        return side == Side.ANSWER;
    }

    public Holds holds() {
        return holds;
    }

    /// In characters.
    public int width() {
        return width;
    }

    public String header(Speech speech) {
        return speech.say(key());
    }

    /// What a clerk reads when entering a cell of an answer column.
    public String hint(Speech speech) {
        return speech.say(key() + ".hint");
    }

    private String key() {
        return "intake.column." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
