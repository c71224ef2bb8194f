package kz.esep.plan;

import java.time.LocalDate;
import java.util.Optional;
import kz.esep.language.Bilingual;

/// A day off that moved: the Government moves some each year, and a holiday on a weekend gives
/// another day off by law.
///
/// @param off a working day of the week that is a day off
/// @param worked the Saturday or Sunday that is worked instead; empty where none is
/// @param basis the act that says so
public record Transfer(LocalDate off, Optional<LocalDate> worked, Bilingual basis) {}
