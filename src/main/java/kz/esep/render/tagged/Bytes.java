package kz.esep.render.tagged;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.openpdf.text.pdf.ByteBuffer;

/// Takes what is written thousands of times in a long document without a string for each number.
final class Bytes extends ByteBuffer {
    private static final byte[] REFERENCE = ascii(" 0 R");

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    Bytes text(byte[] ascii) {
        append(ascii);
        return this;
    }

    /// @param number not negative
    Bytes number(int number) {
        int digits = 1;
        for (int rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        if (count + digits > buf.length) {
            buf = Arrays.copyOf(buf, 2 * buf.length + digits);
        }
        count += digits;
        int at = count;
        int rest = number;
        do {
            at--;
            buf[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return this;
    }

    Bytes space() {
        append((byte) ' ');
        return this;
    }

    /// As a decimal number of what they are hundredths of.
    Bytes hundredths(int hundredths) {
        if (hundredths < 0) {
            append((byte) '-');
        }
        int positive = Math.abs(hundredths);
        number(positive / 100);
        int rest = positive % 100;
        if (rest > 0) {
            append((byte) '.').append((byte) ('0' + rest / 10));
            if (rest % 10 > 0) {
                append((byte) ('0' + rest % 10));
            }
        }
        return this;
    }

    Bytes reference(int object) {
        return number(object).text(REFERENCE);
    }
}
