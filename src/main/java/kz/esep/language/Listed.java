package kz.esep.language;

import java.util.List;
import java.util.stream.Collectors;

/// Names one after the other, each in the language: `МЗ, МТСЗН`.
public record Listed(List<Bilingual> names) implements Spoken {

    public Listed {
        names = List.copyOf(names);
    }

    @Override
    public String in(Speech speech) {
        return names.stream()
                .map(name -> name.in(speech.language()))
                .collect(Collectors.joining(", "));
    }
}
