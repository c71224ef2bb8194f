package kz.esep.intake.xlsx;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.esep.findings.FindingCode.FILE_DAMAGED;
import static kz.esep.findings.FindingCode.FILE_SUSPICIOUS;
import static kz.esep.findings.FindingCode.FILE_TEXT_TOO_LONG;
import static kz.esep.findings.FindingCode.FILE_XML_TOO_DEEP;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks through XML parts within limits: no document type, no entities, honest sizes and
/// checksums, nothing too deep or too long, and all of it in time.
final class XmlParts {

    /// Of one tag, comment or piece of text, which the parser keeps whole.
    private static final int LONGEST_TOKEN = Limits.MEBIBYTE;

    /// What office programs write.
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF-16", "US-ASCII");

    private final ZipFile zip;
    private final Limits limits;
    private final Budget budget;
    private final XMLInputFactory factory = factory();

    /// What a part's elements and texts mean.
    interface Walk {
        void open(XMLStreamReader xml, String name) throws Refusal;

        default void close(String name) throws Refusal {}

        default void text(char[] letters, int start, int length) throws Refusal {}
    }

    XmlParts(ZipFile zip, Limits limits, Budget budget) {
        this.zip = zip;
        this.limits = limits;
        this.budget = budget;
    }

    /// The JDK's own: `newInstance` takes whatever parser lies on the class path.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    void walk(ZipEntry part, Walk walk) throws IOException, Refusal {
        try (Counted in = new Counted(zip.getInputStream(part), part)) {
            XMLStreamReader xml = factory.createXMLStreamReader(decoded(in));
            known(xml.getCharacterEncodingScheme());
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                in.token = 0;
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > limits.depth()) {
                            throw Refusal.over(FILE_XML_TOO_DEEP, limits.depth());
                        }
                        walk.open(xml, xml.getLocalName());
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        walk.close(xml.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE ->
                            walk.text(
                                    xml.getTextCharacters(),
                                    xml.getTextStart(),
                                    xml.getTextLength());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw Refusal.of(FILE_SUSPICIOUS, "xml entities");
                    default -> {
                        // comments and processing instructions say nothing
                    }
                }
            }
        } catch (Broken broken) {
            throw broken.refusal;
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof Broken broken
                    ? broken.refusal
                    : Refusal.of(FILE_DAMAGED, "xml");
        } catch (CharacterCodingException e) {
            throw Refusal.of(FILE_DAMAGED, "xml letters");
        } catch (EOFException | ZipException e) {
            throw Refusal.of(FILE_DAMAGED, "zip");
        }
    }

    /// Letters, decoded strictly here: at bytes that are none the parser writes to the console.
    private static Reader decoded(InputStream part) throws IOException {
        BufferedInputStream in = new BufferedInputStream(part);
        in.mark(3);
        byte[] first = in.readNBytes(3);
        in.reset();
        if (first.length < 3) {
            return new InputStreamReader(in, UTF_8.newDecoder());
        }
        if (first[0] == (byte) 0xEF && first[1] == (byte) 0xBB) {
            in.skipNBytes(3);
        }
        boolean marked = first[0] == (byte) 0xFE || first[0] == (byte) 0xFF;
        return new InputStreamReader(in, (marked ? UTF_16 : UTF_8).newDecoder());
    }

    private static void known(@Nullable String encoding) throws Refusal {
        if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
            throw Refusal.of(FILE_DAMAGED, "xml encoding");
        }
    }

    /// Counts the bytes that really come, whatever the directory says, and watches the clock.
    private final class Counted extends FilterInputStream {
        private final ZipEntry part;
        private final CRC32 sum = new CRC32();
        private long count;
        private long token;

        Counted(InputStream in, ZipEntry part) {
            super(in);
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int read = super.read(bytes, start, length);
            if (read > 0) {
                count += read;
                token += read;
                sum.update(bytes, start, read);
                check();
            } else if (count != part.getSize() || sum.getValue() != part.getCrc()) {
                throw new Broken(Refusal.of(FILE_DAMAGED, "zip checksum"));
            }
            return read;
        }

        private void check() throws Broken {
            if (count > part.getSize()) {
                throw new Broken(Refusal.of(FILE_SUSPICIOUS, "zip size"));
            }
            if (token > LONGEST_TOKEN) {
                throw new Broken(Refusal.over(FILE_TEXT_TOO_LONG, limits.text()));
            }
            try {
                budget.watch();
            } catch (Refusal refusal) {
                throw new Broken(refusal);
            }
        }
    }

    /// A refusal on its way out of a stream.
    private static final class Broken extends IOException {
        private final transient Refusal refusal;

        Broken(Refusal refusal) {
            super(refusal.getMessage());
            this.refusal = refusal;
        }
    }
}
