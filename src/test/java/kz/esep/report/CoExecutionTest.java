package kz.esep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.findings.Place;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.Deadline;
import kz.esep.plan.Executor;
import kz.esep.plan.Obligation;
import kz.esep.reconcile.Case;
import kz.esep.reconcile.Reconciliation;
import kz.esep.reconcile.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoExecutionTest {

    private static final List<String> AGENCIES = List.of("mp", "mz", "akmola", "fund");

    /// МЗ leads, МП and a region execute with it, the fund does so by agreement; МП comes first in
    /// the plan's order and in time.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        mz says     | mp says     | akmola says | fund says   | lead            | done            | not done              | silent   | contradicting
        done        | done        | done        | done        | МЗ mz/2 L10     | МП mp/1 L10, Акмолинская область akmola/3 L10, Фонд fund/4 L10 | – | – | –
        done        | done        | done        | silent      | МЗ mz/2 L10     | МП mp/1 L10, Акмолинская область akmola/3 L10 | – | –        | –
        done        | in progress | silent      | silent      | МЗ mz/2 L10     | –               | МП mp/1 L10           | Акмолинская область | mp/1 L10
        done        | withdrawn   | not started | silent      | МЗ mz/2 L10     | –               | МП mp/1 L10, Акмолинская область akmola/3 L10 | – | akmola/3 L10, mp/1 L10
        in progress | done        | done        | silent      | МЗ mz/2 L10     | МП mp/1 L10, Акмолинская область akmola/3 L10 | – | – | akmola/3 L10, mp/1 L10
        not started | in progress | silent      | silent      | МЗ mz/2 L10     | –               | МП mp/1 L10           | Акмолинская область | –
        silent      | done        | silent      | silent      | МЗ silent       | МП mp/1 L10     | –                     | Акмолинская область | –
        silent      | silent      | silent      | silent      | МЗ silent       | –               | –                     | МП, Акмолинская область | –
        done        | done        | done        | in progress | МЗ mz/2 L10     | МП mp/1 L10, Акмолинская область akmola/3 L10 | Фонд fund/4 L10 | – | –
        """)
    // spotless:on
    void setsLeadAnswersAndSilenceBesideEachOther(
            String mz,
            String mp,
            String akmola,
            String fund,
            String lead,
            String done,
            String notDone,
            String silent,
            String contradicting) {
        CoExecution told = only(told(mp, mz, akmola, fund));

        assertEquals(lead, said(told.leads()));
        assertEquals(done, said(told.others(CoExecution.Voice.DONE)));
        assertEquals(notDone, said(told.others(CoExecution.Voice.NOT_DONE)));
        assertEquals(silent, said(told.others(CoExecution.Voice.SILENT)).replace(" silent", ""));
        assertEquals(
                contradicting,
                joined(
                        told.contradictions().stream()
                                .map(finding -> shown(finding.place()))
                                .toList()));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        mz says     | mp says     | language | said
        done        | in progress | KK       | mp/1.xlsx, Есеп!L10: №\u00A01 іс-шара, 2024 жыл: жетекші орындаушы (ДСМ) орындалды деп мәлімдейді (mz/2.xlsx, Есеп!L10), ал бірлесіп орындаушы (ОМ) орындалмады деп мәлімдейді.
        done        | in progress | RU       | mp/1.xlsx, Есеп!L10: Мероприятие №\u00A01, 2024 год: головной исполнитель (МЗ) сообщает об исполнении (mz/2.xlsx, Есеп!L10), а соисполнитель (МП) – о неисполнении.
        done        | in progress | EN       | mp/1.xlsx, Есеп!L10: Measure 1, year 2024: the lead (МЗ) says done (mz/2.xlsx, Есеп!L10), the co-executor (МП) says not done.
        in progress | done        | KK       | mp/1.xlsx, Есеп!L10: №\u00A01 іс-шара, 2024 жыл: бірлесіп орындаушы (ОМ) орындалды деп мәлімдейді, ал жетекші орындаушы (ДСМ) орындалмады деп мәлімдейді (mz/2.xlsx, Есеп!L10).
        in progress | done        | RU       | mp/1.xlsx, Есеп!L10: Мероприятие №\u00A01, 2024 год: соисполнитель (МП) сообщает об исполнении, а головной исполнитель (МЗ) – о неисполнении (mz/2.xlsx, Есеп!L10).
        in progress | done        | EN       | mp/1.xlsx, Есеп!L10: Measure 1, year 2024: the co-executor (МП) says done, the lead (МЗ) says not done (mz/2.xlsx, Есеп!L10).
        """)
    // spotless:on
    void quotesAContradictionFromBothSides(String mz, String mp, Language language, String said) {
        Finding quoted = only(told(mp, mz, "silent", "silent")).contradictions().getFirst();
        Speech speech = Speech.of(Path.of("templates/messages"), language);

        assertEquals(
                said,
                quoted.place()
                        + ": "
                        + speech.say(
                                "finding." + quoted.code().key() + ".what", quoted.arguments()));
    }

    /// What was heard in the third quarter stays in sight, and is no answer for the fourth.
    @Test
    void callsSilentWhoSpokeOnlyEarlier() {
        CoExecution told =
                only(
                        shared().sends(
                                        "mp",
                                        "2024-Q3",
                                        "2024-10-05",
                                        Said.of(1, 2024, "mp", "not started"))
                                .in("2024-Q4"));

        CoExecution.Answer mp = told.others(CoExecution.Voice.SILENT).getFirst();
        assertEquals("МП", mp.agency().ru());
        assertEquals(Optional.of("mp/1 L10"), mp.place().map(CoExecutionTest::shown));
    }

    @Test
    void leavesOutWhereALeadIsAlone() {
        Reconciliation alone =
                new Case()
                        .measure(1, "document", new Deadline.EveryYear())
                        .lead(1, 2024, "mz")
                        .in("2024-Q4");

        assertEquals(List.of(), of(alone));
    }

    /// Rule U4: values are asked of lead and co-executor, not whether they are done.
    @Test
    void leavesOutWhereOnlyAValueIsAsked() {
        Reconciliation values =
                new Case()
                        .measure(1, "document", new Deadline.InYear(2021))
                        .owes(targetOnly("mz", Executor.Role.LEAD))
                        .owes(targetOnly("mp", Executor.Role.CO_EXECUTOR))
                        .sends("mp", "2024-Q4", "2025-01-08", Said.of(1, 2024, "mp", "value 60"))
                        .in("2024-Q4");

        assertEquals(List.of(), of(values));
    }

    private static Obligation targetOnly(String agency, Executor.Role role) {
        return new Obligation(
                1,
                2024,
                agency,
                agency,
                agency,
                Set.of(),
                role,
                LocalDate.of(2024, 12, 31),
                Optional.empty(),
                true,
                false);
    }

    private static Case shared() {
        return new Case()
                .measure(1, "document", new Deadline.EveryYear())
                .coExecutor(1, 2024, "mp")
                .lead(1, 2024, "mz")
                .regions(1, 2024, Executor.Role.CO_EXECUTOR, "akmola")
                .byAgreement(1, 2024, "fund");
    }

    /// @param words in the order of [#AGENCIES]; who is silent sends a form without rows
    private static Reconciliation told(String... words) {
        Case told = shared();
        for (int i = 0; i < words.length; i++) {
            String agency = AGENCIES.get(i);
            if (words[i].equals("silent")) {
                told.sends(agency, "2024-Q4", "2025-01-08");
            } else {
                told.sends(agency, "2024-Q4", "2025-01-08", Said.of(1, 2024, agency, words[i]));
            }
        }
        return told.in("2024-Q4");
    }

    private static CoExecution only(Reconciliation reconciliation) {
        List<CoExecution> all = of(reconciliation);
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static List<CoExecution> of(Reconciliation reconciliation) {
        Rows rows = new Rows(reconciliation.facts());
        return reconciliation.measures().stream()
                .flatMap(measure ->
                        CoExecution.of(measure, reconciliation.findings(), rows).stream())
                .toList();
    }

    private static String said(List<CoExecution.Answer> answers) {
        return joined(
                answers.stream()
                        .map(answer ->
                                answer.agency().ru()
                                        + " "
                                        + answer.place()
                                                .map(CoExecutionTest::shown)
                                                .orElse("silent"))
                        .toList());
    }

    private static String joined(List<String> parts) {
        return parts.isEmpty() ? "–" : parts.stream().collect(Collectors.joining(", "));
    }

    private static String shown(Place place) {
        return place.file().replace(".xlsx", "") + " " + place.cell();
    }
}
