package kz.esep.render.tagged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The manual: a short document, and what a screen reader makes of each part of it.
class TaggedPdfManualTest {

    private static final String XHTML =
            """
            <html lang="ru">
            <head><title>Отчёт за IV квартал</title></head>
            <body>
            <h1>Отчёт</h1>
            <p>Исполнено <strong>57</strong> из 90 мероприятий, см. <a href="#sections">таблицу</a>.</p>
            <svg viewBox="0 0 100 10" width="100" height="10" aria-label="Исполнено 63 %">
              <rect width="63" height="10" fill="#14603a"/>
            </svg>
            <table id="sections">
            <caption>Разделы</caption>
            <thead><tr><th scope="col">Раздел</th><th scope="col">Исполнено</th></tr></thead>
            <tbody><tr><th scope="row">Образование</th><td>12</td></tr></tbody>
            </table>
            <p lang="kk">Қазақша сөйлем.</p>
            </body>
            </html>
            """;

    @Test
    void readsADocument() throws IOException {
        TaggedPdf writer = new TaggedPdf(_ -> Optional.empty());
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();

        int pages = writer.write(XHTML, Instant.parse("2025-01-15T06:00:00Z"), pdf);

        assertEquals(1, pages);
        assertEquals(
                """
                Document:
                H1: Отчёт
                P: Исполнено 57 из 90 мероприятий, см. таблицу.
                Figure:
                Table:
                Caption: Разделы
                THead:
                TR:
                TH: Раздел
                TH: Исполнено
                TBody:
                TR:
                TH: Образование
                TD: 12
                P[kk]: Қазақша сөйлем.\
                """,
                StructureText.of(pdf.toByteArray()));
        assertEquals(
                List.of(
                        "H1",
                        "Link",
                        "Figure “Исполнено 63 %”",
                        "Table",
                        "Caption",
                        "THead",
                        "TR",
                        "TH of column",
                        "TH of column",
                        "TBody",
                        "TR",
                        "TH of row",
                        "TD",
                        "in kk"),
                PdfStructure.of(pdf.toByteArray()));
    }
}
