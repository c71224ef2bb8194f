package kz.esep.plan;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Reading;
import kz.esep.language.Bilingual;
import kz.esep.yaml.YamlFile;
import kz.esep.yaml.YamlTree;

/// Reads `decisions.yaml`; a decision that names no plan is on the default one.
final class DecisionsFile {

    private DecisionsFile() {}

    /// @return the decisions by plan
    static Reading<Map<String, List<Decision>>> read(Path file, String name, DutyBook duties) {
        return switch (YamlFile.read(file, name, "decisions.schema.json")) {
            case Reading.Refused<YamlTree>(List<Finding> findings) ->
                    new Reading.Refused<>(findings);
            case Reading.Accepted<YamlTree>(YamlTree tree, _) -> decisions(tree, duties);
        };
    }

    private static Reading<Map<String, List<Decision>>> decisions(YamlTree tree, DutyBook duties) {
        Map<String, List<Decision>> decisions = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (YamlTree entry : tree.items("decisions")) {
            Decision decision = decision(entry);
            String plan = entry.find("plan").map(YamlTree::text).orElseGet(duties::defaultPlan);
            decisions.computeIfAbsent(plan, _ -> new ArrayList<>()).add(decision);
            duties.problem(plan, decision.key())
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
