package kz.esep.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.agency.Agency;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Severity;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import kz.esep.plan.Plan;
import kz.esep.plan.Redaction;

/// Turns a workbook's cells into an outcome: whose, of which plan and period, and which claims.
public final class FormReading {

    private final IntakeContext context;
    private final FormWords words;

    public FormReading(IntakeContext context) {
        this.context = context;
        this.words = new FormWords(context.kk(), context.ru(), context.register());
    }

    /// @param before what was already found about the file
    public FileOutcome read(Grid grid, Received received, List<Finding> before) {
        OneFile file = new OneFile(grid, received);
        file.findings.addAll(before);
        return file.read();
    }

    /// A file that could not be read at all.
    public static FileOutcome unreadable(Received received, Finding finding) {
        return new FileOutcome(
                received,
                FileOutcome.Verdict.REJECTED,
                Optional.empty(),
                RowCounts.NONE,
                List.of(finding));
    }

    private final class OneFile {
        private final Grid grid;
        private final Received received;
        private final Place file;
        private final Optional<FormIdentity> identity;
        private final SealVerdict seal;
        private final List<Finding> findings = new ArrayList<>();

        OneFile(Grid grid, Received received) {
            this.grid = grid;
            this.received = received;
            this.file = Place.file(received.path());
            this.identity = identityOf(grid);
            this.seal = identity.map(context.seals()::verify).orElse(SealVerdict.MISSING);
        }

        FileOutcome read() {
            List<Table> tables = tables();
            if (tables.isEmpty()) {
                find(FindingCode.FORM_NOT_FOUND, "", Map.of());
                return rejected();
            }
            boolean sealed = seal == SealVerdict.VALID || seal == SealVerdict.DEMONSTRATION;
            if (received.sender().isEmpty() && !sealed) {
                find(FindingCode.UNSEALED_IN_ROOT, "", Map.of());
                return unclaimed(FileOutcome.Verdict.HELD);
            }
            if (!received.sender().isEmpty()
                    && context.register().find(received.sender()).isEmpty()) {
                find(
                        FindingCode.FOLDER_UNKNOWN,
                        received.sender(),
                        Map.of("folder", received.sender()));
                return unclaimed(FileOutcome.Verdict.HELD);
            }
            authenticity();
            if (grid.date1904()) {
                find(FindingCode.DAYS_FROM_1904, "", Map.of());
            }
            Optional<String> agency = agency(tables.getFirst());
            Optional<Plan> plan = plan();
            Optional<Period> period =
                    plan.flatMap(known -> period(known.newest(), tables.getFirst()));
            tables.forEach(table -> findings.addAll(table.findings(file, words)));
            if (agency.isEmpty() || plan.isEmpty() || period.isEmpty() || hasErrors()) {
                return rejected();
            }
            return claims(tables, agency.get(), redaction(plan.get(), period.get()), period.get());
        }

        private boolean hasErrors() {
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        }

        private List<Table> tables() {
            return grid.sheets().stream()
                    .filter(sheet -> !sheet.name().equals(FormLayout.IDENTITY_SHEET))
                    .flatMap(sheet -> Table.find(sheet, words).stream())
                    .toList();
        }

        private void authenticity() {
            received.admission()
                    .flatMap(word -> context.register().find(word.agency()))
                    .ifPresent(agency ->
                            find(
                                    FindingCode.FILE_ADMITTED,
                                    "",
                                    Map.of("agency", agency.shortName())));
            if (identity.isEmpty()) {
                find(FindingCode.FORM_IDENTITY_MISSING, "", Map.of());
            } else if (seal == SealVerdict.MISSING) {
                find(FindingCode.SEAL_MISSING, "", Map.of());
            } else if (seal == SealVerdict.INVALID) {
                find(FindingCode.SEAL_INVALID, "", Map.of());
            }
        }

        /// The folder says who sends; the form must have been issued to the same agency, or to one
        /// that it follows.
        private Optional<String> agency(Table table) {
            String issuedTo =
                    identity.map(FormIdentity::agency)
                            .or(() -> seenAgency(table))
                            .orElse(received.sender());
            if (received.sender().isEmpty()) {
                if (context.register().find(issuedTo).isPresent()) {
                    return Optional.of(issuedTo);
                }
                find(FindingCode.AGENCY_WRONG, issuedTo, Map.of("folder", received.sender()));
                return Optional.empty();
            }
            if (issuedTo.equals(received.sender())) {
                return Optional.of(issuedTo);
            }
            boolean succeeded =
                    context.register().find(issuedTo).map(Agency::successors).stream()
                            .flatMap(List::stream)
                            .anyMatch(succession -> succession.agency().equals(received.sender()));
            find(
                    succeeded ? FindingCode.AGENCY_PREDECESSOR : FindingCode.AGENCY_WRONG,
                    issuedTo,
                    Map.of("folder", received.sender(), "agency", issuedTo));
            return succeeded ? Optional.of(received.sender()) : Optional.empty();
        }

        /// Whom a form without its identity names above the table.
        private Optional<String> seenAgency(Table table) {
            return words.agencies
                    .find(field(table, FormField.AGENCY).shown())
                    .map(Vocabulary.Match::meaning);
        }

        /// The plan that the form names; the only one where it names none.
        private Optional<Plan> plan() {
            List<Plan> plans = context.plans();
            Optional<String> named = identity.map(FormIdentity::plan);
            Optional<Plan> plan =
                    named.isEmpty() && plans.size() == 1
                            ? Optional.of(plans.getFirst())
                            : plans.stream()
                                    .filter(known -> known.id().equals(named.orElse("")))
                                    .findFirst();
            if (plan.isEmpty()) {
                find(FindingCode.PLAN_WRONG, named.orElse(""), Map.of());
            }
            return plan;
        }

        /// The redaction that the form was made from; else the one in force on the period's last
        /// day.
        private Redaction redaction(Plan plan, Period period) {
            Optional<Redaction> named =
                    identity.map(FormIdentity::redaction).flatMap(plan::redaction);
            if (named.isEmpty() && identity.isPresent()) {
                find(FindingCode.REDACTION_UNKNOWN, identity.get().redaction(), Map.of());
            }
            return named.or(() -> plan.inForce(period)).orElseGet(plan::newest);
        }

        private Optional<Period> period(Redaction redaction, Table table) {
            String written =
                    identity.map(FormIdentity::period)
                            .orElseGet(() -> field(table, FormField.PERIOD).shown());
            Optional<Period> said = Periods.read(written);
            Optional<Period> admitted = received.admission().map(Admission::period);
            if (admitted.isPresent() && said.isPresent() && !said.equals(admitted)) {
                find(
                        FindingCode.PERIOD_ADMITTED_OTHER,
                        written,
                        Map.of("period", said.get(), "admitted", admitted.get()));
                return Optional.empty();
            }
            Optional<Period> period =
                    said.or(() -> admitted)
                            .filter(read ->
                                    read.year() >= redaction.firstYear()
                                            && read.year() <= redaction.lastYear());
            if (period.isEmpty()) {
                find(
                        FindingCode.PERIOD_WRONG,
                        written,
                        Map.of(
                                "from",
                                Integer.toString(redaction.firstYear()),
                                "to",
                                Integer.toString(redaction.lastYear())));
            }
            return period;
        }

        /// The cell right of a label above the table; blank where there is none.
        private Cell field(Table table, FormField field) {
            return fieldPlace(table, field)
                    .map(at -> at.row().cell(at.column()))
                    .orElse(Cell.BLANK);
        }

        private Optional<FieldCell> fieldPlace(Table table, FormField field) {
            for (Grid.Row row : table.sheet().rows()) {
                if (row.number() >= table.header()) {
                    return Optional.empty();
                }
                for (Map.Entry<Integer, Cell> label : row.cells().entrySet()) {
                    boolean found =
                            words.labels
                                    .find(label.getValue().shown())
                                    .filter(match -> match.meaning() == field)
                                    .isPresent();
                    if (found) {
                        return rightOf(row, label.getKey());
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<FieldCell> rightOf(Grid.Row row, int label) {
            return row.cells().tailMap(label + 1).entrySet().stream()
                    .filter(cell -> !cell.getValue().isBlank())
                    .findFirst()
                    .filter(cell -> words.labels.find(cell.getValue().shown()).isEmpty())
                    .map(cell -> new FieldCell(row, cell.getKey()));
        }

        private Letter letter(Table table) {
            return new Letter(
                    field(table, FormField.LETTER_NUMBER).shown(),
                    letterDate(table),
                    field(table, FormField.PERSON).shown(),
                    field(table, FormField.PHONE).shown());
        }

        private Optional<LocalDate> letterDate(Table table) {
            Optional<FieldCell> at = fieldPlace(table, FormField.LETTER_DATE);
            if (at.isEmpty()) {
                return Optional.empty();
            }
            Cell cell = at.get().row().cell(at.get().column());
            Optional<LocalDate> date = Dates.read(cell).read();
            if (date.isEmpty()) {
                findings.add(
                        Finding.of(
                                FindingCode.LETTER_DATE_UNREADABLE,
                                file.cell(
                                        table.sheet().name(),
                                        Grid.name(at.get().column(), at.get().row().number())),
                                cell.shown()));
            }
            return date;
        }

        private FileOutcome claims(
                List<Table> tables, String agency, Redaction redaction, Period period) {
            Letter letter = letter(tables.getFirst());
            Sorting sorting = new Sorting();
            for (Table table : tables) {
                sorting.ignored += table.sheet().blank();
                for (Grid.Row row : table.sheet().rows()) {
                    if (table.repeatsHeader(row)) {
                        sorting.ignored++;
                    } else if (row.number() > table.header()) {
                        sorting.add(
                                new RowReading(
                                                redaction,
                                                context.register(),
                                                agency,
                                                period,
                                                words,
                                                table,
                                                row,
                                                file)
                                        .read());
                    } else {
                        sorting.ignored++;
                    }
                }
            }
            List<Grid.Sheet> read = tables.stream().map(Table::sheet).toList();
            for (Grid.Sheet sheet : grid.sheets()) {
                if (!read.contains(sheet)) {
                    sorting.ignored += sheet.size();
                }
            }
            List<Claim> claims = sorting.settle();
            findings.addAll(sorting.findings);
            RowCounts rows = new RowCounts(seen(), claims.size(), sorting.refused, sorting.ignored);
            if (!rows.close()) {
                find(
                        FindingCode.ROWS_DO_NOT_CLOSE,
                        "",
                        Map.of(
                                "seen",
                                rows.seen(),
                                "accounted",
                                rows.accepted() + rows.refused() + rows.ignored()));
                return outcome(FileOutcome.Verdict.REJECTED, Optional.empty(), rows);
            }
            if (claims.isEmpty() && sorting.refused == 0) {
                find(FindingCode.FORM_BLANK, "", Map.of());
                return outcome(FileOutcome.Verdict.REJECTED, Optional.empty(), rows);
            }
            boolean clean =
                    findings.stream().allMatch(finding -> finding.severity() == Severity.INFO);
            return outcome(
                    clean
                            ? FileOutcome.Verdict.ACCEPTED
                            : FileOutcome.Verdict.ACCEPTED_WITH_FINDINGS,
                    Optional.of(
                            new Submission(
                                    redaction.plan(),
                                    redaction.id(),
                                    period,
                                    agency,
                                    identity.map(FormIdentity::formVersion).orElse(""),
                                    seal,
                                    letter,
                                    claims,
                                    rows)),
                    rows);
        }

        private int seen() {
            return grid.sheets().stream().mapToInt(Grid.Sheet::size).sum();
        }

        private FileOutcome rejected() {
            return unclaimed(FileOutcome.Verdict.REJECTED);
        }

        private FileOutcome unclaimed(FileOutcome.Verdict verdict) {
            return outcome(verdict, Optional.empty(), new RowCounts(seen(), 0, 0, seen()));
        }

        private FileOutcome outcome(
                FileOutcome.Verdict verdict, Optional<Submission> submission, RowCounts rows) {
            return new FileOutcome(received, verdict, submission, rows, findings);
        }

        private void find(FindingCode code, String found, Map<String, ?> arguments) {
            findings.add(Finding.of(code, file, found, arguments));
        }
    }

    private record FieldCell(Grid.Row row, int column) {}

    /// Counts what became of each row, and settles rows that speak of the same obligation.
    private static final class Sorting {
        private final Map<Obligation.Key, List<RowReading.Outcome.Accepted>> accepted =
                new LinkedHashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private int refused;
        private int ignored;

        void add(RowReading.Outcome outcome) {
            switch (outcome) {
                case RowReading.Outcome.Accepted row ->
                        accepted.computeIfAbsent(row.claim().key(), _ -> new ArrayList<>())
                                .add(row);
                case RowReading.Outcome.Refused(List<Finding> mistakes) -> {
                    refused++;
                    findings.addAll(mistakes);
                }
                case RowReading.Outcome.Untouched _ -> ignored++;
            }
        }

        /// Of rows that repeat each other the first counts; rows that contradict each other are all
        /// refused, for nobody can know which is meant.
        List<Claim> settle() {
            List<Claim> claims = new ArrayList<>();
            for (List<RowReading.Outcome.Accepted> rows : accepted.values()) {
                RowReading.Outcome.Accepted first = rows.getFirst();
                List<RowReading.Outcome.Accepted> others = rows.subList(1, rows.size());
                boolean alike =
                        others.stream().allMatch(row -> row.claim().saysTheSameAs(first.claim()));
                rows.forEach(row -> findings.addAll(row.findings()));
                if (alike) {
                    claims.add(first.claim());
                    ignored += others.size();
                    others.forEach(row -> findings.add(twin(FindingCode.ROW_REPEATED, row, first)));
                } else {
                    refused += rows.size();
                    findings.add(twin(FindingCode.ROW_CONTRADICTED, first, others.getFirst()));
                    others.forEach(
                            row -> findings.add(twin(FindingCode.ROW_CONTRADICTED, row, first)));
                }
            }
            return claims;
        }

        private static Finding twin(
                FindingCode code,
                RowReading.Outcome.Accepted row,
                RowReading.Outcome.Accepted other) {
            Claim claim = row.claim();
            Place there = other.claim().place();
            return Finding.of(
                    code,
                    claim.place(),
                    "",
                    Map.of(
                            "measure",
                            claim.key().measure(),
                            "year",
                            Integer.toString(claim.key().year()),
                            "other",
                            there.sheet() + "!" + there.cell()));
        }
    }

    /// From the hidden sheet, else from the custom property.
    private static Optional<FormIdentity> identityOf(Grid grid) {
        return grid.sheets().stream()
                .filter(sheet -> sheet.name().equals(FormLayout.IDENTITY_SHEET))
                .findFirst()
                .flatMap(FormReading::identityOf)
                .or(() ->
                        Optional.ofNullable(grid.properties().get(FormLayout.IDENTITY_PROPERTY))
                                .flatMap(FormIdentity::ofProperty));
    }

    private static Optional<FormIdentity> identityOf(Grid.Sheet sheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (Grid.Row row : sheet.rows()) {
            parts.put(row.cell(0).shown(), row.cell(1).shown());
        }
        return FormIdentity.of(parts);
    }
}
