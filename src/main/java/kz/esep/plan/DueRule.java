package kz.esep.plan;

import java.time.LocalDate;
import java.time.MonthDay;

/// By when something about a period is to be sent.
public sealed interface DueRule {

    /// As written; [Redaction#due] minds days off.
    LocalDate dueFor(Period period);

    /// So many calendar days after the period's last day.
    record DaysAfterEnd(int days) implements DueRule {
        @Override
        public LocalDate dueFor(Period period) {
            return period.lastDay().plusDays(days);
        }
    }

    /// On a day of the year, the first one after the period's last day.
    record OnDay(MonthDay day) implements DueRule {
        @Override
        public LocalDate dueFor(Period period) {
            LocalDate sameYear = day.atYear(period.lastDay().getYear());
            return sameYear.isAfter(period.lastDay())
                    ? sameYear
                    : day.atYear(period.lastDay().getYear() + 1);
        }
    }
}
