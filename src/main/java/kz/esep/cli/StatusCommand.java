package kz.esep.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.esep.job.Desk;
import kz.esep.job.Home;
import kz.esep.plan.Period;
import kz.esep.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `esep status`: who has submitted, who is late and who is missing.
@Command(name = "status", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class StatusCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin Asked asked = new Asked();

    StatusCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Optional<Period> period = asked.period(line);
        Optional<Instant> moment = asked.asOf(home, line);
        Desk desk = asked.open(home, line);
        Optional<Period> chosen = period.or(desk::newestPeriod);
        if (chosen.isEmpty()) {
            console.say("cli.nothing-submitted", Map.of("inbox", home.inbox().toString()));
            return ExitCode.OK.number();
        }
        Reconciliation reconciliation =
                desk.reconcile(chosen.get(), moment.orElseGet(() -> desk.asOf(chosen.get())));
        console.say(
                "cli.status.heading",
                Map.of(
                        "period",
                        chosen.get(),
                        "asOf",
                        console.moment(reconciliation.facts().asOf(), home.settings().zone())));
        new SubmissionsSummary(console).print(reconciliation, List.of());
        return ExitCode.OK.number();
    }
}
