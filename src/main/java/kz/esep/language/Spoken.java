package kz.esep.language;

/// A value that each language says in its own way, such as a reporting period.
public interface Spoken {
    String in(Speech speech);
}
