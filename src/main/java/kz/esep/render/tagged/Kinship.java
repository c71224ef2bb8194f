package kz.esep.render.tagged;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xhtmlrenderer.css.constants.MarginBoxName;
import org.xhtmlrenderer.css.newmatch.CascadedStyle;
import org.xhtmlrenderer.css.newmatch.PageInfo;
import org.xhtmlrenderer.css.sheet.PropertyDeclaration;

/// What the same style sheets have answered so far, in whichever document: the styles of elements
/// that no selector can tell apart, and those of pages.
///
/// Selectors cannot tell elements of the same name and attributes apart whose parents are alike,
/// too, unless they ask for their place.
final class Kinship {
    /// More than the documents of a run need, unless their links tell their elements apart.
    private static final int KEPT = 4096;

    /// Elements that no selector can tell apart. It holds none of them, for each holds its
    /// document.
    static final class Kin {
        private final CascadedStyle style;
        private final Map<Looks, Sisters> children = new HashMap<>();
        private final Map<String, Optional<CascadedStyle>> generated = new HashMap<>(4);

        Kin(CascadedStyle style) {
            this.style = style;
        }

        CascadedStyle style() {
            return style;
        }

        /// The style of a pseudo-element, asked for once; empty if these elements have none.
        Optional<CascadedStyle> generated(
                String name, Supplier<Optional<CascadedStyle>> selectors) {
            Optional<CascadedStyle> known = generated.get(name);
            if (known == null) {
                known = selectors.get();
                generated.put(name, known);
            }
            return known;
        }
    }

    /// Children of alike parents that have the same name and attributes.
    private static final class Sisters {
        private final Asked asked;
        private final @Nullable Kin[] byPlace = new Kin[4];

        Sisters(Asked asked) {
            this.asked = asked;
        }
    }

    /// What selectors ask of an element's place among its sisters.
    enum Asked {
        NOTHING,
        /// Whether it is the first, or the last.
        EDGES,
        /// Anything else: it is like no other.
        ALL
    }

    /// The place of an element among its sisters, so far as a number tells it.
    @FunctionalInterface
    interface Edges {
        /// @return 1 for the first, 2 for the last, their sum for both
        int of(Element element);
    }

    private record Looks(String name, String attributes) {
        static Looks of(Element element) {
            return new Looks(element.getNodeName(), attributes(element));
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
    }

    private record PageKind(@Nullable String name, String pseudoPage) {}

    /// Remembers the styles of its margin boxes, which every page asks for.
    private static final class Page extends PageInfo {
        private final Map<MarginBoxName, CascadedStyle> boxes = new HashMap<>();

        Page(PageInfo info) {
            super(info.getProperties(), info.getPageStyle(), info.getMarginBoxes());
        }

        @Override
        public @Nullable CascadedStyle createMarginBoxStyle(MarginBoxName box, boolean always) {
            List<PropertyDeclaration> said = getMarginBoxes().get(box);
            return always || (said != null && !said.isEmpty())
                    ? boxes.computeIfAbsent(box, _ -> super.createMarginBoxStyle(box, true))
                    : null;
        }
    }

    private final Kin nobody = new Kin(CascadedStyle.emptyCascadedStyle);
    private final Map<PageKind, Page> pages = new HashMap<>();
    private int known;

    /// Whether it holds so much that the next document had better begin anew.
    boolean isFull() {
        return known > KEPT;
    }

    /// The parent of those that have none.
    Kin nobody() {
        return nobody;
    }

    /// Those that an element is like.
    ///
    /// @param selectors asked where none of them was met yet
    Kin kin(Kin parent, Element element, Edges edges, Selectors selectors) {
        Looks looks = Looks.of(element);
        Sisters sisters = parent.children.get(looks);
        if (sisters == null) {
            Answer answer = selectors.ask(element);
            sisters = new Sisters(answer.asked());
            parent.children.put(looks, sisters);
            return keep(sisters, element, edges, answer);
        }
        @Nullable Kin known =
                switch (sisters.asked) {
                    case NOTHING -> sisters.byPlace[0];
                    case EDGES -> sisters.byPlace[edges.of(element)];
                    case ALL -> null;
                };
        return known == null ? keep(sisters, element, edges, selectors.ask(element)) : known;
    }

    private Kin keep(Sisters sisters, Element element, Edges edges, Answer answer) {
        Kin kin = new Kin(answer.style());
        known++;
        if (sisters.asked != Asked.ALL) {
            sisters.byPlace[sisters.asked == Asked.EDGES ? edges.of(element) : 0] = kin;
        }
        return kin;
    }

    /// All selectors of some style sheets.
    @FunctionalInterface
    interface Selectors {
        Answer ask(Element element);
    }

    record Answer(CascadedStyle style, Asked asked) {}

    PageInfo page(@Nullable String name, String pseudoPage, Supplier<PageInfo> selectors) {
        return pages.computeIfAbsent(
                new PageKind(name, pseudoPage), _ -> new Page(selectors.get()));
    }
}
