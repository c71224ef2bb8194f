package kz.esep.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Letter;
import kz.esep.intake.Received;
import kz.esep.intake.Retold;
import kz.esep.intake.RowCounts;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Submission;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import kz.esep.plan.PlanFolder;
import kz.esep.plan.Redaction;
import kz.esep.reconcile.Assessment;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Reconciler;
import kz.esep.reconcile.Reconciliation;
import kz.esep.reconcile.Status;

/// Reconciliations of the real plan with made-up answers: every status, outcome and verdict occurs.
public final class Samples {

    private static final Path INPUT = Path.of("input");
    private static final Period PERIOD = Period.quarter(2024, 4);
    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
    private static final Instant AS_OF = Instant.parse("2025-01-27T06:30:00Z");
    private static final Set<String> MISSING = Set.of("ulytau", "samruk-kazyna");
    private static final Set<String> LATE = Set.of("zhetisu", "mki", "kostanay");

    private Samples() {}

    public static Provenance provenance() {
        return new Provenance(
                "0.1.0",
                "5f0c7a1be2d94c63a8f1720b9e4d3c5b6a7f8091a2b3c4d5e6f708192a3b4c5d",
                "57 5f0c7a1b",
                AS_OF,
                ZONE,
                1,
                true,
                "c0de",
                new TreeMap<>(),
                Optional.empty());
    }

    /// The second issue: of the first, a file was not there and another was refused, the ministry
    /// had decided otherwise, and the words and the register were others.
    public static Provenance reissued(Reconciliation now) {
        Provenance first = provenance();
        SortedMap<String, String> inputs =
                new TreeMap<>(
                        Map.of(
                                "input/agencies.yaml", "a1",
                                "input/plan/decisions.yaml", "d1",
                                "templates/messages/report_kk.properties", "w1",
                                "templates/messages/report_ru.properties", "w2"));
        return new Provenance(
                first.version(),
                "0c7a1be2d94c63a8f1720b9e4d3c5b6a7f8091a2b3c4d5e6f708192a3b4c5d5f",
                first.ledgerHead(),
                AS_OF,
                ZONE,
                2,
                true,
                first.code(),
                inputs,
                Optional.of(
                        new FormerIssue(1, first.fingerprint(), Optional.of(former(now, inputs)))));
    }

    private static Statement former(Reconciliation now, SortedMap<String, String> inputs) {
        Statement said = Statement.of(now, "0.1.0", "01dc0de", inputs);
        SortedMap<Long, Statement.Source> files = new TreeMap<>(said.files());
        files.remove(files.firstKey());
        Map.Entry<Long, Statement.Source> refused =
                files.entrySet().stream().findFirst().orElseThrow();
        files.put(
                refused.getKey(),
                new Statement.Source(
                        refused.getValue().path(),
                        refused.getValue().receivedAt(),
                        FileOutcome.Verdict.REJECTED));
        files.put(
                1_000L,
                new Statement.Source(
                        "abai/later.xlsx", AS_OF.plusSeconds(60), FileOutcome.Verdict.ACCEPTED));
        SortedSet<String> decisions = new TreeSet<>(said.decisions());
        decisions.remove(decisions.first());
        decisions.add("41/2024/abai 2025-01-10 return");
        SortedMap<String, Status> statuses = new TreeMap<>(said.statuses());
        statuses.put("2", Status.NOT_STARTED);
        // a measure that the sample has, or not
        statuses.put("3", Status.OVERDUE);
        statuses.put("3/2024/mz", Status.OVERDUE);
        statuses.remove("2/2024/akmola");
        SortedMap<String, String> before = new TreeMap<>(inputs);
        before.put("input/agencies.yaml", "a0");
        before.remove("templates/messages/report_kk.properties");
        before.put("templates/pdf/old.css", "t0");
        return new Statement(
                said.version(),
                said.code(),
                said.redaction(),
                AS_OF.minusSeconds(86_400),
                files,
                decisions,
                statuses,
                before);
    }

    /// All 90 measures.
    public static Reconciliation whole() {
        return of(redaction());
    }

    /// A few measures that differ in kind: range, regions, target only, group alone, cut off.
    public static Reconciliation few() {
        return few(measure -> measure);
    }

    /// @param changed what becomes of each measure
    public static Reconciliation few(UnaryOperator<Measure> changed) {
        Redaction all = redaction();
        return of(
                new Redaction(
                        all.plan(),
                        all.id(),
                        all.title(),
                        all.act(),
                        all.amends(),
                        all.kk(),
                        all.ru(),
                        all.inForceNote(),
                        all.firstYear(),
                        all.lastYear(),
                        all.controlFrom(),
                        all.cadence(),
                        all.dayOff(),
                        all.letterCounts(),
                        all.cycles(),
                        all.titles(),
                        all.sections(),
                        all.measures().stream()
                                .filter(measure ->
                                        Set.of(2, 8, 12, 42, 63, 87, 90).contains(measure.number()))
                                .map(changed)
                                .toList(),
                        all.parameters(),
                        all.numbering()));
    }

    /// As few, of the whole year: the law's report.
    public static Reconciliation year() {
        Reconciliation few = few();
        return reconcile(few.facts().redaction(), few.facts().files(), Period.year(2024));
    }

    /// As few, where each agency typed one of these wherever it can type, and so named its file.
    public static Reconciliation typed(List<String> texts) {
        Reconciliation few = few();
        List<FileOutcome> files = new ArrayList<>();
        for (FileOutcome file : few.facts().files()) {
            files.add(typed(file, texts.get(files.size() % texts.size())));
        }
        return reconcile(few.facts().redaction(), files);
    }

    private static FileOutcome typed(FileOutcome file, String text) {
        Received received = file.received();
        String path =
                received.folder().isEmpty()
                        ? text
                        : received.folder() + "/" + text.replace('/', '∕');
        return new FileOutcome(
                Retold.filed(received, path, text),
                file.verdict(),
                Retold.claiming(file, claim -> typed(claim, text)),
                file.rows(),
                List.of(
                        Finding.of(
                                FindingCode.STATUS_UNREADABLE,
                                Place.file(path).cell(text, "F12"),
                                text)));
    }

    private static Claim typed(Claim claim, String text) {
        return new Claim(
                claim.key(),
                claim.status(),
                claim.completedOn(),
                new Claim.Evidence(claim.evidence().kind(), text, claim.evidence().date()),
                claim.actual(),
                claim.spent(),
                text,
                text,
                text,
                claim.expectedOn(),
                text,
                claim.place());
    }

    private static Reconciliation of(Redaction redaction) {
        List<FileOutcome> files = new ArrayList<>();
        Reconciliation empty = reconcile(redaction, files);
        TreeMap<String, List<Assessment>> byAgency = new TreeMap<>();
        empty.open().stream()
                .filter(Assessment::claimExpected)
                .forEach(open ->
                        byAgency.computeIfAbsent(
                                        open.obligation().answerable(), _ -> new ArrayList<>())
                                .add(open));
        byAgency.keySet().removeAll(MISSING);
        byAgency.forEach(
                (agency, open) -> files.add(answer(redaction, agency, open, files.size())));
        files.add(broken("mz/отчёт итоговый.xlsx", "mz", FileOutcome.Verdict.REJECTED, 97));
        files.add(broken("unknown 漢\u0001.xlsx", "", FileOutcome.Verdict.HELD, 98));
        return reconcile(redaction, files);
    }

    private static Reconciliation reconcile(Redaction redaction, List<FileOutcome> files) {
        return reconcile(redaction, files, PERIOD);
    }

    private static Reconciliation reconcile(
            Redaction redaction, List<FileOutcome> files, Period period) {
        PlanFolder.Content plans = plans();
        Set<Integer> numbers = new java.util.TreeSet<>();
        redaction.measures().forEach(measure -> numbers.add(measure.number()));
        Facts facts =
                new Facts(
                        redaction,
                        register(),
                        period,
                        AS_OF,
                        ZONE,
                        files,
                        plans.defaultPlan().opening().stream()
                                .filter(entry -> numbers.contains(entry.key().measure()))
                                .toList(),
                        plans.defaultPlan().decisions().stream()
                                .filter(decision -> numbers.contains(decision.key().measure()))
                                .toList(),
                        plans.calendar());
        return Reconciler.reconcile(facts);
    }

    private static FileOutcome answer(
            Redaction redaction, String agency, List<Assessment> open, int number) {
        String path = agency + "/2024-Q4.xlsx";
        List<Claim> claims = new ArrayList<>();
        for (Assessment assessment : open) {
            Obligation duty = assessment.obligation();
            Measure measure = redaction.measure(duty.measure()).orElseThrow();
            int kind = Math.floorMod(duty.measure() * 7 + agency.hashCode(), 12);
            if (kind == 0) {
                continue;
            }
            claims.add(
                    claim(
                            duty,
                            measure,
                            kind,
                            Place.file(path).cell("Есеп", "F" + (claims.size() + 12))));
        }
        RowCounts rows =
                new RowCounts(open.size() + 14, claims.size(), 0, open.size() + 14 - claims.size());
        Instant at =
                LATE.contains(agency)
                        ? Instant.parse("2025-01-24T05:10:00Z")
                        : Instant.parse("2025-01-08T04:00:00Z").plusSeconds(number * 1800L);
        return new FileOutcome(
                new Received(
                        number + 1,
                        path,
                        agency,
                        "%064x".formatted(number + 1),
                        20_000,
                        at,
                        Received.Source.INCOMING_REGISTER,
                        "25-%05d".formatted(number + 1)),
                FileOutcome.Verdict.ACCEPTED,
                Optional.of(
                        new Submission(
                                redaction.plan(),
                                redaction.id(),
                                PERIOD,
                                agency,
                                "1",
                                SealVerdict.DEMONSTRATION,
                                Letter.NONE,
                                claims,
                                rows)),
                rows,
                List.of());
    }

    private static Claim claim(Obligation duty, Measure measure, int kind, Place place) {
        ClaimedStatus status =
                switch (kind) {
                    case 1 -> ClaimedStatus.NOT_STARTED;
                    case 2 -> ClaimedStatus.IN_PROGRESS;
                    default -> ClaimedStatus.DONE;
                };
        boolean done = status == ClaimedStatus.DONE;
        LocalDate completed =
                kind == 4 ? duty.due().minusDays(1) : duty.due().minusDays(40L + kind);
        return new Claim(
                duty.key(),
                Optional.of(status),
                done ? Optional.of(completed) : Optional.empty(),
                done && kind != 3
                        ? new Claim.Evidence(
                                measure.form().map(CompletionForm::kind),
                                "14-05/" + (4000 + duty.measure()),
                                Optional.of(completed))
                        : Claim.Evidence.NONE,
                duty.target().isPresent() && kind != 5
                        ? new Claim.Actual(
                                duty.target()
                                        .map(target ->
                                                target.add(BigDecimal.valueOf(kind - 4L))
                                                        .min(new BigDecimal("100"))),
                                Optional.empty(),
                                Optional.empty())
                        : Claim.Actual.NONE,
                Optional.empty(),
                done ? "Іс-шара орындалды." : "",
                done ? "Мероприятие исполнено." : "",
                done ? "" : "Келісу рәсімі ұзарды (漢)",
                Optional.empty(),
                "",
                place);
    }

    private static FileOutcome broken(
            String path, String folder, FileOutcome.Verdict verdict, int line) {
        return new FileOutcome(
                new Received(
                        line,
                        path,
                        folder,
                        "%064x".formatted(line),
                        0,
                        Instant.parse("2025-01-09T09:00:00Z"),
                        Received.Source.FIRST_SEEN,
                        ""),
                verdict,
                Optional.empty(),
                RowCounts.NONE,
                List.of(
                        Finding.of(
                                FindingCode.CLAIM_FOR_ANOTHER_AGENCY,
                                Place.file(path),
                                "",
                                Map.of("agency", "x漢", "measure", 2, "year", "2024"))));
    }

    private static Redaction redaction() {
        return plans().redactions().getFirst();
    }

    private static PlanFolder.Content plans() {
        return accepted(PlanFolder.read(INPUT.resolve("plan"), register()));
    }

    private static Register register() {
        return accepted(RegisterFile.read(INPUT.resolve("agencies.yaml")));
    }

    private static <T> T accepted(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T>(T value, _) -> value;
            case Reading.Refused<T>(List<Finding> findings) ->
                    throw new AssertionError(findings.toString());
        };
    }
}
