package kz.esep.reconcile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.agency.Agency;
import kz.esep.agency.AgencyKind;
import kz.esep.agency.Register;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Letter;
import kz.esep.intake.Received;
import kz.esep.intake.RowCounts;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Submission;
import kz.esep.language.Bilingual;
import kz.esep.plan.Act;
import kz.esep.plan.Calendar;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Deadline;
import kz.esep.plan.Decision;
import kz.esep.plan.DueRule;
import kz.esep.plan.Executor;
import kz.esep.plan.Holiday;
import kz.esep.plan.Indicator;
import kz.esep.plan.Measure;
import kz.esep.plan.Numbering;
import kz.esep.plan.Obligation;
import kz.esep.plan.OpeningEntry;
import kz.esep.plan.Parameters;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;
import kz.esep.plan.ReportingCycle;
import kz.esep.plan.Section;
import kz.esep.plan.Transfer;

/// A small plan for 2019 to 2025, under control since 2024-01-01, and what was said of it.
public final class Case {

    static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
    static final Bilingual PAPER = new Bilingual("№ 31 хат", "письмо № 31");
    static final Bilingual CAUSE = new Bilingual("Себебі бар.", "Есть причина.");

    private final Map<Integer, Measure> measures = new LinkedHashMap<>();
    private final List<Obligation> obligations = new ArrayList<>();
    private final List<FileOutcome> files = new ArrayList<>();
    private final List<OpeningEntry> opening = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Executor> executors = new ArrayList<>();
    private final List<Holiday> holidays = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private Parameters parameters = Parameters.DEFAULT;
    private Optional<Measure.Cost> cost = Optional.empty();
    private String russianAct = "1";
    private boolean letterCounts;
    private Redaction.DayOffPolicy dayOff = Redaction.DayOffPolicy.AS_WRITTEN;

    /// A measure of section 1 with the given number, due in one year.
    static Case document(int year) {
        return new Case().measure(1, "document", new Deadline.InYear(year));
    }

    static Case yearly(String kind) {
        return new Case().measure(1, kind, new Deadline.EveryYear());
    }

    public Case measure(int number, String kind, Deadline deadline) {
        return measure(number, 1, kind, deadline, Optional.empty(), Optional.empty());
    }

    /// @param targets by year
    Case indicator(
            int number, String kind, Indicator.Direction direction, Map<Integer, String> targets) {
        return measure(
                number,
                1,
                kind,
                new Deadline.EveryYear(),
                Optional.of(
                        indicator(
                                Indicator.Unit.PERCENT,
                                direction,
                                Indicator.Accumulation.YEARLY,
                                targets)),
                Optional.empty());
    }

    static Indicator indicator(
            Indicator.Unit unit,
            Indicator.Direction direction,
            Indicator.Accumulation accumulation,
            Map<Integer, String> targets) {
        SortedMap<Integer, BigDecimal> figures = new TreeMap<>();
        targets.forEach((year, figure) -> figures.put(year, new BigDecimal(figure)));
        return new Indicator(
                Bilingual.EMPTY, Bilingual.EMPTY, unit, direction, accumulation, figures);
    }

    /// A yearly measure number 1 that is proven by information.
    static Case measured(Indicator indicator) {
        return new Case()
                .measure(
                        1,
                        1,
                        "information",
                        new Deadline.EveryYear(),
                        Optional.of(indicator),
                        Optional.empty());
    }

    /// How the cell of executors names an agency, for all measures from now on.
    Case prints(String agency, String kk, String ru) {
        executors.add(
                new Executor(agency, Executor.Role.LEAD, new Bilingual(kk, ru), Bilingual.EMPTY));
        return this;
    }

    /// Money for all measures from now on: allotted or not required.
    Case allots(boolean allotted) {
        cost = Optional.of(new Measure.Cost(allotted, Bilingual.EMPTY));
        return this;
    }

    Case measure(
            int number,
            int section,
            String kind,
            Deadline deadline,
            Optional<Indicator> indicator,
            Optional<Measure.AggregationPolicy> policy) {
        boolean incomplete = kind.isEmpty();
        measures.put(
                number,
                new Measure(
                        number,
                        section,
                        new Bilingual("Іс-шара " + number, "Мероприятие " + number),
                        incomplete
                                ? Optional.empty()
                                : Optional.of(new CompletionForm(Said.kind(kind), Bilingual.EMPTY)),
                        executors,
                        Bilingual.EMPTY,
                        incomplete ? Optional.empty() : Optional.of(deadline),
                        Bilingual.EMPTY,
                        cost,
                        Optional.empty(),
                        indicator,
                        policy,
                        List.of(),
                        incomplete,
                        new Measure.Origin.Kept()));
        return this;
    }

    public Case lead(int measure, int year, String agency) {
        return owes(measure, year, agency, agency, Executor.Role.LEAD, false);
    }

    public Case coExecutor(int measure, int year, String agency) {
        return owes(measure, year, agency, agency, Executor.Role.CO_EXECUTOR, false);
    }

    public Case byAgreement(int measure, int year, String agency) {
        return owes(measure, year, agency, agency, Executor.Role.BY_AGREEMENT, false);
    }

    /// Each region under the plan's word for all of them.
    public Case regions(int measure, int year, Executor.Role role, String... regions) {
        for (String region : regions) {
            owes(measure, year, "mio", region, role, false);
        }
        return this;
    }

    Case targetOnly(int measure, int year, String agency) {
        return owes(measure, year, agency, agency, Executor.Role.LEAD, true);
    }

    private Case owes(
            int measure,
            int year,
            String named,
            String holder,
            Executor.Role role,
            boolean targetOnly) {
        return owes(
                new Obligation(
                        measure,
                        year,
                        named,
                        holder,
                        holder,
                        Set.of(),
                        role,
                        LocalDate.of(year, 12, 31),
                        Optional.empty(),
                        targetOnly,
                        false));
    }

    public Case owes(Obligation obligation) {
        obligations.add(obligation);
        return this;
    }

    /// @param received a day, at noon, or a day and time such as `2025-01-10T23:59`
    public Case sends(String agency, String period, String received, Claim... claims) {
        return sends(agency, period, received, Optional.empty(), claims);
    }

    Case sends(
            String agency,
            String period,
            String received,
            Optional<LocalDate> letter,
            Claim... claims) {
        int line = files.size() + 1;
        Received own =
                new Received(
                        line,
                        agency + "/" + line + ".xlsx",
                        agency,
                        "0".repeat(64),
                        1,
                        instant(received),
                        Received.Source.INCOMING_REGISTER,
                        "25-" + line);
        List<Claim> placed = new ArrayList<>();
        for (Claim claim : claims) {
            placed.add(Said.in(claim, own.path(), placed.size() + 10));
        }
        files.add(
                new FileOutcome(
                        own,
                        FileOutcome.Verdict.ACCEPTED,
                        Optional.of(
                                new Submission(
                                        "test",
                                        "1",
                                        Period.parse(period).orElseThrow(),
                                        agency,
                                        "1",
                                        SealVerdict.VALID,
                                        Letter.dated(letter),
                                        placed,
                                        new RowCounts(claims.length, claims.length, 0, 0))),
                        new RowCounts(claims.length, claims.length, 0, 0),
                        List.of()));
        return this;
    }

    /// The rules with other parameters than the usual ones.
    Case with(Parameters own) {
        parameters = own;
        return this;
    }

    /// An act of its own for the Russian text.
    Case russianTextBy(String number) {
        russianAct = number;
        return this;
    }

    Case lettersCount() {
        letterCounts = true;
        return this;
    }

    /// Due dates move to the next working day.
    ///
    /// @param daysOff besides weekends, parted by blanks; `2025-01-03/2025-01-05` is off, and the
    ///   weekend's day after the stroke is worked; may be empty
    Case movesDueDates(String daysOff) {
        dayOff = Redaction.DayOffPolicy.NEXT_WORKING_DAY;
        Stream.of(daysOff.split(" ", -1))
                .filter(day -> !day.isEmpty())
                .map(day -> day.split("/", -1))
                .forEach(days -> {
                    LocalDate off = LocalDate.parse(days[0]);
                    if (days.length == 1) {
                        holidays.add(new Holiday(off, Bilingual.EMPTY));
                    } else {
                        transfers.add(
                                new Transfer(
                                        off,
                                        Optional.of(LocalDate.parse(days[1])),
                                        Bilingual.EMPTY));
                    }
                });
        return this;
    }

    /// @param date empty if the record gives none
    Case opening(
            int measure, int year, String agency, OpeningEntry.Standing standing, String date) {
        opening.add(
                new OpeningEntry(
                        new Obligation.Key(measure, year, agency),
                        standing,
                        date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)),
                        "№ 7",
                        Bilingual.EMPTY,
                        opening.size() + 2));
        return this;
    }

    /// @param act `accept 2025-01-20`, `return …`, `off …`, or `extend 2024-12-01 to 2025-06-30`
    Case decides(int measure, int year, String agency, String act) {
        Obligation.Key key = new Obligation.Key(measure, year, agency);
        String[] words = act.split(" ", -1);
        LocalDate date = LocalDate.parse(words[1]);
        decisions.add(
                switch (words[0]) {
                    case "accept" -> new Decision.Accept(key, date, PAPER, CAUSE);
                    case "return" -> new Decision.Return(key, date, PAPER, CAUSE);
                    case "off" -> new Decision.TakeOffControl(key, date, PAPER, CAUSE);
                    case "extend" ->
                            new Decision.Extend(key, date, LocalDate.parse(words[3]), PAPER, CAUSE);
                    default -> throw new IllegalArgumentException(act);
                });
        return this;
    }

    /// The same facts in another order.
    Case shuffled(long seed) {
        Random random = new Random(seed);
        Collections.shuffle(files, random);
        Collections.shuffle(opening, random);
        Collections.shuffle(decisions, random);
        return this;
    }

    /// As known a year after the period.
    public Reconciliation in(String period) {
        return in(period, Period.parse(period).orElseThrow().lastDay().plusYears(1).toString());
    }

    Reconciliation in(String period, String asOf) {
        return Reconciler.reconcile(facts(period, asOf), obligations);
    }

    List<Obligation> obligations() {
        return List.copyOf(obligations);
    }

    Facts facts(String period, String asOf) {
        return new Facts(
                redaction(),
                register(),
                Period.parse(period).orElseThrow(),
                instant(asOf),
                ZONE,
                files,
                opening,
                decisions,
                new Calendar(holidays, transfers));
    }

    private static Instant instant(String time) {
        LocalDateTime local =
                time.contains("T")
                        ? LocalDateTime.parse(time)
                        : LocalDate.parse(time).atTime(12, 0);
        return local.atZone(ZONE).toInstant();
    }

    private Redaction redaction() {
        Act act = new Act(Act.Kind.RESOLUTION, "1", LocalDate.of(2019, 1, 1), Bilingual.EMPTY);
        Redaction.InForce inForce =
                new Redaction.InForce("1", act, LocalDate.of(2019, 1, 1), false);
        Redaction.InForce russian =
                new Redaction.InForce(
                        russianAct,
                        new Act(
                                Act.Kind.RESOLUTION,
                                russianAct,
                                LocalDate.of(2020, 2, 2),
                                Bilingual.EMPTY),
                        LocalDate.of(2020, 3, 3),
                        true);
        return new Redaction(
                "test",
                "1",
                Bilingual.EMPTY,
                act,
                Optional.empty(),
                Optional.of(inForce),
                Optional.of(russianAct.equals("1") ? inForce : russian),
                Bilingual.EMPTY,
                2019,
                2025,
                LocalDate.of(2024, 1, 1),
                Period.Cadence.QUARTER,
                dayOff,
                letterCounts,
                List.of(
                        new ReportingCycle(
                                "quarter",
                                Period.Cadence.QUARTER,
                                new DueRule.DaysAfterEnd(10),
                                Optional.empty(),
                                Bilingual.EMPTY,
                                Bilingual.EMPTY),
                        new ReportingCycle(
                                "law",
                                Period.Cadence.YEAR,
                                new DueRule.OnDays(List.of(MonthDay.of(1, 20))),
                                Optional.empty(),
                                Bilingual.EMPTY,
                                Bilingual.EMPTY)),
                Stream.of("consolidated", "agency")
                        .map(id -> new Redaction.ReportTitle(id, Bilingual.EMPTY, Bilingual.EMPTY))
                        .toList(),
                List.of(
                        new Section(1, "1.", Bilingual.EMPTY),
                        new Section(2, "2.", Bilingual.EMPTY)),
                List.copyOf(measures.values()),
                parameters,
                Numbering.UNCHANGED);
    }

    private static Register register() {
        return new Register(
                "mtszn",
                List.of(
                        agency("mtszn", AgencyKind.MINISTRY, "Еңбекмині", "МТСЗН"),
                        agency("mz", AgencyKind.MINISTRY, "ДСМ", "МЗ"),
                        agency("mp", AgencyKind.MINISTRY, "ОМ", "МП"),
                        agency("mks", AgencyKind.MINISTRY, "МСМ", "МКС"),
                        agency("mts", AgencyKind.MINISTRY, "ТСМ", "МТС"),
                        agency("fund", AgencyKind.FUND, "Қор", "Фонд"),
                        agency("mio", AgencyKind.GROUP, "ЖАО", "МИО"),
                        region("abai", "Абай облысы", "область Абай", "vko", "2022-06-08"),
                        agency("vko", AgencyKind.REGION, "ШҚО", "ВКО"),
                        agency("akmola", AgencyKind.REGION, "Ақмола облысы", "Акмолинская область"),
                        agency("astana", AgencyKind.REGION, "Астана қаласы", "город Астана")));
    }

    /// A region that was cut out of another one.
    private static Agency region(String id, String kk, String ru, String splitFrom, String from) {
        Bilingual name = new Bilingual(kk, ru);
        return new Agency(
                id,
                AgencyKind.REGION,
                name,
                name,
                name,
                List.of(),
                Optional.empty(),
                Optional.of("mio"),
                Optional.of(LocalDate.parse(from)),
                Optional.empty(),
                Optional.of(splitFrom),
                List.of(),
                "");
    }

    private static Agency agency(String id, AgencyKind kind, String kk, String ru) {
        Bilingual name = new Bilingual(kk, ru);
        return new Agency(
                id,
                kind,
                name,
                name,
                name,
                List.of(),
                Optional.empty(),
                kind == AgencyKind.REGION ? Optional.of("mio") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "");
    }
}
