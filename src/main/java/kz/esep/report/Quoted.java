package kz.esep.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Submission;
import kz.esep.plan.Obligation;
import kz.esep.reconcile.ClaimsByYear;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.FiledClaim;
import kz.esep.reconcile.Reconciler;
import kz.esep.reconcile.Reconciliation;

/// The claims whose own words the reports of a period show, or compare: one or two of each
/// obligation, however many were made of it.
public final class Quoted {

    private final Set<Row> rows = new HashSet<>();

    /// @param line the file's in the ledger
    private record Row(long line, Place place) {}

    private Quoted() {}

    /// @param facts whose files need no claims
    /// @param claims of these files; their words need not be known, only where there are any
    public static Quoted of(Facts facts, ClaimsByYear claims) {
        return of(facts, claims, (all, quoted) -> Reconciler.quotable(facts, all, quoted));
    }

    /// @param obligations what the redaction unfolds into
    public static Quoted of(Facts facts, ClaimsByYear claims, List<Obligation> obligations) {
        return of(
                facts,
                claims,
                (all, quoted) -> Reconciler.quotable(facts, all, obligations, quoted));
    }

    private static Quoted of(
            Facts facts,
            ClaimsByYear claims,
            BiConsumer<ClaimsByYear, Consumer<FiledClaim>> quotable) {
        Quoted quoted = new Quoted();
        Again again = new Again(facts);
        quotable.accept(
                new ClaimsByYear(
                        claims.years(),
                        year -> {
                            List<FileOutcome> files = claims.files().apply(year);
                            files.forEach(again::add);
                            return files;
                        }),
                filed -> quoted.rows.add(new Row(filed.received().line(), filed.claim().place())));
        again.quoted(quoted.rows);
        return quoted;
    }

    /// The same, of the files' claims those alone that findings lead to: what else is quoted stands
    /// with the obligation that it decides.
    ///
    /// @param reconciliation whose files have all that is quoted
    public static Reconciliation byFindings(Reconciliation reconciliation) {
        FindingRows.Led led =
                new FindingRows.Led(
                        Stream.concat(
                                reconciliation.facts().files().stream()
                                        .flatMap(file -> file.findings().stream()),
                                reconciliation.findings().stream()));
        return reconciliation.keeping(led::to);
    }

    public boolean contains(long line, Place place) {
        return rows.contains(new Row(line, place));
    }

    /// What lay at a path at which several files lay, one after the other. A finding names the
    /// path, the sheet and the cell, and leads to the last claim there: see [FindingRows].
    private static final class Again {

        private final Set<String> paths = new HashSet<>();
        private final Set<String> now;
        private final Map<Long, Integer> order = new HashMap<>();
        private final Map<String, Row> lastOfRow = new HashMap<>();
        private final Map<Place, Row> lastAtPlace = new HashMap<>();

        Again(Facts facts) {
            Set<String> once = new HashSet<>();
            for (FileOutcome file : facts.files()) {
                order.put(file.received().line(), order.size());
                if (!once.add(file.received().path())) {
                    paths.add(file.received().path());
                }
            }
            this.now = saidNow(facts);
        }

        void add(FileOutcome file) {
            if (paths.isEmpty()) {
                return;
            }
            for (Place place : places(file, paths)) {
                Row row = new Row(file.received().line(), place);
                lastOfRow.merge(FindingRows.row(place), row, this::later);
                lastAtPlace.merge(place, row, this::later);
            }
        }

        /// The one in the later file; in one file the one that comes later.
        private Row later(Row one, Row other) {
            return order.getOrDefault(one.line(), 0) > order.getOrDefault(other.line(), 0)
                    ? one
                    : other;
        }

        /// Adds those that a finding of this period leads to, or one about a quoted claim.
        void quoted(Set<Row> rows) {
            Set<String> quoted = new HashSet<>();
            for (Row row : rows) {
                if (paths.contains(row.place().file())) {
                    quoted.add(FindingRows.row(row.place()));
                }
            }
            for (Row last : lastOfRow.values()) {
                if (leads(last, quoted)) {
                    rows.add(last);
                }
            }
            for (Row last : lastAtPlace.values()) {
                if (leads(last, quoted)) {
                    rows.add(last);
                }
            }
        }

        private boolean leads(Row last, Set<String> quoted) {
            return now.contains(last.place().file())
                    || quoted.contains(FindingRows.row(last.place()));
        }
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
