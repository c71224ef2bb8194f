package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import kz.esep.plan.Deadline;
import kz.esep.plan.Executor;
import kz.esep.plan.OpeningEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexesTest {

    private static final String DONE = "done 2024-09-01, information 5 2024-09-01";

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        year | record    | act                              | claim       | period  | this year | since control
        2024 |           |                                  | DONE        | 2024-Q4 | 1/1/1     | 1/1/1
        2024 |           |                                  | in progress | 2024-Q4 | 1/0/0     | 1/0/0
        2024 |           |                                  | done        | 2024-Q4 | 1/0/0     | 1/0/0
        2024 |           |                                  | DONE        | 2024-Q3 | 0/0/0     | 0/0/0
        2024 |           | off 2024-12-01                   | in progress | 2024-Q4 | 0/0/0     | 0/0/0
        2024 |           | extend 2024-12-01 to 2025-01-01  | in progress | 2024-Q4 | 0/0/0     | 0/0/0
        2024 |           | extend 2024-12-01 to 2024-12-31  | in progress | 2024-Q4 | 1/0/0     | 1/0/0
        2024 |           |                                  | in progress | 2025-Q1 | 0/0/0     | 1/0/0
        2023 |           |                                  |             | 2024-Q4 | 0/0/0     | 0/0/0
        2023 |           |                                  | DONE        | 2024-Q4 | 0/0/0     | 0/0/0
        2023 | UNSETTLED |                                  |             | 2024-Q4 | 0/0/0     | 1/0/0
        2023 | UNSETTLED |                                  | LATE        | 2024-Q4 | 0/0/0     | 1/1/0
        2023 | DONE      |                                  |             | 2024-Q4 | 0/0/0     | 0/0/0
        """)
    // spotless:on
    void countsWhatIsDue(
            int year,
            OpeningEntry.@org.jspecify.annotations.Nullable Standing record,
            @org.jspecify.annotations.Nullable String act,
            @org.jspecify.annotations.Nullable String claim,
            String period,
            String thisYear,
            String sinceControl) {
        Case told = Case.yearly("information").lead(1, year, "mz");
        if (record != null) {
            told.opening(1, year, "mz", record, "2023-12-01");
        }
        if (act != null) {
            told.decides(1, year, "mz", act);
        }
        if (claim != null) {
            String words =
                    switch (claim) {
                        case "DONE" -> DONE;
                        case "LATE" -> "done 2024-05-05, information 5 2024-05-05";
                        default -> claim;
                    };
            told.sends("mz", period, "2025-01-09", Said.of(1, year, "mz", words));
        }

        Index index = told.in(period).overall();

        assertEquals(thisYear, written(index.thisYear()));
        assertEquals(sinceControl, written(index.sinceControl()));
    }

    @Test
    void thePartsAddUpAndVolunteersAndTargetYearsAreNoPart() {
        Case told =
                new Case()
                        .measure(
                                1,
                                1,
                                "information",
                                new Deadline.EveryYear(),
                                Optional.empty(),
                                Optional.empty())
                        .measure(
                                2,
                                2,
                                "information",
                                new Deadline.EveryYear(),
                                Optional.empty(),
                                Optional.empty())
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp")
                        .lead(2, 2024, "mp")
                        .targetOnly(2, 2024, "mts")
                        .sends("mp", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mp", DONE));
        Reconciliation before = told.in("2024-Q4");
        Reconciliation after =
                told.byAgreement(1, 2024, "fund")
                        .sends("fund", "2024-Q4", "2025-01-09", Said.of(1, 2024, "fund", DONE))
                        .in("2024-Q4");

        assertEquals("3/1/1", written(before.overall().thisYear()));
        assertEquals("2/1/1", written(before.bySection().getOrDefault(1, Index.NONE).thisYear()));
        assertEquals("1/0/0", written(before.bySection().getOrDefault(2, Index.NONE).thisYear()));
        assertEquals("1/0/0", written(before.byAgency().getOrDefault("mz", Index.NONE).thisYear()));
        assertEquals("2/1/1", written(before.byAgency().getOrDefault("mp", Index.NONE).thisYear()));
        assertEquals(Set.of("mz", "mp", "mts"), before.byAgency().keySet());
        assertEquals(before.overall(), after.overall());
        assertEquals(before.byAgency(), after.byAgency());
        assertEquals(before.bySection(), after.bySection());
        assertEquals(
                before.overall(),
                before.byAgency().values().stream().reduce(Index.NONE, Index::plus));
    }

    @Test
    void regionsHaveAnIndexEachOfTheirOwnObligations() {
        Reconciliation result =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .regions(1, 2024, Executor.Role.CO_EXECUTOR, "abai", "akmola")
                        .regions(1, 2025, Executor.Role.CO_EXECUTOR, "astana")
                        .sends("abai", "2024-Q4", "2025-01-09", Said.of(1, 2024, "abai", DONE))
                        .in("2024-Q4");

        assertEquals(Set.of("mz", "abai", "akmola"), result.byAgency().keySet());
        assertEquals("1/1/1", written(region(result, "abai").thisYear()));
        assertEquals("1/0/0", written(region(result, "akmola").thisYear()));
    }

    private static Index region(Reconciliation result, String region) {
        return result.byAgency().getOrDefault(region, Index.NONE);
    }

    private static String written(Share share) {
        return share.due() + "/" + share.done() + "/" + share.onTime();
    }
}
