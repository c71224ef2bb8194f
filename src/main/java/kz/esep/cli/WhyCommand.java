package kz.esep.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.esep.job.Desk;
import kz.esep.job.Home;
import kz.esep.reconcile.Assessment;
import kz.esep.reconcile.Chain;
import kz.esep.reconcile.Chains;
import kz.esep.reconcile.MeasureResult;
import kz.esep.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `esep why`: the whole chain from the plan and the files to a status.
@Command(name = "why", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class WhyCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MEASURE", descriptionKey = "measure")
    String measure = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "AGENCY", descriptionKey = "executor")
    @Nullable String agency;

    @Option(names = "--year", paramLabel = "YEAR")
    @Nullable Integer year;

    @Mixin Asked asked = new Asked();

    WhyCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Optional<Asked.Answer> answer = asked.answer(console, home, line);
        if (answer.isEmpty()) {
            return ExitCode.OK.number();
        }
        Desk desk = answer.get().desk();
        Reconciliation reconciliation = answer.get().reconciliation();
        MeasureResult result = Subject.measure(measure, reconciliation, line);
        if (agency == null) {
            ofMeasure(result, reconciliation, desk);
        } else {
            ofObligation(
                    Subject.agency(agency, reconciliation.facts().register(), line),
                    result,
                    reconciliation,
                    desk,
                    line);
        }
        return ExitCode.OK.number();
    }

    private void ofMeasure(MeasureResult result, Reconciliation reconciliation, Desk desk) {
        console.say(
                "why.heading-measure",
                Map.of(
                        "measure", Integer.toString(result.measure().number()),
                        "period", reconciliation.facts().period(),
                        "asOf",
                                console.moment(
                                        reconciliation.facts().asOf(), home.settings().zone()),
                        "head", desk.ledger().quotedHead()));
        print(new Chains(reconciliation).of(result));
    }

    private void ofObligation(
            String executor,
            MeasureResult result,
            Reconciliation reconciliation,
            Desk desk,
            CommandLine line) {
        int number = result.measure().number();
        Optional<Integer> wanted = Optional.ofNullable(year).or(result::year);
        List<Assessment> units =
                reconciliation.assessments().stream()
                        .filter(unit -> unit.obligation().measure() == number)
                        .filter(unit ->
                                wanted.filter(y -> y == unit.obligation().year()).isPresent())
                        .filter(unit ->
                                unit.obligation().holder().equals(executor)
                                        || unit.obligation().answerable().equals(executor))
                        .toList();
        if (units.isEmpty()) {
            throw new WrongValue(
                    line,
                    "cli.usage.no-obligation",
                    Map.of(
                            "measure", Integer.toString(number),
                            "year", wanted.map(String::valueOf).orElse("—"),
                            "agency", executor,
                            "executors", executors(result)));
        }
        Chains chains = new Chains(reconciliation);
        for (Assessment unit : units) {
            console.say(
                    "why.heading",
                    Map.of(
                            "measure", Integer.toString(number),
                            "year", Integer.toString(unit.obligation().year()),
                            "agency",
                                    reconciliation
                                            .facts()
                                            .register()
                                            .get(unit.obligation().holder())
                                            .shortName(),
                            "period", reconciliation.facts().period(),
                            "asOf",
                                    console.moment(
                                            reconciliation.facts().asOf(), home.settings().zone()),
                            "head", desk.ledger().quotedHead()));
            print(chains.of(unit));
            console.line();
        }
        print(chains.of(result));
    }

    private static String executors(MeasureResult result) {
        return String.join(
                ", ",
                result.units().stream()
                        .map(unit -> unit.obligation().holder())
                        .distinct()
                        .toList());
    }

    private void print(Chain chain) {
        for (Chain.Link link : chain.links()) {
            console.line();
            console.say(link.topic().key());
            link.sentences().forEach(console::indent);
        }
    }
}
