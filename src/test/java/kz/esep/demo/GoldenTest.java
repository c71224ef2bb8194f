package kz.esep.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.esep.Golden;
import kz.esep.intake.FileOutcome;
import kz.esep.job.Desk;
import kz.esep.language.Language;
import kz.esep.plan.Period;
import kz.esep.render.DocumentId;
import kz.esep.render.Format;
import kz.esep.render.Kind;
import kz.esep.render.Receipts;
import kz.esep.render.Renderer;
import kz.esep.render.tagged.CutText;
import kz.esep.render.tagged.PageEnds;
import kz.esep.render.tagged.SourceText;
import kz.esep.render.xlsx.Listing;
import kz.esep.report.Receipt;
import kz.esep.report.Reports;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What officials and agencies read in the fourth quarter's demonstration, word by word.
///
/// Of the consolidated report the first pages are kept, which lead from the title to the files; the
/// full table and the annexes repeat what other tests prove.
class GoldenTest {

    private static final Path TEMPLATES = Path.of("templates");
    private static final int PAGES = 12;
    private static final Period Q4 = Period.quarter(2024, 4);

    private static Optional<Desk> desk = Optional.empty();
    private static Optional<Reports> reports = Optional.empty();

    @BeforeAll
    static void reconcile(@TempDir Path folder) throws IOException {
        Desk opened = Demonstration.open(folder);
        desk = Optional.of(opened);
        reports = Optional.of(Demonstration.reports(opened, Q4));
    }

    @ParameterizedTest
    @EnumSource(names = {"KK", "RU"})
    void printsTheConsolidatedReport(Language language) throws IOException {
        Golden.assertSame(
                "consolidated_" + language.tag() + ".txt",
                pages(DocumentId.of(Kind.CONSOLIDATED, language, Format.PDF), PAGES));
    }

    @ParameterizedTest
    @EnumSource(names = {"KK", "RU"})
    void printsAnAgencysReport(Language language) throws IOException {
        Golden.assertSame(
                "agency-mz_" + language.tag() + ".txt",
                pages(DocumentId.of(Kind.AGENCY, "mz", language, Format.PDF), Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @EnumSource(names = {"KK", "RU"})
    void fillsAnAgencysWorkbook(Language language) throws IOException {
        Golden.assertSame(
                "agency-mz-workbook_" + language.tag() + ".txt",
                Listing.of(written(DocumentId.of(Kind.AGENCY, "mz", language, Format.XLSX))));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource({
        "REGIONS,    '',  regions",
        "DISCIPLINE, '',  discipline",
        "REMINDER,   mki, reminder-mki"
    })
    // spotless:on
    void printsTheOtherReportsAndLetters(Kind kind, String agency, String name) throws IOException {
        for (Language language : List.of(Language.KK, Language.RU)) {
            Golden.assertSame(
                    name + "_" + language.tag() + ".txt",
                    pages(
                            agency.isEmpty()
                                    ? DocumentId.of(kind, language, Format.PDF)
                                    : DocumentId.of(kind, agency, language, Format.PDF),
                            Integer.MAX_VALUE));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"KK", "RU"})
    void listsEveryFinding(Language language) throws IOException {
        Golden.assertSame(
                "findings-workbook_" + language.tag() + ".txt",
                Listing.of(written(DocumentId.of(Kind.FINDINGS, language, Format.XLSX))));
    }

    /// Both languages; the words of charts stand in their tables too.
    @Test
    void leadsToAllDocumentsFromOnePage() throws IOException {
        DocumentId index =
                Renderer.documents(reports.orElseThrow()).stream()
                        .filter(document -> document.kind() == Kind.INDEX)
                        .findFirst()
                        .orElseThrow();
        String page = new String(written(index), StandardCharsets.UTF_8);
        Golden.assertSame(
                "index.txt",
                String.join("\n", SourceText.blocks(page.replace("<!DOCTYPE html>", ""))) + "\n");
    }

    @Test
    void answersAnAgencyWithAReceipt() throws IOException {
        Desk opened = desk.orElseThrow();
        FileOutcome akmola =
                opened.outcomes().stream()
                        .filter(outcome ->
                                outcome.received().path().equals("akmola/otchet_4kv_2024.xlsx"))
                        .findFirst()
                        .orElseThrow();
        Golden.assertSame(
                "receipt-akmola.txt",
                new Receipts(TEMPLATES)
                        .text(
                                Receipt.of(
                                        akmola,
                                        opened.outcomes(),
                                        opened.data().register(),
                                        kz.esep.settings.Settings.DEFAULT.zone())));
    }

    /// In all documents of the quarter and of the year.
    @ParameterizedTest
    @ValueSource(strings = {"2024-Q4", "2024"})
    void partsNothingAtAPagesFootAndCutsNoWordOff(String period) throws IOException {
        Reports all = Demonstration.reports(desk.orElseThrow(), Period.parse(period).orElseThrow());
        Renderer renderer = new Renderer(TEMPLATES);
        List<String> wrong = new ArrayList<>();
        for (DocumentId document : Renderer.documents(all)) {
            if (document.format() == Format.PDF) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                renderer.write(document, all, out);
                byte[] pdf = out.toByteArray();
                PageEnds.parted(pdf).forEach(head -> wrong.add(document.path() + ", " + head));
                CutText.in(pdf)
                        .forEach(word -> wrong.add(document.path() + ", cut off on " + word));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static byte[] written(DocumentId document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Renderer(TEMPLATES).write(document, reports.orElseThrow(), out);
        return out.toByteArray();
    }

    private static String pages(DocumentId document, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        try (var pdf = Loader.loadPDF(written(document))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("");
            for (int page = 1; page <= Math.min(most, pdf.getNumberOfPages()); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.append("--- ")
                        .append(page)
                        .append(" ---\n")
                        .append(stripper.getText(pdf).strip())
                        .append("\n\n");
            }
        }
        return text.toString();
    }
}
