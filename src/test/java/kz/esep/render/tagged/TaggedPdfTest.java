package kz.esep.render.tagged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class TaggedPdfTest {
    private final TaggedPdf writer = EdgeCases.writer();

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFUA_1", "PDFA_2_A"})
    void breaksNoRuleOfTheStandards(PDFAFlavour standard) throws Exception {
        byte[] pdf = EdgeCases.pdf(writer, EdgeCases.xhtml());

        assertEquals(List.of(), Validator.broken(pdf, standard));
    }
}
