package kz.esep.intake;

import java.util.Locale;
import kz.esep.language.Speech;

/// The labelled lines above the form's table; the value stands to the right of the label.
public enum FormField {
    AGENCY(false),
    PERIOD(false),
    LETTER_NUMBER(true),
    LETTER_DATE(true),
    PERSON(true),
    PHONE(true);

    private final boolean answer;

    FormField(boolean answer) {
        this.answer = answer;
    }

    /// Whether the agency fills it in.
    public boolean isAnswer() {
        return answer;
    }

    public String label(Speech speech) {
        return speech.say("intake.field." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
