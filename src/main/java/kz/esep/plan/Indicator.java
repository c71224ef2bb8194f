package kz.esep.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.language.Bilingual;

/// What is measured, and its value for each year.
///
/// @param text the whole cell of the plan
/// @param label the indicator's name without its values
/// @param targets by year; empty where the plan has words only
public record Indicator(
        Bilingual text,
        Bilingual label,
        Unit unit,
        Direction direction,
        Accumulation accumulation,
        SortedMap<Integer, BigDecimal> targets) {

    /// In what a target is counted.
    public enum Unit {
        PERCENT,
        /// Things counted; those of several agencies add up.
        NUMBER,
        /// Words only, no figure.
        NONE
    }

    /// Which side of the target is good.
    public enum Direction {
        AT_LEAST,
        AT_MOST
    }

    /// Whether a year's value stands alone or contains the years before.
    public enum Accumulation {
        YEARLY,
        CUMULATIVE
    }

    public Indicator {
        targets = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }

    public Optional<BigDecimal> target(int year) {
        return Optional.ofNullable(targets.get(year));
    }
}
