package kz.esep.render.tagged;

import java.util.Objects;
import org.w3c.dom.Element;
import org.w3c.dom.Text;
import org.xhtmlrenderer.css.newmatch.CascadedStyle;
import org.xhtmlrenderer.layout.SharedContext;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;

/// Where the words on a page come from.
sealed interface Source {
    /// The document.
    record Written(Text node) implements Source {}

    /// A style sheet's `::before`.
    record Before(Element element) implements Source {}

    /// A style sheet's `::after`.
    record After(Element element) implements Source {}

    static Source of(InlineText text, SharedContext context) {
        Text node = text.getTextNode();
        return node == null
                ? generated(Objects.requireNonNull(text.getParent()), context)
                : new Written(node);
    }

    private static Source generated(InlineLayoutBox words, SharedContext context) {
        Box box = words;
        while (box.getElement() == null) {
            box = Objects.requireNonNull(box.getParent());
        }
        Element element = box.getElement();
        return isBefore(box, element, context) ? new Before(element) : new After(element);
    }

    /// Inline boxes forget of which pseudo-element they are, but not their style.
    private static boolean isBefore(Box box, Element element, SharedContext context) {
        if (box.getPseudoElementOrClass() != null) {
            return box.getPseudoElementOrClass().equals("before");
        }
        CascadedStyle before = context.getCss().getPseudoElementStyle(element, "before");
        return before != null
                && context.getStyle(element).deriveStyle(before).equals(box.getStyle());
    }

    /// What parts these words, at their end, from the next word of the paragraph.
    default Dom.Gap gap() {
        return switch (this) {
            case Written(Text node) -> Dom.gapAfter(node);
            case Before(_) -> Dom.Gap.NONE;
            case After(Element element) -> Dom.gapAfter(element);
        };
    }
}
