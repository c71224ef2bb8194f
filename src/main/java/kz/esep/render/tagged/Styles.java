package kz.esep.render.tagged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
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
/// have one style, found once: those of the same name and attributes whose parents have one, too.
///
/// Where a selector asks for an element's place among its sisters, or for what it holds, each is
/// asked by itself.
final class Styles extends StyleReference {
    /// Elements that no selector can tell apart, by one of them. Each is only like itself.
    private static final class Kin {
        private final Element first;
        private final CascadedStyle style;
        private final Map<String, CascadedStyle> generated = new HashMap<>(2);

        Kin(Element first, CascadedStyle style) {
            this.first = first;
            this.style = style;
        }
    }

    private record Looks(@Nullable Kin parent, String name, String attributes) {}

    /// Notes whether a selector has asked for more than an element and those around it.
    private static final class Places extends DOMTreeResolver {
        private boolean asked;

        @Override
        public @Nullable Node getPreviousSiblingElement(Node node) {
            asked = true;
            return super.getPreviousSiblingElement(node);
        }

        @Override
        public boolean isFirstChildElement(Node node) {
            asked = true;
            return super.isFirstChildElement(node);
        }

        @Override
        public boolean isLastChildElement(Node node) {
            asked = true;
            return super.isLastChildElement(node);
        }

        @Override
        public int getPositionOfElement(Node node) {
            asked = true;
            return super.getPositionOfElement(node);
        }
    }

    private final Sheets sheets;
    private final Loader loader;
    private final Places places = new Places();
    private final Map<Looks, Kin> known = new HashMap<>();
    private final IdentityHashMap<Element, Kin> kin = new IdentityHashMap<>();
    private Sheets.Cascade cascade = new Sheets.Cascade(List.of(), Set.of(), false);
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
        matcher =
                new Matcher(
                        places,
                        new StandardAttributeResolver(names, loader, ui),
                        sheets,
                        cascade.sheets(),
                        context.getMedia());
        known.clear();
        kin.clear();
    }

    private Matcher matcher() {
        return Objects.requireNonNull(matcher);
    }

    private Kin kin(Element element) {
        Kin found = kin.get(element);
        if (found == null) {
            Kin parent = element.getParentNode() instanceof Element outer ? kin(outer) : null;
            Looks looks = new Looks(parent, element.getNodeName(), attributes(element));
            found = known.get(looks);
            if (found == null) {
                places.asked = cascade.looksDown();
                CascadedStyle style = matcher().getCascadedStyle(element, false);
                found = new Kin(element, style);
                if (!places.asked) {
                    known.put(looks, found);
                }
            }
            kin.put(element, found);
        }
        return found;
    }

    private static String attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        if (attributes.getLength() == 0) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            all.append(attribute.getNodeName())
                    .append('=')
                    .append(attribute.getNodeValue())
                    // XML has no such character
                    .append('\0');
        }
        return all.toString();
    }

    @Override
    public CascadedStyle getCascadedStyle(@Nullable Element element, boolean restyle) {
        return element == null ? CascadedStyle.emptyCascadedStyle : kin(element).style;
    }

    @Override
    public @Nullable CascadedStyle getPseudoElementStyle(Node node, String name) {
        Element element = node instanceof Element e ? e : (Element) node.getParentNode();
        Kin like = kin(element);
        CascadedStyle known = like.generated.get(name);
        if (known != null) {
            return known;
        }
        CascadedStyle found = matcher().getPECascadedStyle(like.first, name);
        if (found != null) {
            like.generated.put(name, found);
        }
        return found;
    }

    @Override
    public PageInfo getPageStyle(@Nullable String name, String pseudoPage) {
        return matcher().getPageCascadedStyle(name, pseudoPage);
    }

    @Override
    public List<FontFaceRule> getFontFaceRules() {
        return matcher().getFontFaceRules();
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
