package kz.esep.render.tagged;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.xhtmlrenderer.css.constants.CSSName;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.css.parser.FSColor;
import org.xhtmlrenderer.css.parser.FSRGBColor;
import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineLayoutBox;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.LineBox;
import org.xhtmlrenderer.render.PageBox;

/// The lines of the page being painted, each once and from its first word to its last, so that also
/// those get the words in order who know nothing of structure: search engines, the clipboard.
///
/// Flying Saucer paints a line's own words before those of the elements within it, and a line whose
/// letters reach over the page's edge on both pages.
final class Lines {
    private final Set<LineBox> begun = Collections.newSetFromMap(new IdentityHashMap<>());

    void beginPage() {
        begun.clear();
    }

    /// What is to be painted when layout paints a piece of a line: the whole line at its first
    /// piece, and nothing at the others. Words on a background of their own wait for it.
    List<InlineText> toPaint(InlineText text, PageBox page) {
        LineBox line = Objects.requireNonNull(text.getParent()).getLineBox();
        int middle = line.getAbsY() + line.getHeight() / 2;
        if (middle < page.getTop() || middle >= page.getBottom()) {
            return List.of();
        }
        if (isAlone(text, line) || waits(text.getParent(), line)) {
            return List.of(text);
        }
        List<InlineText> words = new ArrayList<>();
        if (begun.add(line)) {
            for (int i = 0; i < line.getChildCount(); i++) {
                if (line.getChild(i) instanceof InlineLayoutBox box) {
                    collect(box, line, words);
                }
            }
        }
        return words;
    }

    private static boolean isAlone(InlineText text, LineBox line) {
        InlineLayoutBox box = Objects.requireNonNull(text.getParent());
        return line.getChildCount() == 1
                && line.getChild(0).equals(box)
                && box.getInlineChildCount() == 1;
    }

    private static void collect(InlineLayoutBox box, LineBox line, List<InlineText> words) {
        if (isPaintedApart(box, line)) {
            return;
        }
        for (int i = 0; i < box.getInlineChildCount(); i++) {
            switch (box.getInlineChild(i)) {
                case InlineText text when style(box).isVisible() -> words.add(text);
                case InlineLayoutBox child -> collect(child, line, words);
                default -> {
                    // a block within the line is painted by itself
                }
            }
        }
    }

    private static boolean waits(InlineLayoutBox box, LineBox line) {
        for (Box outer = box; outer instanceof InlineLayoutBox b; outer = outer.getParent()) {
            if (isPaintedApart(b, line)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPaintedApart(InlineLayoutBox box, LineBox line) {
        CalculatedStyle style = style(box);
        FSColor color = style.getBackgroundColor();
        boolean painted =
                (color != null && !color.equals(FSRGBColor.TRANSPARENT))
                        || !style.isIdent(CSSName.BACKGROUND_IMAGE, IdentValue.NONE);
        return painted || box.getContainingLayer() != line.getContainingLayer();
    }

    private static CalculatedStyle style(InlineLayoutBox box) {
        return Objects.requireNonNull(box.getStyle());
    }
}
