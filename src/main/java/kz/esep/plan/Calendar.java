package kz.esep.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/// Which days are worked: Saturdays and Sundays are not, unless they were moved.
public record Calendar(List<Holiday> holidays, List<Transfer> transfers) {

    /// Weekends alone.
    public static final Calendar WEEKENDS = new Calendar(List.of(), List.of());

    public Calendar {
        holidays = List.copyOf(holidays);
        transfers = List.copyOf(transfers);
    }

    public boolean isDayOff(LocalDate day) {
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return holidays.stream().anyMatch(holiday -> holiday.date().equals(day))
                || transfers.stream().anyMatch(moved -> moved.off().equals(day))
                || (weekend && !workedInstead(day));
    }

    private boolean workedInstead(LocalDate day) {
        return transfers.stream().anyMatch(moved -> moved.worked().filter(day::equals).isPresent());
    }

    /// The day itself, or the first working day after it.
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate working = day;
        while (isDayOff(working)) {
            working = working.plusDays(1);
        }
        return working;
    }
}
