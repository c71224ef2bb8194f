package kz.esep.plan;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.agency.Register;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;
import kz.esep.language.Sentence;

/// Reads the folder of the plans: `plans.yaml`, `decisions.yaml`, `holidays.yaml`, `opening.csv`,
/// none of which need be there, and one redaction of one plan in every other `*.yaml`.
///
/// What refers to obligations is read only once the redactions are free of errors.
public final class PlanFolder {

    private static final Set<String> NO_REDACTIONS =
            Set.of("plans.yaml", "decisions.yaml", "holidays.yaml");

    /// What the folder says, all of it consistent with itself and with the register.
    ///
    /// @param plans at least one, the default one first
    public record Content(List<Plan> plans, Calendar calendar) {

        public Content {
            plans = List.copyOf(plans);
        }

        /// The plan that is meant where none is named.
        public Plan defaultPlan() {
            return plans.getFirst();
        }

        public Optional<Plan> plan(String id) {
            return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
        }

        /// Those of all plans.
        public List<Redaction> redactions() {
            return plans.stream().flatMap(plan -> plan.redactions().stream()).toList();
        }
    }

    private final Path folder;
    private final Register register;
    private final Map<Redaction, String> files = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private PlanFolder(Path folder, Register register) {
        this.folder = folder;
        this.register = register;
    }

    public static Reading<Content> read(Path folder, Register register) {
        return new PlanFolder(folder, register).read();
    }

    private Reading<Content> read() {
        SortedMap<String, List<Redaction>> redactions = new TreeMap<>();
        for (Path file : redactionFiles()) {
            accepted(RedactionFile.read(file, name(file), register))
                    .ifPresent(redaction -> enter(redaction, file, redactions));
        }
        if (!findings.isEmpty()) {
            return new Reading.Refused<>(findings);
        }
        redactions.values().forEach(own -> own.sort(Redaction.BY_AGE));
        redactions.values().forEach(this::succession);
        if (!findings.isEmpty()) {
            return new Reading.Refused<>(findings);
        }
        SequencedMap<String, List<Redaction>> plans = inOrder(redactions);
        DutyBook duties = DutyBook.of(plans, register);
        Map<String, List<OpeningEntry>> opening =
                file("opening.csv", (file, name) -> OpeningFile.read(file, name, duties))
                        .orElse(Map.of());
        Map<String, List<Decision>> decisions =
                file("decisions.yaml", (file, name) -> DecisionsFile.read(file, name, duties))
                        .orElse(Map.of());
        Calendar calendar = file("holidays.yaml", HolidaysFile::read).orElse(Calendar.WEEKENDS);
        return findings.isEmpty()
                ? new Reading.Accepted<>(
                        new Content(
                                plans.entrySet().stream()
                                        .map(plan ->
                                                new Plan(
                                                        plan.getKey(),
                                                        plan.getValue(),
                                                        opening.getOrDefault(
                                                                plan.getKey(), List.of()),
                                                        decisions.getOrDefault(
                                                                plan.getKey(), List.of())))
                                        .toList(),
                                calendar),
                        List.of())
                : new Reading.Refused<>(findings);
    }

    private void enter(Redaction redaction, Path file, Map<String, List<Redaction>> redactions) {
        files.put(redaction, name(file));
        List<Redaction> own = redactions.computeIfAbsent(redaction.plan(), _ -> new ArrayList<>());
        if (own.stream().anyMatch(other -> other.id().equals(redaction.id()))) {
            disagrees(
                    redaction,
                    "redaction",
                    redaction.id(),
                    Sentence.of("plan.problem.redaction-twice"));
        }
        own.add(redaction);
    }

    /// What a redaction says of the one before it.
    private void succession(List<Redaction> own) {
        Redaction first = own.getFirst();
        if (first.kk().isEmpty() || first.ru().isEmpty()) {
            disagrees(first, "in-force", "", Sentence.of("plan.problem.first-in-both-languages"));
        }
        Optional<Redaction> before = Optional.empty();
        for (Redaction redaction : own) {
            for (Measure measure : redaction.measures()) {
                if (measure.origin() instanceof Measure.Origin.Was(int number)
                        && before.flatMap(older -> older.measure(number)).isEmpty()) {
                    disagrees(
                            redaction,
                            "measures.was",
                            Integer.toString(number),
                            Sentence.of(
                                    "plan.problem.was-not",
                                    Map.of("measure", measure.number(), "was", number)));
                }
            }
            before = Optional.of(redaction);
        }
    }

    private void disagrees(Redaction redaction, String path, String found, Sentence problem) {
        findings.add(
                Finding.of(
                        FindingCode.DATA_CONTRADICTION,
                        Place.file(files.getOrDefault(redaction, folder.getFileName().toString())),
                        found,
                        Map.of("path", path, "problem", problem)));
    }

    /// As `plans.yaml` declares it; the rest in the order in which they were approved and came
    /// under control, so that a new plan does not take the place of the one at work.
    private SequencedMap<String, List<Redaction>> inOrder(
            SortedMap<String, List<Redaction>> redactions) {
        List<String> order =
                new ArrayList<>(
                        file(
                                        "plans.yaml",
                                        (file, name) ->
                                                PlansFile.read(file, name, redactions.keySet()))
                                .orElse(List.of()));
        redactions.entrySet().stream()
                .filter(plan -> !order.contains(plan.getKey()))
                .sorted(
                        comparing((Map.Entry<String, List<Redaction>> plan) ->
                                        plan.getValue().getLast().approval().date())
                                .thenComparing(plan -> plan.getValue().getLast().controlFrom()))
                .forEach(plan -> order.add(plan.getKey()));
        SequencedMap<String, List<Redaction>> ordered = new LinkedHashMap<>();
        for (String plan : order) {
            ordered.put(plan, redactions.getOrDefault(plan, List.of()));
        }
        return ordered;
    }

    private List<Path> redactionFiles() {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files =
                    all.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                            .filter(file -> !NO_REDACTIONS.contains(file.getFileName().toString()))
                            .sorted()
                            .toList();
        } catch (java.nio.file.NotDirectoryException | java.nio.file.NoSuchFileException e) {
            files = List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the plan cannot be listed: " + folder, e);
        }
        if (files.isEmpty()) {
            findings.add(
                    Finding.of(
                            FindingCode.DATA_UNREADABLE,
                            Place.file(folder.getFileName().toString()),
                            "",
                            Map.of("problem", Sentence.of("plan.problem.no-plan"))));
        }
        return files;
    }

    /// Reads one file, whose name in findings is the second argument.
    private interface Reader<T> {
        Reading<T> read(Path file, String name);
    }

    /// Empty where the file is not there or in error.
    private <T> Optional<T> file(String file, Reader<T> reader) {
        Path path = folder.resolve(file);
        return Files.exists(path) ? accepted(reader.read(path, name(path))) : Optional.empty();
    }

    private <T> Optional<T> accepted(Reading<T> reading) {
        findings.addAll(reading.findings());
        return switch (reading) {
            case Reading.Accepted<T>(T value, _) -> Optional.of(value);
            case Reading.Refused<T> _ -> Optional.empty();
        };
    }

    private String name(Path file) {
        return folder.getFileName() + "/" + file.getFileName();
    }
}
