package kz.esep.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.awt.Color;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// Tables put together in Java with the library below ours, without styles, templates or tags: near
/// the least that a PDF of these pages can cost.
final class RawPeer {

    private final BaseFont regular = font("Regular");
    private final BaseFont bold = font("Bold");

    RawPeer() throws IOException {}

    private static BaseFont font(String style) throws IOException {
        try (InputStream in = OpenHtmlPeer.font(style)) {
            return BaseFont.createFont(
                    style + ".ttf",
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    false,
                    in.readAllBytes(),
                    null);
        }
    }

    /// @return pages
    int write(Content content, OutputStream out) {
        Document document = new Document(PageSize.A4.rotate(), 34, 34, 48, 45);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setFullCompression();
        document.open();
        document.add(new Paragraph(content.title(), new Font(bold, 20)));
        Font text = new Font(regular, 9.5f);
        content.paragraphs().forEach(words -> document.add(new Paragraph(words, text)));
        Font small = new Font(regular, 8);
        Font strong = new Font(bold, 8);
        for (Content.Section section : content.sections()) {
            document.add(new Paragraph(section.heading(), new Font(bold, 15)));
            document.add(new Paragraph(section.caption(), small));
            PdfPTable table =
                    new PdfPTable(
                            new float[] {4, 28, 12, 12, 8, 8, 10, 18});
            table.setWidthPercentage(100);
            table.setHeaderRows(1);
            table.setSplitRows(false);
            for (String name : Content.COLUMNS) {
                PdfPCell cell = cell(name, strong);
                cell.setBackgroundColor(new Color(0xeaf1f3));
                table.addCell(cell);
            }
            for (List<String> row : section.rows()) {
                row.forEach(words -> table.addCell(cell(words, small)));
            }
            document.add(table);
        }
        int pages = writer.getPageNumber();
        document.close();
        return pages;
    }

    private static PdfPCell cell(String words, Font font) {
        PdfPCell cell = new PdfPCell(new Phrase(words, font));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderWidth(0.4f);
        cell.setPadding(3.5f);
        return cell;
    }
}
