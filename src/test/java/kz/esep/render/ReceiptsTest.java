package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.intake.RowCounts;
import kz.esep.language.Bilingual;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.tagged.Validator;
import kz.esep.report.Receipt;
import kz.esep.report.Samples;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class ReceiptsTest {

    private static final Reconciliation FEW = Samples.few();

    private final Receipts receipts = new Receipts(Path.of("templates"));

    @Test
    void answersInBothLanguagesWithPlaceAndExpectation() {
        String receipt = receipts.text(receipt(FindingCode.PLAN_WRONG, Map.of()));

        assertThat(receipt).contains("қаралды\u00A0– 3", "09.01.2025\u00A014:00");
        assertThat(receipt.replace('\u00A0', ' '))
                .startsWith(
                        """
                        ФАЙЛДЫҢ АЛЫНҒАНЫ ТУРАЛЫ ТҮБІРТЕК

                        Орган: Қазақстан Республикасының Денсаулық сақтау министрлігі
                        Файл: mz/есеп.xlsx
                        Алынған уақыты: 09.01.2025 14:00 (бағдарлама алғаш анықтаған уақыт)
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
                        Получено: 09.01.2025 14:00 (время первого обнаружения программой)
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

    /// Everything that a receipt can say, an accepted file's rows, and marks that turn a line.
    private static Receipt everything() {
        FileOutcome accepted =
                FEW.facts().files().stream()
                        .filter(file -> file.submission().isPresent())
                        .findFirst()
                        .orElseThrow();
        Place place = Place.file(accepted.received().path()).cell("Есеп", "F12");
        List<Finding> findings =
                List.of(
                        Finding.of(
                                FindingCode.DATE_FROM_TEXT,
                                place,
                                "20.12.2024",
                                Map.of("column", new Bilingual("Күні", "Дата"))),
                        Finding.of(FindingCode.STATUS_UNREADABLE, place, "сде\u202Eлаем\u0001 漢"),
                        Finding.of(
                                FindingCode.SEAL_MISSING, Place.file("mz/x.xlsx"), "x".repeat(190)),
                        Finding.of(
                                FindingCode.ROW_CONTRADICTED,
                                place,
                                "",
                                Map.of("measure", 2, "year", "2024", "other", "Есеп!F14")));
        return Receipt.of(
                        new FileOutcome(
                                accepted.received(),
                                FileOutcome.Verdict.ACCEPTED_WITH_FINDINGS,
                                accepted.submission(),
                                accepted.rows(),
                                findings),
                        FEW.facts().files(),
                        FEW.facts().register(),
                        ZoneId.of("Asia/Almaty"))
                .with("marked.xlsx");
    }

    // spotless:off
    @ParameterizedTest
    @EnumSource(value = PDFAFlavour.class, names = {"PDFUA_1", "PDFA_2_A"})
    // spotless:on
    void printsWhatEveryoneCanReadAndKeep(PDFAFlavour standard) throws Exception {
        assertThat(Validator.broken(pdf(everything()), standard)).isEmpty();
        assertThat(Validator.broken(pdf(receipt(FindingCode.PLAN_WRONG, Map.of())), standard))
                .isEmpty();
    }

    @Test
    void printsEachLanguageOnPagesOfItsOwn() throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf(receipt(FindingCode.PLAN_WRONG, Map.of())))) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("[\\s\u00A0]+", " ").strip());
            }
        }

        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst())
                .contains("Файлдың алынғаны туралы түбіртек", "Қабылданбады.", "Ескертулер: 1");
        assertThat(pages.getLast())
                .contains(
                        "Квитанция о получении файла", "Отклонён.", "Замечания: 1", "другой план");
    }

    @Test
    void showsMarksThatWouldTurnALine() {
        assertThat(receipts.text(everything())).contains("сде[U+202E]лаем[U+0001] 漢");
        assertThat(receipts.xhtml(everything())).contains("сде[U+202E]лаем");
    }

    @Test
    void namesTheWorstFirst() {
        assertThat(everything().findings())
                .extracting(Finding::code)
                .containsExactly(
                        FindingCode.STATUS_UNREADABLE,
                        FindingCode.ROW_CONTRADICTED,
                        FindingCode.SEAL_MISSING,
                        FindingCode.DATE_FROM_TEXT);
    }

    @Test
    void printsTheSameBytes() throws IOException {
        assertThat(pdf(everything())).isEqualTo(pdf(everything()));
    }

    @Test
    void printsNothingFromAFileInTheWrongAgencysFolder() {
        assertThat(receipts.xhtml(receipt(FindingCode.AGENCY_WRONG, Map.of("folder", "mz"))))
                .doesNotContain("другой план");
    }

    private static byte[] pdf(Receipt receipt) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Receipts(Path.of("templates")).pdf(receipt, out);
        return out.toByteArray();
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
