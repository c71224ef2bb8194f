package kz.esep.plan;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /// On certain days of the year: the first one after the period's last day.
    record OnDays(List<MonthDay> days) implements DueRule {
        public OnDays {
            days = List.copyOf(days);
        }

        @Override
        public LocalDate dueFor(Period period) {
            LocalDate end = period.lastDay();
            return days.stream()
                    .flatMap(day ->
                            Stream.of(day.atYear(end.getYear()), day.atYear(end.getYear() + 1)))
                    .filter(end::isBefore)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
