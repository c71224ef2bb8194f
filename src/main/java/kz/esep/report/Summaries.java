package kz.esep.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.RowCounts;
import kz.esep.language.Bilingual;
import kz.esep.language.Listed;
import kz.esep.language.Percent;
import kz.esep.language.Sentence;
import kz.esep.plan.Period;
import kz.esep.reconcile.Index;
import kz.esep.reconcile.Share;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;
import kz.esep.reconcile.Timeliness;

/// Says the figures in a few plain sentences, the most important first.
final class Summaries {
    private Summaries() {}

    static Sentence measures(Tally<Status> measures, int unscored) {
        return Sentence.of(
                "report.says.measures",
                Map.of(
                        "total", measures.total() + unscored,
                        "onTime", measures.of(Status.DONE_ON_TIME),
                        "late", measures.of(Status.DONE_LATE),
                        "done", done(measures),
                        "overdue", measures.of(Status.OVERDUE),
                        "unconfirmed", measures.of(Status.UNCONFIRMED),
                        "noRecord", measures.of(Status.NO_RECORD)));
    }

    /// The measures of some status by number; nothing where there is none.
    ///
    /// @param numbers in the order of the plan
    static Optional<Sentence> numbered(Status status, Stream<Integer> numbers) {
        List<Integer> all = numbers.distinct().toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Sentence.of(
                                status == Status.OVERDUE
                                        ? "report.says.overdue"
                                        : "report.says.unconfirmed",
                                Map.of("count", all.size(), "numbers", joined(all.stream()))));
    }

    /// The targets that were not reached and those of which nobody knows, by measure.
    static List<Sentence> missed(List<TargetRow> targets) {
        List<Sentence> said = new ArrayList<>();
        Map<TargetResult.Outcome, String> named = new LinkedHashMap<>();
        named.put(TargetResult.Outcome.NOT_MET, "report.says.targets-missed");
        named.put(TargetResult.Outcome.PARTLY_MET, "report.says.targets-partly");
        named.put(TargetResult.Outcome.NO_DATA, "report.says.targets-unknown");
        named.forEach((outcome, key) -> {
            List<Integer> numbers =
                    targets.stream()
                            .filter(row -> row.outcome() == outcome)
                            .map(row -> row.measure().number())
                            .distinct()
                            .toList();
            if (!numbers.isEmpty()) {
                said.add(
                        Sentence.of(
                                key,
                                Map.of(
                                        "count",
                                        numbers.size(),
                                        "numbers",
                                        joined(numbers.stream()))));
            }
        });
        return said;
    }

    /// `2, 4, 11`: numbers are names here, and neither grouped nor pluralised.
    private static String joined(Stream<Integer> numbers) {
        return numbers.map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// Who sent nothing and who was late, by name; each once, under however many cycles.
    static List<Sentence> remiss(List<CycleTable> cycles) {
        List<Sentence> said = new ArrayList<>();
        named(cycles, Timeliness.Standing.MISSING, "report.says.missing").ifPresent(said::add);
        named(cycles, Timeliness.Standing.LATE, "report.says.late").ifPresent(said::add);
        return said;
    }

    private static Optional<Sentence> named(
            List<CycleTable> cycles, Timeliness.Standing standing, String key) {
        List<Bilingual> names =
                cycles.stream()
                        .flatMap(cycle -> cycle.rows().stream())
                        .filter(row -> row.standing() == standing)
                        .map(DisciplineRow::name)
                        .distinct()
                        .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Sentence.of(
                                key, Map.of("count", names.size(), "names", new Listed(names))));
    }

    static Sentence index(Period period, Index index) {
        Share share = index.thisYear();
        Optional<Sentence> said =
                share.donePercent()
                        .flatMap(done ->
                                share.onTimePercent()
                                        .map(onTime ->
                                                Sentence.of(
                                                        "report.says.index",
                                                        Map.of(
                                                                "year",
                                                                year(period),
                                                                "due",
                                                                share.due(),
                                                                "done",
                                                                share.done(),
                                                                "onTime",
                                                                share.onTime(),
                                                                "percent",
                                                                new Percent(done),
                                                                "onTimePercent",
                                                                new Percent(onTime)))));
        return said.orElseGet(
                () -> Sentence.of("report.says.index-none", Map.of("year", year(period))));
    }

    static Sentence arrears(int arrears) {
        return arrears == 0
                ? Sentence.of("report.says.arrears-none")
                : Sentence.of("report.says.arrears", Map.of("arrears", arrears));
    }

    static Optional<Sentence> targets(Period period, Tally<TargetResult.Outcome> targets) {
        int scored = targets.total() - targets.of(TargetResult.Outcome.NOT_SCORED);
        return scored == 0
                ? Optional.empty()
                : Optional.of(
                        Sentence.of(
                                "report.says.targets",
                                Map.of(
                                        "year", year(period),
                                        "scored", scored,
                                        "met", targets.of(TargetResult.Outcome.MET),
                                        "partly", targets.of(TargetResult.Outcome.PARTLY_MET),
                                        "notMet", targets.of(TargetResult.Outcome.NOT_MET),
                                        "noData", targets.of(TargetResult.Outcome.NO_DATA))));
    }

    /// One sentence for each cycle.
    static List<Sentence> discipline(List<CycleTable> cycles) {
        List<Sentence> said = new ArrayList<>();
        for (CycleTable cycle : cycles) {
            said.add(
                    Sentence.of(
                            "report.says.discipline",
                            Map.of(
                                    "period", cycle.period(),
                                    "due", cycle.due(),
                                    "agencies", cycle.rows().size(),
                                    "onTime", cycle.standings().of(Timeliness.Standing.ON_TIME),
                                    "late", cycle.standings().of(Timeliness.Standing.LATE),
                                    "missing", cycle.standings().of(Timeliness.Standing.MISSING),
                                    "awaited", cycle.standings().of(Timeliness.Standing.AWAITED))));
        }
        return said;
    }

    static Optional<Sentence> files(List<FileRow> files) {
        int kept = (int) files.stream().filter(FileRow::kept).count();
        return kept == 0
                ? Optional.empty()
                : Optional.of(
                        Sentence.of(
                                "report.says.files",
                                Map.of(
                                        "files", files.size(),
                                        "held",
                                                count(
                                                        files,
                                                        row ->
                                                                row.verdict()
                                                                        == FileOutcome.Verdict
                                                                                .HELD),
                                        "rejected",
                                                count(
                                                        files,
                                                        row ->
                                                                row.verdict()
                                                                        == FileOutcome.Verdict
                                                                                .REJECTED))));
    }

    /// Which issue this is, and what changed since the one that it supersedes.
    static Sentence issue(Period period, Optional<Reissue> reissue) {
        return reissue.map(Summaries::reissue)
                .orElseGet(() -> Sentence.of("report.says.first-issue", Map.of("period", period)));
    }

    private static Sentence reissue(Reissue reissue) {
        FormerIssue former = reissue.former();
        return reissue.known()
                ? Sentence.of(
                        "report.says.reissue",
                        Map.of(
                                "issue", former.issue(),
                                "fingerprint", former.shortFingerprint(),
                                "measures", reissue.measures().size(),
                                "obligations", reissue.obligations().size(),
                                "files", reissue.files().size(),
                                "decisions", reissue.decisions().size()))
                : Sentence.of(
                        "report.says.reissue-unknown",
                        Map.of("issue", former.issue(), "fingerprint", former.shortFingerprint()));
    }

    private static int count(List<FileRow> files, Predicate<FileRow> wanted) {
        return (int) files.stream().filter(wanted).count();
    }

    static int done(Tally<Status> statuses) {
        return statuses.of(Status.DONE_ON_TIME) + statuses.of(Status.DONE_LATE);
    }

    /// A year is a name, not an amount: it must not be grouped or pluralised.
    private static String year(Period period) {
        return Integer.toString(period.year());
    }

    static RowCounts sum(List<FileRow> files) {
        RowCounts sum = RowCounts.NONE;
        for (FileRow file : files) {
            sum =
                    new RowCounts(
                            sum.seen() + file.rows().seen(),
                            sum.accepted() + file.rows().accepted(),
                            sum.refused() + file.rows().refused(),
                            sum.ignored() + file.rows().ignored());
        }
        return sum;
    }
}
