package kz.esep.render.tagged;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// What a document says of itself in its `html` and `head` elements; empty text where it says
/// nothing.
record DocumentInfo(
        String language,
        String title,
        String author,
        String subject,
        String keywords,
        String creator) {
    DocumentInfo {
        if (language.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException(
                    "a document needs a language and a title: <html lang=…>, <title>");
        }
    }

    static DocumentInfo of(Document document) {
        Element html = document.getDocumentElement();
        Element head =
                Dom.child(html, "head")
                        .orElseThrow(() -> new IllegalArgumentException("<head> is missing"));
        return new DocumentInfo(
                html.getAttribute("lang"),
                Dom.child(head, "title").map(title -> title.getTextContent().strip()).orElse(""),
                meta(head, "author"),
                meta(head, "subject"),
                meta(head, "keywords"),
                meta(head, "generator"));
    }

    private static String meta(Element head, String name) {
        return Dom.children(head, "meta")
                .filter(meta -> meta.getAttribute("name").equals(name))
                .map(meta -> meta.getAttribute("content").strip())
                .findFirst()
                .orElse("");
    }
}
