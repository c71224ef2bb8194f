package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.demo.Demonstration;
import kz.esep.intake.Claim;
import kz.esep.intake.FileOutcome;
import kz.esep.job.Desk;
import kz.esep.language.Language;
import kz.esep.plan.Period;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.xlsx.WorkbookTwins;
import kz.esep.report.Receipt;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import kz.esep.settings.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The two languages of the demonstration's documents: the same rows, figures, days and order,
/// nothing untranslated, and no word of the one language in the other's text.
class TwinsTest {

    private static final Path TEMPLATES = Path.of("templates");

    /// Agencies with much to tell, with little, and of another kind.
    private static final Set<String> PRINTED = Set.of("mz", "mtszn", "zhetisu");

    private static final Renderer RENDERER = new Renderer(TEMPLATES);
    private static final Map<Period, Reports> REPORTS = new HashMap<>();
    private static Optional<Desk> desk = Optional.empty();

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        desk = Optional.of(Demonstration.open(folder));
    }

    private static Reports reports(String period) {
        return REPORTS.computeIfAbsent(
                Period.parse(period).orElseThrow(),
                parsed -> Demonstration.reports(desk.orElseThrow(), parsed));
    }

    /// The Kazakh documents of a kind, which all have a Russian twin.
    private static List<DocumentId> documents(Kind kind, Format format, Reports reports) {
        return kind.documents(reports).stream()
                .filter(document -> document.format() == format)
                .filter(document -> document.language().equals(Optional.of(Language.KK)))
                .toList();
    }

    private static DocumentId twin(DocumentId kazakh) {
        return new DocumentId(
                kazakh.kind(), kazakh.agency(), Optional.of(Language.RU), kazakh.format());
    }

    private static byte[] written(DocumentId document, Reports reports) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RENDERER.write(document, reports, out);
        return out.toByteArray();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        period  | kind
        2024-Q4 | CONSOLIDATED
        2024-Q4 | AGENCY
        2024-Q4 | REGIONS
        2024-Q4 | DISCIPLINE
        2024-Q4 | REMINDER
        2024    | CONSOLIDATED
        """)
    // spotless:on
    void arePrintedWithTheSameHeadingsRowsAndFigures(String period, Kind kind) throws IOException {
        Reports reports = reports(period);
        List<DocumentId> printed =
                documents(kind, Format.PDF, reports).stream()
                        .filter(document -> document.agency().map(PRINTED::contains).orElse(true))
                        .toList();

        assertThat(printed).isNotEmpty();
        for (DocumentId document : printed) {
            List<Twins.Block> kazakh = Twins.blocks(written(document, reports));
            List<Twins.Block> russian = Twins.blocks(written(twin(document), reports));

            assertThat(kazakh).hasSizeGreaterThan(20);
            assertThat(Twins.differences(kazakh, russian)).as(document.path()).isEmpty();
        }
    }

    // spotless:off
    @ParameterizedTest
    @EnumSource(names = {"CONSOLIDATED", "AGENCY", "REGIONS", "DISCIPLINE", "REMINDER"})
    // spotless:on
    void saySoOfEveryAgencyInWordsOfTheirLanguage(Kind kind) throws IOException {
        Reports reports = reports("2024-Q4");
        for (DocumentId document : documents(kind, Format.PDF, reports)) {
            String kazakh = RENDERER.xhtml(document, reports);
            String russian = RENDERER.xhtml(twin(document), reports);

            assertThat(Mixture.in(kazakh)).as(document.path()).isEmpty();
            assertThat(Mixture.in(russian)).as(twin(document).path()).isEmpty();
            compare(document.path(), Mixture.parse(kazakh), Mixture.parse(russian));
        }
    }

    /// What changed since the issue before, and why.
    @Test
    void sayWhatAReissueChanged() throws IOException {
        Reconciliation now = Samples.whole();
        Reports reports = Reports.of(now, Samples.reissued(now));
        for (Kind kind : List.of(Kind.CONSOLIDATED, Kind.AGENCY)) {
            DocumentId document = documents(kind, Format.PDF, reports).getFirst();
            String kazakh = RENDERER.xhtml(document, reports);
            String russian = RENDERER.xhtml(twin(document), reports);

            assertThat(Mixture.in(kazakh)).isEmpty();
            assertThat(Mixture.in(russian)).isEmpty();
            compare(document.path(), Mixture.parse(kazakh), Mixture.parse(russian));
        }
    }

    @Test
    void standOnOnePageOfTheIndexAndOfAReceipt() throws IOException {
        Reports reports = reports("2024-Q4");
        DocumentId index =
                new DocumentId(Kind.INDEX, Optional.empty(), Optional.empty(), Format.HTML);
        both(RENDERER.xhtml(index, reports), "article");
        List<FileOutcome> files = desk.orElseThrow().outcomes();
        for (FileOutcome file : files) {
            both(
                    new Receipts(TEMPLATES)
                            .xhtml(
                                    Receipt.of(
                                            file,
                                            files,
                                            desk.orElseThrow().data().register(),
                                            Settings.DEFAULT.zone())),
                    "section");
        }
    }

    private static void both(String page, String part) throws IOException {
        assertThat(Mixture.in(page)).isEmpty();
        NodeList parts = Mixture.parse(page).getElementsByTagName(part);
        List<Element> twins = new ArrayList<>();
        for (int i = 0; i < parts.getLength(); i++) {
            Element each = (Element) parts.item(i);
            if (part.equals("article") || each.getAttribute("class").equals("receipt")) {
                twins.add(each);
            }
        }
        assertThat(twins).hasSize(2);
        compare(part, twins.getFirst(), twins.getLast());
    }

    private static void compare(String name, Element kazakh, Element russian) {
        List<Twins.Block> kk = Twins.blocks(kazakh);
        List<Twins.Block> ru = Twins.blocks(russian);

        assertThat(Twins.differences(kk, ru)).as(name).isEmpty();
        assertThat(untranslated(kazakh, russian)).as(name).isEmpty();
    }

    /// Blocks that are word for word the same in both languages, though they have words.
    private static Set<String> untranslated(Element kazakh, Element russian) {
        removeQuoted(kazakh);
        removeQuoted(russian);
        List<Twins.Block> kk = Twins.blocks(kazakh);
        List<Twins.Block> ru = Twins.blocks(russian);
        Set<String> same = new LinkedHashSet<>();
        for (int i = 0; i < kk.size(); i++) {
            String text = kk.get(i).text();
            if (text.equals(ru.get(i).text()) && Mixture.translatable(text).size() > 1) {
                same.add(text);
            }
        }
        return same;
    }

    private static void removeQuoted(Element page) {
        NodeList all = page.getElementsByTagName("span");
        for (int i = all.getLength() - 1; i >= 0; i--) {
            Element span = (Element) all.item(i);
            if (Mixture.isVerbatim(span) || span.hasAttribute("lang")) {
                span.getParentNode().removeChild(span);
            }
        }
    }

    // spotless:off
    @ParameterizedTest
    @EnumSource(names = {"CONSOLIDATED", "AGENCY", "REGIONS", "FINDINGS"})
    // spotless:on
    void fillTheSameCellsOfEveryWorkbook(Kind kind) throws IOException {
        Reports reports = reports("2024-Q4");
        Set<String> typed = typed();
        for (DocumentId document : documents(kind, Format.XLSX, reports)) {
            if (document.agency().map(PRINTED::contains).orElse(true)) {
                assertThat(
                                WorkbookTwins.differences(
                                        written(document, reports),
                                        written(twin(document), reports),
                                        typed,
                                        Twins::figures,
                                        Mixture::isForeign))
                        .as(document.path())
                        .isEmpty();
            }
        }
    }

    /// Everything that agencies wrote, and the names of their files: it may be in any language.
    private static Set<String> typed() {
        Set<String> typed = new LinkedHashSet<>();
        for (FileOutcome file : desk.orElseThrow().outcomes()) {
            typed.add(file.received().path());
            file.findings().forEach(finding -> typed.add(finding.found()));
            file.submission().stream()
                    .flatMap(submission -> submission.claims().stream())
                    .forEach(claim -> typed.addAll(words(claim).toList()));
        }
        return typed.stream().filter(text -> !text.isBlank()).collect(Collectors.toSet());
    }

    private static Stream<String> words(Claim claim) {
        return Stream.of(
                claim.progressKk(),
                claim.progressRu(),
                claim.reason(),
                claim.contact(),
                claim.evidence().number());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        words planted                                             | into | found
        <p>Сведения представлены в срок</p>                       | kk   | true
        <p>по состоянию</p>                                       | kk   | true
        <p>Мәліметтер (Сведения) ұсынылды</p>                     | kk   | false
        <p>Мәліметтер «Сведения представлены в срок» ұсынылды</p> | kk   | false
        <p><span lang="ru">Сведения представлены в срок</span></p>| kk   | false
        <p><span translate="no">отчёт за год.xlsx</span></p>      | kk   | false
        <p>Мәліметтер мерзімінде ұсынылды</p>                     | ru   | true
        <p>сведения бойынша</p>                                   | ru   | true
        <p>область Жетісу и «Қамқорлық» ҚҚ</p>                    | ru   | false
        <p><span lang="kk">Мәліметтер ұсынылды</span></p>         | ru   | false
        """)
    // spotless:on
    void areNoticedWhereTheyMix(String planted, String language, boolean found) throws IOException {
        assertThat(
                        Mixture.in(
                                "<html lang=\"%s\"><body><p>1</p>%s</body></html>"
                                        .formatted(language, planted)))
                .hasSize(found ? 1 : 0);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        kk                                  | ru                                 | same
        2024 жылғы 31 желтоқсанға дейін 57% | до 31 декабря 2024 года – 57 %     | true
        12 345,6 мың теңге, IV тоқсан       | IV квартал, 12 345,6 тыс. тенге    | true
        18 / 28, № 5                        | № 5: 18 / 28                       | true
        2024 жылғы 31 желтоқсан             | 30 декабря 2024 года               | false
        57%                                 | 58 %                               | false
        57%                                 | 57                                 | false
        −5,5                                | 5,5                                | false
        III тоқсан                          | IV квартал                         | false
        12 іс-шара                          | мероприятий – 12 и ещё 1           | false
        """)
    // spotless:on
    void areNoticedWhereTheirFiguresDiffer(String kk, String ru, boolean same) {
        assertThat(
                        Twins.differences(
                                List.of(new Twins.Block("TD", kk)),
                                List.of(new Twins.Block("TD", ru))))
                .hasSize(same ? 0 : 1);
    }

    @Test
    void areNoticedWhereARowIsMissing() {
        assertThat(
                        Twins.differences(
                                List.of(new Twins.Block("TR", ""), new Twins.Block("TD", "1")),
                                List.of(new Twins.Block("TR", ""), new Twins.Block("TR", ""))))
                .hasSize(1);
    }
}
