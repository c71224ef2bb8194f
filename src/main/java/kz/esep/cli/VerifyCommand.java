package kz.esep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.esep.job.Home;
import kz.esep.job.Verification;
import kz.esep.ledger.Difference;
import kz.esep.publish.sign.KeyUnusable;
import kz.esep.publish.sign.Trust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `esep verify [FOLDER]`: whether what is published, the ledger and the archive are what was once
/// recorded.
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class VerifyCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", descriptionKey = "verify.folder")
    @Nullable Path folder;

    @Option(names = "--trust", paramLabel = "PEM", descriptionKey = "verify.trust")
    @Nullable Path trust;

    VerifyCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        Path chosen = folder == null ? home.output() : folder;
        if (!Files.isDirectory(chosen)) {
            throw new WrongValue(
                    Objects.requireNonNull(spec).commandLine(),
                    "cli.usage.folder",
                    Map.of("found", chosen.toString()));
        }
        try {
            Optional<Trust> trusted =
                    trust == null ? Optional.empty() : Optional.of(Trust.in(trust));
            return say(Verification.of(home, chosen, trusted)).number();
        } catch (KeyUnusable e) {
            console.complain(e.why());
            return ExitCode.USAGE.number();
        }
    }

    private ExitCode say(Verification.Result result) {
        return switch (result) {
            case Verification.Result.Locked(long process, String machine, Instant since) -> {
                console.busy(process, machine, since, home.settings().zone());
                yield ExitCode.BUSY;
            }
            case Verification.Result.Done done when done.differences().isEmpty() -> {
                console.say("cli.verify.agrees", looked(done));
                signatures(done);
                yield ExitCode.OK;
            }
            case Verification.Result.Done done -> {
                tell(console, done.differences());
                Map<String, Object> counts = new java.util.TreeMap<>(looked(done));
                counts.put("count", done.differences().size());
                console.complain("cli.verify.differs", counts);
                yield ExitCode.DIFFERS;
            }
        };
    }

    private void signatures(Verification.Result.Done done) {
        if (done.signatures() > 0) {
            console.say(
                    "cli.verify.signed",
                    Map.of(
                            "signatures",
                            done.signatures(),
                            "names",
                            String.join(", ", done.signers())));
            if (trust == null) {
                console.say("cli.verify.untrusted");
            }
        }
    }

    static void tell(Console console, List<Difference> differences) {
        for (Difference difference : differences) {
            console.complain(
                    "cli.verify.difference",
                    Map.of("place", difference.place(), "what", difference.what()));
        }
    }

    private static Map<String, Object> looked(Verification.Result.Done done) {
        return Map.of(
                "issues", done.issues(),
                "documents", done.documents(),
                "lines", done.lines(),
                "contents", done.contents());
    }
}
