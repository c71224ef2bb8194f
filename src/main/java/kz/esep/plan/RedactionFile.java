package kz.esep.plan;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.agency.Register;
import kz.esep.findings.Finding;
import kz.esep.findings.Reading;
import kz.esep.yaml.YamlFile;
import kz.esep.yaml.YamlTree;

/// Reads one redaction.
final class RedactionFile {

    private RedactionFile() {}

    static Reading<Redaction> read(Path file, String name, Register register) {
        return switch (YamlFile.read(file, name, "plan.schema.json")) {
            case Reading.Refused<YamlTree>(List<Finding> findings) ->
                    new Reading.Refused<>(findings);
            case Reading.Accepted<YamlTree>(YamlTree tree, _) -> {
                List<Finding> findings = new RedactionChecks(tree, register).findings();
                yield findings.isEmpty()
                        ? new Reading.Accepted<>(redaction(tree), List.of())
                        : new Reading.Refused<>(findings);
            }
        };
    }

    private static Redaction redaction(YamlTree tree) {
        YamlTree inForce = tree.at("in-force");
        Act act = act(tree.at("act"));
        YamlTree years = tree.at("years");
        YamlTree reporting = tree.at("reporting");
        return new Redaction(
                tree.text("plan"),
                tree.text("redaction"),
                tree.bilingual("title"),
                act,
                tree.find("amends").map(RedactionFile::act),
                inForce.find("kk").map(kk -> inForce(tree, act, kk)),
                inForce.find("ru").map(ru -> inForce(tree, act, ru)),
                inForce.bilingual("note"),
                years.number("from"),
                years.number("to"),
                tree.date("control-from"),
                word(Period.Cadence.class, tree.text("cadence")),
                word(Redaction.DayOffPolicy.class, reporting.text("working-days")),
                reporting.text("day-that-counts").equals("letter"),
                reporting.items("cycles").stream().map(RedactionFile::cycle).toList(),
                tree.items("titles").stream().map(RedactionFile::reportTitle).toList(),
                tree.items("sections").stream().map(RedactionFile::section).toList(),
                tree.items("measures").stream().map(RedactionFile::measure).toList(),
                tree.find("parameters").map(RedactionFile::parameters).orElse(Parameters.DEFAULT),
                Numbering.UNCHANGED);
    }

    private static Act act(YamlTree act) {
        return new Act(
                act.find("kind")
                        .map(kind -> word(Act.Kind.class, kind.text()))
                        .orElse(Act.Kind.RESOLUTION),
                act.text("number"),
                act.date("date"),
                act.bilingual("name"));
    }

    private static Redaction.InForce inForce(YamlTree tree, Act act, YamlTree language) {
        return new Redaction.InForce(
                tree.text("redaction"), act, language.date("from"), language.flag("assumed"));
    }

    private static ReportingCycle cycle(YamlTree cycle) {
        return new ReportingCycle(
                cycle.text("id"),
                word(Period.Cadence.class, cycle.text("cadence")),
                dueRule(cycle.at("agencies")),
                cycle.find("consolidated").map(RedactionFile::dueRule),
                cycle.bilingual("recipient"),
                cycle.bilingual("basis"));
    }

    private static DueRule dueRule(YamlTree rule) {
        if (rule.find("days-after-end").isPresent()) {
            return new DueRule.DaysAfterEnd(rule.number("days-after-end"));
        }
        return new DueRule.OnDays(
                Stream.concat(rule.find("day").stream(), rule.items("days").stream())
                        .map(day -> MonthDay.parse("--" + day.text()))
                        .toList());
    }

    private static Redaction.ReportTitle reportTitle(YamlTree title) {
        return new Redaction.ReportTitle(
                title.text("id"), title.bilingual("recipient"), title.bilingual("title"));
    }

    private static Section section(YamlTree section) {
        return new Section(
                section.number("number"), section.text("marker"), section.bilingual("title"));
    }

    private static Measure measure(YamlTree measure) {
        return new Measure(
                measure.number("number"),
                measure.number("section"),
                measure.bilingual("title"),
                measure.find("completion-form").map(RedactionFile::completionForm),
                measure.items("executors").stream().map(RedactionFile::executor).toList(),
                measure.bilingual("executors-text"),
                measure.find("deadline").map(RedactionFile::deadline),
                measure.bilingual("deadline"),
                measure.find("cost").map(RedactionFile::cost),
                measure.find("budget-programme").map(RedactionFile::programme),
                measure.find("indicator").map(RedactionFile::indicator),
                measure.find("aggregation")
                        .map(policy -> word(Measure.AggregationPolicy.class, policy.text())),
                measure.items("notes").stream().map(YamlTree::bilingual).toList(),
                measure.flag("incomplete"),
                origin(measure));
    }

    private static Measure.Origin origin(YamlTree measure) {
        if (measure.flag("new")) {
            return new Measure.Origin.New();
        }
        return measure.find("was")
                .<Measure.Origin>map(was -> new Measure.Origin.Was(was.number()))
                .orElseGet(Measure.Origin.Kept::new);
    }

    private static CompletionForm completionForm(YamlTree form) {
        return new CompletionForm(
                word(CompletionForm.Kind.class, form.text("kind")), form.bilingual());
    }

    private static Executor executor(YamlTree executor) {
        return new Executor(
                executor.text("agency"),
                switch (executor.text("role")) {
                    case "lead" -> Executor.Role.LEAD;
                    case "co" -> Executor.Role.CO_EXECUTOR;
                    default -> Executor.Role.BY_AGREEMENT;
                },
                executor.bilingual("as-printed"),
                executor.bilingual("remark"));
    }

    private static Deadline deadline(YamlTree deadline) {
        if (deadline.flag("every-year")) {
            return new Deadline.EveryYear();
        }
        return deadline.find("in")
                .<Deadline>map(year -> new Deadline.InYear(year.number()))
                .orElseGet(() ->
                        new Deadline.YearRange(deadline.number("from"), deadline.number("to")));
    }

    private static Measure.Cost cost(YamlTree cost) {
        return new Measure.Cost(cost.text("kind").equals("allotted"), cost.bilingual());
    }

    private static Measure.BudgetProgramme programme(YamlTree programme) {
        return new Measure.BudgetProgramme(
                programme.text("number"),
                programme.text("administrator"),
                programme.flag("named"),
                programme.bilingual());
    }

    private static Indicator indicator(YamlTree indicator) {
        YamlTree values = indicator.at("targets");
        SortedMap<Integer, BigDecimal> targets = new TreeMap<>();
        values.keys()
                .forEach(year -> targets.put(Integer.valueOf(year), values.at(year).decimal()));
        return new Indicator(
                indicator.bilingual(),
                indicator.bilingual("label"),
                word(Indicator.Unit.class, indicator.text("unit")),
                word(Indicator.Direction.class, indicator.text("direction")),
                word(Indicator.Accumulation.class, indicator.text("accumulation")),
                targets);
    }

    /// What a plan does not say is as in the default.
    private static Parameters parameters(YamlTree own) {
        Parameters usual = Parameters.DEFAULT;
        return new Parameters(
                kinds(own, "may-follow-period", usual.mayFollowPeriod()),
                own.find("decimals").map(YamlTree::number).orElse(usual.decimals()),
                decimal(own, "partly-from", usual.partlyFrom()),
                decimal(own, "remarkable-from", usual.remarkableFrom()),
                decimal(own, "typed-may-differ", usual.typedMayDiffer()),
                decimal(own, "may-fall", usual.mayFall()),
                decimal(own, "may-jump", usual.mayJump()),
                decimal(own, "denominator-may-drift", usual.denominatorMayDrift()),
                own.find("measures-for-one-paper")
                        .map(YamlTree::number)
                        .orElse(usual.measuresForOnePaper()),
                kinds(own, "may-prove-many", usual.mayProveMany()),
                own.find("short-text").map(YamlTree::number).orElse(usual.shortText()));
    }

    private static Set<CompletionForm.Kind> kinds(
            YamlTree own, String key, Set<CompletionForm.Kind> usual) {
        return own.find(key)
                .map(kinds ->
                        kinds.items().stream()
                                .map(kind -> word(CompletionForm.Kind.class, kind.text()))
                                .collect(Collectors.toSet()))
                .orElse(usual);
    }

    private static BigDecimal decimal(YamlTree own, String key, BigDecimal usual) {
        return own.find(key).map(YamlTree::decimal).orElse(usual);
    }

    /// `half-year` is `HALF_YEAR`.
    private static <E extends Enum<E>> E word(Class<E> choices, String word) {
        return Enum.valueOf(choices, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
