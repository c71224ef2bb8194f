package kz.esep.bench;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.job.Desk;
import kz.esep.job.Home;
import kz.esep.ledger.OutcomeTables;
import kz.esep.ledger.StoredClaims;
import kz.esep.plan.Redaction;
import kz.esep.publish.Issues;
import kz.esep.reconcile.ClaimsByYear;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciler;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Charts;
import kz.esep.report.ConsolidatedReport;
import kz.esep.report.Provenance;
import kz.esep.report.Quoted;
import kz.esep.report.Reports;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/// What a run holds of the claims of many files: the heap that a full collection leaves when they
/// are reconciled, and when the reports are made of that, as the number of files grows.
///
/// The database is closed when it is looked, for it holds pages in the same heap, as many as there
/// is room for. It is filled straight with what the files would become, so that 40,000 of them cost
/// two minutes; it is read and reconciled as the job does. Arguments are sizes as
/// `agencies×quarters`.
///
/// ```
/// mvn -q -Pquick,bench test-compile exec:exec -Dbench=HeldClaims -Dbench.args="100x4 250x16"
/// ```
final class HeldClaims {

    /// Comes before the others, for the first leaves more behind than its claims: what is loaded
    /// once.
    private static final String SMALLEST = "40x1";

    private static final int ROWS = 12;
    private static final int LETTERS = 120;

    private final Figures figures =
            new Figures(
                    HeldClaims.class,
                    "files",
                    "claims",
                    "before, MiB",
                    "most while reconciling, MiB",
                    "reconciled, MiB",
                    "with all reports, MiB",
                    "reconciling: CPU, s",
                    "reports: CPU, s");

    private static final boolean LOOKING = Boolean.getBoolean("most");
    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
    private static final Instant AS_OF = Instant.parse("2025-02-01T00:00:00Z");

    private HeldClaims() {}

    public static void main(String... sizes) throws Exception {
        HeldClaims bench = new HeldClaims();
        for (String size : Stream.concat(Stream.of(SMALLEST), Stream.of(sizes)).toList()) {
            String[] numbers = size.split("x", 2);
            bench.measure(
                    new SyntheticMinistry(
                            Integer.parseInt(numbers[0]),
                            Integer.parseInt(numbers[1]),
                            ROWS,
                            LETTERS));
        }
        bench.figures.print();
    }

    private void measure(SyntheticMinistry ministry) throws IOException {
        Path root = Path.of("target/bench/held").toAbsolutePath();
        Issues.deleteTree(root);
        Home home = ministry.withoutFiles(root, new Home(Path.of("")));
        List<Received> files = new ArrayList<>();
        int claims = 0;
        try (HikariDataSource database = database(root)) {
            claims = fill(database, ministry, files);
        }
        Desk desk = Desk.open(home);
        long before = held();
        AtomicLong most = new AtomicLong(before);
        if (LOOKING) {
            try (HikariDataSource database = database(root)) {
                Thread looks = Thread.ofPlatform().daemon().start(() -> looks(most));
                reconciled(desk, files, database);
                looks.interrupt();
            }
        }
        long began = cpu();
        Reconciliation reconciled;
        try (HikariDataSource database = database(root)) {
            reconciled = reconciled(desk, files, database);
        }
        double reconciling = seconds(began);
        long after = held();
        began = cpu();
        Reports reports = Reports.of(reconciled, provenance());
        ConsolidatedReport consolidated = reports.consolidated();
        Charts charts = reports.charts();
        double reporting = seconds(began);
        long all = held();
        System.out.println(
                consolidated.obligations().size()
                        + " "
                        + charts.course().size()
                        + " "
                        + reconciled.conservation());
        figures.row(
                files.size(),
                claims,
                before >> 20,
                (most.get() - before) >> 20,
                (after - before) >> 20,
                (all - before) >> 20,
                reconciling,
                reporting);
    }

    private static int fill(
            HikariDataSource database, SyntheticMinistry ministry, List<Received> files) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        OutcomeTables tables = new OutcomeTables(new JdbcTemplate(database));
        return ministry.outcomes()
                .mapToInt(outcome -> {
                    tables.replace(outcome, "bench");
                    files.add(outcome.received());
                    return outcome.rows().accepted();
                })
                .sum();
    }

    private static Reconciliation reconciled(
            Desk desk, List<Received> files, HikariDataSource database) {
        OutcomeTables tables = new OutcomeTables(new JdbcTemplate(database));
        Facts facts =
                facts(
                        desk,
                        tables.heads(files, sent -> SyntheticMinistry.LAST.holds(sent.period())));
        Quoted quoted = Quoted.of(facts, claims(facts, tables, (_, _) -> false));
        return Quoted.byFindings(
                Reconciler.reconcile(
                        facts, claims(facts, tables, quoted::contains), quoted::contains));
    }

    private static ClaimsByYear claims(
            Facts facts, OutcomeTables tables, OutcomeTables.Worded worded) {
        StoredClaims stored = new StoredClaims(tables, facts.files(), worded);
        return new ClaimsByYear(stored.years(), stored::of);
    }

    private static Facts facts(Desk desk, List<FileOutcome> files) {
        Redaction redaction = desk.plan().inForce(SyntheticMinistry.LAST).orElseThrow();
        return new Facts(
                redaction,
                desk.data().register(),
                SyntheticMinistry.LAST,
                AS_OF,
                ZONE,
                files,
                desk.plan().opening(redaction),
                desk.plan().decisions(redaction),
                desk.data().calendar());
    }

    private static Provenance provenance() {
        return new Provenance(
                "1", "", "", AS_OF, ZONE, 1, true, "", new TreeMap<>(), Optional.empty());
    }

    private static HikariDataSource database(Path root) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + root.resolve("database"));
        config.setUsername("sa");
        config.setPassword("");
        return new HikariDataSource(config);
    }

    /// Collects again and again, which costs more than what it looks at.
    private static void looks(AtomicLong most) {
        try {
            while (true) {
                System.gc();
                most.accumulateAndGet(used(), Math::max);
                Thread.sleep(300);
            }
        } catch (InterruptedException _) {
            // it is over
        }
    }

    /// What a full collection leaves.
    private static long held() {
        System.gc();
        System.gc();
        return used();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double seconds(long began) {
        return Math.round((cpu() - began) / 1e8) / 10.0;
    }
}
