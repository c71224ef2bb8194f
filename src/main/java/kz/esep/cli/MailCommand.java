package kz.esep.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import kz.esep.job.Home;
import kz.esep.job.Mailing;
import kz.esep.job.MinistryData;
import kz.esep.plan.Period;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `esep mail`: brings agencies their reports, receipts and reminders.
@Command(name = "mail", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class MailCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(MailCommand.class);

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin OnePeriod one = new OnePeriod();

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "kind")
    List<String> kinds = new ArrayList<>();

    @Option(names = "--agency", paramLabel = "ID")
    Set<String> agencies = Set.of();

    @Option(names = "--again", paramLabel = "NUMBER", descriptionKey = "again")
    Set<String> again = Set.of();

    @Option(names = "--arrived", paramLabel = "NUMBER", descriptionKey = "arrived")
    Set<String> arrived = Set.of();

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    boolean dryRun;

    MailCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Period chosen = one.read(line);
        SortedSet<Mailing.Kind> wanted = kinds(line);
        if (!again.isEmpty() && !arrived.isEmpty()) {
            throw new WrongValue(line, "cli.usage.again-or-arrived", Map.of());
        }
        Set<String> asked =
                agencies.isEmpty()
                        ? Set.of()
                        : Subject.agencies(agencies, MinistryData.load(home).register(), line);
        Mailing.Order order =
                new Mailing.Order(one.plan.plan(), chosen, wanted, asked, again, arrived, dryRun);
        return tell(Mailing.of(home, order).run(this::say), chosen, line).number();
    }

    private SortedSet<Mailing.Kind> kinds(CommandLine line) {
        SortedSet<Mailing.Kind> wanted = new TreeSet<>();
        for (String kind : kinds) {
            try {
                wanted.add(Mailing.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new WrongValue(line, "cli.usage.kind", Map.of("found", kind));
            }
        }
        return wanted.isEmpty() ? new TreeSet<>(List.of(Mailing.Kind.values())) : wanted;
    }

    private void say(Mailing.News news) {
        String said =
                console.speech()
                        .say(
                                "cli.mail.line",
                                Map.of(
                                        "state",
                                        console.speech()
                                                .say("cli.mail.state." + news.state().key()),
                                        "agency",
                                        news.letter().agency(),
                                        "to",
                                        news.letter().to().isEmpty() ? "—" : news.letter().to(),
                                        "kind",
                                        console.speech().say("cli.mail.kind." + news.kind().key()),
                                        "count",
                                        news.letter().attachments().size(),
                                        "id",
                                        news.id(),
                                        "detail",
                                        detail(news)));
        console.out().println(said);
        console.out().flush();
        LOG.info("{}", said);
    }

    private static String detail(Mailing.News news) {
        boolean telling =
                news.state() == Mailing.State.REFUSED || news.state() == Mailing.State.IN_DOUBT;
        return telling && !news.said().isEmpty() ? ": " + news.said() : "";
    }

    private ExitCode tell(Mailing.Result result, Period chosen, CommandLine line) {
        return switch (result) {
            case Mailing.Result.Done done -> done(done, chosen);
            case Mailing.Result.Unreachable(String problem, int left) -> {
                console.complain("cli.mail.unreachable", Map.of("problem", problem, "left", left));
                yield ExitCode.UNSENT;
            }
            case Mailing.Result.NoServer() -> {
                console.complain("cli.mail.no-server", Map.of());
                yield ExitCode.CONFIG;
            }
            case Mailing.Result.NoIssue() -> {
                console.complain(
                        "cli.mail.no-issue",
                        Map.of("period", chosen, "periodId", chosen.toString()));
                yield ExitCode.DATA;
            }
            case Mailing.Result.UnknownPlan(List<String> known) ->
                    throw PlanOption.unknown(one.plan.plan().orElse(""), known, line);
            case Mailing.Result.UnknownLetter(String id) ->
                    throw new WrongValue(line, "cli.usage.again", Map.of("found", id));
            case Mailing.Result.Locked(long process, String machine, Instant since) -> {
                console.busy(process, machine, since, home.settings().zone());
                yield ExitCode.BUSY;
            }
            case Mailing.Result.JournalBroken(int number) -> {
                console.complain(
                        "cli.mail.journal",
                        Map.of("line", number, "file", home.mailJournal().toString()));
                yield ExitCode.DATA;
            }
        };
    }

    private ExitCode done(Mailing.Result.Done done, Period chosen) {
        int doubts = done.count(Mailing.State.IN_DOUBT);
        int refused = done.count(Mailing.State.REFUSED);
        console.say(
                dryRun ? "cli.mail.would" : "cli.mail.done",
                Map.of(
                        "sent", done.count(dryRun ? Mailing.State.WOULD_SEND : Mailing.State.SENT),
                        "before", done.count(Mailing.State.SENT_BEFORE),
                        "refused", refused,
                        "doubt", doubts,
                        "addressless", done.count(Mailing.State.NO_ADDRESS)));
        if (done.unanswered() > 0) {
            console.complain("cli.mail.unanswered", Map.of("count", done.unanswered()));
        }
        if (refused > 0) {
            console.complain("cli.mail.refused", Map.of("count", refused));
        }
        if (doubts > 0) {
            console.complain(
                    "cli.mail.doubt", Map.of("count", doubts, "periodId", chosen.toString()));
        }
        return !dryRun && refused + doubts > 0 ? ExitCode.UNSENT : ExitCode.OK;
    }
}
