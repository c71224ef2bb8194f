package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.intake.RowCounts;
import kz.esep.reconcile.Reconciliation;
import kz.esep.report.Receipt;
import kz.esep.report.Samples;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private static final Reconciliation FEW = Samples.few();

    private final Receipts receipts = new Receipts(Path.of("templates"));

    @Test
    void answersInBothLanguagesWithPlaceAndExpectation() {
        String receipt = receipts.text(receipt(FindingCode.PLAN_WRONG, Map.of()));

        assertThat(receipt)
                .startsWith(
                        """
                        ФАЙЛДЫҢ АЛЫНҒАНЫ ТУРАЛЫ ТҮБІРТЕК

                        Орган: Қазақстан Республикасының Денсаулық сақтау министрлігі
                        Файл: mz/есеп.xlsx
                        Алынған уақыты: 09.01.2025\u00A014:00 (бағдарлама алғаш анықтаған уақыт)
                        Есепке алу журналындағы жазба: 7
                        Нәтиже: Қабылданбады. Файлдан ештеңе қабылданған жоқ. Ескертулерді жойып, файлды қайта ұсыныңыз.
                        Жолдар: қаралды – 3, оның ішінде қабылданды – 0, қабылданбады – 1, ескерілмеді – 2
                        Күші бар мәлімет: органыңыздан қабылданған файл жоқ.
                        """)
                .contains(
                        """
                        КВИТАНЦИЯ О ПОЛУЧЕНИИ ФАЙЛА

                        Орган: Министерство здравоохранения Республики Казахстан
                        Файл: mz/есеп.xlsx
                        Получено: 09.01.2025\u00A014:00 (время первого обнаружения программой)
                        Запись в журнале учёта: 7
                        Итог: Отклонён. Из файла ничего не принято. Устраните замечания и представьте файл снова.
                        Строки: просмотрено – 3, из них принято – 0, отклонено – 1, пропущено – 2
                        Действующие сведения: принятых файлов от вашего органа нет.

                        Замечания: 1

                        1. Ошибка. Форма относится к неизвестному здесь плану.
                           Место: лист «Есеп», ячейка B2
                           В файле: другой план
                           Ожидается: Форма по плану этого министерства, например: disability-rights-2025.

                        Контрольная сумма файла (SHA-256):
                        abc
                        """);
    }

    @Test
    void quotesNothingFromAFileInTheWrongAgencysFolder() {
        String receipt = receipts.text(receipt(FindingCode.AGENCY_WRONG, Map.of("folder", "mz")));

        assertThat(receipt).contains("лист «Есеп», ячейка B2").doesNotContain("другой план");
    }

    private static Receipt receipt(FindingCode code, Map<String, ?> arguments) {
        return Receipt.of(
                refused(code, arguments),
                List.of(),
                FEW.facts().register(),
                ZoneId.of("Asia/Almaty"));
    }

    private static FileOutcome refused(FindingCode code, Map<String, ?> arguments) {
        return new FileOutcome(
                new Received(
                        7,
                        "mz/есеп.xlsx",
                        "mz",
                        "abc",
                        10,
                        Instant.parse("2025-01-09T09:00:00Z"),
                        Received.Source.FIRST_SEEN,
                        ""),
                FileOutcome.Verdict.REJECTED,
                Optional.empty(),
                new RowCounts(3, 0, 1, 2),
                List.of(
                        Finding.of(
                                code,
                                Place.file("mz/есеп.xlsx").cell("Есеп", "B2"),
                                "другой план",
                                arguments)));
    }
}
