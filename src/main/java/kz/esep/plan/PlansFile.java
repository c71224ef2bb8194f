package kz.esep.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Reading;
import kz.esep.language.Sentence;
import kz.esep.yaml.YamlFile;
import kz.esep.yaml.YamlTree;

/// Reads `plans.yaml`: the order of the plans, the default one first.
final class PlansFile {

    private PlansFile() {}

    /// @param known the ids of the plans that the folder holds
    static Reading<List<String>> read(Path file, String name, Set<String> known) {
        return switch (YamlFile.read(file, name, "plans.schema.json")) {
            case Reading.Refused<YamlTree>(List<Finding> findings) ->
                    new Reading.Refused<>(findings);
            case Reading.Accepted<YamlTree>(YamlTree tree, _) -> order(tree.items("plans"), known);
        };
    }

    private static Reading<List<String>> order(List<YamlTree> plans, Set<String> known) {
        List<String> order = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (YamlTree plan : plans) {
            if (!known.contains(plan.text())) {
                findings.add(
                        plan.finding(
                                FindingCode.DATA_UNKNOWN_REFERENCE,
                                Sentence.of(
                                        "plan.problem.unknown-plan", Map.of("plan", plan.text()))));
            } else if (order.contains(plan.text())) {
                findings.add(
                        plan.finding(
                                FindingCode.DATA_CONTRADICTION,
                                Sentence.of("plan.problem.plan-twice")));
            } else {
                order.add(plan.text());
            }
        }
        return findings.isEmpty()
                ? new Reading.Accepted<>(order, List.of())
                : new Reading.Refused<>(findings);
    }
}
