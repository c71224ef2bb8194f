package kz.esep.plan;

import java.time.LocalDate;
import kz.esep.language.Bilingual;

/// A day off that is no weekend.
public record Holiday(LocalDate date, Bilingual name) {}
