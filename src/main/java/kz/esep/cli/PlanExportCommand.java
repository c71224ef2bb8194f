package kz.esep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.esep.job.Home;
import kz.esep.job.MinistryData;
import kz.esep.plan.Plan;
import kz.esep.plan.PlanJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `esep plan export`: a plan's newest redaction as JSON, to a file or to standard output.
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class PlanExportCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin PlanOption plan = new PlanOption();

    @Option(names = "--format", paramLabel = "json", defaultValue = "json")
    String format = "json";

    @Option(names = "--out", paramLabel = "FILE")
    @Nullable Path out;

    PlanExportCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        if (!format.equals("json")) {
            throw new WrongValue(
                    Objects.requireNonNull(spec).commandLine(),
                    "cli.usage.format",
                    Map.of("found", format));
        }
        String json = PlanJson.write(chosen(MinistryData.load(home)).newest());
        Optional<Path> file = Optional.ofNullable(out);
        if (file.isEmpty()) {
            console.out().println(json);
            console.out().flush();
        } else {
            Files.writeString(file.get(), json, StandardCharsets.UTF_8);
            console.say("cli.plan.exported", Map.of("file", file.get().toString()));
        }
        return ExitCode.OK.number();
    }

    private Plan chosen(MinistryData data) {
        return plan.find(data, Objects.requireNonNull(spec).commandLine());
    }
}
