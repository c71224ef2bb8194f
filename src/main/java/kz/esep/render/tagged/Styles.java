package kz.esep.render.tagged;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xhtmlrenderer.context.StandardAttributeResolver;
import org.xhtmlrenderer.context.StyleReference;
import org.xhtmlrenderer.css.extend.lib.DOMTreeResolver;
import org.xhtmlrenderer.css.newmatch.CascadedStyle;
import org.xhtmlrenderer.css.newmatch.Matcher;
import org.xhtmlrenderer.css.newmatch.PageInfo;
import org.xhtmlrenderer.css.sheet.FontFaceRule;
import org.xhtmlrenderer.css.sheet.StylesheetInfo;
import org.xhtmlrenderer.extend.NamespaceHandler;
import org.xhtmlrenderer.extend.UserInterface;
import org.xhtmlrenderer.layout.SharedContext;

/// The styles of a document's elements. Flying Saucer tries every selector on every element, a
/// fifth of the time of a document full of tables; here elements that no selector can tell apart
/// have one style, found once for all documents of the same style sheets (see [Kinship]).
///
/// Where a selector asks for an element's place among its sisters, or for what it holds, each is
/// asked by itself.
final class Styles extends StyleReference {
    /// Notes whether selectors have asked for more than an element and those around it.
    private static final class Places extends DOMTreeResolver {
        private Kinship.Asked asked = Kinship.Asked.NOTHING;

        @Override
        public @Nullable Node getPreviousSiblingElement(Node node) {
            asked = Kinship.Asked.ALL;
            return super.getPreviousSiblingElement(node);
        }

        @Override
        public boolean isFirstChildElement(Node node) {
            askedForEdge();
            return super.isFirstChildElement(node);
        }

        @Override
        public boolean isLastChildElement(Node node) {
            askedForEdge();
            return super.isLastChildElement(node);
        }

        private void askedForEdge() {
            if (asked == Kinship.Asked.NOTHING) {
                asked = Kinship.Asked.EDGES;
            }
        }

        @Override
        public int getPositionOfElement(Node node) {
            asked = Kinship.Asked.ALL;
            return super.getPositionOfElement(node);
        }

        int edges(Element element) {
            return (super.isFirstChildElement(element) ? 1 : 0)
                    + (super.isLastChildElement(element) ? 2 : 0);
        }
    }

    private final Sheets sheets;
    private final Loader loader;
    private final Places places = new Places();
    private final IdentityHashMap<Element, Kinship.Kin> kin = new IdentityHashMap<>();
    private Sheets.Cascade cascade = new Sheets.Cascade(List.of(), Set.of(), false);
    private Kinship kinship = new Kinship();
    private @Nullable Supplier<Matcher> matching;
    private @Nullable Matcher matcher;

    private Styles(Sheets sheets, Loader loader) {
        super(loader);
        this.sheets = sheets;
        this.loader = loader;
    }

    /// To be called before the document is set. Deprecated, but there is no other door.
    @SuppressWarnings("deprecation")
    static void use(SharedContext context, Sheets sheets, Loader loader) {
        context.setCss(new Styles(sheets, loader));
    }

    @Override
    public void setDocumentContext(
            SharedContext context, NamespaceHandler names, Document document, UserInterface ui) {
        List<StylesheetInfo> infos = new ArrayList<>();
        names.getDefaultStylesheet().ifPresent(infos::add);
        infos.addAll(names.getStylesheets(document));
        cascade = sheets.cascade(infos, context.getMedia(), loader);
        kinship = sheets.kinship(cascade, context.getMedia());
        matching =
                () ->
                        new Matcher(
                                places,
                                new StandardAttributeResolver(names, loader, ui),
                                sheets,
                                cascade.sheets(),
                                context.getMedia());
        matcher = null;
        kin.clear();
    }

    /// Made when first asked: it remembers each element that it has seen.
    private Matcher matcher() {
        Matcher made = matcher;
        if (made == null) {
            made = Objects.requireNonNull(matching).get();
            matcher = made;
        }
        return made;
    }

    private Kinship.Kin kin(Element element) {
        Kinship.Kin found = kin.get(element);
        if (found == null) {
            found = find(element);
            kin.put(element, found);
        }
        return found;
    }

    private Kinship.Kin find(Element element) {
        Kinship.Kin parent =
                element.getParentNode() instanceof Element outer ? kin(outer) : kinship.nobody();
        return kinship.kin(parent, element, places::edges, this::ask);
    }

    private Kinship.Answer ask(Element element) {
        if (element.getParentNode() instanceof Element outer) {
            // what is asked of those around it is not asked of it
            matcher().getCascadedStyle(outer, false);
        }
        places.asked = cascade.looksDown() ? Kinship.Asked.ALL : Kinship.Asked.NOTHING;
        CascadedStyle style = matcher().getCascadedStyle(element, false);
        return new Kinship.Answer(style, places.asked);
    }

    @Override
    public CascadedStyle getCascadedStyle(@Nullable Element element, boolean restyle) {
        return element == null ? CascadedStyle.emptyCascadedStyle : kin(element).style();
    }

    @Override
    public @Nullable CascadedStyle getPseudoElementStyle(Node node, String name) {
        Element element = node instanceof Element e ? e : (Element) node.getParentNode();
        return kin(element)
                .generated(
                        name,
                        () -> Optional.ofNullable(matcher().getPECascadedStyle(element, name)))
                .orElse(null);
    }

    @Override
    public PageInfo getPageStyle(@Nullable String name, String pseudoPage) {
        return kinship.page(
                name, pseudoPage, () -> matcher().getPageCascadedStyle(name, pseudoPage));
    }

    @Override
    public List<FontFaceRule> getFontFaceRules() {
        return cascade.sheets().stream()
                .flatMap(sheet -> sheet.getFontFaceRules().stream())
                .toList();
    }

    @Override
    public boolean isHoverStyled(Element element) {
        return false;
    }

    @Override
    public Set<String> getUnsupportedCssFeatures() {
        return cascade.unsupported();
    }
}
