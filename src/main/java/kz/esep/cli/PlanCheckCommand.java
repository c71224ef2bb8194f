package kz.esep.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import kz.esep.job.Home;
import kz.esep.job.MinistryData;
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
                        "plans", data.plan().redactions().size(),
                        "measures",
                                data.plan().redactions().stream()
                                        .mapToInt(redaction -> redaction.measures().size())
                                        .sum(),
                        "agencies", data.register().agencies().size(),
                        "opening", data.plan().opening().size(),
                        "decisions", data.plan().decisions().size()));
        return ExitCode.OK.number();
    }
}
