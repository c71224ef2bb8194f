package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.language.Bilingual;
import kz.esep.language.Language;
import kz.esep.plan.Measure;
import kz.esep.plan.Redaction;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.tagged.SourceText;
import kz.esep.render.tagged.StructureText;
import kz.esep.render.tagged.Validator;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// The reports' own templates with what is hard to lay out.
class HardInputsTest {

    private static final Renderer RENDERER = new Renderer(Path.of("templates"));
    private static final DocumentId CONSOLIDATED =
            DocumentId.of(Kind.CONSOLIDATED, Language.KK, Format.PDF);

    /// A title of a page's length, words of 60 letters, and an agency's words of twenty lines.
    @Test
    void keepEveryWordOfLongTitlesAndTallCells() throws IOException {
        Bilingual title =
                new Bilingual(
                        "Мемлекеттік қызметтерді көрсету сапасын арттыру туралы. ".repeat(25)
                                + "ұзынсөз".repeat(9),
                        "О повышении качества оказания государственных услуг. ".repeat(25)
                                + "длинноеслово".repeat(5));
        Reconciliation hard = Samples.few(measure -> titled(measure, title));
        Reports reports = Reports.of(hard, Samples.reissued(hard));

        for (DocumentId id :
                List.of(CONSOLIDATED, DocumentId.of(Kind.AGENCY, "mz", Language.RU, Format.PDF))) {
            assertThat(StructureText.words(pdf(id, reports)))
                    .isEqualTo(SourceText.words(RENDERER.xhtml(id, reports)));
        }
        Reconciliation tall =
                Samples.typed(List.of("Жұмыс жүргізілді, нәтижесі жоғары. ".repeat(60).strip()));
        Reports typed = Reports.of(tall, Samples.provenance());
        DocumentId own = DocumentId.of(Kind.AGENCY, "mz", Language.KK, Format.PDF);
        assertThat(StructureText.words(pdf(own, typed)))
                .isEqualTo(SourceText.words(RENDERER.xhtml(own, typed)));
    }

    @Test
    void sayThatASectionOrAnAgencyHasNothing() throws Exception {
        Reconciliation few = Samples.few();
        Reports reports = Reports.of(few, Samples.provenance());
        DocumentId idle = DocumentId.of(Kind.AGENCY, "mvd", Language.RU, Format.PDF);

        assertThat(reports.agencies()).doesNotContain("mvd");
        String page = text(pdf(idle, reports));
        assertThat(page)
                .contains(
                        "Министерство внутренних дел",
                        "В этом периоде у органа нет обязательств.",
                        "На этот период целевые индикаторы не установлены.",
                        "Неисполненных обязательств прошлых лет нет.",
                        "Файлов от органа за этот период не получено.");
        assertThat(Validator.broken(pdf(idle, reports), PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(text(pdf(CONSOLIDATED, reports)).split("Бұл бөлімде іс-шара жоқ", -1))
                .as("sections without measures, and what follows them")
                .hasSize(1 + emptySections(few.facts().redaction()));
    }

    private static int emptySections(Redaction redaction) {
        return (int)
                redaction.sections().stream()
                        .filter(section ->
                                redaction.measures().stream()
                                        .noneMatch(it -> it.section() == section.number()))
                        .count();
    }

    /// Its head is printed on every page and read once; no row is on two pages.
    @Test
    void carryATableOverMoreThanSixtyPages() throws IOException {
        Reconciliation few = Samples.few();
        Map<String, Object> arguments =
                Map.of(
                        "agency",
                        new Bilingual("Абай облысы", "область Абай"),
                        "measure",
                        "2",
                        "year",
                        "2024");
        List<Finding> many = new ArrayList<>();
        for (int number = 1; number <= 1_700; number++) {
            Place place = Place.file("abai/%04d.xlsx".formatted(number));
            many.add(
                    Finding.of(
                            FindingCode.CLAIM_WITHOUT_OBLIGATION,
                            place,
                            "сөз ".repeat(30),
                            arguments));
        }
        Reports reports =
                Reports.of(
                        new Reconciliation(
                                few.facts(),
                                few.measures(),
                                few.assessments(),
                                few.open(),
                                few.overall(),
                                few.byAgency(),
                                few.bySection(),
                                few.timeliness(),
                                few.fates(),
                                many),
                        Samples.provenance());
        byte[] pdf = pdf(CONSOLIDATED, reports);

        List<String> pages = pages(pdf);
        List<Integer> own =
                IntStream.range(0, pages.size())
                        .filter(page -> pages.get(page).contains("abai/"))
                        .boxed()
                        .toList();
        assertThat(own).hasSizeGreaterThan(60);
        assertThat(own).allMatch(page -> pages.get(page).contains("Не анықталды Орны"));
        for (int number = 1; number <= 1_700; number++) {
            String file = "abai/%04d.xlsx".formatted(number);
            assertThat(pages.stream().filter(page -> page.contains(file))).as(file).hasSize(1);
        }
        assertThat(StructureText.words(pdf))
                .isEqualTo(SourceText.words(RENDERER.xhtml(CONSOLIDATED, reports)));
    }

    private static Measure titled(Measure old, Bilingual title) {
        return new Measure(
                old.number(),
                old.section(),
                title,
                old.form(),
                old.executors(),
                old.executorsText(),
                old.deadline(),
                old.deadlineText(),
                old.cost(),
                old.programme(),
                old.indicator(),
                old.aggregation(),
                old.notes(),
                old.incomplete(),
                old.origin());
    }

    private static byte[] pdf(DocumentId id, Reports reports) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RENDERER.write(id, reports, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        return String.join("\n", pages(pdf));
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (var document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("[\\s\u00A0]+", " "));
            }
        }
        return pages;
    }
}
