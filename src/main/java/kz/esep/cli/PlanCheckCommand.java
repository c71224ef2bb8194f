package kz.esep.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import kz.esep.job.Home;
import kz.esep.job.MinistryData;
import kz.esep.plan.Plan;
import picocli.CommandLine.Command;

/// `esep plan check`: validates everything that the ministry keeps as data.
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class PlanCheckCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    PlanCheckCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        MinistryData data = MinistryData.load(home);
        console.say(
                "cli.plan.fine",
                Map.of(
                        "plans", data.plans().plans().size(),
                        "redactions", data.redactions().size(),
                        "measures",
                                data.redactions().stream()
                                        .mapToInt(redaction -> redaction.measures().size())
                                        .sum(),
                        "agencies", data.register().agencies().size(),
                        "opening", count(data, Plan::opening),
                        "decisions", count(data, Plan::decisions)));
        return ExitCode.OK.number();
    }

    private static int count(MinistryData data, Function<Plan, List<?>> entries) {
        return data.plans().plans().stream().mapToInt(plan -> entries.apply(plan).size()).sum();
    }
}
