package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.Executor;
import kz.esep.plan.OpeningEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonsTest {

    private static final Path MESSAGES = Path.of("templates/messages");

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        claim                                       | acts                                | reason
        done 2024-12-01, information №5 2024-12-02  | ''                                  | Исполнено в срок: дата завершения – 1 декабря 2024 года, срок – 31 декабря 2024 года; основание – информация № 5 от 2 декабря 2024 года.
        done 2024-12-02, information 5 2024-12-02   | extend 2024-05-01 to 2024-12-01     | Исполнено с нарушением срока: дата завершения – 2 декабря 2024 года, срок – 1 декабря 2024 года (продлён), опоздание – 1 день; основание – информация № 5 от 2 декабря 2024 года.
        done 2024-12-01                             | ''                                  | Заявлено исполненным, но подтверждающий документ не указан (форма завершения – информация).
        done, document - 2024-12-02                 | ''                                  | Заявлено исполненным, но подтверждено не полностью (форма завершения – информация): вид документа – указан другой, номер – не указан, дата документа – указана, дата завершения – не указана.
        done 2025-01-01, information 5 2025-01-02   | ''                                  | Не подтверждено: заявленная дата завершения (1 января 2025 года) позже последнего возможного дня (31 декабря 2024 года).
        done 2024-12-01, information 5 2025-01-09   | ''                                  | Не подтверждено: дата документа (9 января 2025 года) вне допустимого промежутка с 1 января 2024 года по 8 января 2025 года.
        in progress                                 | extend 2024-05-01 to 2025-02-01     | Срок – 1 февраля 2025 года (продлён), он ещё не наступил; работа ведётся.
        not started                                 | extend 2024-05-01 to 2025-02-01     | Срок – 1 февраля 2025 года (продлён), он ещё не наступил; работа не начата.
        not started                                 | ''                                  | Не исполнено: срок – 31 декабря 2024 года, он истёк в последний день периода.
        not started                                 | extend 2024-05-01 to 2024-12-09     | Не исполнено: срок – 9 декабря 2024 года (продлён), просрочка на конец периода – 22 дня.
        done 2024-12-01                             | return 2025-01-20                   | Заявлено исполненным, но возвращено министерством: письмо № 31. Есть причина.
        done 2024-12-01                             | accept 2025-01-20                   | Исполнение в срок принято министерством: дата завершения – 1 декабря 2024 года, срок – 31 декабря 2024 года; основание – письмо № 31.
        not started                                 | off 2025-01-20                      | Снято с контроля: письмо № 31. Есть причина.
        """)
    // spotless:on
    void saysWhyInOneSentence(String claim, String acts, String reason) {
        Case told =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2024, "mz", claim));
        if (!acts.isEmpty()) {
            told.decides(1, 2024, "mz", acts);
        }

        assertEquals(reason, why(told, Language.RU));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        language | reason
        KK       | Мерзімінде орындалды: аяқталған күні – 2024 жылғы 1 қыркүйек, мерзімі – 2024 жылғы 31 желтоқсан; негізі – ақпарат, № 5, 2024 жылғы 1 қыркүйек; мәлімет ұсынылған кезең – 2024 жылғы III тоқсан.
        RU       | Исполнено в срок: дата завершения – 1 сентября 2024 года, срок – 31 декабря 2024 года; основание – информация № 5 от 1 сентября 2024 года; сведения представлены за III квартал 2024 года.
        EN       | Done on time: completed 1 September 2024, due 31 December 2024; proven by information No. 5 of 1 September 2024; reported for quarter III of 2024.
        """)
    // spotless:on
    void whatWasReportedEarlierNamesItsPeriod(Language language, String reason) {
        Case told =
                Case.yearly("information")
                        .lead(1, 2024, "mz")
                        .sends(
                                "mz",
                                "2024-Q3",
                                "2024-10-08",
                                Said.of(
                                        1,
                                        2024,
                                        "mz",
                                        "done 2024-09-01, information 5 2024-09-01"));

        assertEquals(reason, why(told, language));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        record    | date       | reason
        DONE      | 2023-12-01 | По учёту министерства исполнено в срок: дата завершения – 1 декабря 2023 года, срок – 31 декабря 2023 года; основание – № 7.
        DONE      | 2024-01-02 | По учёту министерства исполнено с нарушением срока: дата завершения – 2 января 2024 года, срок – 31 декабря 2023 года, опоздание – 2 дня; основание – № 7.
        DONE      | ''         | По учёту министерства исполнено, дата завершения не указана; срок – 31 декабря 2023 года; основание – № 7.
        UNSETTLED | ''         | Информация не представлена: срок – 31 декабря 2023 года, просрочка на конец периода – 366 дней.
        CLOSED    | ''         | Снято с контроля по учёту министерства; основание – № 7.
        """)
    // spotless:on
    void saysWhatTheOpeningRecordSays(OpeningEntry.Standing record, String date, String reason) {
        Case told =
                Case.yearly("information").lead(1, 2023, "mz").opening(1, 2023, "mz", record, date);

        assertEquals(reason, why(told, Language.RU));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        record | act               | claim           | reason
        DONE   | return 2024-06-03 | ''              | По учёту министерства исполнено, но впоследствии возвращено: письмо № 31. Есть причина.
        ''     | return 2025-01-20 | done 2024-02-01 | Заявлено исполненным, но возвращено министерством: письмо № 31. Есть причина.
        ''     | accept 2024-06-03 | in progress     | Исполнение с нарушением срока принято министерством: дата завершения – 3 июня 2024 года, срок – 31 декабря 2023 года, опоздание – 155 дней; основание – письмо № 31.
        ''     | accept 2024-06-03 | done 2025-02-01 | Исполнение с нарушением срока принято министерством: дата завершения – 3 июня 2024 года, срок – 31 декабря 2023 года, опоздание – 155 дней; основание – письмо № 31.
        ''     | accept 2025-01-20 | done 2023-12-30 | Исполнение в срок принято министерством: дата завершения – 30 декабря 2023 года, срок – 31 декабря 2023 года; основание – письмо № 31.
        """)
    // spotless:on
    void saysWhatTheMinistryDecided(String record, String act, String claim, String reason) {
        Case told = Case.yearly("information").lead(1, 2023, "mz").decides(1, 2023, "mz", act);
        if (!record.isEmpty()) {
            told.opening(1, 2023, "mz", OpeningEntry.Standing.valueOf(record), "2023-12-01");
        }
        if (!claim.isEmpty()) {
            told.sends("mz", "2024-Q4", "2025-01-09", Said.of(1, 2023, "mz", claim));
        }

        assertEquals(reason, why(told, Language.RU));
    }

    /// A broken pattern would break a report in one language only.
    @ParameterizedTest
    @EnumSource
    void everySentenceCanBeSaid(Language language) {
        Speech speech = Speech.of(MESSAGES, language);
        Map<String, Object> anything =
                Map.ofEntries(
                        Map.entry("due", "?"),
                        Map.entry("extended", true),
                        Map.entry("days", 2L),
                        Map.entry("demanded", "DOCUMENT"),
                        Map.entry("completed", "?"),
                        Map.entry("number", "?"),
                        Map.entry("date", "?"),
                        Map.entry("period", "?"),
                        Map.entry("kind", "OTHER"),
                        Map.entry("end", "?"),
                        Map.entry("from", "?"),
                        Map.entry("to", "?"),
                        Map.entry("document", "?"),
                        Map.entry("documented", true),
                        Map.entry("reason", "?"),
                        Map.entry("lead", "?"),
                        Map.entry("done", 1),
                        Map.entry("counted", 2));
        SortedSet<String> keys = new TreeSet<>(speech.words().keys().tailSet("rule."));
        keys.removeIf(key -> !key.startsWith("rule."));

        assertEquals(32, keys.size());
        keys.forEach(key -> assertEquals(-1, speech.say(key, anything).indexOf('{'), key));
    }

    @Test
    void aWithdrawnCompletionIsNamedAsSuch() {
        Case told =
                Case.yearly("information")
                        .lead(1, 2023, "mz")
                        .opening(1, 2023, "mz", OpeningEntry.Standing.DONE, "2023-12-01")
                        .sends("mz", "2024-Q4", "2025-01-08", Said.of(1, 2023, "mz", "withdrawn"));

        assertEquals(
                "Ранее заявленное исполнение отозвано органом: срок – 31 декабря 2023 года, "
                        + "просрочка на конец периода – 366 дней.",
                why(told, Language.RU));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        form        | regions lead | reason
        document    | false        | Статус мероприятия – статус головного исполнителя (МЗ).
        document    | true         | Головной исполнитель – группа (МИО); статус мероприятия – худший из статусов её членов.
        information | false        | Учитываются все исполнители: исполнили 0 из 2; статус мероприятия – худший из их статусов.
        """)
    // spotless:on
    void saysHowAMeasureWasRolledUp(String form, boolean regionsLead, String reason) {
        Case told = Case.yearly(form).coExecutor(1, 2024, "mp");
        if (regionsLead) {
            told.regions(1, 2024, Executor.Role.LEAD, "abai", "akmola");
        } else {
            told.lead(1, 2024, "mz");
        }

        Reconciliation result = told.in("2024-Q4");

        assertEquals(
                reason,
                Speech.of(MESSAGES, Language.RU)
                        .say(new Reasons(result.facts()).of(result.measures().getFirst())));
    }

    private static String why(Case told, Language language) {
        Reconciliation result = told.in("2024-Q4");
        return Speech.of(MESSAGES, language)
                .say(new Reasons(result.facts()).of(result.assessments().getFirst()))
                .replace('\u00A0', ' ');
    }
}
