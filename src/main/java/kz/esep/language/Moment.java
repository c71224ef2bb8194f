package kz.esep.language;

import java.time.LocalDateTime;

/// A day with its time inside a sentence, in figures: `31.12.2024 09:05`.
public record Moment(LocalDateTime time) implements Spoken {
    @Override
    public String in(Speech speech) {
        return speech.formats().numeric(time);
    }
}
