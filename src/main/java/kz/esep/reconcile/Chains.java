package kz.esep.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.agency.Agency;
import kz.esep.agency.AgencyKind;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.language.Bilingual;
import kz.esep.language.Listed;
import kz.esep.language.Sentence;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Deadline;
import kz.esep.plan.Decision;
import kz.esep.plan.Executor;
import kz.esep.plan.Indicator;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.OpeningEntry;
import kz.esep.plan.Redaction;

/// Tells the chains of one reconciliation.
public final class Chains {

    private final Reconciliation reconciliation;
    private final Facts facts;
    private final Redaction redaction;
    private final Reasons reasons;
    private final Told told;

    /// @param reconciliation that holds every claim
    public Chains(Reconciliation reconciliation) {
        // what became of each claim is told
        reconciliation.fates();
        this.reconciliation = reconciliation;
        this.facts = reconciliation.facts();
        this.redaction = facts.redaction();
        this.reasons = new Reasons(facts);
        this.told = new Told(facts);
    }

    /// From what the plan says to the status of one obligation.
    public Chain of(Assessment unit) {
        Trial.Hearing hearing = Trial.of(unit, facts);
        List<Sentence> status = new ArrayList<>();
        status.add(
                say(
                        "status",
                        Map.of(
                                "status", Told.status(unit.status()),
                                "rule", Told.name(hearing.rule()),
                                "reason", reasons.of(unit))));
        return new Chain(
                List.of(
                        link(Chain.Topic.OBLIGATION, obligation(unit.obligation())),
                        link(Chain.Topic.DEADLINE, deadline(unit)),
                        link(Chain.Topic.CONTROL, control(unit)),
                        link(Chain.Topic.RECORD, List.of(told.record(unit.grounds().opening()))),
                        link(Chain.Topic.CLAIMS, told.claims(unit)),
                        link(Chain.Topic.DECISIONS, told.decisions(unit.grounds().decisions())),
                        link(Chain.Topic.RULES, hearing.steps()),
                        link(Chain.Topic.STATUS, status)));
    }

    /// From the units to the measure.
    public Chain of(MeasureResult result) {
        List<Chain.Link> links = new ArrayList<>();
        links.add(link(Chain.Topic.MEASURE, rollUp(result)));
        if (!result.units().isEmpty()) {
            links.add(link(Chain.Topic.EXECUTORS, executors(result)));
            links.add(link(Chain.Topic.DISAGREEMENTS, disagreements(result)));
        }
        if (!result.arrears().isEmpty()) {
            links.add(
                    link(
                            Chain.Topic.ARREARS,
                            result.arrears().stream().map(this::arrear).toList()));
        }
        links.add(link(Chain.Topic.TARGET, target(result)));
        links.add(link(Chain.Topic.REDACTION, List.of(redaction())));
        return new Chain(links);
    }

    private static Chain.Link link(Chain.Topic topic, List<Sentence> sentences) {
        return new Chain.Link(topic, sentences);
    }

    private static Sentence say(String key, Map<String, ?> values) {
        return Sentence.of("why." + key, values);
    }

    private List<Sentence> obligation(Obligation duty) {
        Measure measure = redaction.measure(duty.measure()).orElseThrow();
        List<Sentence> said = new ArrayList<>(text(measure));
        said.add(
                say(
                        "named",
                        Map.of(
                                "named", name(duty.named()),
                                "printed", printed(measure, duty.named()),
                                "role", duty.role())));
        LocalDate end = facts.period().lastDay();
        LocalDate day = duty.due().isBefore(end) ? duty.due() : end;
        boolean ofGroup =
                facts.register()
                        .find(duty.named())
                        .filter(named -> named.kind() == AgencyKind.GROUP)
                        .isPresent();
        if (ofGroup) {
            said.add(
                    say(
                            "group",
                            Map.of(
                                    "named", name(duty.named()),
                                    "holder", name(duty.holder()),
                                    "day", duty.due())));
        }
        if (!duty.alsoNamed().isEmpty()) {
            said.add(
                    say("also-named", Map.of("others", names(duty.alsoNamed().stream().toList()))));
        }
        said.add(say("holder", Map.of("day", day, "holder", name(duty.holder()))));
        boolean passedOn =
                !duty.holder().equals(duty.answerable())
                        || (!ofGroup && !duty.named().equals(duty.holder()));
        said.add(
                say(
                        "answerable",
                        Map.of(
                                "day",
                                end,
                                "answerable",
                                name(duty.answerable()),
                                "passed",
                                passedOn,
                                "assumed",
                                duty.assumed())));
        if (duty.voluntary()) {
            said.add(say("voluntary", Map.of()));
        }
        return said;
    }

    private List<Sentence> text(Measure measure) {
        List<Sentence> said = new ArrayList<>();
        said.add(
                say(
                        "measure",
                        Map.of(
                                "measure", Integer.toString(measure.number()),
                                "section", Integer.toString(measure.section()),
                                "title", flat(measure.title()))));
        measure.form()
                .ifPresent(form ->
                        said.add(
                                say(
                                        "form",
                                        Map.of("text", flat(form.text()), "kind", form.kind()))));
        return said;
    }

    private Bilingual printed(Measure measure, String named) {
        return measure.executors().stream()
                .filter(executor -> executor.agency().equals(named))
                .map(Executor::asPrinted)
                .findFirst()
                .orElse(Bilingual.EMPTY);
    }

    private List<Sentence> deadline(Assessment unit) {
        Obligation duty = unit.obligation();
        Measure measure = redaction.measure(duty.measure()).orElseThrow();
        String rule =
                duty.targetOnly()
                        ? "u4"
                        : switch (measure.deadline().orElseThrow()) {
                            case Deadline.InYear _ -> "u1";
                            case Deadline.EveryYear _ -> "u2";
                            case Deadline.YearRange _ -> "u3";
                        };
        List<Sentence> said = new ArrayList<>();
        said.add(
                say(
                        rule,
                        Map.of(
                                "text", flat(measure.deadlineText()),
                                "year", Integer.toString(duty.year()),
                                "due", duty.due())));
        if (!unit.due().equals(duty.due())) {
            unit.grounds().decisions().stream()
                    .filter(Decision.Extend.class::isInstance)
                    .reduce((_, later) -> later)
                    .ifPresent(extension ->
                            said.add(
                                    say(
                                            "extended",
                                            Map.of(
                                                    "due", unit.due(),
                                                    "document", extension.document()))));
        }
        return said;
    }

    private List<Sentence> control(Assessment unit) {
        LocalDate from = redaction.controlFrom();
        Optional<OpeningEntry> opening = unit.grounds().opening();
        String side =
                !unit.due().isBefore(from)
                        ? "since"
                        : opening.map(entry -> standing(entry, unit)).orElse("before");
        List<Sentence> said = new ArrayList<>();
        said.add(say("control", Map.of("from", from, "due", unit.due(), "side", side)));
        said.add(say("o2", Map.of("period", facts.period(), "open", unit.grounds().open())));
        said.add(
                say(
                        "o3",
                        Map.of(
                                "period",
                                facts.period(),
                                "cause",
                                unit.claimExpected() ? "none" : whyNot(unit, side))));
        return said;
    }

    /// What the record, or what came of it, means for an obligation from before control.
    private static String standing(OpeningEntry entry, Assessment unit) {
        boolean returned =
                unit.grounds().decisions().stream()
                        .filter(decision ->
                                decision instanceof Decision.Accept
                                        || decision instanceof Decision.Return)
                        .reduce((_, later) -> later)
                        .filter(Decision.Return.class::isInstance)
                        .isPresent();
        return switch (entry.standing()) {
            case UNSETTLED -> "unsettled";
            case DONE -> returned ? "returned" : "before";
            case CLOSED -> "before";
        };
    }

    private static String whyNot(Assessment unit, String side) {
        if (unit.obligation().voluntary()) {
            return "voluntary";
        }
        if (unit.grounds().settledBefore()) {
            return "settled";
        }
        return side.equals("before") ? "before" : "closed";
    }

    private List<Sentence> rollUp(MeasureResult result) {
        Measure measure = result.measure();
        List<Sentence> said = new ArrayList<>(text(measure));
        said.add(
                say(
                        "policy",
                        Map.of(
                                "policy", measure.policy(),
                                "own", measure.aggregation().isPresent(),
                                "kind",
                                        measure.form()
                                                .<Object>map(CompletionForm::kind)
                                                .orElse("none"))));
        result.year()
                .ifPresent(year -> said.add(say("year", Map.of("year", Integer.toString(year)))));
        said.add(
                say("units", Map.of("done", result.doneUnits(), "counted", result.countedUnits())));
        List<Assessment> deciding = deciders(result);
        if (!deciding.isEmpty()) {
            said.add(
                    say(
                            "deciders",
                            Map.of(
                                    "agencies",
                                    names(
                                            deciding.stream()
                                                    .map(unit -> unit.obligation().answerable())
                                                    .distinct()
                                                    .toList()))));
        }
        said.add(
                say(
                        "status",
                        Map.of(
                                "status", Told.status(result.status()),
                                "rule", Told.name(result.rule()),
                                "reason", reasons.of(result))));
        return said;
    }

    /// Those of the units that count whose status the measure has.
    private static List<Assessment> deciders(MeasureResult result) {
        boolean leads = result.rule() == Rule.A1_LEAD || result.rule() == Rule.A3;
        return result.units().stream()
                .filter(RollUp::obliged)
                .filter(unit -> !leads || RollUp.leads(unit))
                .filter(unit -> unit.status().equals(result.status()))
                .toList();
    }

    private List<Sentence> executors(MeasureResult result) {
        return result.units().stream()
                .map(unit ->
                        say(
                                "executor",
                                Map.of(
                                        "agency", name(unit.obligation().answerable()),
                                        "role", unit.obligation().role(),
                                        "says", told.says(unit),
                                        "where", Told.where(unit.claim()),
                                        "status", Told.status(unit.status()),
                                        "rule", Told.name(unit.rule()))))
                .toList();
    }

    private List<Sentence> disagreements(MeasureResult result) {
        String number = Integer.toString(result.measure().number());
        List<Sentence> said =
                reconciliation.findings().stream()
                        .filter(finding ->
                                finding.code() == FindingCode.LEAD_DONE_EXECUTOR_NOT
                                        || finding.code() == FindingCode.EXECUTOR_DONE_LEAD_NOT)
                        .filter(finding -> number.equals(finding.arguments().get("measure")))
                        .map(Chains::disagreement)
                        .toList();
        return said.isEmpty() ? List.of(say("a4-none", Map.of())) : said;
    }

    private static Sentence disagreement(Finding finding) {
        return say(
                "a4",
                Map.of(
                        "what",
                                Sentence.of(
                                        "finding." + finding.code().key() + ".what",
                                        finding.arguments()),
                        "place", finding.place().toString()));
    }

    private Sentence arrear(Assessment unit) {
        return say(
                "arrear",
                Map.of(
                        "year", Integer.toString(unit.obligation().year()),
                        "agency", name(unit.obligation().answerable()),
                        "status", Told.status(unit.status()),
                        "reason", reasons.of(unit)));
    }

    private List<Sentence> target(MeasureResult result) {
        if (result.target().isEmpty()) {
            return List.of(say("target-none", Map.of()));
        }
        TargetResult target = result.target().get();
        int measure = result.measure().number();
        Indicator indicator = result.measure().indicator().orElseThrow();
        List<Sentence> said = new ArrayList<>();
        said.add(
                say(
                        "target",
                        Map.of(
                                "label", flat(indicator.label()),
                                "year", Integer.toString(target.year()),
                                "target", amount(target.target(), measure),
                                "direction", indicator.direction())));
        for (TargetResult.UnitValue unit : target.units()) {
            said.add(value(unit, measure));
            unit.actual().flatMap(_ -> told.seriesBroken(unit.agency())).ifPresent(said::add);
        }
        said.add(
                say(
                        "national",
                        values(
                                amount(target.actual(), measure),
                                target.numerator(),
                                target.denominator(),
                                Map.of("unweighted", target.unweighted()))));
        said.add(
                say(
                        "outcome",
                        Map.of(
                                "outcome", Sentence.of("target." + Told.slug(target.outcome())),
                                "gap", target.gap().<Object>map(gap -> gap).orElse("none"),
                                "counted", result.measure().countsThings())));
        return said;
    }

    private Sentence value(TargetResult.UnitValue unit, int measure) {
        return say(
                "value",
                values(
                        amount(unit.actual(), measure),
                        unit.numerator(),
                        unit.denominator(),
                        Map.of(
                                "agency", name(unit.agency()),
                                "where", Told.where(unit.claim()))));
    }

    private static Map<String, Object> values(
            Object actual,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Map<String, Object> others) {
        Map<String, Object> values = new LinkedHashMap<>(others);
        values.put("actual", actual);
        values.put("numerator", numerator.<Object>map(number -> number).orElse("none"));
        values.put("denominator", denominator.<Object>map(number -> number).orElse("none"));
        return values;
    }

    private Object amount(Optional<BigDecimal> number, int measure) {
        return number.map(known -> told.amount(known, measure)).orElse("none");
    }

    private Sentence redaction() {
        Redaction.InForce kk = redaction.kk().orElseThrow();
        Redaction.InForce ru = redaction.ru().orElseThrow();
        return say(
                "redaction",
                Map.of(
                        "kkAct", act(kk),
                        "kk", kk.from(),
                        "kkAssumed", kk.assumed(),
                        "ruAct", act(ru),
                        "ru", ru.from(),
                        "ruAssumed", ru.assumed(),
                        "end", facts.period().lastDay()));
    }

    private static Sentence act(Redaction.InForce text) {
        return Sentence.of(
                "report.cover.act",
                Map.of(
                        "kind", Told.slug(text.act().kind()),
                        "number", text.act().number(),
                        "date", text.act().date()));
    }

    /// Line items of the plan in one line.
    private static Bilingual flat(Bilingual text) {
        return new Bilingual(text.kk().replace('\n', ' '), text.ru().replace('\n', ' '));
    }

    private Bilingual name(String agency) {
        return facts.register().find(agency).map(Agency::shortName).orElseThrow();
    }

    private Listed names(List<String> agencies) {
        return new Listed(agencies.stream().map(this::name).toList());
    }
}
