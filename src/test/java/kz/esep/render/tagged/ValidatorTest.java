package kz.esep.render.tagged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// The validator must not be content with everything.
class ValidatorTest {
    private interface Fault {
        void plant(PDDocument document) throws IOException;
    }

    @Test
    void noticesAPictureWithoutWords() throws Exception {
        assertEquals(List.of("7.3-1"), brokenBy(ValidatorTest::removeAlternatives));
    }

    @Test
    void noticesPaintingThatNobodyOwns() throws Exception {
        assertEquals(List.of("7.1-3"), brokenBy(ValidatorTest::paint));
    }

    private static List<String> brokenBy(Fault fault) throws Exception {
        byte[] sound =
                EdgeCases.pdf(
                        EdgeCases.writer(),
                        EdgeCases.page("<h1>Есеп</h1><p><img src=\"seal.png\" alt=\"Мөр\"/></p>"));
        ByteArrayOutputStream faulty = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(sound)) {
            fault.plant(document);
            document.save(faulty);
        }
        return Validator.broken(faulty.toByteArray(), PDFAFlavour.PDFUA_1).stream()
                .map(rule -> rule.replaceAll(" .*", ""))
                .toList();
    }

    private static void removeAlternatives(PDDocument document) {
        for (var key : document.getDocument().getXrefTable().keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            if (object.getObject() instanceof COSDictionary dictionary) {
                dictionary.removeItem(COSName.ALT);
            }
        }
    }

    private static void paint(PDDocument document) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, document.getPage(0), AppendMode.APPEND, false)) {
            content.addRect(100, 100, 50, 50);
            content.fill();
        }
    }
}
