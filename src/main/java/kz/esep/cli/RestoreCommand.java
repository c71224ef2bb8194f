package kz.esep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.esep.job.Backup;
import kz.esep.job.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `esep restore FILE.zip --into FOLDER`: lays a backup out and verifies it.
@Command(name = "restore", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class RestoreCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "restore.file")
    Path file = Path.of("");

    @Option(names = "--into", paramLabel = "DIR", required = true, descriptionKey = "restore.into")
    Path into = Path.of("");

    RestoreCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new WrongValue(
                    Objects.requireNonNull(spec).commandLine(),
                    "cli.usage.file",
                    Map.of("found", file.toString()));
        }
        return say(Backup.restore(file, new Home(into).with(home.settings()))).number();
    }

    private ExitCode say(Backup.Restored result) {
        return switch (result) {
            case Backup.Restored.Locked(long process, String machine, Instant since) -> {
                console.busy(process, machine, since, home.settings().zone());
                yield ExitCode.BUSY;
            }
            case Backup.Restored.NotEmpty() -> {
                console.complain("cli.restore.not-empty", Map.of("folder", into.toString()));
                yield ExitCode.USAGE;
            }
            case Backup.Restored.Damaged(String path) -> {
                console.complain(
                        "cli.restore.damaged", Map.of("file", file.toString(), "path", path));
                yield ExitCode.DIFFERS;
            }
            case Backup.Restored.Done done -> {
                console.say(
                        "cli.restore.done",
                        Map.of("files", done.files(), "folder", into.toString()));
                if (done.differences().isEmpty()) {
                    yield ExitCode.OK;
                }
                VerifyCommand.tell(console, done.differences());
                console.complain("cli.restore.differs", Map.of("count", done.differences().size()));
                yield ExitCode.DIFFERS;
            }
        };
    }
}
