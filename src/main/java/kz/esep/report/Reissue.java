package kz.esep.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import kz.esep.agency.Agency;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Submission;
import kz.esep.language.Bilingual;
import kz.esep.plan.Decision;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciliation;
import kz.esep.reconcile.Status;

/// What a new issue of a period's reports says otherwise than the one that it supersedes, and from
/// what else it was made.
///
/// @param former the superseded issue
/// @param known whether it is known what the former one said
/// @param measures whose status changed, in the order of the plan
/// @param obligations whose status changed, in the order of the plan
/// @param files that came, were corrected, count no longer or have another verdict or time
/// @param decisions that were made or are no more
/// @param inputs which of the ministry's own files changed, by kind
/// @param asOfBefore set only where as-of changed
/// @param programChanged whether another program made it
public record Reissue(
        FormerIssue former,
        boolean known,
        List<StatusChange> measures,
        List<StatusChange> obligations,
        List<FileChange> files,
        List<DecisionChange> decisions,
        SortedMap<InputKind, Integer> inputs,
        Optional<LocalDateTime> asOfBefore,
        boolean programChanged) {

    public Reissue {
        measures = List.copyOf(measures);
        obligations = List.copyOf(obligations);
        files = List.copyOf(files);
        decisions = List.copyOf(decisions);
        inputs = new TreeMap<>(inputs);
    }

    /// @param number of the measure
    /// @param measure empty where this redaction has none of that number
    /// @param year empty for a measure's own status
    /// @param agency id of who answers for it; empty for a measure's own status
    /// @param was empty where there was none
    /// @param is empty where there is none
    public record StatusChange(
            int number,
            Optional<Measure> measure,
            Optional<Integer> year,
            Optional<String> agency,
            Optional<Bilingual> agencyName,
            Optional<Status> was,
            Optional<Status> is) {}

    /// What became of a file since.
    public enum FileEvent {
        /// Another file of the same agency and period was there before.
        CORRECTED,
        RECEIVED,
        /// As-of is earlier now.
        LEFT_OUT,
        OTHER_VERDICT,
        /// The chancellery's journal says another time.
        OTHER_TIME
    }

    public record FileChange(
            FileEvent event,
            String path,
            Optional<String> agency,
            Optional<Bilingual> agencyName,
            LocalDateTime receivedAt,
            FileOutcome.Verdict verdict) {}

    /// @param agency id of who answers for the obligation
    /// @param kind the end of the words' key: `take-off-control`
    /// @param made else it is no more
    public record DecisionChange(
            Obligation.Key key,
            String agency,
            Optional<Bilingual> agencyName,
            String kind,
            LocalDate date,
            boolean made) {}

    /// What the ministry's own files are.
    public enum InputKind {
        PLAN,
        DECISIONS,
        OPENING,
        CALENDAR,
        AGENCIES,
        MESSAGES,
        TEMPLATES,
        OTHER;

        static InputKind of(String path) {
            return switch (path) {
                case "input/agencies.yaml" -> AGENCIES;
                case "input/plan/opening.csv" -> OPENING;
                case "input/plan/holidays.yaml" -> CALENDAR;
                default -> {
                    if (path.startsWith("templates/messages/")) {
                        yield MESSAGES;
                    }
                    if (path.startsWith("templates/")) {
                        yield TEMPLATES;
                    }
                    if (path.startsWith("input/plan/")) {
                        yield path.endsWith("decisions.yaml") ? DECISIONS : PLAN;
                    }
                    yield OTHER;
                }
            };
        }
    }

    /// Whether the figures and statuses are the former issue's.
    public boolean sameStatuses() {
        return known && measures.isEmpty() && obligations.isEmpty();
    }

    /// Whether anything at all is known to be new.
    public boolean sameSources() {
        return known && files.isEmpty() && decisions.isEmpty() && inputs.isEmpty();
    }

    /// The part of one agency; inputs are everyone's.
    Reissue of(String agency) {
        return new Reissue(
                former,
                known,
                List.of(),
                only(obligations, change -> change.agency().filter(agency::equals).isPresent()),
                only(files, change -> change.agency().filter(agency::equals).isPresent()),
                only(decisions, change -> change.agency().equals(agency)),
                inputs,
                asOfBefore,
                programChanged);
    }

    private static <T> List<T> only(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /// Empty for a period's first issue.
    static Optional<Reissue> of(Reconciliation reconciliation, Provenance provenance) {
        return provenance
                .supersedes()
                .map(former ->
                        former.statement()
                                .map(before ->
                                        new Comparison(
                                                        before,
                                                        Statement.of(
                                                                reconciliation,
                                                                provenance.version(),
                                                                provenance.code(),
                                                                provenance.inputs()),
                                                        reconciliation)
                                                .of(former))
                                .orElseGet(() ->
                                        new Reissue(
                                                former,
                                                false,
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                new TreeMap<>(),
                                                Optional.empty(),
                                                false)));
    }

    /// Two statements side by side.
    private record Comparison(
            Statement before, Statement now, Facts facts, Map<Obligation.Key, String> answerable) {

        Comparison(Statement before, Statement now, Reconciliation reconciliation) {
            Map<Obligation.Key, String> answerable = new HashMap<>();
            reconciliation
                    .assessments()
                    .forEach(one ->
                            answerable.put(one.obligation().key(), one.obligation().answerable()));
            this(before, now, reconciliation.facts(), answerable);
        }

        Reissue of(FormerIssue former) {
            List<StatusChange> all = statuses();
            return new Reissue(
                    former,
                    true,
                    only(all, change -> change.agency().isEmpty()),
                    only(all, change -> change.agency().isPresent()),
                    files(),
                    decisions(),
                    inputs(),
                    Optional.of(before.asOf())
                            .filter(then -> !then.equals(now.asOf()))
                            .map(this::local),
                    !before.version().equals(now.version()) || !before.code().equals(now.code()));
        }

        private List<StatusChange> statuses() {
            SortedSet<String> words = new TreeSet<>(before.statuses().keySet());
            words.addAll(now.statuses().keySet());
            List<StatusChange> changes = new ArrayList<>();
            for (String word : words) {
                Optional<Status> was = Optional.ofNullable(before.statuses().get(word));
                Optional<Status> is = Optional.ofNullable(now.statuses().get(word));
                if (!was.equals(is)) {
                    Optional<Obligation.Key> key = Statement.key(word);
                    int number = key.map(Obligation.Key::measure).orElseGet(() -> number(word));
                    changes.add(
                            new StatusChange(
                                    number,
                                    facts.redaction().measure(number),
                                    key.map(Obligation.Key::year),
                                    key.map(this::answerable),
                                    key.map(this::answerable).flatMap(this::name),
                                    was,
                                    is));
                }
            }
            changes.sort(
                    Comparator.comparingInt(StatusChange::number)
                            .thenComparing(change -> change.year().orElse(0)));
            return changes;
        }

        private String answerable(Obligation.Key key) {
            return answerable.getOrDefault(key, key.agency());
        }

        private static int number(String word) {
            return Integer.parseInt(word);
        }

        private List<FileChange> files() {
            List<FileChange> changes = new ArrayList<>();
            Map<Long, FileOutcome> read = new TreeMap<>();
            facts.files().forEach(file -> read.put(file.received().line(), file));
            Set<Sent> sentBefore = new HashSet<>();
            read.forEach((line, file) -> {
                if (before.files().containsKey(line)) {
                    file.submission().map(Sent::of).ifPresent(sentBefore::add);
                }
            });
            read.forEach((line, file) -> {
                Statement.Source is = Statement.Source.of(file);
                Statement.Source was = before.files().get(line);
                if (was == null) {
                    changes.add(
                            change(
                                    file.submission()
                                                    .map(Sent::of)
                                                    .filter(sentBefore::contains)
                                                    .isPresent()
                                            ? FileEvent.CORRECTED
                                            : FileEvent.RECEIVED,
                                    is,
                                    file.received().sender()));
                } else if (was.verdict() != is.verdict()) {
                    changes.add(change(FileEvent.OTHER_VERDICT, is, file.received().sender()));
                } else if (!was.receivedAt().equals(is.receivedAt())) {
                    changes.add(change(FileEvent.OTHER_TIME, is, file.received().sender()));
                }
            });
            before.files()
                    .forEach((line, was) -> {
                        if (!read.containsKey(line)) {
                            String path = was.path();
                            changes.add(
                                    change(
                                            FileEvent.LEFT_OUT,
                                            was,
                                            path.contains("/")
                                                    ? path.substring(0, path.indexOf('/'))
                                                    : ""));
                        }
                    });
            return changes;
        }

        private FileChange change(FileEvent event, Statement.Source source, String sender) {
            return new FileChange(
                    event,
                    source.path(),
                    Optional.of(sender).filter(known -> !known.isEmpty()),
                    name(sender),
                    local(source.receivedAt()),
                    source.verdict());
        }

        /// Who sent something for which period: a file corrects the former issue's one.
        private record Sent(String agency, Period period) {
            static Sent of(Submission submission) {
                return new Sent(submission.agency(), submission.period());
            }
        }

        private List<DecisionChange> decisions() {
            List<DecisionChange> changes = new ArrayList<>();
            for (Decision decision : Statement.made(facts)) {
                if (!before.decisions().contains(Statement.word(decision))) {
                    changes.add(change(Statement.word(decision), true));
                }
            }
            before.decisions().stream()
                    .filter(word -> !now.decisions().contains(word))
                    .forEach(word -> changes.add(change(word, false)));
            return changes;
        }

        private DecisionChange change(String word, boolean made) {
            String[] parts = word.split(" ", 3);
            Obligation.Key key = Statement.key(parts[0]).orElseThrow();
            return new DecisionChange(
                    key,
                    answerable(key),
                    name(answerable(key)),
                    parts[2],
                    LocalDate.parse(parts[1]),
                    made);
        }

        private SortedMap<InputKind, Integer> inputs() {
            SortedSet<String> paths = new TreeSet<>(before.inputs().keySet());
            paths.addAll(now.inputs().keySet());
            SortedMap<InputKind, Integer> changed = new TreeMap<>();
            for (String path : paths) {
                if (!before.inputs()
                        .getOrDefault(path, "")
                        .equals(now.inputs().getOrDefault(path, ""))) {
                    changed.merge(InputKind.of(path), 1, Integer::sum);
                }
            }
            return changed;
        }

        private Optional<Bilingual> name(String agency) {
            return facts.register().find(agency).map(Agency::shortName);
        }

        private LocalDateTime local(Instant instant) {
            return instant.atZone(facts.zone()).toLocalDateTime();
        }
    }
}
