package kz.esep.agency;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Reading;
import kz.esep.language.Sentence;
import kz.esep.yaml.YamlFile;
import kz.esep.yaml.YamlTree;

/// Reads `agencies.yaml` and proves that it agrees with itself.
public final class RegisterFile {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Agency> agencies = new LinkedHashMap<>();
    private final Map<String, String> spellings = new LinkedHashMap<>();

    private RegisterFile() {}

    public static Reading<Register> read(Path file) {
        return switch (YamlFile.read(file, file.getFileName().toString(), "agencies.schema.json")) {
            case Reading.Refused<YamlTree>(List<Finding> findings) ->
                    new Reading.Refused<>(findings);
            case Reading.Accepted<YamlTree>(YamlTree tree, _) -> new RegisterFile().register(tree);
        };
    }

    private Reading<Register> register(YamlTree tree) {
        List<YamlTree> entries = tree.items("agencies");
        for (YamlTree entry : entries) {
            if (agencies.putIfAbsent(entry.text("id"), agency(entry)) != null) {
                contradiction(entry.at("id"), Sentence.of("agency.problem.twice"));
            }
        }
        known(tree.at("ministry"));
        entries.forEach(this::check);
        return findings.isEmpty()
                ? new Reading.Accepted<>(
                        new Register(tree.text("ministry"), List.copyOf(agencies.values())),
                        List.of())
                : new Reading.Refused<>(findings);
    }

    private static Agency agency(YamlTree entry) {
        return new Agency(
                entry.text("id"),
                AgencyKind.valueOf(entry.text("kind").toUpperCase(Locale.ROOT)),
                entry.bilingual("code"),
                entry.bilingual("name"),
                entry.bilingual("short-name"),
                entry.items("aliases").stream().map(YamlTree::text).toList(),
                entry.find("kato").map(YamlTree::text),
                entry.find("group").map(YamlTree::text),
                entry.find("from").map(YamlTree::date),
                entry.find("to").map(YamlTree::date),
                entry.find("split-from").map(YamlTree::text),
                entry.items("successors").stream().map(RegisterFile::succession).toList(),
                entry.find("mail").map(YamlTree::text).orElse(""));
    }

    private static Succession succession(YamlTree entry) {
        return new Succession(
                entry.text("agency"),
                entry.date("from"),
                entry.items("measures").stream().map(YamlTree::number).collect(Collectors.toSet()),
                entry.bilingual("function"),
                entry.flag("assumed"),
                entry.bilingual("source"));
    }

    private void check(YamlTree entry) {
        checkSpellings(entry);
        Optional<LocalDate> to = entry.find("to").map(YamlTree::date);
        if (to.isPresent()
                && entry.find("from").filter(from -> from.date().isAfter(to.get())).isPresent()) {
            contradiction(entry.at("to"), Sentence.of("agency.problem.ends-before-it-begins"));
        }
        entry.find("split-from").ifPresent(this::known);
        entry.find("group")
                .flatMap(this::known)
                .filter(group -> group.kind() != AgencyKind.GROUP)
                .ifPresent(_ ->
                        contradiction(entry.at("group"), Sentence.of("agency.problem.no-group")));
        for (YamlTree succession : entry.items("successors")) {
            LocalDate day = succession.date("from");
            Optional<Agency> successor = known(succession.at("agency"));
            if (successor.filter(agency -> !agency.existedOn(day)).isPresent()) {
                contradiction(
                        succession.at("from"),
                        Sentence.of("agency.problem.successor-not-in-being"));
            }
            if (to.filter(last -> !last.isBefore(day)).isPresent()) {
                contradiction(
                        succession.at("from"), Sentence.of("agency.problem.succeeded-in-life"));
            }
        }
    }

    /// A spelling that two agencies share would match neither.
    private void checkSpellings(YamlTree entry) {
        String id = entry.text("id");
        for (String spelling : Spelling.of(agency(entry)).toList()) {
            String other = spellings.putIfAbsent(Spelling.fold(spelling), id);
            if (other != null && !other.equals(id)) {
                contradiction(
                        entry,
                        Sentence.of(
                                "agency.problem.same-spelling",
                                Map.of("spelling", spelling, "other", other)));
            }
        }
    }

    private Optional<Agency> known(YamlTree id) {
        Optional<Agency> agency = Optional.ofNullable(agencies.get(id.text()));
        if (agency.isEmpty()) {
            findings.add(
                    id.finding(
                            FindingCode.DATA_UNKNOWN_REFERENCE,
                            Sentence.of("agency.problem.unknown", Map.of("agency", id.text()))));
        }
        return agency;
    }

    private void contradiction(YamlTree place, Sentence problem) {
        findings.add(place.finding(FindingCode.DATA_CONTRADICTION, problem));
    }
}
