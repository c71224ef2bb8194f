package kz.esep.plan;

import java.time.LocalDate;
import kz.esep.language.Bilingual;

/// A day off by law, whatever day of the week it is.
public record Holiday(LocalDate date, Bilingual name) {}
