package kz.esep.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.intake.FileOutcome;
import kz.esep.language.Language;
import kz.esep.reconcile.Reconciliation;
import kz.esep.reconcile.Status;
import kz.esep.reconcile.TargetResult;
import kz.esep.reconcile.Timeliness;
import kz.esep.render.tagged.TaggedPdf;
import kz.esep.render.xlsx.XlsxWriter;
import kz.esep.report.Reports;

/// Writes the documents of a period in both official languages. Safe for several threads.
public final class Renderer {

    private static final List<Language> OFFICIAL = List.of(Language.KK, Language.RU);

    private final Path folder;
    private final Templates pages;
    private final Templates workbooks;
    private final ThreadLocal<TaggedPdf> pdf;

    /// @param folder `templates`
    public Renderer(Path folder) {
        this.folder = folder;
        this.pdf = ThreadLocal.withInitial(() -> new TaggedPdf(this::styleSheet));
        this.pages = new Templates(folder, new Legible(this::printable));
        this.workbooks = new Templates(folder, Legible.IN_XML);
    }

    /// Every document of a period: the consolidated report and each agency's, in both languages, as
    /// PDF and XLSX.
    public static List<DocumentId> documents(Reconciliation reconciliation) {
        List<DocumentId> documents = new ArrayList<>();
        for (Language language : OFFICIAL) {
            for (DocumentId.Format format : DocumentId.Format.values()) {
                documents.add(new DocumentId(Optional.empty(), language, format));
            }
            for (String agency : Reports.agencies(reconciliation)) {
                for (DocumentId.Format format : DocumentId.Format.values()) {
                    documents.add(new DocumentId(Optional.of(agency), language, format));
                }
            }
        }
        return documents;
    }

    public void write(DocumentId document, Reports reports, OutputStream out) throws IOException {
        switch (document.format()) {
            case PDF -> pdf.get().write(xhtml(document, reports), reports.provenance().asOf(), out);
            case XLSX -> XlsxWriter.write(new StringReader(markup(document, reports)), out);
        }
    }

    /// The PDF's text and structure, before it has pages.
    String xhtml(DocumentId document, Reports reports) {
        return pages.fill(
                "pdf/" + document.template() + ".ftlh",
                document.language(),
                model(document, reports));
    }

    /// The workbook, before it is streamed.
    String markup(DocumentId document, Reports reports) {
        return workbooks.fill(
                "xlsx/" + document.template() + ".ftlx",
                document.language(),
                model(document, reports));
    }

    private static Map<String, Object> model(DocumentId document, Reports reports) {
        Object report =
                document.agency().isPresent()
                        ? reports.agency(document.agency().get())
                        : reports.consolidated();
        return Map.of(
                "report", report,
                "statuses", Status.values(),
                "outcomes", TargetResult.Outcome.values(),
                "standings", Timeliness.Standing.values(),
                "verdicts", FileOutcome.Verdict.values());
    }

    private boolean printable(int codePoint) {
        return Legible.inXml(codePoint) && pdf.get().shows(codePoint);
    }

    private Optional<InputStream> styleSheet(String name) throws IOException {
        Path file = folder.resolve("pdf").resolve(name).normalize();
        return file.startsWith(folder.resolve("pdf")) && Files.isRegularFile(file)
                ? Optional.of(Files.newInputStream(file))
                : Optional.empty();
    }
}
