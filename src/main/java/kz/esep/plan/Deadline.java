package kz.esep.plan;

/// When a measure is due, as the plan says it.
public sealed interface Deadline {

    /// In a year: due on its 31 December (U1).
    record InYear(int year) implements Deadline {}

    /// Every calendar year of the plan (U2).
    record EveryYear() implements Deadline {}

    /// Within a range of years; each year stands alone (U3).
    record YearRange(int from, int to) implements Deadline {}
}
