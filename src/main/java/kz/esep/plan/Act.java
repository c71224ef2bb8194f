package kz.esep.plan;

import java.time.LocalDate;
import kz.esep.language.Bilingual;

/// A legal act: Resolution № 1142 of 31 December 2022.
public record Act(String number, LocalDate date, Bilingual name) {}
