package kz.esep.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.esep.job.Home;
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
        asked.answer(console, home, line).ifPresent(answer -> tell(answer.reconciliation()));
        return ExitCode.OK.number();
    }

    private void tell(Reconciliation reconciliation) {
        console.say(
                "cli.status.heading",
                Map.of(
                        "period",
                        reconciliation.facts().period(),
                        "asOf",
                        console.moment(reconciliation.facts().asOf(), home.settings().zone())));
        new SubmissionsSummary(console).print(reconciliation, List.of());
    }
}
