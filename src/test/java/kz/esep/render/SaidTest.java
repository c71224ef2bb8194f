package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.esep.Folders;
import kz.esep.language.Language;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of what its template asked for a document is known to follow.
class SaidTest {

    private static final Path TEMPLATES = Path.of("templates");
    private static final Reports REPORTS = Reports.of(Samples.few(), Samples.provenance());
    private static final DocumentId REGISTER =
            DocumentId.of(Kind.FINDINGS, Language.KK, Format.XLSX);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "CONSOLIDATED, PDF,  '[charts, report]'",
        "CONSOLIDATED, XLSX, '[charts, report]'",
        "REGIONS,      PDF,  '[charts, report]'",
        "REGIONS,      XLSX, '[charts, report]'",
        "AGENCY,       PDF,  [report]",
        "AGENCY,       XLSX, [report]",
        "DISCIPLINE,   PDF,  [report]",
        "FINDINGS,     XLSX, [report]",
        "REMINDER,     PDF,  [report]",
        "INDEX,        HTML, '[charts, documents, report]'"
    })
    void notesWhatEachTemplateAsksFor(Kind kind, Format format, String asked) throws IOException {
        Renderer renderer = new Renderer(TEMPLATES);
        DocumentId document =
                kind.documents(REPORTS).stream()
                        .filter(each -> each.format() == format)
                        .findFirst()
                        .orElseThrow();

        Said said = renderer.content(document, REPORTS);

        assertThat(said.asked()).hasToString(asked);
        assertThat(renderer.write(document, REPORTS, new ByteArrayOutputStream())).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ${statuses?size} ${say("report.dash")}                       | []
                    ${charts.course?size}                                        | [charts]
                    <#if charts??></#if>                                         | [charts]
                    <#assign charts = 1>${charts}                                | []
                    ${.globals.charts.course?size}                               | [charts]
                    ${.data_model["charts"].course?size}                         | [charts]
                    ${.vars["char" + "ts"].course?size}                          | [charts]
                    ${"charts.course?size"?eval}                                 | [charts]
                    <#list .data_model as name, value>${name}</#list>            | [charts, documents, report]
                    ${.data_model?keys?size}                                     | [charts, documents, report]
                    """)
    void notesWhatAnOwnTemplateAsksForInWhicheverWay(String text, String asked) throws IOException {
        Folders.copy(TEMPLATES, folder);
        Files.writeString(folder.resolve("xlsx/findings.ftlx"), text);

        assertThat(new Renderer(folder).content(REGISTER, REPORTS).asked()).hasToString(asked);
    }
}
