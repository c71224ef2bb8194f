package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.OpeningEntry;
import kz.esep.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChainsTest {

    private static final Path MESSAGES = Path.of("templates/messages");
    private static final List<String> CLAIMS =
            List.of(
                    "done 2024-09-01, information 5 2024-09-01",
                    "done 2024-12-30, information 5 2024-12-30",
                    "done 2024-12-01",
                    "done, document - 2024-12-02",
                    "done 2025-02-01, information 5 2024-12-02",
                    "done 2024-08-01, information 5 2023-12-31",
                    "in progress",
                    "not started",
                    "withdrawn",
                    "work",
                    "value 80");
    private static final List<String> ACTS =
            List.of(
                    "accept 2024-11-01",
                    "return 2024-11-01",
                    "return 2025-01-20",
                    "extend 2024-12-01 to 2025-06-30",
                    "extend 2024-05-01 to 2024-12-01",
                    "off 2024-12-01");

    /// The rules are walked twice, once to decide and once to explain: 2,000 seeded cases of
    /// several periods, and every obligation of the real plan.
    @Test
    void explainsByTheRuleThatDecided() {
        Set<Rule> seen = new TreeSet<>();
        for (long seed = 0; seed < 2000; seed++) {
            agrees(anyCase(new Random(seed)).in("2024-Q4"), seen);
        }
        agrees(Samples.whole(), seen);

        assertTrue(
                seen.containsAll(
                        List.of(
                                Rule.O1, Rule.C1, Rule.C2, Rule.C3, Rule.C4, Rule.C5, Rule.C6,
                                Rule.C7, Rule.C8, Rule.C9, Rule.C10, Rule.U4, Rule.U7)),
                seen::toString);
    }

    private static void agrees(Reconciliation reconciliation, Set<Rule> seen) {
        for (Assessment unit : reconciliation.assessments()) {
            seen.add(unit.rule());
            assertEquals(
                    unit.rule(),
                    Trial.of(unit, reconciliation.facts()).rule(),
                    () -> unit.toString());
        }
    }

    private static Case anyCase(Random random) {
        Case told =
                new Case()
                        .measure(1, "information", new kz.esep.plan.Deadline.EveryYear())
                        .lead(1, 2023, "mz")
                        .lead(1, 2024, "mz")
                        .byAgreement(1, 2024, "mp");
        for (OpeningEntry.Standing standing : OpeningEntry.Standing.values()) {
            if (random.nextInt(6) == 0) {
                told.opening(1, 2023 + random.nextInt(2), "mz", standing, "2023-12-01");
            }
        }
        for (String period : List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")) {
            if (random.nextBoolean()) {
                told.sends(
                        random.nextInt(4) == 0 ? "mp" : "mz",
                        period,
                        random.nextBoolean() ? "2024-10-08" : "2025-01-08",
                        Said.of(1, 2024, "mz", CLAIMS.get(random.nextInt(CLAIMS.size()))));
            }
        }
        for (String act : ACTS) {
            if (random.nextInt(6) == 0) {
                told.decides(1, 2024, "mz", act);
            }
        }
        return told;
    }

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

    /// Each obligation and each measure of the real plan can be told in each language, and no value
    /// is left without words.
    @ParameterizedTest
    @EnumSource
    void everyChainCanBeTold(Language language) {
        Reconciliation reconciliation = Samples.whole();
        Chains chains = new Chains(reconciliation);
        Speech speech = Speech.of(MESSAGES, language);
        List<String> told = new ArrayList<>();
        Stream.concat(
                        reconciliation.assessments().stream()
                                .filter(unit -> unit.rule() != Rule.O1)
                                .map(chains::of),
                        reconciliation.measures().stream().map(chains::of))
                .flatMap(chain -> chain.links().stream())
                .forEach(link -> {
                    told.add(speech.say(link.topic().key()));
                    link.sentences().forEach(sentence -> told.add(speech.say(sentence)));
                });

        assertTrue(told.size() > 5_000, () -> "only " + told.size());
        assertEquals(
                List.of(),
                told.stream()
                        .filter(text ->
                                text.contains("none") || text.matches(".*\\b[A-Z]+_[A-Z]+.*"))
                        .filter(text -> language != Language.EN)
                        .limit(3)
                        .toList());
    }
}
