package kz.esep.publish.sign;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.ledger.Sha256;
import org.openpdf.text.pdf.AcroFields;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSignature;
import org.openpdf.text.pdf.PdfSignatureAppearance;
import org.openpdf.text.pdf.PdfStamper;
import org.openpdf.text.pdf.PdfString;

/// A PDF with a signature behind its own bytes (PAdES baseline B), invisible on its pages.
final class SignedPdf {

    private static final PdfName CADES = new PdfName("ETSI.CAdES.detached");
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    /// Signature, attributes and what holds them together; the certificates come on top.
    private static final int ROOM = 4096;

    private SignedPdf() {}

    static byte[] sign(byte[] pdf, SigningKey key, Instant at, ZoneId zone)
            throws IOException, KeyUnusable {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 2 * ROOM);
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfStamper stamper = PdfStamper.createSignature(reader, out, "", null, true);
            // what the document says of itself stays as it was checked
            stamper.setUpdateMetadata(false);
            stamper.setUpdateDocInfo(false);
            PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
            PdfSignature dictionary = new PdfSignature(PdfName.ADOBE_PPKLITE, CADES);
            dictionary.setDate(
                    new PdfDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, zone))));
            dictionary.setName(key.name());
            appearance.setCryptoDictionary(dictionary);
            int room = room(key);
            appearance.preClose(Map.of(PdfName.CONTENTS, 2 * room + 2));
            byte[] signature;
            try (InputStream signed = appearance.getRangeStream()) {
                signature = Cms.sign(signed.readAllBytes(), key, Optional.empty());
            }
            PdfDictionary contents = new PdfDictionary();
            contents.put(
                    PdfName.CONTENTS,
                    new PdfString(Arrays.copyOf(signature, room)).setHexWriting(true));
            appearance.close(contents);
        }
        return out.toByteArray();
    }

    private static int room(SigningKey key) {
        int room = ROOM;
        for (var certificate : key.chain()) {
            try {
                room += certificate.getEncoded().length;
            } catch (java.security.cert.CertificateEncodingException e) {
                throw new IllegalStateException(certificate + " was read, and is none", e);
            }
        }
        return room;
    }

    /// @param whole whether the signature speaks of the whole file
    record Read(Cms.Read signature, Optional<Instant> at, boolean whole) {}

    /// @return empty where there is no signature that can be read
    static Optional<Read> read(byte[] pdf) {
        try (PdfReader reader = new PdfReader(pdf)) {
            AcroFields fields = reader.getAcroFields();
            List<String> names = fields.getSignedFieldNames();
            if (names.size() != 1) {
                return Optional.empty();
            }
            PdfDictionary dictionary = fields.getSignatureDictionary(names.getFirst());
            PdfArray range = dictionary.getAsArray(PdfName.BYTERANGE);
            ByteArrayOutputStream signed = new ByteArrayOutputStream(pdf.length);
            for (int i = 0; i < range.size(); i += 2) {
                signed.write(
                        pdf, range.getAsNumber(i).intValue(), range.getAsNumber(i + 1).intValue());
            }
            byte[] contents = dictionary.getAsString(PdfName.CONTENTS).getOriginalBytes();
            Optional<Instant> at =
                    Optional.ofNullable(dictionary.getAsString(PdfName.M))
                            .map(PdfString::toString)
                            .map(PdfDate::decode)
                            .map(calendar -> calendar.toInstant());
            boolean whole = fields.signatureCoversWholeDocument(names.getFirst());
            return Cms.read(signed.toByteArray(), contents)
                    .map(signature -> new Read(signature, at, whole));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Whether a document's own bytes stand before its signature.
    static boolean beginsWith(byte[] pdf, String sha256) {
        for (int i = 0; i + END.length <= pdf.length; i++) {
            if (Arrays.equals(pdf, i, i + END.length, END, 0, END.length)) {
                for (int end = i + END.length;
                        end <= Math.min(pdf.length, i + END.length + 2);
                        end++) {
                    if (hash(pdf, end).equals(sha256)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String hash(byte[] pdf, int end) {
        try {
            return Sha256.of(new ByteArrayInputStream(pdf, 0, end));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }
}
