package kz.esep.ledger;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Letter;
import kz.esep.intake.Received;
import kz.esep.intake.RowCounts;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Submission;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The outcomes of files in the database. The caller's transaction makes each of them whole.
public final class OutcomeTables {

    /// How many files' rows are asked for at once: a driver holds all that it is asked for.
    private static final int TOGETHER = 500;

    private final JdbcClient db;
    private final JdbcTemplate batch;

    public OutcomeTables(JdbcTemplate template) {
        this.db = JdbcClient.create(template);
        this.batch = template;
    }

    public void clear() {
        db.sql("delete from file_outcome").update();
    }

    /// Forgets every outcome but those that were read from the same as they would be now.
    ///
    /// @param readings what names all that an outcome follows from, by ledger line
    public void keepOnly(Map<Long, String> readings) {
        List<Object[]> old = new ArrayList<>();
        db.sql("select line, reading from file_outcome")
                .query(row -> {
                    long line = row.getLong("line");
                    if (!row.getString("reading").equals(readings.get(line))) {
                        old.add(new Object[] {line});
                    }
                });
        if (!old.isEmpty()) {
            batch.batchUpdate("delete from file_outcome where line = ?", old);
        }
    }

    /// Whether a line's outcome is there, read from the same.
    public boolean holds(long line, String reading) {
        return db.sql("select count(*) from file_outcome where line = ? and reading = ?")
                        .params(line, reading)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Puts an outcome in the place of the one that its ledger line had before.
    ///
    /// @param reading names all that it follows from
    public void replace(FileOutcome outcome, String reading) {
        long line = outcome.received().line();
        db.sql("delete from file_outcome where line = ?").param(line).update();
        RowCounts rows = outcome.rows();
        db.sql("insert into file_outcome values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        line,
                        outcome.verdict().name(),
                        rows.seen(),
                        rows.accepted(),
                        rows.refused(),
                        rows.ignored(),
                        reading)
                .update();
        outcome.submission().ifPresent(submission -> insert(line, submission));
        List<List<@Nullable Object>> findings = new ArrayList<>();
        for (Finding finding : outcome.findings()) {
            findings.add(row(line, findings.size(), finding));
        }
        all("insert into finding values (?, ?, ?, ?, ?, ?, ?, ?)", findings);
    }

    private void insert(long line, Submission submission) {
        RowCounts rows = submission.rows();
        db.sql("insert into submission values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        row(
                                line,
                                submission.plan(),
                                submission.redaction(),
                                submission.period().toString(),
                                submission.agency(),
                                submission.formVersion(),
                                submission.seal().name(),
                                submission.letterDate().orElse(null),
                                rows.seen(),
                                rows.accepted(),
                                rows.refused(),
                                rows.ignored(),
                                submission.letter().number(),
                                submission.letter().person(),
                                submission.letter().phone()))
                .update();
        List<List<@Nullable Object>> claims = new ArrayList<>();
        for (Claim claim : submission.claims()) {
            claims.add(row(line, claims.size(), claim));
        }
        all(
                "insert into claim values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                claims);
    }

    /// In one trip to the database.
    private void all(String sql, List<List<@Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            batch.batchUpdate(sql, rows, rows.size(), OutcomeTables::fill);
        }
    }

    private static void fill(PreparedStatement statement, List<@Nullable Object> row)
            throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            StatementCreatorUtils.setParameterValue(
                    statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, row.get(i));
        }
    }

    private static List<@Nullable Object> row(long line, int position, Claim claim) {
        return row(
                line,
                position,
                claim.key().measure(),
                claim.key().year(),
                claim.key().agency(),
                claim.status().map(Enum::name).orElse(null),
                claim.completedOn().orElse(null),
                claim.evidence().kind().map(Enum::name).orElse(null),
                claim.evidence().number(),
                claim.evidence().date().orElse(null),
                written(claim.actual().value()),
                written(claim.actual().numerator()),
                written(claim.actual().denominator()),
                written(claim.spent()),
                claim.progressKk(),
                claim.progressRu(),
                claim.reason(),
                claim.expectedOn().orElse(null),
                claim.contact(),
                claim.place().file(),
                claim.place().sheet(),
                claim.place().cell());
    }

    private static List<@Nullable Object> row(long line, int position, Finding finding) {
        return row(
                line,
                position,
                finding.code().name(),
                finding.place().file(),
                finding.place().sheet(),
                finding.place().cell(),
                finding.found(),
                Arguments.write(finding.arguments()));
    }

    /// Which claims are wanted with the agencies' own words.
    @FunctionalInterface
    public interface Worded {
        /// @param line the file's in the ledger
        boolean wants(long line, Place place);
    }

    /// The outcomes of these files without their claims, in their order.
    ///
    /// @param heard which accepted files' findings are wanted; of the others they are left out
    /// @throws IllegalStateException if the database does not know one of them
    public List<FileOutcome> heads(List<Received> files, Predicate<Submission> heard) {
        Once once = new Once();
        List<FileOutcome> outcomes = new ArrayList<>();
        together(
                files,
                Received::line,
                (some, lines) -> outcomes.addAll(heads(some, lines, heard, once)));
        return outcomes;
    }

    private List<FileOutcome> heads(
            List<Received> files,
            LongSummaryStatistics lines,
            Predicate<Submission> heard,
            Once once) {
        Map<Long, List<Finding>> findings =
                byLine(
                        "select * from finding where line between ? and ? order by line, position",
                        List.of(lines.getMin(), lines.getMax()),
                        OutcomeTables::finding);
        Map<Long, Submission> submissions = new HashMap<>();
        db.sql("select * from submission where line between ? and ?")
                .params(lines.getMin(), lines.getMax())
                .query(row -> {
                    submissions.put(row.getLong("line"), submission(row));
                });
        Map<Long, Received> received = new HashMap<>();
        files.forEach(file -> received.put(file.line(), file));
        Map<Long, FileOutcome> outcomes = new HashMap<>();
        db.sql("select * from file_outcome where line between ? and ?")
                .params(lines.getMin(), lines.getMax())
                .query(row -> {
                    long line = row.getLong("line");
                    Received file = received.get(line);
                    Optional<Submission> submission = Optional.ofNullable(submissions.get(line));
                    if (file != null) {
                        outcomes.put(
                                line,
                                once.outcome(
                                        new FileOutcome(
                                                file,
                                                FileOutcome.Verdict.valueOf(
                                                        row.getString("verdict")),
                                                submission,
                                                rows(row),
                                                submission.filter(heard.negate()).isPresent()
                                                        ? List.of()
                                                        : findings.getOrDefault(line, List.of()))));
                    }
                });
        return files.stream()
                .map(file ->
                        Optional.ofNullable(outcomes.get(file.line()))
                                .orElseThrow(() ->
                                        new IllegalStateException(
                                                "The database has no outcome of line "
                                                        + file.line())))
                .toList();
    }

    /// How many claims, by whichever file, there are of each year's obligations.
    public SortedMap<Integer, Integer> years() {
        SortedMap<Integer, Integer> years = new TreeMap<>();
        db.sql("select plan_year, count(*) from claim group by plan_year")
                .query(row -> {
                    years.put(row.getInt(1), row.getInt(2));
                });
        return years;
    }

    /// What these files claim of some years' obligations, by year: those of them that do, with
    /// these claims alone, in their order. What stands side by side in the database is read for all
    /// of the years at once.
    ///
    /// @param heads of files that the database knows
    /// @param worded which claims are wanted with their words
    public SortedMap<Integer, List<FileOutcome>> ofYears(
            Collection<Integer> years, List<FileOutcome> heads, Worded worded) {
        Once once = new Once();
        SortedMap<Integer, List<FileOutcome>> outcomes = new TreeMap<>();
        years.forEach(year -> outcomes.put(year, new ArrayList<>()));
        together(
                heads,
                head -> head.received().line(),
                (some, lines) ->
                        outcomes.forEach((year, own) ->
                                own.addAll(ofYear(year, some, lines, worded, once))));
        return outcomes;
    }

    private List<FileOutcome> ofYear(
            int year,
            List<FileOutcome> heads,
            LongSummaryStatistics lines,
            Worded worded,
            Once once) {
        Map<Long, List<Claim>> claims =
                byLine(
                        "select * from claim where plan_year = ? and line between ? and ?"
                                + " order by line, position",
                        List.of(year, lines.getMin(), lines.getMax()),
                        row -> {
                            Claim claim = claim(row);
                            return worded.wants(row.getLong("line"), claim.place())
                                    ? claim
                                    : claim.withoutWords();
                        });
        List<FileOutcome> outcomes = new ArrayList<>();
        for (FileOutcome head : heads) {
            List<Claim> own = claims.get(head.received().line());
            if (own != null) {
                outcomes.add(once.outcome(head.with(own)));
            }
        }
        return outcomes;
    }

    /// Asks for some after some.
    ///
    /// @param line what a row is looked for by
    private static <T> void together(
            List<T> all,
            ToLongFunction<T> line,
            BiConsumer<List<T>, LongSummaryStatistics> reading) {
        for (int first = 0; first < all.size(); first += TOGETHER) {
            List<T> some = all.subList(first, Math.min(first + TOGETHER, all.size()));
            reading.accept(some, some.stream().mapToLong(line).summaryStatistics());
        }
    }

    /// A row of a table as what it means.
    @FunctionalInterface
    private interface Meaning<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<Long, List<T>> byLine(String sql, List<?> values, Meaning<T> meaning) {
        Map<Long, List<T>> all = new HashMap<>();
        db.sql(sql)
                .params(values)
                .query(row -> {
                    all.computeIfAbsent(row.getLong("line"), _ -> new ArrayList<>())
                            .add(meaning.of(row));
                });
        return all;
    }

    /// Without its claims.
    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                text(row, "plan"),
                text(row, "redaction"),
                Period.parse(row.getString("period")).orElseThrow(),
                text(row, "agency"),
                text(row, "form_version"),
                SealVerdict.valueOf(row.getString("seal")),
                new Letter(
                        text(row, "letter_number"),
                        day(row, "letter_date"),
                        text(row, "person"),
                        text(row, "phone")),
                List.of(),
                rows(row));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                new Obligation.Key(
                        row.getInt("measure"), row.getInt("plan_year"), text(row, "agency")),
                Optional.ofNullable(row.getString("status")).map(ClaimedStatus::valueOf),
                day(row, "completed_on"),
                new Claim.Evidence(
                        Optional.ofNullable(row.getString("evidence_kind"))
                                .map(CompletionForm.Kind::valueOf),
                        text(row, "evidence_number"),
                        day(row, "evidence_date")),
                new Claim.Actual(
                        number(row, "actual"),
                        number(row, "numerator"),
                        number(row, "denominator")),
                number(row, "spent"),
                text(row, "progress_kk"),
                text(row, "progress_ru"),
                text(row, "reason"),
                day(row, "expected_on"),
                text(row, "contact"),
                place(row));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                FindingCode.valueOf(row.getString("code")),
                place(row),
                text(row, "found"),
                Arguments.read(text(row, "arguments")));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                text(row, "place_file"), text(row, "place_sheet"), text(row, "place_cell"));
    }

    private static RowCounts rows(ResultSet row) throws SQLException {
        return new RowCounts(
                row.getInt("rows_seen"),
                row.getInt("rows_accepted"),
                row.getInt("rows_refused"),
                row.getInt("rows_ignored"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>(values.length);
        for (@Nullable Object value : values) {
            row.add(value instanceof String text ? StoredText.write(text) : value);
        }
        return row;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return StoredText.read(row.getString(column));
    }

    private static @Nullable String written(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toString).orElse(null);
    }

    private static Optional<BigDecimal> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(BigDecimal::new);
    }
}
