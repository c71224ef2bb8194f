package kz.esep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import kz.esep.job.Desk;
import kz.esep.job.Forms;
import kz.esep.job.Home;
import kz.esep.plan.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `esep forms`: one workbook per agency, a row for each open obligation.
@Command(name = "forms", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class FormsCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin OnePeriod one = new OnePeriod();

    @Option(names = "--agency", paramLabel = "ID")
    Set<String> agencies = Set.of();

    @Option(names = "--out", paramLabel = "DIR")
    @Nullable Path out;

    FormsCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Period chosen = one.read(line);
        Desk desk = one.plan.open(Desk.open(home), line);
        Set<String> asked = Subject.agencies(agencies, desk.data().register(), line);
        Path folder = Optional.ofNullable(out).orElseGet(() -> desk.forms(chosen));
        List<Path> written =
                Forms.of(desk, home.settings().seal().key()).write(chosen, asked, folder);
        if (written.isEmpty()) {
            console.say("cli.forms.none", Map.of("period", chosen));
        } else {
            console.say(
                    "cli.forms.done",
                    Map.of("count", written.size(), "period", chosen, "folder", folder.toString()));
        }
        return ExitCode.OK.number();
    }
}
