package kz.esep.cli;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kz.esep.job.Desk;
import kz.esep.job.Home;
import kz.esep.job.Knowledge;
import kz.esep.plan.Period;
import kz.esep.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What every question about a period asks: `--plan`, `--period` and `--as-of`.
final class Asked {

    @Mixin PlanOption plan = new PlanOption();

    @Option(names = "--period", paramLabel = "PERIOD")
    @Nullable String period;

    @Option(names = "--as-of", paramLabel = "DAY")
    @Nullable String asOf;

    @Option(names = "--ledger-head", paramLabel = "LINE")
    @Nullable Long ledgerHead;

    Knowledge knowledge() {
        return Optional.ofNullable(ledgerHead)
                .<Knowledge>map(Knowledge.UpTo::new)
                .orElse(new Knowledge.Today());
    }

    /// The desk, as it was when the ledger ended with the asked line.
    Desk open(Home home, CommandLine line) {
        return plan.open(Desk.open(home, knowledge()), line);
    }

    boolean nothing() {
        return plan.plan().isEmpty() && period == null && asOf == null && ledgerHead == null;
    }

    /// Empty: the newest period with an accepted, properly sealed submission.
    Optional<Period> period(CommandLine line) {
        return PeriodOption.read(period, line);
    }

    /// Empty: when the period's newest accepted submission came.
    Optional<Instant> asOf(Home home, CommandLine line) {
        return AsOfOption.read(asOf, home.settings().zone(), line);
    }

    /// What the desk says of the period; empty, and said so, if nothing was submitted yet.
    Optional<Answer> answer(Console console, Home home, CommandLine line) {
        Optional<Period> wanted = period(line);
        Optional<Instant> moment = asOf(home, line);
        Desk desk = open(home, line);
        Optional<Period> chosen = wanted.or(desk::newestPeriod);
        if (chosen.isEmpty()) {
            console.say("cli.nothing-submitted", Map.of("inbox", home.inbox().toString()));
        }
        return chosen.map(known ->
                new Answer(desk, desk.reconcile(known, moment.orElseGet(() -> desk.asOf(known)))));
    }

    record Answer(Desk desk, Reconciliation reconciliation) {}
}
