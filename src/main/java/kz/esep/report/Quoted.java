package kz.esep.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Submission;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.FiledClaim;
import kz.esep.reconcile.Reconciler;

/// The claims whose own words the reports of a period show, or compare: one or two of each
/// obligation, however many were made of it.
public final class Quoted {

    private final Set<Row> rows = new HashSet<>();

    /// @param line the file's in the ledger
    private record Row(long line, Place place) {}

    /// @param facts the words of whose claims need not be known, only where there are any
    /// @param quotable see [Reconciler#quotable(Facts)]
    public Quoted(Facts facts, Set<FiledClaim> quotable) {
        for (FiledClaim filed : quotable) {
            rows.add(new Row(filed.received().line(), filed.claim().place()));
        }
        Set<String> again = again(facts);
        if (!again.isEmpty()) {
            atTheSamePlace(facts, again);
        }
    }

    /// @param facts the words of whose claims need not be known, only where there are any
    public static Quoted of(Facts facts) {
        return new Quoted(facts, Reconciler.quotable(facts));
    }

    public boolean contains(long line, Place place) {
        return rows.contains(new Row(line, place));
    }

    /// Paths at which several files lay, one after the other.
    private static Set<String> again(Facts facts) {
        Set<String> once = new HashSet<>();
        Set<String> again = new HashSet<>();
        for (FileOutcome file : facts.files()) {
            if (!once.add(file.received().path())) {
                again.add(file.received().path());
            }
        }
        return again;
    }

    /// A finding names the path, the sheet and the cell, and leads to the last claim there: see
    /// [FindingRows].
    private void atTheSamePlace(Facts facts, Set<String> again) {
        Set<String> now = saidNow(facts);
        Set<String> quoted = new HashSet<>();
        for (Row row : rows) {
            if (again.contains(row.place().file())) {
                quoted.add(FindingRows.row(row.place()));
            }
        }
        Map<String, Row> lastOfRow = new HashMap<>();
        Map<Place, Row> lastAtPlace = new HashMap<>();
        for (FileOutcome file : facts.files()) {
            for (Place place : places(file, again)) {
                String sheetRow = FindingRows.row(place);
                if (now.contains(place.file()) || quoted.contains(sheetRow)) {
                    Row row = new Row(file.received().line(), place);
                    lastOfRow.put(sheetRow, row);
                    lastAtPlace.put(place, row);
                }
            }
        }
        rows.addAll(lastOfRow.values());
        rows.addAll(lastAtPlace.values());
    }

    /// Paths of the files that say something for the period, or nothing that can be read.
    private static Set<String> saidNow(Facts facts) {
        Set<String> now = new HashSet<>();
        for (FileOutcome file : facts.files()) {
            if (file.submission().map(Submission::period).map(facts::saidNow).orElse(true)) {
                now.add(file.received().path());
            }
        }
        return now;
    }

    /// Where a file's claims stand, as far as it lies at one of these paths.
    private static List<Place> places(FileOutcome file, Set<String> paths) {
        return file.submission().stream()
                .flatMap(submission -> submission.claims().stream())
                .map(Claim::place)
                .filter(place -> paths.contains(place.file()))
                .toList();
    }
}
