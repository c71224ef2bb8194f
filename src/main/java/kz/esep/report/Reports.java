package kz.esep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.agency.Agency;
import kz.esep.findings.Finding;
import kz.esep.findings.Severity;
import kz.esep.intake.FileOutcome;
import kz.esep.language.Bilingual;
import kz.esep.language.Sentence;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import kz.esep.plan.PlanChanges;
import kz.esep.plan.Redaction;
import kz.esep.plan.ReportingCycle;
import kz.esep.plan.Section;
import kz.esep.reconcile.Assessment;
import kz.esep.reconcile.Conservation;
import kz.esep.reconcile.Facts;
import kz.esep.reconcile.Index;
import kz.esep.reconcile.Reconciliation;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;
import kz.esep.reconcile.Timeliness;
import org.jspecify.annotations.Nullable;

/// All reports of one period, made from one reconciliation: the same figures in every one of them.
public final class Reports {

    private final Reconciliation reconciliation;
    private final Facts facts;
    private final Redaction redaction;
    private final Period period;
    private final Provenance provenance;
    private final PlanChanges changes;
    private final Rows rows;
    private final List<MeasureRow> measures;
    private final List<ObligationRow> obligations;
    private final List<FileRow> files;
    private final List<CycleTable> discipline;
    private final List<FindingRow> findings;
    private final Letters letters;
    private final ByAgency own;
    private final Conservation conservation;
    private final Optional<Reissue> reissue;
    private @Nullable Charts charts;

    private Reports(Reconciliation reconciliation, Provenance provenance, PlanChanges changes) {
        this.reconciliation = reconciliation;
        this.facts = reconciliation.facts();
        this.redaction = facts.redaction();
        this.period = facts.period();
        this.provenance = provenance;
        this.changes = changes;
        this.rows = new Rows(facts);
        this.measures = reconciliation.measures().stream().map(rows::measure).toList();
        this.obligations =
                reconciliation.assessments().stream()
                        .filter(Reports::hasRecord)
                        .map(rows::obligation)
                        .toList();
        this.files =
                facts.files().stream()
                        .filter(this::ofThePeriod)
                        .sorted(Comparator.comparing(FileOutcome::received))
                        .map(rows::file)
                        .toList();
        this.discipline = cycles();
        this.findings = FindingRows.of(facts, files, reconciliation.findings());
        this.letters =
                new Letters(
                        facts,
                        reconciliation.timeliness().stream().map(rows::discipline).toList(),
                        obligations);
        this.own = new ByAgency();
        this.conservation = reconciliation.conservation();
        this.reissue = Reissue.of(reconciliation, provenance);
    }

    /// What is an agency's own: with thousands of them, nobody looks through everyone's for each.
    private final class ByAgency {

        final List<String> agencies;
        final Map<String, List<ObligationRow>> obligations =
                by(Reports.this.obligations.stream(), ObligationRow::agency);
        final Map<String, List<Assessment>> assessments =
                by(
                        reconciliation.assessments().stream(),
                        assessment -> assessment.obligation().answerable());
        final Map<String, List<Assessment>> expected =
                by(
                        reconciliation.open().stream().filter(Assessment::claimExpected),
                        open -> open.obligation().answerable());
        final Map<String, List<Timeliness>> timeliness =
                by(reconciliation.timeliness().stream(), Timeliness::agency);
        final Map<String, List<FileOutcome>> files =
                by(
                        facts.files().stream()
                                .filter(Reports.this::ofThePeriod)
                                .sorted(Comparator.comparing(FileOutcome::received)),
                        file -> file.received().sender());
        final Map<String, List<FindingRow>> findings =
                by(
                        Reports.this.findings.stream().filter(FindingRow::inFile),
                        row -> row.finding().place().file());
        final Map<Obligation.Key, List<Placed>> targets = new HashMap<>();
        final Map<String, AgencyRow> rows = new ConcurrentHashMap<>();

        /// An executor's target, and where it stands among all.
        record Placed(int place, TargetRow target) {}

        ByAgency() {
            Set<String> answerable = new HashSet<>();
            reconciliation.assessments().stream()
                    .filter(Reports::hasRecord)
                    .forEach(assessment -> answerable.add(assessment.obligation().answerable()));
            agencies =
                    facts.register().agencies().stream()
                            .map(Agency::id)
                            .filter(answerable::contains)
                            .toList();
            int place = 0;
            for (MeasureRow measure : measures) {
                for (TargetRow target : measure.target().stream().toList()) {
                    for (TargetRow.Unit unit : target.units()) {
                        Obligation.Key key =
                                new Obligation.Key(
                                        target.measure().number(), target.year(), unit.agency());
                        targets.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(new Placed(place, ofUnit(target, unit)));
                        place++;
                    }
                }
            }
        }

        private static <T> Map<String, List<T>> by(Stream<T> all, Function<T, String> agency) {
            return all.collect(Collectors.groupingBy(agency));
        }

        static <T> List<T> of(Map<String, List<T>> all, String agency) {
            return all.getOrDefault(agency, List.of());
        }
    }

    /// The same reports as another issue has them.
    private Reports(Reports other, Provenance provenance) {
        this.reconciliation = other.reconciliation;
        this.facts = other.facts;
        this.redaction = other.redaction;
        this.period = other.period;
        this.provenance = provenance;
        this.changes = other.changes;
        this.rows = other.rows;
        this.measures = other.measures;
        this.obligations = other.obligations;
        this.files = other.files;
        this.discipline = other.discipline;
        this.findings = other.findings;
        this.letters = other.letters;
        this.own = other.own;
        this.conservation = other.conservation;
        this.reissue = Reissue.of(reconciliation, provenance);
        this.charts = other.charts();
    }

    /// @param issue which they are said to be of
    public Reports with(Provenance issue) {
        return new Reports(this, issue);
    }

    public static Reports of(Reconciliation reconciliation, Provenance provenance) {
        Redaction law = reconciliation.facts().redaction();
        return of(reconciliation, provenance, PlanChanges.between(law, law));
    }

    /// @param changes of the law since the period before
    public static Reports of(
            Reconciliation reconciliation, Provenance provenance, PlanChanges changes) {
        return new Reports(reconciliation, provenance, changes);
    }

    /// Ids of the agencies that have a report of their own: who answers for an obligation that is
    /// shown, in the register's order.
    public List<String> agencies() {
        return own.agencies;
    }

    public Provenance provenance() {
        return provenance;
    }

    public ConsolidatedReport consolidated() {
        List<SectionRow> sections = redaction.sections().stream().map(this::section).toList();
        return new ConsolidatedReport(
                cover(redaction.title("consolidated"), Optional.empty()),
                summary(),
                sections,
                agencies().stream().map(this::agencyRow).toList(),
                measures.stream().filter(MeasureRow::needsAttention).toList(),
                arrears(obligations),
                measures.stream().flatMap(row -> row.target().stream()).toList(),
                discipline,
                files,
                obligations,
                noRecord(reconciliation.assessments()),
                changes,
                measures.stream().filter(row -> !row.measure().notes().isEmpty()).toList(),
                findings,
                reconciliation.measures().stream()
                        .flatMap(result ->
                                CoExecution.of(result, reconciliation.findings(), rows).stream())
                        .toList(),
                conservation,
                reissue);
    }

    /// @param id one of [#agencies()]
    public AgencyReport agency(String id) {
        AgencyRow figures = agencyRow(id);
        List<ObligationRow> all = ByAgency.of(own.obligations, id);
        List<ObligationRow> current =
                all.stream().filter(row -> row.year() >= period.year()).toList();
        List<ObligationRow> arrears = arrears(all);
        List<FileRow> ownFiles = agencyFiles(id);
        List<NoRecordRow> noRecord = noRecord(ByAgency.of(own.assessments, id));
        return new AgencyReport(
                cover(redaction.title("agency"), Optional.of(facts.register().get(id).name())),
                agencySummary(figures, current, arrears, noRecord, ownFiles),
                figures,
                current,
                current.stream().filter(ObligationRow::needsAttention).toList(),
                arrears,
                all.stream().filter(row -> row.year() < period.year() && !row.unsettled()).toList(),
                agencyTargets(id),
                figures.discipline(),
                ownFiles,
                ownFiles.stream()
                        .map(FileRow::path)
                        .distinct()
                        .flatMap(path -> ByAgency.of(own.findings, path).stream())
                        .sorted(Comparator.comparingInt(FindingRow::number))
                        .toList(),
                noRecord,
                reissue.map(whole -> whole.of(id)));
    }

    /// The regions side by side.
    public RegionsReport regions() {
        return RegionsReport.of(
                internal(),
                charts().regions(),
                obligations.stream().filter(row -> row.year() == period.year()).toList());
    }

    /// Who sent what when, and in what state.
    public DisciplineReport discipline() {
        return new DisciplineReport(
                internal(),
                Stream.concat(
                                Summaries.discipline(discipline).stream(),
                                Summaries.remiss(discipline).stream())
                        .toList(),
                discipline,
                senders(),
                files.stream().filter(file -> file.agency().isEmpty()).toList(),
                files.stream().filter(FileRow::kept).toList(),
                Summaries.sum(files),
                reminded().stream().map(rows::name).toList());
    }

    /// Everything that was found wrong or doubtful.
    public FindingsReport findings() {
        return new FindingsReport(
                internal(),
                findings,
                Tally.counting(findings.stream().map(FindingRow::finding).map(Finding::severity)),
                Tally.counting(findings.stream().map(FindingRow::finding).map(Finding::code)));
    }

    /// Ids of the agencies that a letter goes to, in the register's order.
    public List<String> reminded() {
        return agencies().stream().filter(letters::goesTo).toList();
    }

    /// @param id one of [#reminded()]
    public Reminder reminder(String id) {
        return letters.to(id, facts.register().get(id).name(), internal());
    }

    private List<DisciplineReport.Sender> senders() {
        Set<String> ids = new LinkedHashSet<>();
        facts.register().agencies().forEach(agency -> ids.add(agency.id()));
        return ids.stream()
                .map(this::sender)
                .filter(sender -> sender.files() > 0 || sender.expected() > 0)
                .toList();
    }

    private DisciplineReport.Sender sender(String id) {
        List<FileRow> files = agencyFiles(id);
        List<Assessment> expected = ByAgency.of(own.expected, id);
        return new DisciplineReport.Sender(
                id,
                rows.name(id),
                files.size(),
                (int) files.stream().filter(FileRow::kept).count(),
                Summaries.sum(files),
                expected.size(),
                (int) expected.stream().filter(this::answered).count(),
                found(files, Severity.ERROR),
                found(files, Severity.WARNING));
    }

    /// In a file of this very period.
    private boolean answered(Assessment assessment) {
        return assessment.claim().filter(filed -> period.holds(filed.period())).isPresent();
    }

    private static int found(List<FileRow> files, Severity severity) {
        return (int)
                files.stream()
                        .flatMap(file -> file.findings().stream())
                        .filter(finding -> finding.severity() == severity)
                        .count();
    }

    /// Made when first asked for: the earlier periods have to be reconciled.
    public synchronized Charts charts() {
        Charts made = charts;
        if (made == null) {
            ConsolidatedReport all = consolidated();
            made =
                    Charts.of(
                            all.sections(),
                            all.targets(),
                            CoursePoint.upTo(reconciliation),
                            RegionTable.of(
                                    period.year(), all.agencies(), obligations, all.targets()));
            charts = made;
        }
        return made;
    }

    /// For the ministry's own use: no title and recipient of the plan's.
    private Cover internal() {
        return cover(redaction.title("consolidated"), Optional.empty());
    }

    private Cover cover(Redaction.ReportTitle title, Optional<Bilingual> agency) {
        return new Cover(
                title.title(),
                agency.orElse(title.recipient()),
                redaction.title(),
                redaction.approval(),
                redaction.kk().orElseThrow(),
                redaction.ru().orElseThrow(),
                redaction.inForceNote(),
                period,
                provenance.asOf().atZone(facts.zone()).toLocalDateTime(),
                redaction.parameters(),
                provenance);
    }

    private Summary summary() {
        Tally<Status> statuses = statuses(measures);
        int unscored = measures.size() - statuses.total();
        int arrears = arrears(obligations).size();
        Tally<TargetResult.Outcome> targets = outcomes(measures);
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(Summaries.measures(statuses, unscored));
        for (Status status : List.of(Status.OVERDUE, Status.UNCONFIRMED)) {
            Summaries.numbered(
                            status,
                            measures.stream()
                                    .filter(row -> row.status().filter(status::equals).isPresent())
                                    .map(row -> row.measure().number()))
                    .ifPresent(sentences::add);
        }
        sentences.add(Summaries.index(period, reconciliation.overall()));
        sentences.add(Summaries.arrears(arrears));
        Summaries.targets(period, targets).ifPresent(sentences::add);
        sentences.addAll(
                Summaries.missed(measures.stream().flatMap(row -> row.target().stream()).toList()));
        sentences.addAll(Summaries.discipline(discipline));
        sentences.addAll(Summaries.remiss(discipline));
        Summaries.files(files).ifPresent(sentences::add);
        sentences.add(Summaries.issue(period, reissue));
        return new Summary(
                statuses,
                unscored,
                obligationStatuses(obligations),
                arrears,
                (int) reconciliation.assessments().stream().filter(a -> !hasRecord(a)).count(),
                reconciliation.overall(),
                targets,
                Tally.counting(files.stream().map(FileRow::verdict)),
                Summaries.sum(files),
                sentences);
    }

    private Summary agencySummary(
            AgencyRow figures,
            List<ObligationRow> current,
            List<ObligationRow> arrears,
            List<NoRecordRow> noRecord,
            List<FileRow> ownFiles) {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(Summaries.index(period, figures.index()));
        for (Status status : List.of(Status.OVERDUE, Status.UNCONFIRMED)) {
            Summaries.numbered(
                            status,
                            current.stream()
                                    .filter(row -> !row.voluntary())
                                    .filter(row -> row.status().filter(status::equals).isPresent())
                                    .map(row -> row.measure().number()))
                    .ifPresent(sentences::add);
        }
        sentences.add(Summaries.arrears(arrears.size()));
        Summaries.targets(period, figures.targets()).ifPresent(sentences::add);
        sentences.addAll(Summaries.missed(agencyTargets(figures.id())));
        Summaries.files(ownFiles).ifPresent(sentences::add);
        Set<Integer> own = new LinkedHashSet<>();
        current.forEach(row -> own.add(row.measure().number()));
        List<MeasureRow> ownMeasures =
                measures.stream().filter(row -> own.contains(row.measure().number())).toList();
        Tally<Status> statuses = statuses(ownMeasures);
        return new Summary(
                statuses,
                ownMeasures.size() - statuses.total(),
                figures.statuses(),
                arrears.size(),
                noRecord.stream().mapToInt(NoRecordRow::obligations).sum(),
                figures.index(),
                figures.targets(),
                Tally.counting(ownFiles.stream().map(FileRow::verdict)),
                Summaries.sum(ownFiles),
                sentences);
    }

    private SectionRow section(Section section) {
        List<MeasureRow> own =
                measures.stream()
                        .filter(row -> row.measure().section() == section.number())
                        .toList();
        Tally<Status> statuses = statuses(own);
        return new SectionRow(
                section,
                statuses,
                own.size() - statuses.total(),
                reconciliation.bySection().getOrDefault(section.number(), Index.NONE),
                outcomes(own),
                own);
    }

    private AgencyRow agencyRow(String id) {
        return own.rows.computeIfAbsent(id, this::newAgencyRow);
    }

    private AgencyRow newAgencyRow(String id) {
        Agency agency = facts.register().get(id);
        List<ObligationRow> all = ByAgency.of(own.obligations, id);
        return new AgencyRow(
                id,
                agency.kind(),
                agency.shortName(),
                obligationStatuses(all),
                arrears(all).size(),
                reconciliation.byAgency().getOrDefault(id, Index.NONE),
                Tally.counting(agencyTargets(id).stream().map(TargetRow::outcome)),
                ByAgency.of(own.timeliness, id).stream().map(rows::discipline).toList());
    }

    private Tally<Status> obligationStatuses(List<ObligationRow> some) {
        return Tally.countingKnown(
                some.stream()
                        .filter(row -> row.year() == period.year() && !row.voluntary())
                        .map(ObligationRow::status));
    }

    /// Known to be unsettled from earlier years, oldest first.
    private List<ObligationRow> arrears(List<ObligationRow> some) {
        return some.stream()
                .filter(row -> row.year() < period.year() && !row.voluntary() && row.unsettled())
                .sorted(Comparator.comparingInt(ObligationRow::year))
                .toList();
    }

    private List<NoRecordRow> noRecord(List<Assessment> some) {
        SortedMap<Integer, List<Obligation>> byMeasure = new TreeMap<>();
        some.stream()
                .filter(assessment -> !hasRecord(assessment))
                .map(Assessment::obligation)
                .forEach(duty ->
                        byMeasure
                                .computeIfAbsent(duty.measure(), _ -> new ArrayList<>())
                                .add(duty));
        return byMeasure.entrySet().stream()
                .map(entry ->
                        new NoRecordRow(
                                redaction.measure(entry.getKey()).orElseThrow(),
                                entry.getValue().stream()
                                        .map(Obligation::year)
                                        .distinct()
                                        .sorted()
                                        .toList(),
                                entry.getValue().size()))
                .toList();
    }

    /// The agency's own values, also those that a measure asks of a body whose function it has.
    private List<TargetRow> agencyTargets(String id) {
        Set<Obligation.Key> keys = new HashSet<>();
        ByAgency.of(own.obligations, id)
                .forEach(row ->
                        keys.add(new Obligation.Key(row.measure().number(), row.year(), id)));
        ByAgency.of(own.assessments, id)
                .forEach(assessment -> keys.add(assessment.obligation().key()));
        return keys.stream()
                .flatMap(key -> own.targets.getOrDefault(key, List.of()).stream())
                .sorted(Comparator.comparingInt(ByAgency.Placed::place))
                .map(ByAgency.Placed::target)
                .toList();
    }

    private static TargetRow ofUnit(TargetRow target, TargetRow.Unit unit) {
        return new TargetRow(
                target.measure(),
                target.year(),
                unit.outcome(),
                target.target(),
                unit.actual(),
                unit.gap(),
                unit.numerator(),
                unit.denominator(),
                unit.remarkable(),
                false,
                unit.actual().isPresent() ? 1 : 0,
                1,
                List.of(),
                unit.brokenOn().filter(_ -> unit.actual().isPresent()).stream()
                        .map(day -> new TargetRow.Break(day, List.of(unit.name())))
                        .toList());
    }

    private List<CycleTable> cycles() {
        List<CycleTable> tables = new ArrayList<>();
        // the register's order, as in all reports
        Map<String, Integer> places = new HashMap<>();
        facts.register().agencies().forEach(agency -> places.put(agency.id(), places.size()));
        for (ReportingCycle cycle : redaction.cycles(period)) {
            List<DisciplineRow> own =
                    reconciliation.timeliness().stream()
                            .filter(timeliness -> timeliness.cycle().id().equals(cycle.id()))
                            .sorted(
                                    Comparator.comparingInt(
                                            one -> places.getOrDefault(one.agency(), 0)))
                            .map(rows::discipline)
                            .toList();
            Period completed = cycle.completedBy(period).orElseThrow();
            tables.add(
                    new CycleTable(
                            cycle,
                            completed,
                            facts.due(cycle.agencies(), completed),
                            cycle.consolidated().map(rule -> facts.due(rule, completed)),
                            Tally.counting(own.stream().map(DisciplineRow::standing)),
                            own));
        }
        return tables;
    }

    private List<FileRow> agencyFiles(String id) {
        return ByAgency.of(own.files, id).stream().map(rows::file).toList();
    }

    /// Files of this period, and those whose period nobody can tell: a broken one has to be named.
    private boolean ofThePeriod(FileOutcome file) {
        return file.submission().map(own -> period.holds(own.period())).orElse(true);
    }

    private static boolean hasRecord(Assessment assessment) {
        return assessment.status().filter(Status.NO_RECORD::equals).isEmpty();
    }

    private static Tally<Status> statuses(List<MeasureRow> measures) {
        return Tally.countingKnown(measures.stream().map(MeasureRow::status));
    }

    private static Tally<TargetResult.Outcome> outcomes(List<MeasureRow> measures) {
        return Tally.counting(
                measures.stream().flatMap(row -> row.target().stream()).map(TargetRow::outcome));
    }
}
