package kz.esep.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.esep.agency.Register;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.language.Sentence;
import kz.esep.yaml.YamlTree;

/// What a schema cannot say of a redaction: its numbers run on, its years lie within the plan's,
/// and what it refers to exists.
final class RedactionChecks {

    private final YamlTree tree;
    private final Register register;
    private final int firstYear;
    private final int lastYear;
    private final List<Finding> findings = new ArrayList<>();

    RedactionChecks(YamlTree tree, Register register) {
        this.tree = tree;
        this.register = register;
        this.firstYear = tree.at("years").number("from");
        this.lastYear = tree.at("years").number("to");
    }

    List<Finding> findings() {
        notBefore(tree.at("years"));
        reportTitles();
        numbered(tree.items("sections"));
        numbered(tree.items("measures"));
        tree.items("measures").forEach(this::measure);
        origins();
        if (tree.at("in-force").keys().stream().allMatch("note"::equals)) {
            contradiction(tree.at("in-force"), Sentence.of("plan.problem.in-force-in-no-language"));
        }
        return findings;
    }

    private void reportTitles() {
        List<String> ids = tree.items("titles").stream().map(title -> title.text("id")).toList();
        Stream.of("consolidated", "agency")
                .filter(id -> !ids.contains(id))
                .forEach(id ->
                        contradiction(
                                tree.at("titles"),
                                Sentence.of("plan.problem.no-title", Map.of("id", id))));
    }

    /// 1, 2, 3 … without a gap.
    private void numbered(List<YamlTree> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).number("number") != i + 1) {
                contradiction(
                        rows.get(i).at("number"),
                        Sentence.of("plan.problem.number", Map.of("expected", i + 1)));
            }
        }
    }

    private void measure(YamlTree measure) {
        YamlTree section = measure.at("section");
        if (section.number() > tree.items("sections").size()) {
            findings.add(
                    section.finding(
                            FindingCode.DATA_UNKNOWN_REFERENCE,
                            Sentence.of("plan.problem.no-section")));
        }
        executors(measure);
        measure.find("budget-programme").map(it -> it.at("administrator")).ifPresent(this::known);
        measure.find("deadline").ifPresent(this::deadline);
        measure.find("indicator")
                .map(indicator -> indicator.at("targets"))
                .ifPresent(targets ->
                        targets.keys()
                                .forEach(year ->
                                        withinPlan(targets.at(year), Integer.parseInt(year))));
    }

    /// Two measures cannot have been one.
    private void origins() {
        Set<Integer> taken = new HashSet<>();
        for (YamlTree measure : tree.items("measures")) {
            measure.find("was")
                    .ifPresent(was -> {
                        if (!taken.add(was.number()) || measure.flag("new")) {
                            contradiction(was, Sentence.of("plan.problem.was-twice"));
                        }
                    });
        }
    }

    private void executors(YamlTree measure) {
        List<YamlTree> executors = measure.items("executors");
        executors.forEach(executor -> known(executor.at("agency")));
        Set<String> named = new HashSet<>();
        executors.stream()
                .filter(executor -> !named.add(executor.text("agency")))
                .forEach(executor ->
                        contradiction(
                                executor.at("agency"), Sentence.of("plan.problem.executor-twice")));
        long leads =
                executors.stream().filter(executor -> executor.text("role").equals("lead")).count();
        if (!executors.isEmpty() && leads != 1) {
            contradiction(measure.at("executors"), Sentence.of("plan.problem.one-lead"));
        }
    }

    private void deadline(YamlTree deadline) {
        notBefore(deadline);
        Stream.of("in", "from", "to")
                .map(deadline::find)
                .flatMap(Optional::stream)
                .forEach(year -> withinPlan(year, year.number()));
    }

    private void notBefore(YamlTree range) {
        Optional<Integer> from = range.find("from").map(YamlTree::number);
        if (from.isPresent() && range.number("to") < from.get()) {
            contradiction(range.at("to"), Sentence.of("plan.problem.ends-before-it-begins"));
        }
    }

    private void withinPlan(YamlTree place, int year) {
        if (year < firstYear || year > lastYear) {
            contradiction(
                    place,
                    Sentence.of(
                            "plan.problem.outside-the-plan",
                            Map.of(
                                    "first", Integer.toString(firstYear),
                                    "last", Integer.toString(lastYear))));
        }
    }

    private void known(YamlTree agency) {
        if (register.find(agency.text()).isEmpty()) {
            findings.add(
                    agency.finding(
                            FindingCode.DATA_UNKNOWN_REFERENCE,
                            Sentence.of(
                                    "plan.problem.unknown-agency",
                                    Map.of("agency", agency.text()))));
        }
    }

    private void contradiction(YamlTree place, Sentence problem) {
        findings.add(place.finding(FindingCode.DATA_CONTRADICTION, problem));
    }
}
