package kz.esep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.esep.agency.Agency;
import kz.esep.agency.AgencyKind;
import kz.esep.agency.Register;
import kz.esep.language.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules U: what a measure's deadline and executors unfold into, for a plan of 2021 to 2025.
class UnfoldingTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule | deadline     | targets        | end of period | obligations
        U1   | in 2024      |                | 2024-12-31    | 2024
        U1   | in 2024      |                | 2021-03-31    | 2024
        U1   | in 2024      |                | 2025-12-31    | 2024
        U2   | every year   |                | 2020-12-31    |
        U2   | every year   |                | 2021-03-31    | 2021
        U2   | every year   |                | 2023-12-31    | 2021, 2022, 2023
        U2   | every year   |                | 2024-03-31    | 2021, 2022, 2023, 2024
        U2   | every year   |                | 2026-03-31    | 2021, 2022, 2023, 2024, 2025
        U3   | 2022 to 2024 |                | 2021-12-31    |
        U3   | 2022 to 2024 |                | 2022-03-31    | 2022
        U3   | 2022 to 2024 |                | 2024-12-31    | 2022, 2023, 2024
        U3   | 2022 to 2024 |                | 2025-12-31    | 2022, 2023, 2024
        U4   | in 2021      | 2022 2023 2024 | 2021-12-31    | 2021
        U4   | in 2021      | 2022 2023 2024 | 2022-03-31    | 2021, 2022 target only
        U4   | in 2021      | 2022 2023 2024 | 2024-12-31    | 2021, 2022 target only, 2023 target only, 2024 target only
        U4   | in 2024      | 2023 2024      | 2024-12-31    | 2023 target only, 2024
        U4   | every year   | 2022           | 2022-12-31    | 2021, 2022
        """)
    // spotless:on
    void unfoldsADeadlineIntoYears(
            String rule,
            String deadline,
            @Nullable String targets,
            LocalDate end,
            @Nullable String obligations) {
        List<Obligation> unfolded =
                Unfolding.of(
                        plan(
                                deadline(deadline),
                                targets == null ? "" : targets,
                                executor("mz", Executor.Role.LEAD)),
                        REGISTER,
                        end);

        assertEquals(
                obligations == null ? "" : obligations,
                unfolded.stream()
                        .map(duty -> duty.year() + (duty.targetOnly() ? " target only" : ""))
                        .collect(Collectors.joining(", ")),
                rule);
        unfolded.forEach(duty -> assertEquals(LocalDate.of(duty.year(), 12, 31), duty.due()));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule | executors                           | year | units
        U1   | mz lead, mp co                      | 2024 | mz lead, mp co
        U5   | regions lead                        | 2024 | akmola lead, abai lead
        U5   | regions lead                        | 2022 | akmola lead, abai lead
        U5   | regions lead                        | 2021 | akmola lead
        U5   | mz lead, regions co                 | 2024 | mz lead, akmola co, abai co
        U5   | abai lead, regions co               | 2024 | abai lead, akmola co
        U7   | mz lead, fund agreed                | 2024 | mz lead, fund voluntary
        U7   | fund agreed                         | 2024 | fund voluntary
        U7   | mz lead, regions agreed             | 2024 | mz lead, akmola voluntary, abai voluntary
        U7   | abai agreed, regions co             | 2024 | abai co, akmola co
        """)
    // spotless:on
    void unfoldsExecutorsIntoUnits(String rule, String executors, int year, String units) {
        List<Executor> named = new ArrayList<>();
        for (String each : executors.split(", ", -1)) {
            String[] words = each.split(" ", -1);
            named.add(
                    executor(
                            words[0],
                            switch (words[1]) {
                                case "lead" -> Executor.Role.LEAD;
                                case "co" -> Executor.Role.CO_EXECUTOR;
                                default -> Executor.Role.BY_AGREEMENT;
                            }));
        }
        List<Obligation> unfolded =
                Unfolding.of(
                        plan(new Deadline.InYear(year), "", named.toArray(Executor[]::new)),
                        REGISTER,
                        LocalDate.of(2025, 12, 31));

        assertEquals(
                units,
                unfolded.stream()
                        .map(duty -> duty.holder() + " " + role(duty))
                        .collect(Collectors.joining(", ")),
                rule);
    }

    @Test
    void givesEachYearItsTarget() {
        List<Obligation> unfolded =
                Unfolding.of(
                        plan(
                                new Deadline.YearRange(2022, 2023),
                                "2023",
                                executor("mz", Executor.Role.LEAD)),
                        REGISTER,
                        LocalDate.of(2025, 12, 31));

        assertEquals(
                List.of(Optional.empty(), Optional.of(BigDecimal.TEN)),
                unfolded.stream().map(Obligation::target).toList());
    }

    /// U6: an obligation of two named bodies rests on an assumption only if both ways to its holder
    /// do.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        first assumed | second assumed | assumed
        false         | false          | false
        true          | false          | false
        false         | true           | false
        true          | true           | true
        """)
    // spotless:on
    void oneSoundWayToTheHolderIsEnough(boolean first, boolean second, boolean assumed) {
        Register register =
                new Register(
                        "mz",
                        List.of(
                                passedOn("one", first),
                                passedOn("two", second),
                                agency("mz", AgencyKind.MINISTRY, "", "")));
        List<Obligation> unfolded =
                Unfolding.of(
                        plan(
                                new Deadline.InYear(2024),
                                "",
                                executor("one", Executor.Role.LEAD),
                                executor("two", Executor.Role.CO_EXECUTOR)),
                        register,
                        LocalDate.of(2025, 12, 31));

        assertEquals(1, unfolded.size());
        assertEquals("one", unfolded.getFirst().named());
        assertEquals(java.util.Set.of("two"), unfolded.getFirst().alsoNamed());
        assertEquals(assumed, unfolded.getFirst().assumed());
    }

    private static Agency passedOn(String id, boolean assumed) {
        Agency body = agency(id, AgencyKind.MINISTRY, "", "");
        return new Agency(
                body.id(),
                body.kind(),
                body.code(),
                body.name(),
                body.shortName(),
                body.aliases(),
                body.kato(),
                body.group(),
                body.from(),
                Optional.of(LocalDate.of(2023, 8, 31)),
                body.splitFrom(),
                List.of(
                        new kz.esep.agency.Succession(
                                "mz",
                                LocalDate.of(2023, 9, 1),
                                java.util.Set.of(),
                                Bilingual.EMPTY,
                                assumed,
                                Bilingual.EMPTY)),
                "");
    }

    private static String role(Obligation duty) {
        return switch (duty.role()) {
            case LEAD -> "lead";
            case CO_EXECUTOR -> "co";
            case BY_AGREEMENT -> duty.voluntary() ? "voluntary" : "?";
        };
    }

    private static Deadline deadline(String words) {
        return switch (words) {
            case "every year" -> new Deadline.EveryYear();
            case "2022 to 2024" -> new Deadline.YearRange(2022, 2024);
            default -> new Deadline.InYear(Integer.parseInt(words.substring(3)));
        };
    }

    private static Executor executor(String agency, Executor.Role role) {
        return new Executor(agency, role, Bilingual.EMPTY, Bilingual.EMPTY);
    }

    private static Redaction plan(Deadline deadline, String targets, Executor... executors) {
        SortedMap<Integer, BigDecimal> figures = new TreeMap<>();
        for (String year : targets.isEmpty() ? new String[0] : targets.split(" ", -1)) {
            figures.put(Integer.valueOf(year), BigDecimal.TEN);
        }
        Indicator indicator =
                new Indicator(
                        Bilingual.EMPTY,
                        Bilingual.EMPTY,
                        Indicator.Unit.PERCENT,
                        Indicator.Direction.AT_LEAST,
                        Indicator.Accumulation.YEARLY,
                        figures);
        Measure measure =
                new Measure(
                        1,
                        1,
                        Bilingual.EMPTY,
                        Optional.of(
                                new CompletionForm(CompletionForm.Kind.DOCUMENT, Bilingual.EMPTY)),
                        List.of(executors),
                        Bilingual.EMPTY,
                        Optional.of(deadline),
                        Bilingual.EMPTY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(indicator),
                        Optional.empty(),
                        List.of(),
                        false,
                        new Measure.Origin.Kept());
        Act act = new Act(Act.Kind.RESOLUTION, "1", LocalDate.of(2021, 1, 1), Bilingual.EMPTY);
        Redaction.InForce inForce =
                new Redaction.InForce("1", act, LocalDate.of(2021, 1, 1), false);
        return new Redaction(
                "test",
                "1",
                Bilingual.EMPTY,
                act,
                Optional.empty(),
                Optional.of(inForce),
                Optional.of(inForce),
                Bilingual.EMPTY,
                2021,
                2025,
                LocalDate.of(2021, 1, 1),
                Period.Cadence.QUARTER,
                Redaction.DayOffPolicy.AS_WRITTEN,
                false,
                List.of(),
                List.of(),
                List.of(new Section(1, "1.", Bilingual.EMPTY)),
                List.of(measure),
                Parameters.DEFAULT,
                Numbering.UNCHANGED);
    }

    private static final Register REGISTER =
            new Register(
                    "mz",
                    List.of(
                            agency("mz", AgencyKind.MINISTRY, "", ""),
                            agency("mp", AgencyKind.MINISTRY, "", ""),
                            agency("fund", AgencyKind.FUND, "", ""),
                            agency("regions", AgencyKind.GROUP, "", ""),
                            agency("abai", AgencyKind.REGION, "12", "2022-06-08"),
                            agency("akmola", AgencyKind.REGION, "11", "")));

    private static Agency agency(String id, AgencyKind kind, String kato, String from) {
        Bilingual name = new Bilingual(id, id);
        boolean region = kind == AgencyKind.REGION;
        return new Agency(
                id,
                kind,
                name,
                name,
                name,
                List.of(),
                region ? Optional.of(kato) : Optional.empty(),
                region ? Optional.of("regions") : Optional.empty(),
                from.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(from)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "");
    }
}
