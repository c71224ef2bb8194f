package kz.esep.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kz.esep.plan.Deadline;
import kz.esep.plan.Executor;
import kz.esep.plan.Indicator;
import kz.esep.plan.Measure;
import kz.esep.plan.OpeningEntry;

/// Plans and submissions drawn by lot: the same seed gives the same case, so that a failure can be
/// looked at again.
final class Anything {

    private static final List<String> AGENCIES =
            List.of("mtszn", "mz", "mp", "mks", "mts", "abai", "akmola", "astana");
    private static final List<String> REGIONS = List.of("abai", "akmola", "astana");
    private static final List<String> KINDS =
            List.of("document", "proposals", "information", "statistics");
    private static final List<String> PERIODS =
            List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1");

    private final Random random;

    private Anything(long seed) {
        this.random = new Random(seed);
    }

    static Case by(long seed) {
        return new Anything(seed).drawn();
    }

    private Case drawn() {
        Case told = new Case();
        int measures = 2 + random.nextInt(4);
        for (int number = 1; number <= measures; number++) {
            told.allots(random.nextBoolean());
            told.measure(
                    number,
                    1 + random.nextInt(2),
                    one(KINDS),
                    new Deadline.EveryYear(),
                    random.nextBoolean() ? Optional.of(indicator()) : Optional.empty(),
                    random.nextInt(3) == 0
                            ? Optional.of(one(List.of(Measure.AggregationPolicy.values())))
                            : Optional.empty());
            for (int year = 2023; year <= 2025; year++) {
                told.lead(number, year, "mtszn");
                told.coExecutor(number, year, one(List.of("mz", "mp", "mks", "mts")));
                if (number % 2 == 0) {
                    told.regions(
                            number,
                            year,
                            Executor.Role.CO_EXECUTOR,
                            REGIONS.toArray(String[]::new));
                }
            }
        }
        for (int entry = random.nextInt(4); entry > 0; entry--) {
            told.opening(
                    1 + random.nextInt(measures),
                    2023,
                    one(AGENCIES),
                    one(List.of(OpeningEntry.Standing.values())),
                    "2023-11-15");
        }
        for (int act = random.nextInt(3); act > 0; act--) {
            told.decides(
                    1 + random.nextInt(measures),
                    2024,
                    one(AGENCIES),
                    one(
                            List.of(
                                    "accept 2025-01-20",
                                    "return 2025-01-20",
                                    "off 2024-12-01",
                                    "extend 2024-11-01 to 2025-03-01")));
        }
        for (int file = 5 + random.nextInt(20); file > 0; file--) {
            String period = one(PERIODS);
            String agency = one(AGENCIES);
            told.sends(
                    agency,
                    period,
                    received(period),
                    Said.of(1 + random.nextInt(measures), year(), agency, claim()));
        }
        return told;
    }

    /// A minute of its own for each file: files of the same moment enter by ledger line, which no
    /// shuffling of the facts may change.
    private String received(String period) {
        String month =
                switch (period) {
                    case "2024-Q1" -> "2024-04";
                    case "2024-Q2" -> "2024-07";
                    case "2024-Q3" -> "2024-10";
                    case "2024-Q4" -> "2025-01";
                    default -> "2025-04";
                };
        return "%s-%02dT%02d:%02d"
                .formatted(month, 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
    }

    private int year() {
        return random.nextInt(4) == 0 ? 2023 : 2024;
    }

    private String claim() {
        String state =
                one(
                        List.of(
                                "done 2024-%02d-15, %s 5 2024-%1$02d-16"
                                        .formatted(1 + random.nextInt(12), one(KINDS)),
                                "done",
                                "in progress",
                                "not started",
                                "withdrawn"));
        return switch (random.nextInt(4)) {
            case 0 -> state + ", value " + random.nextInt(120);
            case 1 -> state + ", value " + random.nextInt(50) + "/" + (50 + random.nextInt(50));
            case 2 -> state + ", spent " + random.nextInt(3);
            default -> state;
        };
    }

    private Indicator indicator() {
        return Case.indicator(
                one(List.of(Indicator.Unit.PERCENT, Indicator.Unit.NUMBER)),
                one(List.of(Indicator.Direction.values())),
                one(List.of(Indicator.Accumulation.values())),
                Map.of(2023, "50", 2024, "60", 2025, "70"));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
