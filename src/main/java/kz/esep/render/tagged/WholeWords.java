package kz.esep.render.tagged;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.layout.breaker.BreakPoint;
import org.xhtmlrenderer.layout.breaker.BreakPointsProvider;
import org.xhtmlrenderer.layout.breaker.DefaultLineBreakingStrategy;
import org.xhtmlrenderer.layout.breaker.LineBreakingStrategy;

/// Ends no line after a compound's hyphen: who copies the text or listens to it gets
/// `медикосоциальный`, since a reader takes the hyphen at a line's end for the layout's own. Nor is
/// `.xlsx` parted from its dot, or a number or a time from itself: `14-05/4037`, `14:00`, or a cell
/// from its sheet: `Есеп!F12`.
///
/// A compound longer than any of the plan's titles may break, for a narrow column cannot hold it.
final class WholeWords implements LineBreakingStrategy {

    private static final int LONGEST = 27;

    /// After or before which a line might end within a word.
    private static final String INNER = ".:+/![]-";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}.:+/!\\[\\]-]+");

    private final LineBreakingStrategy anyWhere = new DefaultLineBreakingStrategy();

    @Override
    public BreakPointsProvider getBreakPointsProvider(
            String text, String language, CalculatedStyle style) {
        if (PlainWords.are(text)) {
            return new PlainWords(text);
        }
        BreakPointsProvider points = anyWhere.getBreakPointsProvider(text, language, style);
        if (!hasInner(text)) {
            return points;
        }
        List<MatchResult> words =
                WORD.matcher(text)
                        .results()
                        .filter(word -> word.end() - word.start() <= LONGEST)
                        .toList();
        return () -> {
            BreakPoint point = points.next();
            while (point.getPosition() > 0 && within(words, point.getPosition())) {
                point = points.next();
            }
            return point;
        };
    }

    /// Asked of every text: a stream would take as long as all else here.
    private static boolean hasInner(String text) {
        for (int i = 0; i < INNER.length(); i++) {
            if (text.indexOf(INNER.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(List<MatchResult> words, int position) {
        return words.stream().anyMatch(word -> word.start() < position && position < word.end());
    }
}
