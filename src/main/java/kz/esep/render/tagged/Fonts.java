package kz.esep.render.tagged;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.css.value.FontSpecification;
import org.xhtmlrenderer.layout.SharedContext;
import org.xhtmlrenderer.pdf.FontDescription;
import org.xhtmlrenderer.pdf.FontFamily;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.pdf.TrueTypeUtil;
import org.xhtmlrenderer.render.FSFont;

/// The fonts of all documents, from the class path, each parsed once, always embedded: Liberation
/// Sans and Serif, whose faces all have the same characters, and DejaVu Sans for the characters
/// that those lack (₸ ✓ ⚠). Knows none of the built-in fonts, which are never embedded.
final class Fonts {
    enum Family {
        SANS("liberation/LiberationSans-", "Regular", "Italic"),
        SERIF("liberation/LiberationSerif-", "Regular", "Italic"),
        FALLBACK("net/sf/jasperreports/fonts/dejavu/DejaVuSans", "", "Oblique");

        private final String path;
        private final String upright;
        private final String italic;

        Family(String path, String upright, String italic) {
            this.path = path;
            this.upright = upright;
            this.italic = italic;
        }

        String file(boolean bold, boolean slanted) {
            String slant = slanted ? italic : "";
            String style = bold ? "Bold" + slant : slanted ? slant : upright;
            boolean dashed = path.endsWith("-") || style.isEmpty();
            return path + (dashed ? "" : "-") + style + ".ttf";
        }
    }

    /// The name by which a style sheet asks for the fallback itself.
    static final String FALLBACK_NAME = "DejaVu Sans";

    private static final Map<String, Family> NAMES =
            Map.of(
                    "liberation sans", Family.SANS,
                    "sans-serif", Family.SANS,
                    "liberation serif", Family.SERIF,
                    "serif", Family.SERIF,
                    "dejavu sans", Family.FALLBACK);

    /// Text that one family can print.
    record Run(Family family, String text) {}

    /// The upright ones, the slanted, the bold, the bold and slanted. They are asked for each
    /// character, where a key made of all three would cost more than the character.
    private final List<Map<Family, FontDescription>> parsed =
            Stream.generate(Fonts::faces).limit(4).toList();

    private final BitSet common = new BitSet();
    private final BitSet had = new BitSet();
    private final IdentityHashMap<FontDescription, BitSet> shown = new IdentityHashMap<>();
    private final IdentityHashMap<FontDescription, Letters> letters = new IdentityHashMap<>();
    private byte[] seed = new byte[1];

    /// Makes ready for a document: the same document names its subsets the same way each time.
    void begin(byte[] documentHash) {
        seed = documentHash;
        parsed.forEach(faces -> faces.values().forEach(font -> nameSubset(font.getFont())));
        letters.values().forEach(Letters::begin);
    }

    /// To be called when all of a document is painted.
    void finish() {
        letters.values().forEach(Letters::finish);
    }

    /// How a face's letters are written.
    Letters letters(FontDescription face) {
        return Objects.requireNonNull(letters.get(face));
    }

    private static Map<Family, FontDescription> faces() {
        return new EnumMap<>(Family.class);
    }

    private void nameSubset(BaseFont font) {
        font.setSecureRandom(new SubsetPrefix(seed));
    }

    /// A face of a family, parsed when first asked for.
    FontDescription face(Family family, boolean bold, boolean italic) {
        return parsed.get((bold ? 2 : 0) + (italic ? 1 : 0))
                .computeIfAbsent(family, _ -> parse(family.file(bold, italic)));
    }

    private FontDescription parse(String file) {
        try (InputStream in =
                Objects.requireNonNull(Fonts.class.getResourceAsStream("/" + file), file)) {
            byte[] bytes = in.readAllBytes();
            // not cached: OpenPDF's cache would share one font, and what it remembers, among
            // threads
            BaseFont font =
                    BaseFont.createFont(
                            file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
            font.setIncludeCidSet(false);
            font.setCompressionLevel(TaggedPdf.COMPRESSION);
            nameSubset(font);
            FontDescription face =
                    TrueTypeUtil.extractDescription(file, bytes, font, false, null, null);
            letters.put(face, new Letters(font, new AdvanceWidths(bytes)));
            return face;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /// Cuts text where the main fonts lack a character and the fallback has it.
    ///
    /// @throws MissingGlyphException if neither has one
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); ) {
            Family family = familyOf(text, at);
            int next = at + Character.charCount(text.codePointAt(at));
            if (next == text.length() || familyOf(text, next) != family) {
                runs.add(new Run(family, text.substring(start, next)));
                start = next;
            }
            at = next;
        }
        return runs;
    }

    private Family familyOf(String text, int at) {
        int codePoint = text.codePointAt(at);
        if (has(Family.SANS, false, codePoint)) {
            return Family.SANS;
        }
        if (has(Family.FALLBACK, false, codePoint)) {
            return Family.FALLBACK;
        }
        throw new MissingGlyphException(codePoint, text, at);
    }

    /// Whether a character can be printed upright, light or bold: the fallback's faces differ.
    boolean have(int codePoint) {
        if (had.get(codePoint)) {
            return true;
        }
        boolean have =
                has(Family.SANS, false, codePoint)
                        || (has(Family.FALLBACK, false, codePoint)
                                && has(Family.FALLBACK, true, codePoint));
        if (have) {
            had.set(codePoint);
        }
        return have;
    }

    /// Whether the main fonts have every character, and none is left out: asked of every text of
    /// every document, it remembers the answers.
    boolean areCommon(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (!common.get(letter)) {
                if (Character.isSurrogate(letter)
                        || Characters.printed(Character.toString(letter)).isEmpty()
                        || !has(Family.SANS, false, letter)) {
                    return false;
                }
                common.set(letter);
            }
        }
        return true;
    }

    private boolean has(Family family, boolean bold, int codePoint) {
        return has(face(family, bold, false).getFont(), codePoint);
    }

    private static boolean has(BaseFont font, int codePoint) {
        return codePoint <= ' ' || font.charExists(codePoint);
    }

    /// The last look before text is painted: also generated content and margin boxes must be
    /// complete.
    void check(String text, FontDescription font) {
        BitSet known = shown.computeIfAbsent(font, _ -> new BitSet());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            if (!known.get(codePoint)) {
                if (!has(font.getFont(), codePoint)) {
                    throw new MissingGlyphException(codePoint, text, at);
                }
                known.set(codePoint);
            }
        }
    }

    ITextFontResolver resolver() {
        return new Resolver();
    }

    private final class Resolver extends ITextFontResolver {
        @Override
        public FSFont resolveFont(SharedContext context, FontSpecification wanted) {
            boolean bold = convertWeightToInt(wanted.fontWeight()) >= 600;
            boolean italic = !wanted.fontStyle().equals(IdentValue.NORMAL);
            return new ITextFSFont(face(family(wanted.families()), bold, italic), wanted.size());
        }

        private static Family family(String[] names) {
            for (String name : names) {
                Family family = NAMES.get(name.replace("\"", "").toLowerCase(Locale.ROOT));
                if (family != null) {
                    return family;
                }
            }
            return Family.SANS;
        }

        @Override
        protected Map<String, FontFamily> loadFonts() {
            return new HashMap<>();
        }
    }

    /// OpenPDF draws six numbers for the six letters before the name of a font's subset.
    private static final class SubsetPrefix extends SecureRandom {
        private final byte[] seed;
        private int drawn;

        SubsetPrefix(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public double nextDouble() {
            return Byte.toUnsignedInt(seed[drawn++ % seed.length]) / 256.0;
        }
    }
}
