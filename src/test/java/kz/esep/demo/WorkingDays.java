package kz.esep.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/// The days on which ministries sign papers.
record WorkingDays(Set<LocalDate> holidays) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    WorkingDays {
        holidays = Set.copyOf(holidays);
    }

    /// The day itself, or the last working day before it.
    LocalDate onOrBefore(LocalDate day) {
        LocalDate working = day;
        while (WEEKEND.contains(working.getDayOfWeek()) || holidays.contains(working)) {
            working = working.minusDays(1);
        }
        return working;
    }
}
