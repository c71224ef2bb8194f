package kz.esep.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.language.Bilingual;
import kz.esep.reconcile.Facts;

/// Numbers findings and says what each is about, by its arguments and by the claim of the row that
/// it was found in.
final class FindingRows {

    private final Map<String, FileRow> files = new HashMap<>();
    private final Map<String, Claim> byRow = new HashMap<>();
    private final Map<String, Claim> byPlace = new HashMap<>();

    private FindingRows(Facts facts, List<FileRow> files, List<Finding> others) {
        files.forEach(file -> this.files.put(file.path(), file));
        Led led =
                new Led(
                        Stream.concat(
                                files.stream().flatMap(file -> file.findings().stream()),
                                others.stream()));
        facts.files().stream()
                .flatMap(file -> file.submission().stream())
                .flatMap(submission -> submission.claims().stream())
                .filter(led::to)
                .forEach(claim -> {
                    byRow.put(row(claim.place()), claim);
                    byPlace.put(claim.place().toString(), claim);
                });
    }

    /// Which claims findings lead to: those of thousands of files would fill the memory.
    static final class Led {

        private final Set<String> files = new HashSet<>();
        private final Set<String> rows = new HashSet<>();
        private final Set<String> places = new HashSet<>();

        Led(Stream<Finding> findings) {
            findings.forEach(finding -> {
                files.add(finding.place().file());
                rows.add(row(finding.place()));
                otherPlace(finding).ifPresent(places::add);
            });
        }

        boolean to(Claim claim) {
            Place place = claim.place();
            return (files.contains(place.file()) && rows.contains(row(place)))
                    || places.contains(place.toString());
        }
    }

    /// @param files whose findings come first, in their order
    /// @param others raised by reconciliation
    static List<FindingRow> of(Facts facts, List<FileRow> files, List<Finding> others) {
        FindingRows known = new FindingRows(facts, files, others);
        List<FindingRow> rows = new ArrayList<>();
        for (FileRow file : files) {
            for (Finding finding : file.findings()) {
                rows.add(known.row(rows.size() + 1, finding, true));
            }
        }
        for (Finding finding : others) {
            rows.add(known.row(rows.size() + 1, finding, false));
        }
        return rows;
    }

    private FindingRow row(int number, Finding finding, boolean inFile) {
        Optional<FileRow> file = Optional.ofNullable(files.get(finding.place().file()));
        Optional<Claim> claim = Optional.ofNullable(byRow.get(row(finding.place())));
        return new FindingRow(
                number,
                finding,
                inFile,
                name(finding, "agency").or(() -> file.flatMap(FileRow::agency)),
                number(finding, "measure").or(() -> claim.map(own -> own.key().measure())),
                number(finding, "year").or(() -> claim.map(own -> own.key().year())),
                file.map(FileRow::receivedAt),
                found(finding, claim),
                other(finding));
    }

    /// A quoted progress text is quoted in both languages, where the agency wrote both.
    private static Bilingual found(Finding finding, Optional<Claim> claim) {
        String found = finding.found();
        return claim.filter(own ->
                        !found.isEmpty()
                                && (found.equals(own.progressRu())
                                        || found.equals(own.progressKk())))
                .map(FindingRows::said)
                .orElse(new Bilingual(found, found));
    }

    private Optional<FindingRow.Side> other(Finding finding) {
        return otherPlace(finding)
                .map(place ->
                        new FindingRow.Side(
                                name(finding, "lead"),
                                place,
                                Optional.ofNullable(byPlace.get(place))
                                        .map(FindingRows::said)
                                        .orElse(Bilingual.EMPTY)));
    }

    private static Optional<String> otherPlace(Finding finding) {
        return text(finding, "leadPlace")
                .or(() -> text(finding, "otherPlace"))
                .or(() -> text(finding, "other").map(cell -> finding.place().file() + ", " + cell));
    }

    private static Bilingual said(Claim claim) {
        return new Bilingual(claim.progressKk(), claim.progressRu());
    }

    /// File, sheet and row; the column differs from finding to finding.
    static String row(Place place) {
        return place.file() + "\n" + place.sheet() + "\n" + place.cell().replaceAll("\\D", "");
    }

    private static Optional<Bilingual> name(Finding finding, String argument) {
        return finding.arguments().get(argument) instanceof Bilingual name
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Optional<String> text(Finding finding, String argument) {
        return finding.arguments().get(argument) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Optional<Integer> number(Finding finding, String argument) {
        return Optional.ofNullable(finding.arguments().get(argument))
                .map(Object::toString)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf);
    }
}
