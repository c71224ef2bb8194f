package kz.esep.plan;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.esep.agency.Register;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;
import kz.esep.language.Language;
import kz.esep.language.Sentence;

/// Reads the folder of the plan: `decisions.yaml`, `holidays.yaml`, `opening.csv`, none of which
/// need be there, and one redaction in every other `*.yaml`.
///
/// What refers to obligations is read only once the redactions are free of errors.
public final class PlanFolder {

    /// What the folder says, all of it consistent with itself and with the register.
    public record Content(
            List<Redaction> redactions,
            List<OpeningEntry> opening,
            List<Decision> decisions,
            Calendar calendar) {

        public Content {
            redactions = List.copyOf(redactions);
            opening = List.copyOf(opening);
            decisions = List.copyOf(decisions);
        }

        /// The redaction whose text in a language is in force on a day: the newest that has begun.
        public Optional<Redaction> inForce(LocalDate day, Language language) {
            return redactions.stream()
                    .filter(redaction -> !redaction.inForce(language).from().isAfter(day))
                    .max(
                            comparing((Redaction redaction) -> redaction.inForce(language).from())
                                    .thenComparing(redaction -> redaction.act().date()));
        }
    }

    private final Path folder;
    private final Register register;
    private final List<Finding> findings = new ArrayList<>();

    private PlanFolder(Path folder, Register register) {
        this.folder = folder;
        this.register = register;
    }

    public static Reading<Content> read(Path folder, Register register) {
        return new PlanFolder(folder, register).read();
    }

    private Reading<Content> read() {
        List<Redaction> redactions = new ArrayList<>();
        for (Path file : redactionFiles()) {
            accepted(RedactionFile.read(file, name(file), register)).ifPresent(redactions::add);
        }
        if (!findings.isEmpty()) {
            return new Reading.Refused<>(findings);
        }
        Duties duties = Duties.of(redactions, register);
        List<OpeningEntry> opening =
                read("opening.csv", (file, name) -> OpeningFile.read(file, name, duties))
                        .orElse(List.of());
        List<Decision> decisions =
                read("decisions.yaml", (file, name) -> DecisionsFile.read(file, name, duties))
                        .orElse(List.of());
        Calendar calendar = read("holidays.yaml", HolidaysFile::read).orElse(Calendar.WEEKENDS);
        return findings.isEmpty()
                ? new Reading.Accepted<>(
                        new Content(redactions, opening, decisions, calendar), List.of())
                : new Reading.Refused<>(findings);
    }

    private List<Path> redactionFiles() {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files =
                    all.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                            .filter(file -> !file.endsWith("decisions.yaml"))
                            .filter(file -> !file.endsWith("holidays.yaml"))
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

    /// Empty if there is no such file, or if it was refused.
    private <T> Optional<T> read(String file, Reader<T> reader) {
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
