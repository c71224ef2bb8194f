package kz.esep.language;

import java.math.BigDecimal;

/// A percentage inside a sentence, written with the language's own sign and spacing: `57%`, `57 %`.
public record Percent(BigDecimal value) implements Spoken {
    @Override
    public String in(Speech speech) {
        return speech.formats().percent(value);
    }
}
