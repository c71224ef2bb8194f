package kz.esep.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import kz.esep.job.Home;
import kz.esep.job.Signing;
import kz.esep.language.Sentence;
import kz.esep.ledger.Difference;
import kz.esep.plan.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `esep sign --period P`: signs what was issued, when somebody has read it and answers for it.
@Command(name = "sign", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class SignCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin OnePeriod one = new OnePeriod();

    SignCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Period chosen = one.read(line);
        return say(Signing.in(home).sign(one.plan.plan(), chosen), chosen, line).number();
    }

    private ExitCode say(Signing.Result result, Period chosen, CommandLine line) {
        return switch (result) {
            case Signing.Result.Done done -> {
                console.say(
                        "cli.sign.done",
                        Map.of(
                                "period", chosen,
                                "issue", done.issue(),
                                "signatures", done.signatures(),
                                "name", done.name()));
                console.say("cli.report.where", Map.of("folder", done.folder().toString()));
                yield ExitCode.OK;
            }
            case Signing.Result.Already already -> {
                console.say("cli.sign.already", Map.of("period", chosen, "issue", already.issue()));
                console.say("cli.report.where", Map.of("folder", already.folder().toString()));
                yield ExitCode.OK;
            }
            case Signing.Result.NothingIssued() -> {
                console.complain("cli.sign.nothing", Map.of("period", chosen));
                yield ExitCode.DATA;
            }
            case Signing.Result.UnknownPlan(List<String> known) ->
                    throw PlanOption.unknown(one.plan.plan().orElse(""), known, line);
            case Signing.Result.NoKey() -> {
                console.complain("cli.sign.no-key", Map.of());
                yield ExitCode.CONFIG;
            }
            case Signing.Result.KeyRefused(Sentence why) -> {
                console.complain("cli.sign.key-refused", Map.of("why", why));
                yield ExitCode.CONFIG;
            }
            case Signing.Result.Differs(List<Difference> differences) -> {
                VerifyCommand.tell(console, differences);
                console.complain("cli.sign.differs", Map.of("count", differences.size()));
                yield ExitCode.DIFFERS;
            }
            case Signing.Result.Locked(long process, String machine, Instant since) -> {
                console.busy(process, machine, since, home.settings().zone());
                yield ExitCode.BUSY;
            }
        };
    }
}
