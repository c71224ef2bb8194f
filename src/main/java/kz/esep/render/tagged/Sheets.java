package kz.esep.render.tagged;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.xhtmlrenderer.css.extend.StylesheetFactory;
import org.xhtmlrenderer.css.parser.CSSParser;
import org.xhtmlrenderer.css.sheet.Ruleset;
import org.xhtmlrenderer.css.sheet.Stylesheet;
import org.xhtmlrenderer.css.sheet.StylesheetInfo;
import org.xhtmlrenderer.util.XRLog;

/// The style sheets of all documents of a worker. Each is read once, and parsed only where its
/// words are new: a sheet takes a tenth of the time of a short document.
final class Sheets implements StylesheetFactory {
    /// More than the documents of a run have between them.
    private static final int KEPT = 16;

    private record Words(String uri, StylesheetInfo.Origin origin, String css) {}

    /// @param unsupported what of it the layout does not know
    private record Parsed(Stylesheet sheet, Set<String> unsupported) {}

    /// What the answers of a cascade depend on, besides the document.
    private record Answering(List<Stylesheet> sheets, String medium) {}

    private final Map<String, String> files = lastUsed();
    private final Map<Words, Parsed> parsed = lastUsed();
    private final Map<Answering, Kinship> kinships = lastUsed();
    private final Set<String> unsupported = new LinkedHashSet<>();
    private final CSSParser parser =
            new CSSParser(
                    (uri, mistake) -> XRLog.cssParse(Level.WARNING, "(" + uri + ") " + mistake),
                    unsupported::add);

    private static <K, V> Map<K, V> lastUsed() {
        return new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT;
            }
        };
    }

    Sheets() {
        parser.setSupportCMYKColors(true);
    }

    /// The sheets of one document.
    ///
    /// @param sheets in the order of the cascade, with those that others import
    /// @param unsupported what the layout does not know of them
    /// @param looksDown whether a selector asks what an element holds or what follows it
    record Cascade(List<Stylesheet> sheets, Set<String> unsupported, boolean looksDown) {}

    Cascade cascade(List<StylesheetInfo> infos, String medium, Loader loader) {
        List<Stylesheet> sheets = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>();
        boolean looksDown = false;
        for (StylesheetInfo info : infos) {
            if (!info.appliesToMedia(medium)) {
                continue;
            }
            String css = info.getContent().orElseGet(() -> file(info.getUri(), loader));
            Parsed words = parsed(info, css);
            Cascade imported = cascade(words.sheet().getImportRules(), medium, loader);
            sheets.addAll(imported.sheets());
            sheets.add(words.sheet());
            unknown.addAll(imported.unsupported());
            unknown.addAll(words.unsupported());
            looksDown |= imported.looksDown() || css.contains(":has(");
        }
        return new Cascade(List.copyOf(sheets), unknown, looksDown);
    }

    /// What the same sheets have answered before.
    Kinship kinship(Cascade cascade, String medium) {
        return kinships.compute(
                new Answering(cascade.sheets(), medium),
                (_, known) -> known == null || known.isFull() ? new Kinship() : known);
    }

    private String file(String uri, Loader loader) {
        return files.computeIfAbsent(uri, _ -> read(uri, loader));
    }

    private static String read(String uri, Loader loader) {
        try (InputStream in = loader.openStream(uri)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(uri, e);
        }
    }

    /// Flying Saucer counts the sheets within documents: `inline:1`, `inline:2`.
    private Parsed parsed(StylesheetInfo info, String css) {
        String uri = info.getContent().isPresent() ? "inline" : info.getUri();
        return parsed.computeIfAbsent(
                new Words(uri, info.getOrigin(), css),
                _ -> {
                    unsupported.clear();
                    Stylesheet sheet = parse(new StringReader(css), info);
                    return new Parsed(sheet, new LinkedHashSet<>(unsupported));
                });
    }

    @Override
    public Stylesheet parse(Reader css, StylesheetInfo info) {
        return parse(css, info.getUri(), info.getOrigin());
    }

    @Override
    public Stylesheet parse(Reader css, String uri, StylesheetInfo.Origin origin) {
        try {
            return parser.parseStylesheet(uri, origin, css);
        } catch (IOException e) {
            throw new UncheckedIOException(uri, e);
        }
    }

    @Override
    public Ruleset parseStyleDeclaration(StylesheetInfo.Origin origin, String style) {
        return parser.parseDeclaration(origin, style);
    }

    /// @throws UnsupportedOperationException always: nobody asks
    @Override
    public Stylesheet getStylesheet(StylesheetInfo info) {
        throw new UnsupportedOperationException(info.toString());
    }
}
