package kz.esep.cli;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.esep.job.Desk;
import kz.esep.job.Home;
import kz.esep.plan.Period;
import kz.esep.reconcile.History;
import kz.esep.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `esep history`: every version of every claim of a measure, over all periods.
@Command(name = "history", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class HistoryCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MEASURE", descriptionKey = "measure")
    String measure = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "AGENCY", descriptionKey = "executor")
    @Nullable String agency;

    @Mixin PlanOption plan = new PlanOption();

    @Option(names = "--as-of", paramLabel = "DAY")
    @Nullable String asOf;

    HistoryCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Optional<Instant> moment = AsOfOption.read(asOf, home.settings().zone(), line);
        Desk desk = plan.open(Desk.open(home), line);
        Optional<Period> newest = desk.newestPeriod();
        if (newest.isEmpty()) {
            console.say("cli.nothing-submitted", Map.of("inbox", home.inbox().toString()));
            return ExitCode.OK.number();
        }
        Reconciliation reconciliation =
                desk.reconcile(newest.get(), moment.orElseGet(desk::newestReceipt));
        int number = Subject.measure(measure, reconciliation, line).measure().number();
        Optional<String> executor =
                Optional.ofNullable(agency)
                        .map(name -> Subject.agency(name, reconciliation.facts().register(), line));
        console.say(
                "why.history.heading",
                Map.of(
                        "measure", Integer.toString(number),
                        "period", newest.get(),
                        "asOf",
                                console.moment(
                                        reconciliation.facts().asOf(), home.settings().zone()),
                        "head", desk.ledger().quotedHead()));
        print(History.of(reconciliation, number, executor));
        return ExitCode.OK.number();
    }

    private void print(History history) {
        if (history.obligations().isEmpty() && history.strays().isEmpty()) {
            console.line();
            console.say("why.history.none");
        }
        for (History.Tale tale : history.obligations()) {
            console.line();
            console.say(
                    "why.history.obligation",
                    Map.of("year", Integer.toString(tale.year()), "agency", tale.agency()));
            tale.sentences().forEach(console::indent);
        }
        if (!history.strays().isEmpty()) {
            console.line();
            console.say("why.history.strays");
            history.strays().forEach(console::indent);
        }
    }
}
