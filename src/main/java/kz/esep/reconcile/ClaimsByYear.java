package kz.esep.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;

/// Claims, handed out by the year of the obligations that they speak of. A claim of one year and a
/// claim of another never meet, so that whoever reconciles need hold one year's at a time, and
/// drops them for the next one's.
///
/// @param years of which anything is claimed; more do no harm
/// @param files of a year: those with claims of it, each with these alone; asked once for each year
///   in each passage, in the years' order
public record ClaimsByYear(SortedSet<Integer> years, IntFunction<List<FileOutcome>> files) {

    public ClaimsByYear {
        years = new TreeSet<>(years);
    }

    /// Those of files that are held anyway.
    ///
    /// @param files in any order, which is kept
    public static ClaimsByYear of(List<FileOutcome> files) {
        SortedMap<Integer, List<FileOutcome>> byYear = new TreeMap<>();
        for (FileOutcome file : files) {
            SortedMap<Integer, List<Claim>> claims = new TreeMap<>();
            file.submission().stream()
                    .flatMap(submission -> submission.claims().stream())
                    .forEach(claim ->
                            claims.computeIfAbsent(claim.key().year(), _ -> new ArrayList<>())
                                    .add(claim));
            claims.forEach((year, own) ->
                    byYear.computeIfAbsent(year, _ -> new ArrayList<>()).add(file.with(own)));
        }
        return new ClaimsByYear(
                new TreeSet<>(byYear.keySet()), year -> byYear.getOrDefault(year, List.of()));
    }

    List<FileOutcome> of(int year) {
        return files.apply(year);
    }
}
