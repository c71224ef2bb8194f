package kz.esep.plan;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Reading;
import kz.esep.language.Bilingual;
import kz.esep.yaml.YamlFile;
import kz.esep.yaml.YamlTree;

/// Reads `decisions.yaml`.
final class DecisionsFile {

    private DecisionsFile() {}

    static Reading<List<Decision>> read(Path file, String name, Duties duties) {
        return switch (YamlFile.read(file, name, "decisions.schema.json")) {
            case Reading.Refused<YamlTree>(List<Finding> findings) ->
                    new Reading.Refused<>(findings);
            case Reading.Accepted<YamlTree>(YamlTree tree, _) -> decisions(tree, duties);
        };
    }

    private static Reading<List<Decision>> decisions(YamlTree tree, Duties duties) {
        List<Decision> decisions = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (YamlTree entry : tree.items("decisions")) {
            Decision decision = decision(entry);
            decisions.add(decision);
            duties.problem(decision.key())
                    .ifPresent(problem ->
                            findings.add(
                                    entry.finding(FindingCode.DATA_UNKNOWN_REFERENCE, problem)));
        }
        return findings.isEmpty()
                ? new Reading.Accepted<>(decisions, List.of())
                : new Reading.Refused<>(findings);
    }

    private static Decision decision(YamlTree entry) {
        Obligation.Key key =
                new Obligation.Key(
                        entry.number("measure"), entry.number("year"), entry.text("agency"));
        LocalDate date = entry.date("date");
        Bilingual document = entry.bilingual("document");
        Bilingual reason = entry.bilingual("reason");
        return switch (entry.text("kind")) {
            case "extend" -> new Decision.Extend(key, date, entry.date("due"), document, reason);
            case "accept" -> new Decision.Accept(key, date, document, reason);
            case "return" -> new Decision.Return(key, date, document, reason);
            case "take-off-control" -> new Decision.TakeOffControl(key, date, document, reason);
            default -> throw new IllegalStateException("a decision that the schema does not know");
        };
    }
}
