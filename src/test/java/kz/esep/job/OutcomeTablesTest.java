package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Letter;
import kz.esep.intake.Received;
import kz.esep.intake.Retold;
import kz.esep.intake.RowCounts;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Submission;
import kz.esep.ledger.OutcomeTables;
import kz.esep.ledger.StoredClaims;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import kz.esep.reconcile.Reachable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// What agencies write comes back from every database as it was.
class OutcomeTablesTest {

    /// Nothing, a letter that PostgreSQL refuses, half a pair of which its driver makes a `?`,
    /// signs that look spelled, a letter of two halves, ends that some databases cut.
    private static final String HURTFUL = " \u0000 \uD800 \\u0000 \\\\ 𝄞 Әәі «a'b» \t\n ";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void keepsEveryLetter(Vendor vendor) throws IOException {
        FileOutcome outcome = outcome("\u0000".repeat(32_767));

        assertThat(storedAndRead(vendor, outcome)).isEqualTo(outcome);
        assertThat(storedAndRead(vendor, outcome(HURTFUL))).isEqualTo(outcome(HURTFUL));
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void keepsOnlyWhatWasReadFromTheSame(Vendor vendor) throws IOException {
        FileOutcome outcome = outcome("a");
        try (HikariDataSource pool = made(vendor)) {
            OutcomeTables tables = new OutcomeTables(new JdbcTemplate(pool));
            tables.replace(outcome, "one");

            assertThat(tables.holds(7, "one")).isTrue();
            assertThat(tables.holds(7, "other")).isFalse();
            assertThat(tables.holds(8, "one")).isFalse();
            tables.keepOnly(Map.of(7L, "one", 8L, "two"));
            assertThat(whole(tables, outcome.received())).isEqualTo(outcome);
            tables.keepOnly(Map.of(7L, "other"));
            assertThat(tables.holds(7, "one")).isFalse();
            assertThatIllegalStateException()
                    .isThrownBy(() -> whole(tables, outcome.received()))
                    .withMessage("The database has no outcome of line 7");
            tables.replace(outcome, "one");
            tables.clear();
            assertThat(tables.holds(7, "one")).isFalse();
        }
    }

    /// More than are asked for at once, and not in the order of their lines.
    @ParameterizedTest
    @EnumSource(Vendor.class)
    void readsThousandsInTheOrderThatIsAsked(Vendor vendor) throws IOException {
        List<FileOutcome> outcomes =
                LongStream.rangeClosed(1, 1_200)
                        .mapToObj(line -> line * 7 % 1_201)
                        .map(line -> atLine(outcome("text " + line), line))
                        .toList();
        try (HikariDataSource pool = made(vendor)) {
            OutcomeTables tables = new OutcomeTables(new JdbcTemplate(pool));
            outcomes.forEach(outcome -> tables.replace(outcome, ""));

            List<FileOutcome> heads =
                    tables.heads(outcomes.stream().map(FileOutcome::received).toList(), _ -> true);
            assertThat(ofYear(tables, 2024, heads)).isEqualTo(outcomes);
            assertThat(ofYear(tables, 2023, heads)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void readsWithWordsOnlyTheClaimsThatAreWanted(Vendor vendor) throws IOException {
        FileOutcome one = atLine(outcome("one"), 1);
        FileOutcome two = atLine(outcome("two"), 2);
        try (HikariDataSource pool = made(vendor)) {
            OutcomeTables tables = new OutcomeTables(new JdbcTemplate(pool));
            tables.replace(one, "");
            tables.replace(two, "");

            assertThat(
                            tables.ofYears(
                                    List.of(2024),
                                    tables.heads(
                                            List.of(one.received(), two.received()), _ -> true),
                                    (line, place) -> line == 2 && place.cell().equals("B7")))
                    .isEqualTo(Map.of(2024, List.of(one.withoutWords(), two)));
        }
        assertThat(one.withoutWords()).isNotEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void readsTheClaimsOfOneYearAlone(Vendor vendor) throws IOException {
        FileOutcome one = atLine(claiming(outcome("one"), 2019, 2024, 2022), 1);
        FileOutcome two = atLine(claiming(outcome("two"), 2022), 2);
        FileOutcome other = atLine(claiming(outcome("other"), 2021), 3);
        try (HikariDataSource pool = made(vendor)) {
            OutcomeTables tables = new OutcomeTables(new JdbcTemplate(pool));
            assertThat(tables.years()).isEmpty();
            tables.replace(two, "");
            tables.replace(one, "");
            tables.replace(other, "");

            assertThat(tables.years()).isEqualTo(Map.of(2019, 1, 2021, 1, 2022, 2, 2024, 1));
            List<FileOutcome> heads =
                    tables.heads(List.of(two.received(), one.received()), _ -> true);
            assertThat(heads).containsExactly(two.with(List.of()), one.with(List.of()));
            assertThat(tables.heads(List.of(two.received()), _ -> false))
                    .containsExactly(two.head());
            assertThat(two.findings()).isNotEmpty();
            assertThat(ofYear(tables, 2022, heads))
                    .containsExactly(two, one.with(claims(one, 2022)));
            assertThat(ofYear(tables, 2019, heads)).containsExactly(one.with(claims(one, 2019)));
            assertThat(ofYear(tables, 2021, heads)).isEmpty();
        }
    }

    /// However many are read at once.
    @ParameterizedTest
    @EnumSource(Vendor.class)
    void handsOutOneYearAfterAnother(Vendor vendor) throws IOException {
        FileOutcome one = atLine(claiming(outcome("one"), 2019, 2024, 2022), 1);
        FileOutcome two = atLine(claiming(outcome("two"), 2022, 2022), 2);
        try (HikariDataSource pool = made(vendor)) {
            OutcomeTables tables = new OutcomeTables(new JdbcTemplate(pool));
            tables.replace(one, "");
            tables.replace(two, "");
            List<FileOutcome> heads =
                    tables.heads(List.of(one.received(), two.received()), _ -> true);

            for (int atOnce : new int[] {0, 1, 3, 4, 5, 100}) {
                StoredClaims stored = new StoredClaims(tables, heads, (_, _) -> true, atOnce);
                assertThat(stored.years()).containsExactly(2019, 2022, 2024);
                assertThat(stored.of(2018)).isEmpty();
                assertThat(stored.of(2019)).containsExactly(one.with(claims(one, 2019)));
                assertThat(stored.of(2020)).isEmpty();
                assertThat(stored.of(2022)).containsExactly(one.with(claims(one, 2022)), two);
                assertThat(stored.of(2024)).containsExactly(one.with(claims(one, 2024)));
                assertThat(stored.of(2025)).isEmpty();
                assertThat(Reachable.count(Claim.class, stored)).isZero();
            }
        }
    }

    private static List<FileOutcome> ofYear(
            OutcomeTables tables, int year, List<FileOutcome> heads) {
        return Objects.requireNonNull(
                tables.ofYears(List.of(year), heads, (_, _) -> true).get(year));
    }

    private static FileOutcome claiming(FileOutcome outcome, int... years) {
        Claim claim = claims(outcome, 2024).getFirst();
        return outcome.with(
                Arrays.stream(years)
                        .mapToObj(year -> Retold.of(claim, new Obligation.Key(2, year, "mz")))
                        .toList());
    }

    private static List<Claim> claims(FileOutcome outcome, int year) {
        return outcome.submission().orElseThrow().claims().stream()
                .filter(claim -> claim.key().year() == year)
                .toList();
    }

    /// As it was entered, where all of its claims are of 2024.
    private static FileOutcome whole(OutcomeTables tables, Received received) {
        return ofYear(tables, 2024, tables.heads(List.of(received), _ -> true)).getFirst();
    }

    private static FileOutcome atLine(FileOutcome outcome, long line) {
        Received received = outcome.received();
        return new FileOutcome(
                new Received(
                        line,
                        received.path(),
                        received.folder(),
                        received.sha256(),
                        received.bytes(),
                        received.at(),
                        received.source(),
                        received.incomingNumber(),
                        received.admission()),
                outcome.verdict(),
                outcome.submission(),
                outcome.rows(),
                outcome.findings());
    }

    private FileOutcome storedAndRead(Vendor vendor, FileOutcome outcome) throws IOException {
        try (HikariDataSource pool = made(vendor)) {
            OutcomeTables tables = new OutcomeTables(new JdbcTemplate(pool));
            tables.replace(outcome, "");
            return whole(tables, outcome.received());
        }
    }

    private HikariDataSource made(Vendor vendor) throws IOException {
        HikariDataSource pool = Database.of(vendor.equip(new Home(folder))).pool(1);
        String kind = vendor == Vendor.H2 ? "h2" : "postgresql";
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + kind)
                .load()
                .migrate();
        return pool;
    }

    private static FileOutcome outcome(String text) {
        LocalDate day = LocalDate.of(2024, 12, 20);
        RowCounts rows = new RowCounts(3, 1, 1, 1);
        Received received =
                new Received(
                        7,
                        "mz/form.xlsx",
                        "mz",
                        "ab".repeat(32),
                        20_000,
                        Instant.parse("2025-01-09T05:00:00Z"),
                        Received.Source.FIRST_SEEN,
                        "",
                        Optional.empty());
        Claim claim =
                new Claim(
                        new Obligation.Key(2, 2024, "mz"),
                        Optional.of(ClaimedStatus.DONE),
                        Optional.of(day),
                        new Claim.Evidence(
                                Optional.of(CompletionForm.Kind.DOCUMENT), text, Optional.of(day)),
                        new Claim.Actual(
                                Optional.of(new BigDecimal("56.50")),
                                Optional.empty(),
                                Optional.of(new BigDecimal("1E+3"))),
                        Optional.empty(),
                        text,
                        text,
                        text,
                        Optional.empty(),
                        text,
                        new Place("mz/form.xlsx", "Форма \\ нысан", "B7"));
        Finding finding =
                Finding.of(
                        FindingCode.INBOX_FILE_TOO_LARGE,
                        Place.file("mz/form.xlsx"),
                        text.substring(0, Math.min(400, text.length())),
                        Map.of(
                                "limit",
                                5,
                                "said",
                                text.substring(0, Math.min(400, text.length()))));
        return new FileOutcome(
                received,
                FileOutcome.Verdict.ACCEPTED,
                Optional.of(
                        new Submission(
                                "disability-rights-2025",
                                "1142",
                                Period.quarter(2024, 4),
                                "mz",
                                "1",
                                SealVerdict.VALID,
                                new Letter(text, Optional.empty(), text, text),
                                List.of(claim),
                                rows)),
                rows,
                List.of(finding));
    }
}
