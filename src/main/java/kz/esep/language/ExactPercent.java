package kz.esep.language;

import java.math.BigDecimal;

/// A percentage inside a sentence that is to be checked against its source: with every decimal that
/// it has, where a report's tables are content with one.
public record ExactPercent(BigDecimal value) implements Spoken {
    @Override
    public String in(Speech speech) {
        return speech.formats().exactPercent(value);
    }
}
