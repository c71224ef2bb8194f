package kz.esep.demo;

import java.time.LocalDate;
import kz.esep.plan.Calendar;

/// The days on which ministries sign papers.
record WorkingDays(Calendar calendar) {

    /// The day itself, or the last working day before it.
    LocalDate onOrBefore(LocalDate day) {
        LocalDate working = day;
        while (calendar.isDayOff(working)) {
            working = working.minusDays(1);
        }
        return working;
    }
}
