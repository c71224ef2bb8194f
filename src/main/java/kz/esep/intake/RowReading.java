package kz.esep.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.esep.agency.Agency;
import kz.esep.agency.Register;
import kz.esep.agency.Succession;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Severity;
import kz.esep.language.Bilingual;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Indicator;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import kz.esep.plan.Redaction;

/// Reads one row of the form's table. Every cell is read before the row is decided, so that an
/// agency hears of all its mistakes at once.
final class RowReading {

    /// What became of a row.
    sealed interface Outcome {
        /// A claim.
        record Accepted(Claim claim, List<Finding> findings) implements Outcome {}

        /// Mistakes, at least one.
        record Refused(List<Finding> findings) implements Outcome {}

        /// Nothing was said in it.
        record Untouched() implements Outcome {}
    }

    /// Columns that clerks merge over the rows of one measure.
    private static final Set<FormColumn> SHARED =
            EnumSet.of(FormColumn.MEASURE, FormColumn.YEAR, FormColumn.HOLDER);

    private final Redaction redaction;
    private final Register register;
    private final String agency;
    private final Period period;
    private final FormWords words;
    private final Table table;
    private final Grid.Row row;
    private final Place file;
    private final List<Finding> findings = new ArrayList<>();

    RowReading(
            Redaction redaction,
            Register register,
            String agency,
            Period period,
            FormWords words,
            Table table,
            Grid.Row row,
            Place file) {
        this.redaction = redaction;
        this.register = register;
        this.agency = agency;
        this.period = period;
        this.words = words;
        this.table = table;
        this.row = row;
        this.file = file;
    }

    Outcome read() {
        if (isUntouched()) {
            return new Outcome.Untouched();
        }
        if (row.hidden()) {
            find(FindingCode.ROW_HIDDEN, FormColumn.MEASURE, Map.of());
        }
        for (FormColumn column : SHARED) {
            if (table.cell(row, column).isBlank() && table.fromAbove(row, column).isPresent()) {
                find(FindingCode.VALUE_FROM_MERGED, column);
            }
        }
        Optional<Measure> measure = measure();
        Optional<Integer> year = year();
        Optional<String> holder = holder(measure, year);
        Optional<ClaimedStatus> status = word(FormColumn.STATUS, words.statuses);
        Optional<LocalDate> completedOn = date(FormColumn.COMPLETED_ON);
        Claim.Evidence evidence = evidence();
        Claim.Actual actual = actual(measure);
        Optional<BigDecimal> spent = number(FormColumn.SPENT, Numbers.read(cell(FormColumn.SPENT)));
        String progressKk = text(FormColumn.PROGRESS_KK);
        String progressRu = text(FormColumn.PROGRESS_RU);
        String reason = text(FormColumn.REASON);
        Optional<LocalDate> expectedOn = date(FormColumn.EXPECTED_ON);
        String contact = text(FormColumn.CONTACT);
        if (cell(FormColumn.STATUS).isBlank() && actual.isMissing()) {
            find(FindingCode.STATUS_MISSING, FormColumn.STATUS, Map.of());
        }
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return new Outcome.Refused(findings);
        }
        Claim claim =
                new Claim(
                        new Obligation.Key(
                                measure.orElseThrow().number(),
                                year.orElseThrow(),
                                holder.orElseThrow()),
                        status,
                        completedOn,
                        evidence,
                        actual,
                        spent,
                        progressKk,
                        progressRu,
                        reason,
                        expectedOn,
                        contact,
                        place(FormColumn.STATUS));
        doubts(claim);
        return new Outcome.Accepted(claim, findings);
    }

    /// A form's row without an answer says nothing, whatever its plan columns hold.
    private boolean isUntouched() {
        return FormLayout.columns().stream()
                .filter(FormColumn::isAnswer)
                .allMatch(column -> cell(column).isBlank());
    }

    private Optional<Measure> measure() {
        Optional<Integer> number = whole(FormColumn.MEASURE);
        if (number.isEmpty()) {
            find(FindingCode.MEASURE_UNREADABLE, FormColumn.MEASURE, Map.of());
            return Optional.empty();
        }
        Optional<Measure> measure = redaction.measure(number.get());
        if (measure.isEmpty()) {
            int last = redaction.measures().stream().mapToInt(Measure::number).max().orElseThrow();
            find(FindingCode.MEASURE_UNKNOWN, FormColumn.MEASURE, Map.of("last", last));
        }
        return measure;
    }

    private Optional<Integer> year() {
        Optional<Integer> year =
                whole(FormColumn.YEAR)
                        .filter(read ->
                                read >= redaction.firstYear() && read <= redaction.lastYear());
        if (year.isEmpty()) {
            find(
                    FindingCode.YEAR_WRONG,
                    FormColumn.YEAR,
                    Map.of(
                            "from",
                            Integer.toString(redaction.firstYear()),
                            "to",
                            Integer.toString(redaction.lastYear())));
        }
        return year;
    }

    private Optional<Integer> whole(FormColumn column) {
        // what is no number at all has a finding of its own
        return Optional.of(Numbers.read(cell(column)))
                .filter(Answer.Given.class::isInstance)
                .flatMap(number -> answer(column, number))
                .filter(number -> number.scale() <= 0 && number.precision() <= 4)
                .map(BigDecimal::intValueExact);
    }

    /// The agency itself, or a body whose functions it took over.
    private Optional<String> holder(Optional<Measure> measure, Optional<Integer> year) {
        Cell cell = cell(FormColumn.HOLDER);
        if (cell.isBlank()) {
            return Optional.of(agency);
        }
        formula(FormColumn.HOLDER);
        Optional<Vocabulary.Match<String>> match = words.agencies.find(cell.shown());
        if (match.filter(Vocabulary.Match::lookAlike).isPresent()) {
            find(FindingCode.WORD_LOOK_ALIKE, FormColumn.HOLDER);
        }
        Optional<String> holder = match.map(Vocabulary.Match::meaning);
        if (holder.isEmpty()) {
            find(FindingCode.HOLDER_UNKNOWN, FormColumn.HOLDER, Map.of());
        } else if (measure.isPresent() && !follows(holder.get(), measure.get().number(), 0)) {
            find(FindingCode.HOLDER_OTHER, FormColumn.HOLDER, Map.of());
        } else if (year.isPresent() && passedOn(holder.get(), year.get())) {
            Agency former = register.get(holder.get());
            find(
                    FindingCode.HOLDER_PREDECESSOR,
                    FormColumn.HOLDER,
                    Map.of("holder", former.shortName()));
        }
        return holder;
    }

    /// What fell due in a body's time stays under its name, and the form prints it so; only later
    /// is it an old name.
    private boolean passedOn(String holder, int year) {
        LocalDate due = LocalDate.of(year, 12, 31);
        LocalDate end = period.lastDay();
        LocalDate day = due.isBefore(end) ? due : end;
        return register.get(holder).to().filter(day::isAfter).isPresent();
    }

    private boolean follows(String holder, int measure, int generation) {
        if (holder.equals(agency)) {
            return true;
        }
        // a register that leads in a circle is refused on load; the bound is a belt to its braces
        List<Succession> successors =
                generation > 10
                        ? List.of()
                        : register.find(holder).map(Agency::successors).orElse(List.of());
        return successors.stream()
                .filter(succession -> succession.covers(measure))
                .anyMatch(succession -> follows(succession.agency(), measure, generation + 1));
    }

    private Claim.Evidence evidence() {
        Optional<CompletionForm.Kind> kind = word(FormColumn.EVIDENCE_KIND, words.kinds);
        return new Claim.Evidence(
                kind, mark(FormColumn.EVIDENCE_NUMBER), date(FormColumn.EVIDENCE_DATE));
    }

    private Claim.Actual actual(Optional<Measure> measure) {
        boolean percent =
                measure.flatMap(Measure::indicator)
                        .map(indicator -> indicator.unit() == Indicator.Unit.PERCENT)
                        .orElse(true);
        Cell value = cell(FormColumn.VALUE);
        Optional<BigDecimal> denominator =
                number(FormColumn.DENOMINATOR, Numbers.read(cell(FormColumn.DENOMINATOR)));
        if (denominator.filter(number -> number.signum() == 0).isPresent()) {
            find(FindingCode.DENOMINATOR_ZERO, FormColumn.DENOMINATOR);
        }
        Claim.Actual actual =
                new Claim.Actual(
                        number(
                                FormColumn.VALUE,
                                percent ? Numbers.readPercent(value) : Numbers.read(value)),
                        number(FormColumn.NUMERATOR, Numbers.read(cell(FormColumn.NUMERATOR))),
                        denominator);
        if (cell(FormColumn.NUMERATOR).isBlank() != cell(FormColumn.DENOMINATOR).isBlank()) {
            find(FindingCode.RATIO_INCOMPLETE, FormColumn.NUMERATOR, Map.of());
        }
        return actual;
    }

    private <T> Optional<T> word(FormColumn column, Vocabulary<T> vocabulary) {
        Cell cell = cell(column);
        if (cell.isBlank() || isFault(column, cell)) {
            return Optional.empty();
        }
        formula(column);
        Optional<Vocabulary.Match<T>> match = vocabulary.find(cell.shown());
        if (match.isEmpty()) {
            find(
                    column == FormColumn.STATUS
                            ? FindingCode.STATUS_UNREADABLE
                            : FindingCode.KIND_UNREADABLE,
                    column,
                    Map.of());
        } else if (match.get().lookAlike()) {
            find(FindingCode.WORD_LOOK_ALIKE, column);
        }
        return match.map(Vocabulary.Match::meaning);
    }

    private Optional<LocalDate> date(FormColumn column) {
        return answer(column, Dates.read(cell(column)));
    }

    private Optional<BigDecimal> number(FormColumn column, Answer<BigDecimal> answer) {
        return answer(column, answer);
    }

    private <T> Optional<T> answer(FormColumn column, Answer<T> answer) {
        return switch (answer) {
            case Answer.Nothing<T> _ -> Optional.empty();
            case Answer.Wrong<T>(FindingCode why) -> {
                find(why, column);
                yield Optional.empty();
            }
            case Answer.Given<T>(T value, List<FindingCode> leniencies) -> {
                leniencies.forEach(leniency -> find(leniency, column));
                formula(column);
                yield Optional.of(value);
            }
        };
    }

    /// A document's number, which office programs like to take for a day: `14-05` is 14 May.
    private String mark(FormColumn column) {
        switch (cell(column).content()) {
            case Cell.Content.Day _ -> find(FindingCode.NUMBER_BECAME_DAY, column);
            case Cell.Content.Figure _ -> find(FindingCode.TEXT_FROM_NUMBER, column);
            default -> {
                // a text, or what every text may be
            }
        }
        return text(column);
    }

    private String text(FormColumn column) {
        Cell cell = cell(column);
        if (isFault(column, cell)) {
            return "";
        }
        if (!cell.isBlank()) {
            formula(column);
        }
        return cell.shown();
    }

    private boolean isFault(FormColumn column, Cell cell) {
        return switch (cell.content()) {
            case Cell.Content.Fault _ -> {
                find(FindingCode.CELL_FAULT, column);
                yield true;
            }
            case Cell.Content.Uncalculated _ -> {
                find(FindingCode.FORMULA_WITHOUT_VALUE, column);
                yield true;
            }
            case Cell.Content.Blank _,
                    Cell.Content.Text _,
                    Cell.Content.Figure _,
                    Cell.Content.Day _,
                    Cell.Content.Truth _ ->
                    false;
        };
    }

    private void formula(FormColumn column) {
        if (cell(column).formula()) {
            find(FindingCode.FORMULA_VALUE, column);
        }
    }

    private void doubts(Claim claim) {
        if (claim.status().equals(Optional.of(ClaimedStatus.DONE))) {
            if (claim.completedOn().isEmpty()) {
                find(FindingCode.DONE_WITHOUT_DATE, FormColumn.COMPLETED_ON, Map.of());
            }
            Claim.Evidence evidence = claim.evidence();
            if (evidence.kind().isEmpty()
                    || evidence.number().isEmpty()
                    || evidence.date().isEmpty()) {
                find(FindingCode.DONE_WITHOUT_DOCUMENT, FormColumn.EVIDENCE_KIND, Map.of());
            }
        }
        boolean silent =
                claim.reason().isEmpty()
                        && claim.progressKk().isEmpty()
                        && claim.progressRu().isEmpty();
        if (claim.status().equals(Optional.of(ClaimedStatus.WITHDRAWN)) && silent) {
            find(FindingCode.WITHDRAWN_WITHOUT_REASON, FormColumn.REASON, Map.of());
        }
    }

    private Cell cell(FormColumn column) {
        Cell own = table.cell(row, column);
        boolean shared = own.isBlank() && SHARED.contains(column);
        return shared ? table.fromAbove(row, column).orElse(own) : own;
    }

    private Place place(FormColumn column) {
        return table.place(file, row, column);
    }

    private void find(FindingCode code, FormColumn column) {
        Bilingual header = words.header(column);
        find(code, column, Map.of("column", header));
    }

    private void find(FindingCode code, FormColumn column, Map<String, ?> arguments) {
        findings.add(
                new Finding(code, place(column), cell(column).shown(), new TreeMap<>(arguments)));
    }
}
