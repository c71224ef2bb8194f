package kz.esep.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.esep.findings.Finding;
import kz.esep.job.Home;
import kz.esep.job.Rebuilding;
import kz.esep.job.Rebuilding.Fate;
import kz.esep.job.Rebuilding.Result;
import kz.esep.ledger.Difference;
import picocli.CommandLine.Command;

/// `esep rebuild`: makes the database, the receipts and every issue anew from ledger and archive.
@Command(name = "rebuild", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class RebuildCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    RebuildCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        return say(Rebuilding.in(home, new ProgressLine(console)).run()).number();
    }

    private ExitCode say(Result result) {
        return switch (result) {
            case Result.Locked(long process, String machine, Instant since) -> {
                console.busy(process, machine, since, home.settings().zone());
                yield ExitCode.BUSY;
            }
            case Result.Refused(List<Finding> findings) -> {
                console.refuse(findings);
                yield ExitCode.DATA;
            }
            case Result.Differs(List<Difference> differences) -> {
                VerifyCommand.tell(console, differences);
                console.complain("cli.rebuild.refused", Map.of("count", differences.size()));
                yield ExitCode.DIFFERS;
            }
            case Result.Done done -> {
                console.say(
                        "cli.rebuild.files",
                        Map.of(
                                "files", done.files(),
                                "accepted", done.accepted(),
                                "claims", done.claims()));
                ExitCode code = ExitCode.OK;
                for (Rebuilding.Issue issue : done.issues()) {
                    code = say(issue) ? code : ExitCode.DIFFERS;
                }
                for (Rebuilding.Issue issue : done.unsigned()) {
                    console.complain("cli.rebuild.unsigned", name(issue));
                    code = ExitCode.DIFFERS;
                }
                yield code;
            }
        };
    }

    /// @return whether the issue is there now
    private boolean say(Rebuilding.Issue issue) {
        Map<String, Object> name = name(issue);
        return switch (issue.fate()) {
            case Fate.There() -> {
                console.say("cli.rebuild.there", name);
                yield true;
            }
            case Fate.Made(int documents) -> {
                console.say("cli.rebuild.made", with(name, "documents", documents));
                yield true;
            }
            case Fate.OtherProgram(String made, String current) -> {
                console.complain(
                        "cli.rebuild.other-program",
                        with(with(name, "made", made), "current", current));
                yield false;
            }
            case Fate.NoManifest() -> {
                console.complain("cli.rebuild.no-manifest", name);
                yield false;
            }
            case Fate.Refused(List<Finding> findings) -> {
                findings.forEach(console::complain);
                console.complain("cli.rebuild.issue-refused", name);
                yield false;
            }
            case Fate.Failed(String problem) -> {
                console.complain("cli.rebuild.failed", with(name, "problem", problem));
                yield false;
            }
        };
    }

    private static Map<String, Object> name(Rebuilding.Issue issue) {
        return Map.of("plan", issue.plan(), "period", issue.period(), "issue", issue.number());
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        Map<String, Object> more = new java.util.TreeMap<>(values);
        more.put(key, value);
        return more;
    }
}
