package kz.esep.render.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.esep.language.Language;
import org.apache.poi.ooxml.POIXMLProperties;

/// Streams workbook markup into an XLSX file; the markup is described with this package.
public final class XlsxWriter {

    private static final Set<String> ATTRIBUTES =
            Set.of("title", "subject", "author", "language", "created", "font", "size");

    private XlsxWriter() {}

    /// @throws MarkupException if the markup has a mistake; nothing is written then
    public static void write(Reader markup, OutputStream out) throws IOException {
        try (WorkbookFile file = new WorkbookFile()) {
            fill(file, new Markup(markup));
            file.writeTo(out);
        }
    }

    private static void fill(WorkbookFile file, Markup markup) throws IOException {
        Tag root =
                markup.child("the markup", "workbook")
                        .orElseThrow(() -> new MarkupException("workbook markup", "is empty"))
                        .having(ATTRIBUTES);
        Language language =
                root.parsed(
                        "language",
                        "kk, ru or en",
                        root.required("language"),
                        tag -> Language.of(tag).orElse(null));
        describe(file.workbook().getProperties(), root, language);
        Styles styles = new Styles(file.workbook(), basic(root));
        Optional<Tag> child = markup.child("workbook", "style", "sheet");
        while (child.isPresent() && child.get().name().equals("style")) {
            styles.declare(child.get());
            markup.empty(child.get());
            child = markup.child("workbook", "style", "sheet");
        }
        if (child.isEmpty()) {
            throw root.mistake("has no sheet");
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<SheetWriter.Link> links = new ArrayList<>();
        while (child.isPresent()) {
            Tag sheet = child.get();
            if (!names.add(sheet.optional("name").orElse(""))) {
                throw sheet.mistake("has the name of another sheet: " + sheet.required("name"));
            }
            links.addAll(SheetWriter.write(file, markup, sheet, styles, language));
            child = markup.child("workbook", "sheet");
        }
        links.forEach(link -> link.leadsTo(names));
    }

    private static Style basic(Tag root) {
        String size = root.optional("size").orElse("10");
        String font = root.optional("font").orElse("Arial");
        return new Style(new Tag("style", Map.of("font", font, "size", size), root.place()));
    }

    private static void describe(POIXMLProperties properties, Tag root, Language language) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        Optional<Date> created =
                Optional.of(
                        root.parsed(
                                "created",
                                "an instant like 2025-01-20T00:00:00Z",
                                root.required("created"),
                                text -> Date.from(Instant.parse(text))));
        core.setTitle(root.required("title"));
        root.optional("subject").ifPresent(core::setSubjectProperty);
        core.setCreator(root.required("author"));
        core.setLastModifiedByUser(root.required("author"));
        core.setCreated(created);
        core.setModified(created);
        core.getUnderlyingProperties().setLanguageProperty(language.tag());
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Esep");
    }
}
