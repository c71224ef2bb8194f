package kz.esep.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.esep.job.Backup;
import kz.esep.job.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `esep backup FILE.zip`: everything that cannot be made anew.
@Command(name = "backup", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class BackupCommand implements Callable<Integer> {

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024 * 1024);

    private final Console console;
    private final Home home;

    @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
    Path file = Path.of("");

    @Option(names = "--keys", descriptionKey = "backup.keys")
    boolean keys;

    BackupCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return say(Backup.of(home).write(file, keys)).number();
    }

    private ExitCode say(Backup.Result result) {
        return switch (result) {
            case Backup.Result.Locked(long process, String machine, Instant since) -> {
                console.busy(process, machine, since, home.settings().zone());
                yield ExitCode.BUSY;
            }
            case Backup.Result.Exists() -> {
                console.complain("cli.backup.exists", Map.of("file", file.toString()));
                yield ExitCode.USAGE;
            }
            case Backup.Result.Done done -> {
                console.say(
                        "cli.backup.done",
                        Map.of(
                                "file", file.toString(),
                                "files", done.files(),
                                "megabytes",
                                        new BigDecimal(done.bytes())
                                                .divide(MEGABYTE, 1, RoundingMode.UP)));
                if (done.keys() > 0) {
                    console.complain("cli.backup.with-keys", Map.of("keys", done.keys()));
                } else {
                    console.say("cli.backup.without-keys");
                }
                if (done.differences().isEmpty()) {
                    yield ExitCode.OK;
                }
                VerifyCommand.tell(console, done.differences());
                console.complain("cli.backup.differs", Map.of("count", done.differences().size()));
                yield ExitCode.DIFFERS;
            }
        };
    }
}
