package kz.esep.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.esep.intake.FileOutcome;

/// Claims that are read from the database when they are asked for, year after year; of the years
/// that were asked for nothing is held.
///
/// Few claims are read at once, however many years they are of: a page of the database holds claims
/// of several years, and is read for each anew.
public final class StoredClaims {

    /// How many claims of several years are read at once. Without their words they take some 40
    /// MiB.
    private static final int AT_ONCE = 200_000;

    private final OutcomeTables tables;
    private final List<FileOutcome> heads;
    private final OutcomeTables.Worded worded;
    private final int atOnce;
    private final SortedMap<Integer, Integer> waiting;
    private SortedMap<Integer, List<FileOutcome>> read = new TreeMap<>();

    /// @param heads of the files whose claims are wanted
    /// @param worded which claims are wanted with their words
    public StoredClaims(
            OutcomeTables tables, List<FileOutcome> heads, OutcomeTables.Worded worded) {
        this(tables, heads, worded, AT_ONCE);
    }

    /// @param atOnce how many claims of several years are read at once
    public StoredClaims(
            OutcomeTables tables,
            List<FileOutcome> heads,
            OutcomeTables.Worded worded,
            int atOnce) {
        this.tables = tables;
        this.heads = List.copyOf(heads);
        this.worded = worded;
        this.atOnce = atOnce;
        this.waiting = tables.years();
    }

    /// Those of whose obligations anything is claimed, by whichever file.
    public SortedSet<Integer> years() {
        return new TreeSet<>(waiting.keySet());
    }

    /// The files that claim anything of a year's obligations, with these claims alone. Each year is
    /// asked for once, one after the other.
    public List<FileOutcome> of(int year) {
        if (waiting.containsKey(year)) {
            read = tables.ofYears(next(year), heads, worded);
        }
        return Objects.requireNonNullElse(read.remove(year), List.of());
    }

    /// The year, and as many of the following ones as can be read with it.
    private List<Integer> next(int year) {
        List<Integer> years = new ArrayList<>();
        long claims = 0;
        for (Map.Entry<Integer, Integer> each : waiting.tailMap(year).entrySet()) {
            claims += each.getValue();
            if (!years.isEmpty() && claims > atOnce) {
                break;
            }
            years.add(each.getKey());
        }
        waiting.keySet().removeAll(years);
        return years;
    }
}
