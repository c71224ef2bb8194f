package kz.esep.render.xlsx;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Shows characters that XML 1.0 cannot hold as `�`: one control character in what an agency typed
/// must not cost a report, nor vanish.
final class LegalCharacters extends FilterReader {

    private static final char REPLACEMENT = '\uFFFD';

    LegalCharacters(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = in.read();
        return c < 0 || isLegal((char) c) ? c : REPLACEMENT;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            if (!isLegal(buffer[i])) {
                buffer[i] = REPLACEMENT;
            }
        }
        return count;
    }

    private static boolean isLegal(char c) {
        return (c >= ' ' && c < '\uFFFE') || c == '\t' || c == '\n' || c == '\r';
    }
}
