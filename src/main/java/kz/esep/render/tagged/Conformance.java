package kz.esep.render.tagged;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xhtmlrenderer.pdf.PDFCreationListener;

/// What PDF/UA-1 and PDF/A-2a ask of a file besides its pages: structure, language, dates,
/// identity, colour profile, metadata. Each line answers a rule that a validator would otherwise
/// report.
///
/// Deliberately without `PdfWriter.setPDFXConformance`: for PDF/A-2 it refuses pictures with
/// transparency, which the standard allows.
final class Conformance implements PDFCreationListener {
    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final byte[] PROFILE = profile();

    private final Element body;
    private final DocumentInfo info;
    private final TaggedDevice device;
    private final Fonts fonts;
    private final Instant modified;
    private final byte[] identity;

    /// @param identity the same for the same document
    Conformance(
            Element body,
            DocumentInfo info,
            TaggedDevice device,
            Fonts fonts,
            Instant modified,
            byte[] identity) {
        this.body = body;
        this.info = info;
        this.device = device;
        this.fonts = fonts;
        this.modified = modified;
        this.identity = Arrays.copyOf(identity, 16);
    }

    private static byte[] profile() {
        try (InputStream in =
                Objects.requireNonNull(Conformance.class.getResourceAsStream("sRGB.icc"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void preOpen(ITextRenderer renderer) {
        PdfWriter writer = Objects.requireNonNull(renderer.getWriter());
        // gives each page its key in the parent tree
        writer.setTagged();
        writer.setTabs(PdfName.S);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(info.language()));
        PdfDate date = new PdfDate(GregorianCalendar.from(modified.atZone(ZoneOffset.UTC)));
        writer.getInfo().put(PdfName.CREATIONDATE, date);
        writer.getInfo().put(PdfName.MODDATE, date);
    }

    @Override
    public void preWrite(ITextRenderer renderer, int pages) {
        PdfWriter writer = Objects.requireNonNull(renderer.getWriter());
        device.use(new StructureTree(body));
        writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(outputIntent(writer)));
        writer.setXmpMetadata(Xmp.packet(info, modified));
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(identity, identity));
    }

    static PdfDictionary outputIntent(PdfWriter writer) {
        PdfStream profile = new PdfStream(PROFILE);
        profile.put(PdfName.N, new PdfNumber(3));
        profile.flateCompress(TaggedPdf.COMPRESSION);
        PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.S, PdfName.GTS_PDFA1);
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString(SRGB));
        intent.put(PdfName.INFO, new PdfString(SRGB));
        try {
            intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return intent;
    }

    @Override
    public void onClose(ITextRenderer renderer) {
        fonts.finish();
    }
}
