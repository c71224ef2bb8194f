package kz.esep.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import kz.esep.intake.Received;
import kz.esep.language.Bilingual;
import kz.esep.plan.Period;
import kz.esep.plan.ReportingCycle;
import kz.esep.reconcile.Timeliness;

/// An agency's submission under one reporting cycle.
///
/// @param counted the day that counts
/// @param receivedAt in the plan's zone
/// @param source who says when it was received
public record DisciplineRow(
        String agency,
        Bilingual name,
        ReportingCycle cycle,
        Period cyclePeriod,
        LocalDate due,
        Timeliness.Standing standing,
        long daysLate,
        Optional<LocalDate> counted,
        Optional<LocalDateTime> receivedAt,
        Optional<Received.Source> source,
        Optional<LocalDate> letterDate) {}
