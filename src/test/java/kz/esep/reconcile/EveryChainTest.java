package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.OpeningEntry;
import kz.esep.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every chain that can be: of cases drawn by lot, and of the whole real plan.
class EveryChainTest {

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
