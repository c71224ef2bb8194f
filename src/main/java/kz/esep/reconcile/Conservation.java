package kz.esep.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.RowCounts;
import kz.esep.language.Sentence;

/// Row conservation from the files to the report: every physical row is accepted, refused or
/// ignored with a reason, every accepted row is a claim, and every claim ends as exactly one of
/// deciding (or carried), superseded by another, or without obligation.
///
/// @param rows of all files together
/// @param accepted claims of all files
/// @param breaks where this does not hold; empty unless the program is at fault
public record Conservation(
        RowCounts rows,
        int accepted,
        int deciding,
        int superseded,
        int withoutObligation,
        List<Sentence> breaks) {

    public Conservation {
        breaks = List.copyOf(breaks);
    }

    static Conservation of(List<FileOutcome> files, Reconciliation.Fates fates) {
        Count count = new Count();
        count.add(files, fates);
        return count.over(files);
    }

    /// Counts part by part, each with its claims' ends; a claim is in one of the parts.
    static final class Count {

        private final Map<Long, Integer> claimsOfLine = new HashMap<>();
        private final List<Sentence> breaks = new ArrayList<>();
        private int accepted;
        private int deciding;
        private int superseded;
        private int withoutObligation;

        /// @param files with the part's claims alone
        void add(List<FileOutcome> files, Reconciliation.Fates fates) {
            Set<FiledClaim> filed = new LinkedHashSet<>();
            for (FileOutcome file : files) {
                FiledClaim.all(file)
                        .forEach(claim -> {
                            filed.add(claim);
                            claimsOfLine.merge(file.received().line(), 1, Integer::sum);
                        });
            }
            checkFates(filed, fates, breaks);
            accepted += filed.size();
            deciding += fates.deciding().size();
            superseded += fates.supersededBy().size();
            withoutObligation += fates.withoutObligation().size();
        }

        /// @param files all of them; their claims were counted before
        Conservation over(List<FileOutcome> files) {
            RowCounts rows = RowCounts.NONE;
            List<Sentence> all = new ArrayList<>();
            for (FileOutcome file : files) {
                rows = sum(rows, file.rows());
                checkRows(file, claimsOfLine.getOrDefault(file.received().line(), 0), all);
            }
            all.addAll(breaks);
            return new Conservation(rows, accepted, deciding, superseded, withoutObligation, all);
        }
    }

    private static void checkRows(FileOutcome file, int claims, List<Sentence> breaks) {
        RowCounts rows = file.rows();
        if (!rows.close()) {
            breaks.add(
                    Sentence.of(
                            "conservation.rows",
                            Map.of(
                                    "file", file.received().path(),
                                    "seen", rows.seen(),
                                    "accepted", rows.accepted(),
                                    "refused", rows.refused(),
                                    "ignored", rows.ignored())));
        }
        if (file.submission().isPresent() && claims != rows.accepted()) {
            breaks.add(
                    Sentence.of(
                            "conservation.claims",
                            Map.of(
                                    "file", file.received().path(),
                                    "accepted", rows.accepted(),
                                    "claims", claims)));
        }
    }

    private static void checkFates(
            Set<FiledClaim> filed, Reconciliation.Fates fates, List<Sentence> breaks) {
        Map<FiledClaim, Integer> ends = new LinkedHashMap<>();
        fates.deciding().forEach(claim -> ends.merge(claim, 1, Integer::sum));
        fates.supersededBy().keySet().forEach(claim -> ends.merge(claim, 1, Integer::sum));
        fates.withoutObligation().forEach(claim -> ends.merge(claim, 1, Integer::sum));
        for (FiledClaim claim : filed) {
            int times = ends.getOrDefault(claim, 0);
            if (times != 1) {
                breaks.add(about("conservation.fate", claim, Map.of("times", times)));
            }
        }
        ends.keySet().stream()
                .filter(claim -> !filed.contains(claim))
                .forEach(claim -> breaks.add(about("conservation.stranger", claim, Map.of())));
        fates.supersededBy()
                .forEach((claim, by) -> {
                    if (claim.equals(by) || !filed.contains(by)) {
                        breaks.add(
                                about(
                                        "conservation.successor",
                                        claim,
                                        Map.of("by", by.claim().place().toString())));
                    }
                });
    }

    private static Sentence about(String key, FiledClaim claim, Map<String, ?> others) {
        Map<String, Object> values = new HashMap<>(others);
        values.put("place", claim.claim().place().toString());
        return Sentence.of(key, values);
    }

    private static RowCounts sum(RowCounts one, RowCounts other) {
        return new RowCounts(
                one.seen() + other.seen(),
                one.accepted() + other.accepted(),
                one.refused() + other.refused(),
                one.ignored() + other.ignored());
    }
}
