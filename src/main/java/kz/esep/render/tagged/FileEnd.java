package kz.esep.render.tagged;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.ByteBuffer;

/// What the end of a finished file says, where its objects are found by a cross-reference stream.
///
/// @param crossReferences where that stream begins
/// @param size the first number that no object has
/// @param identity the entries that each later section repeats: catalog, information, identifier
record FileEnd(int crossReferences, int size, String identity) {
    private static final int LAST_LINES = 64;
    private static final Pattern START = Pattern.compile("startxref\\s+(\\d+)\\s+%%EOF\\s*$");
    private static final Pattern SIZE = Pattern.compile("/Size (\\d+)");
    private static final Pattern IDENTITY =
            Pattern.compile("/(?:Root|Info) \\d+ 0 R|/ID ?\\[[^]]*]");

    static FileEnd of(ByteBuffer file) {
        int start = number(START, text(file, file.size() - LAST_LINES));
        String stream = text(file, start);
        String dictionary = stream.substring(0, stream.indexOf("stream"));
        StringBuilder identity = new StringBuilder();
        IDENTITY.matcher(dictionary).results().forEach(entry -> identity.append(entry.group()));
        return new FileEnd(start, number(SIZE, dictionary), identity.toString());
    }

    private static String text(ByteBuffer file, int from) {
        return new String(file.getBuffer(), from, file.size() - from, StandardCharsets.ISO_8859_1);
    }

    private static int number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("the file ends without " + pattern + ": " + text);
        }
        return Integer.parseInt(found.group(1));
    }
}
