package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.esep.Golden;
import kz.esep.intake.Claim;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.Deadline;
import kz.esep.plan.Executor;
import kz.esep.plan.Indicator;
import kz.esep.plan.Measure;
import kz.esep.plan.Obligation;
import kz.esep.plan.OpeningEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainsTest {

    private static final Path MESSAGES = Path.of("templates/messages");

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        first                                     | then                                      | acts              | steps
        in progress                               | done 2024-12-01, information 5 2024-12-02 | ''                | C10: not taken off control. C4: completed 1 December 2024, last possible day 31 December 2024: possible. C3: kind of document given, number given, date of the document given, completion date given: all that the completion form demands. C4: the document is dated 2 December 2024, possible from 1 January 2024 to 9 January 2025: fits. C1, C2: completed 1 December 2024, due 31 December 2024: on time (C1).
        done 2024-09-01, information 5 2024-09-02 | done 2024-12-01                           | ''                | C10: not taken off control. C4: completed 1 September 2024, last possible day 8 October 2024: possible. C3: kind of document given, number given, date of the document given, completion date given: all that the completion form demands. C4: the document is dated 2 September 2024, possible from 1 January 2024 to 8 October 2024: fits. C1, C2: completed 1 September 2024, due 31 December 2024: on time (C1).
        in progress                               | done 2024-12-01, - 5 2024-12-02           | ''                | C10: not taken off control. C4: completed 1 December 2024, last possible day 31 December 2024: possible. C3: kind of document missing, number given, date of the document given, completion date given: less than the completion form demands.
        not started                               | not started                               | ''                | C10: not taken off control. C1–C4 do not apply: the claim that counts does not say “done”. Due 31 December 2024, not after the period’s end (31 December 2024): it passed on that day. C7: a claim was expected for quarter IV of 2024; one came. C6: not done, and due by the period’s end.
        done 2024-09-01, information 5 2024-09-02 | withdrawn                                 | ''                | C10: not taken off control. C1–C4 do not apply: the claim that counts does not say “done”. Due 31 December 2024, not after the period’s end (31 December 2024): it passed on that day. C8: the claim that counts takes back what had been done.
        in progress                               | done 2024-12-01                           | return 2025-01-20 | C10: not taken off control. C9: returned on 20 January 2025, received on 9 January 2025: what had come by then is returned.
        in progress                               | done 2024-12-01                           | return 2025-01-08 | C10: not taken off control. C9: returned on 8 January 2025, received on 9 January 2025: the claim came after the return and is a new one. C4: completed 1 December 2024, last possible day 31 December 2024: possible. C3: kind of document missing, number missing, date of the document missing, completion date given: less than the completion form demands.
        in progress                               | done 2024-12-01                           | accept 2025-01-20 | C10: not taken off control. C4: completed 1 December 2024, last possible day 31 December 2024: possible. C9: accepted on 20 January 2025; completed 1 December 2024, due 31 December 2024: on time.
        in progress                               | in progress                               | off 2025-01-20    | C10: taken off control.
        """)
    // spotless:on
    void hearsTheRulesInTheirOrder(String first, String then, String acts, String steps) {
        Case told =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q3", "2024-10-08", Said.of(1, 2024, "mz", first))
                        .sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2024, "mz", then));
        if (!acts.isEmpty()) {
            told.decides(1, 2024, "mz", acts);
        }
        Reconciliation result = told.in("2024-Q4");
        Speech speech = Speech.of(MESSAGES, Language.EN);

        assertEquals(
                steps,
                Trial.of(result.assessments().getFirst(), result.facts()).steps().stream()
                        .map(speech::say)
                        .map(said -> said.replace('\u00A0', ' '))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void namesTheActOfEachLanguagesText() {
        Reconciliation reconciliation =
                Case.document(2024).lead(1, 2024, "mz").russianTextBy("7").in("2024-Q4");
        Chain chain = new Chains(reconciliation).of(reconciliation.measures().getFirst());

        assertEquals(
                "The redaction in force on 31 December 2024: Kazakh text – Resolution of the"
                        + " Government of the Republic of Kazakhstan No. 1 of 1 January 2019, in"
                        + " force from 1 January 2019; Russian text – Resolution of the Government"
                        + " of the Republic of Kazakhstan No. 7 of 2 February 2020, in force from"
                        + " 3 March 2020 (assumed).",
                Speech.of(MESSAGES, Language.EN)
                        .say(chain.links().getLast().sentences().getFirst())
                        .replace('\u00A0', ' '));
    }

    /// Chains of one obligation, one for each way on which a status can come about.
    @Test
    void tellsAnObligationsChainFromThePlanToTheStatus() throws IOException {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put(
                "done within an extended term, after an earlier word and a mistake",
                new Case()
                        .prints("mp", "ОМ", "МП")
                        .prints("mz", "ДСМ (жиынтық)", "МЗ (свод)")
                        .measure(1, "information", new Deadline.EveryYear())
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q3", "2024-10-08", said("in progress, ru Идёт работа"))
                        .sends("mz", "2024-Q4", "2025-01-08", said("done 2024-12-01"))
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-09",
                                said("done 2024-12-01, information 5 2024-12-02, value 90 9/10"))
                        .decides(1, 2024, "mz", "extend 2024-11-01 to 2025-03-31")
                        .decides(1, 2024, "mz", "extend 2024-12-01 to 2025-06-30"));
        cases.put(
                "a region that fell silent",
                Case.yearly("information")
                        .regions(1, 2024, Executor.Role.CO_EXECUTOR, "abai")
                        .sends(
                                "abai",
                                "2024-Q3",
                                "2024-10-08",
                                Said.of(1, 2024, "abai", "in progress, work")));
        cases.put(
                "passed on to a successor, and unsettled by the record",
                Case.yearly("information")
                        .owes(passedOn())
                        .opening(1, 2023, "mks", OpeningEntry.Standing.UNSETTLED, "")
                        .sends(
                                "mts",
                                "2024-Q4",
                                "2025-01-08",
                                Said.of(1, 2023, "mts", "not started, spent 50")));
        cases.put("a silent volunteer", Case.yearly("information").byAgreement(1, 2024, "fund"));
        cases.put(
                "a volunteer who speaks",
                Case.yearly("information")
                        .byAgreement(1, 2024, "fund")
                        .sends(
                                "fund",
                                "2024-Q4",
                                "2025-01-08",
                                Said.of(1, 2024, "fund", "in progress")));
        cases.put("a year with a target only", Case.document(2021).targetOnly(1, 2024, "mz"));
        cases.put(
                "closed by the record",
                Case.yearly("information")
                        .lead(1, 2023, "mz")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.CLOSED, "")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-08",
                                Said.of(1, 2023, "mz", "in progress")));
        cases.put("before control, and nobody knows", Case.document(2022).lead(1, 2022, "mz"));
        cases.put(
                "due next year, and not begun",
                Case.document(2025)
                        .lead(1, 2025, "mz")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-08",
                                Said.of(1, 2025, "mz", "not started")));
        cases.put(
                "due next year, and under way by its text alone",
                Case.document(2025)
                        .lead(1, 2025, "mz")
                        .sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2025, "mz", "work")));
        cases.put(
                "due next year, and under way by its Russian text",
                Case.document(2025)
                        .lead(1, 2025, "mz")
                        .sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2025, "mz", "ru Идёт")));
        cases.put(
                "recorded as done, claimed too, and returned, though the term was moved",
                Case.yearly("information")
                        .lead(1, 2023, "mz")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.DONE, "2023-12-01")
                        .sends(
                                "mz",
                                "2024-Q3",
                                "2024-10-08",
                                Said.of(1, 2023, "mz", "done 2023-12-01"))
                        .decides(1, 2023, "mz", "accept 2024-11-01")
                        .decides(1, 2023, "mz", "return 2024-11-22")
                        .decides(1, 2023, "mz", "extend 2024-12-01 to 2023-12-31"));
        cases.put(
                "due next year, taken back",
                Case.document(2025)
                        .lead(1, 2025, "mz")
                        .sends(
                                "mz",
                                "2024-Q3",
                                "2024-10-08",
                                Said.of(1, 2025, "mz", "done 2024-09-01, document 5 2024-09-01"))
                        .sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2025, "mz", "withdrawn")));
        cases.put(
                "done in an earlier quarter",
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends(
                                "mz",
                                "2024-Q3",
                                "2024-10-08",
                                said("done 2024-09-01, information 5 2024-09-02")));
        cases.put(
                "late, in a range of years",
                new Case()
                        .measure(1, "document", new Deadline.YearRange(2023, 2024))
                        .lead(1, 2023, "mz")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-08",
                                Said.of(1, 2023, "mz", "done 2024-02-01, document 5 2024-02-01")));
        cases.put(
                "proven by a paper of another year",
                Case.yearly("document")
                        .lead(1, 2024, "mz")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-08",
                                said("done 2024-12-01, document 5 2023-12-02")));
        cases.put(
                "to be completed after the period",
                Case.yearly("document")
                        .lead(1, 2024, "mz")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-08",
                                said("done 2025-02-01, document 5 2024-12-02")));
        cases.put(
                "accepted before anybody claimed it",
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .decides(1, 2024, "mz", "accept 2024-11-22")
                        .sends("mz", "2024-Q4", "2025-01-08", said("in progress")));
        cases.put(
                "accepted, but claimed otherwise since",
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q4", "2025-01-08", said("done 2024-12-01"))
                        .decides(1, 2024, "mz", "accept 2025-01-10")
                        .sends("mz", "2024-Q4", "2025-01-12", said("done 2024-12-09")));
        cases.put(
                "recorded as done, and returned",
                Case.yearly("information")
                        .lead(1, 2023, "mz")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.DONE, "2023-12-01")
                        .decides(1, 2023, "mz", "return 2024-11-22"));
        cases.put(
                "recorded as done, which a claim does not undo",
                Case.yearly("information")
                        .lead(1, 2023, "mz")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.DONE, "2023-12-01")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-08",
                                Said.of(1, 2023, "mz", "in progress")));
        cases.put(
                "recorded as done, and taken back",
                Case.yearly("information")
                        .lead(1, 2023, "mz")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.DONE, "2023-12-01")
                        .sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2023, "mz", "withdrawn")));
        cases.put(
                "taken off control twice",
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .decides(1, 2024, "mz", "off 2024-12-01")
                        .decides(1, 2024, "mz", "off 2024-12-05"));
        cases.put(
                "cut off in the source",
                new Case().measure(1, "", new Deadline.EveryYear()).targetOnly(1, 2024, "mz"));

        StringBuilder told = new StringBuilder();
        cases.forEach((title, facts) -> {
            Reconciliation result = facts.in("2024-Q4");
            tell(title, new Chains(result).of(result.assessments().getFirst()), told);
        });
        Golden.assertSame("chains-of-obligations.txt", told.toString());
    }

    /// Named mks and mp, held by mks in its time, answered for by mts, as nobody but us says.
    private static Obligation passedOn() {
        return new Obligation(
                1,
                2023,
                "mks",
                "mks",
                "mts",
                Set.of("mp"),
                Executor.Role.LEAD,
                LocalDate.of(2023, 12, 31),
                Optional.empty(),
                false,
                true);
    }

    private static Claim said(String words) {
        return Said.of(1, 2024, "mz", words);
    }

    /// Chains of a whole measure, one for each way in which units make it.
    @Test
    void tellsAMeasuresChainFromItsUnits() throws IOException {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put(
                "a lead and a co-executor who contradict each other, and arrears",
                Case.yearly("document")
                        .lead(1, 2023, "mz")
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp")
                        .coExecutor(1, 2024, "mks")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.UNSETTLED, "")
                        .sends(
                                "mz",
                                "2024-Q4",
                                "2025-01-08",
                                said("done 2024-12-01, document 5 2024-12-02"))
                        .sends(
                                "mp",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "mp", "in progress")));
        cases.put(
                "a lead who lags behind a co-executor",
                Case.yearly("document")
                        .measure(2, "document", new Deadline.EveryYear())
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp")
                        .lead(2, 2024, "mks")
                        .coExecutor(2, 2024, "mts")
                        .sends(
                                "mks",
                                "2024-Q4",
                                "2025-01-08",
                                Said.of(2, 2024, "mks", "not started"))
                        .sends(
                                "mts",
                                "2024-Q4",
                                "2025-01-08",
                                Said.of(2, 2024, "mts", "done 2024-12-01, document 6 2024-12-02"))
                        .sends("mz", "2024-Q4", "2025-01-07", Said.of(1, 2020, "mz", "in progress"))
                        .sends("mz", "2024-Q4", "2025-01-08", said("not started"))
                        .sends(
                                "mp",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "mp", "done 2024-12-01, document 6 2024-12-02")));
        cases.put(
                "regions that lead as one",
                Case.yearly("document")
                        .regions(1, 2024, Executor.Role.LEAD, "abai", "akmola")
                        .coExecutor(1, 2024, "mz")
                        .sends(
                                "akmola",
                                "2024-Q4",
                                "2025-01-08",
                                Said.of(
                                        1,
                                        2024,
                                        "akmola",
                                        "done 2024-12-01, document 5 2024-12-02")));
        cases.put(
                "all of several, with a percentage that is met",
                percentage(Indicator.Direction.AT_LEAST, "80")
                        .lead(1, 2024, "mz")
                        .regions(1, 2024, Executor.Role.CO_EXECUTOR, "abai")
                        .sends("mz", "2024-Q4", "2025-01-08", said("in progress, value 8/10"))
                        .sends(
                                "abai",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "abai", "in progress, value 17/20")));
        cases.put(
                "values without numerators, of which one lacks",
                percentage(Indicator.Direction.AT_MOST, "80")
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp")
                        .regions(1, 2024, Executor.Role.CO_EXECUTOR, "vko")
                        .sends("mz", "2024-Q4", "2025-01-08", said("in progress, value 85.25"))
                        .sends(
                                "vko",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "vko", "value 79")));
        cases.put(
                "a value that no target awaits",
                percentage(Indicator.Direction.AT_LEAST, "")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q4", "2025-01-08", said("in progress, value 8")));
        cases.put(
                "things counted",
                Case.measured(
                                Case.indicator(
                                        Indicator.Unit.NUMBER,
                                        Indicator.Direction.AT_LEAST,
                                        Indicator.Accumulation.YEARLY,
                                        Map.of(2024, "1200")))
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp")
                        .sends("mz", "2024-Q4", "2025-01-08", said("in progress, value 500"))
                        .sends(
                                "mp",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "mp", "value 600.5")));
        cases.put(
                "one of several suffices",
                new Case()
                        .measure(
                                1,
                                1,
                                "document",
                                new Deadline.EveryYear(),
                                Optional.empty(),
                                Optional.of(Measure.AggregationPolicy.ANY))
                        .lead(1, 2024, "mz")
                        .coExecutor(1, 2024, "mp")
                        .byAgreement(1, 2024, "fund")
                        .sends(
                                "mp",
                                "2024-Q4",
                                "2025-01-09",
                                Said.of(1, 2024, "mp", "done 2024-12-01, document 6 2024-12-02")));
        cases.put("volunteers only", Case.yearly("information").byAgreement(1, 2024, "fund"));
        cases.put(
                "nobody: cut off in the source",
                new Case().measure(1, "", new Deadline.EveryYear()));

        StringBuilder told = new StringBuilder();
        cases.forEach((title, facts) -> {
            Reconciliation result = facts.in("2024-Q4");
            tell(title, new Chains(result).of(result.measures().getFirst()), told);
        });
        Golden.assertSame("chains-of-measures.txt", told.toString());
    }

    /// @param target of 2024; empty if there is none
    private static Case percentage(Indicator.Direction direction, String target) {
        return Case.measured(
                Case.indicator(
                        Indicator.Unit.PERCENT,
                        direction,
                        Indicator.Accumulation.YEARLY,
                        target.isEmpty() ? Map.of() : Map.of(2024, target)));
    }

    private static void tell(String title, Chain chain, StringBuilder told) {
        Speech speech = Speech.of(MESSAGES, Language.EN);
        told.append("== ").append(title).append('\n');
        for (Chain.Link link : chain.links()) {
            told.append(speech.say(link.topic().key())).append('\n');
            link.sentences()
                    .forEach(sentence ->
                            told.append("  ")
                                    .append(speech.say(sentence).replace('\u00A0', ' '))
                                    .append('\n'));
        }
        told.append('\n');
    }
}
