package kz.esep.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kz.esep.intake.ClaimedStatus;
import kz.esep.language.Bilingual;
import kz.esep.plan.CompletionForm;

/// What a clerk enters in one row.
///
/// @param status empty where only an indicator's value is given
/// @param number of the document; empty if none
/// @param spent thousand tenge
record Entry(
        Optional<ClaimedStatus> status,
        Optional<LocalDate> completedOn,
        Optional<CompletionForm.Kind> kind,
        String number,
        Optional<LocalDate> dated,
        Optional<Indicators.Figures> figures,
        Optional<BigDecimal> spent,
        Bilingual progress,
        String reason,
        Optional<LocalDate> expectedOn,
        String contact) {}
