package kz.esep.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.esep.language.Sentence;
import kz.esep.ledger.Archive;
import kz.esep.ledger.Difference;
import kz.esep.ledger.Entry;
import kz.esep.ledger.Ledger;
import kz.esep.ledger.LedgerFile;
import kz.esep.plan.Period;
import kz.esep.plan.Plan;
import kz.esep.publish.IssueAudit;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import kz.esep.publish.sign.IssueSigner;
import kz.esep.publish.sign.KeyUnusable;
import kz.esep.publish.sign.SigningKey;
import kz.esep.settings.SigningSettings;

/// Signs a period's newest issue, when somebody has read it and answers for it.
///
/// The issue stays as it is; its signed copy lies beside it and is shown instead. A signing that
/// was interrupted is begun anew.
public final class Signing {

    private final Home home;
    private final Clock clock;

    Signing(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    public static Signing in(Home home) {
        return new Signing(home, Clock.systemUTC());
    }

    /// What came of it.
    public sealed interface Result {

        /// @param folder what readers open
        /// @param signatures of documents and manifest
        /// @param name whose they are
        record Done(Path folder, int issue, int signatures, String name) implements Result {}

        /// The issue was signed before.
        record Already(Path folder, int issue) implements Result {}

        /// Nothing was issued for the period.
        record NothingIssued() implements Result {}

        /// The ministry has no such plan.
        record UnknownPlan(List<String> known) implements Result {
            public UnknownPlan {
                known = List.copyOf(known);
            }
        }

        /// The settings name no key.
        record NoKey() implements Result {}

        record KeyRefused(Sentence why) implements Result {}

        /// The issue is not what it was when it was issued; nobody should sign it.
        record Differs(List<Difference> differences) implements Result {
            public Differs {
                differences = List.copyOf(differences);
            }
        }

        /// Another process runs the job.
        ///
        /// @param process its number, 0 if unknown
        /// @param machine its name, empty if unknown
        record Locked(long process, String machine, Instant since) implements Result {}
    }

    /// @param plan its id; empty for the default plan
    public Result sign(Optional<String> plan, Period period) throws IOException {
        return Turn.RUN.<Result>alone(
                home,
                clock,
                other -> new Result.Locked(other.process(), other.machine(), other.since()),
                guard -> alone(plan, period, guard));
    }

    private Result alone(Optional<String> plan, Period period, RunGuard guard) throws IOException {
        try {
            MinistryData data = MinistryData.load(home);
            Plan standard = data.plans().defaultPlan();
            Optional<Plan> chosen =
                    plan.isPresent() ? data.plans().plan(plan.get()) : Optional.of(standard);
            if (chosen.isEmpty()) {
                return new Result.UnknownPlan(data.plans().plans().stream().map(Plan::id).toList());
            }
            String id = chosen.get().id();
            return sign(home.issues(id.equals(standard.id()) ? "" : id), id, period, guard);
        } catch (KeyUnusable e) {
            return new Result.KeyRefused(e.why());
        }
    }

    private Result sign(Issues issues, String plan, Period period, RunGuard guard)
            throws IOException, KeyUnusable {
        issues.repair();
        Ledger ledger = new LedgerFile(home.ledger()).read();
        List<Entry.Issued> all = ledger.issues(plan, period);
        if (all.isEmpty()) {
            return new Result.NothingIssued();
        }
        int number = all.getLast().number();
        if (issues.intactSigned(period, number).isPresent()) {
            issues.show(period, number);
            return new Result.Already(issues.published(period), number);
        }
        Path folder = issues.folder(period, number);
        List<Difference> differences = differences(folder, all.getLast());
        if (!differences.isEmpty()) {
            return new Result.Differs(differences);
        }
        SigningSettings settings = home.settings().signing();
        if (settings.keystore().isEmpty()) {
            return new Result.NoKey();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SigningKey key =
                SigningKey.load(
                        home.root().resolve(settings.keystore().get()),
                        settings.alias(),
                        settings.password().toCharArray(),
                        now);
        Path staging = issues.stagingOfSigned(period, number);
        Issues.deleteTree(staging);
        Manifest signed =
                new IssueSigner(key, now, home.settings().zone())
                        .sign(folder, Manifest.in(folder).orElseThrow(), staging);
        guard.check();
        String kept = new Archive(home.archive()).keep(signed.bytes());
        new LedgerFile(home.ledger())
                .extend(_ ->
                        List.of(new Entry.Signed(plan, period, number, kept, key.fingerprint())));
        issues.issueSigned(period, number);
        return new Result.Done(
                issues.published(period), number, signed.signed().size() + 1, key.name());
    }

    private List<Difference> differences(Path folder, Entry.Issued issued) throws IOException {
        String shown = home.root().relativize(folder).toString().replace('\\', '/');
        if (!java.nio.file.Files.isDirectory(folder)) {
            return List.of(Difference.of(shown, "manifest-missing"));
        }
        IssueAudit audit = IssueAudit.of(folder, shown);
        List<Difference> differences = new ArrayList<>(audit.differences());
        audit.manifest()
                .map(Manifest::sha256)
                .filter(found -> !found.equals(issued.manifest()))
                .ifPresent(found ->
                        differences.add(
                                Difference.of(
                                        shown + "/" + Manifest.NAME,
                                        "manifest-changed",
                                        java.util.Map.of(
                                                "expected", issued.manifest(), "found", found))));
        return differences;
    }
}
