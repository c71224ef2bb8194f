package kz.esep.intake.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spoils a form by chance: bytes of the file, the XML of its parts, or what stands in its cells.
enum Mutation {
    /// Bytes of the zip or of the legacy file are changed, cut out, doubled.
    BYTES {
        @Override
        byte[] spoil(byte[] form, Random chance) {
            byte[] bytes = form.clone();
            int times = 1 + chance.nextInt(8);
            for (int i = 0; i < times; i++) {
                int at = chance.nextInt(bytes.length);
                switch (chance.nextInt(5)) {
                    case 0 -> bytes[at] ^= (byte) (1 << chance.nextInt(8));
                    case 1 -> bytes[at] = (byte) ODD_BYTES[chance.nextInt(ODD_BYTES.length)];
                    case 2 -> bytes = Arrays.copyOf(bytes, Math.max(8, at));
                    case 3 -> {
                        int length = Math.min(bytes.length - at, 1 + chance.nextInt(200));
                        int to = chance.nextInt(bytes.length - length + 1);
                        System.arraycopy(bytes, at, bytes, to, length);
                    }
                    default -> {
                        // the directory of a zip is at its end
                        int near = bytes.length - 1 - chance.nextInt(Math.min(800, bytes.length));
                        bytes[near] = (byte) chance.nextInt(256);
                    }
                }
            }
            return bytes;
        }
    },
    /// Tags and attributes of one part are dropped, doubled, moved, given odd values.
    XML {
        @Override
        byte[] spoil(byte[] form, Random chance) {
            Map<String, byte[]> parts = Forged.parts(form);
            List<String> names = new ArrayList<>(parts.keySet());
            Forged forged = Forged.of(form);
            String part = names.get(chance.nextInt(names.size()));
            if (chance.nextInt(20) == 0) {
                return forged.remove(part).bytes();
            }
            String text = forged.text(part);
            int times = 1 + chance.nextInt(4);
            for (int i = 0; i < times; i++) {
                text = chance.nextBoolean() ? tag(text, chance) : attribute(text, chance);
            }
            return forged.put(part, text.getBytes(StandardCharsets.UTF_8)).bytes();
        }

        private String tag(String text, Random chance) {
            List<int[]> tags = matches(TAG, text);
            if (tags.isEmpty()) {
                return text;
            }
            int[] one = tags.get(chance.nextInt(tags.size()));
            int[] other = tags.get(chance.nextInt(tags.size()));
            String tag = text.substring(one[0], one[1]);
            return switch (chance.nextInt(4)) {
                case 0 -> text.substring(0, one[0]) + text.substring(one[1]);
                case 1 -> text.substring(0, one[1]) + tag + text.substring(one[1]);
                case 2 -> text.substring(0, other[0]) + tag + text.substring(other[0]);
                default -> text.substring(0, one[0]) + odd(chance) + text.substring(one[0]);
            };
        }

        private String attribute(String text, Random chance) {
            List<int[]> values = matches(VALUE, text);
            if (values.isEmpty()) {
                return text;
            }
            int[] one = values.get(chance.nextInt(values.size()));
            return text.substring(0, one[0] + 1) + odd(chance) + text.substring(one[1] - 1);
        }
    },
    /// Values, types and texts of cells.
    CELLS {
        @Override
        byte[] spoil(byte[] form, Random chance) {
            Forged forged = Forged.of(form);
            String part = chance.nextBoolean() ? Forged.SHEET : "xl/sharedStrings.xml";
            String text = forged.text(part);
            int times = 1 + chance.nextInt(12);
            for (int i = 0; i < times; i++) {
                List<int[]> contents = matches(CONTENT, text);
                int[] one = contents.get(chance.nextInt(contents.size()));
                String found = text.substring(one[0], one[1]);
                String spoilt =
                        switch (chance.nextInt(3)) {
                            case 0 ->
                                    found.replaceFirst(">[^<]*<", ">" + quoted(odd(chance)) + "<");
                            case 1 -> "<f>" + odd(chance) + "</f>" + found;
                            default ->
                                    found.replaceFirst(">[^<]*<", ">" + chance.nextInt(90) + "<");
                        };
                text = text.substring(0, one[0]) + spoilt + text.substring(one[1]);
                if (chance.nextInt(3) == 0) {
                    text =
                            text.replaceFirst(
                                    "t=\"s\"", "t=\"" + TYPES[chance.nextInt(TYPES.length)] + "\"");
                }
            }
            return forged.put(part, text.getBytes(StandardCharsets.UTF_8)).bytes();
        }

        private String quoted(String text) {
            return Matcher.quoteReplacement(text);
        }
    };

    private static final int[] ODD_BYTES = {0, 1, 0x7F, 0x80, 0xFF, 'P', '<', '&'};
    private static final String[] TYPES = {"n", "b", "e", "str", "inlineStr", "d", "s", "z"};
    private static final Pattern TAG = Pattern.compile("<[^>]{1,300}>");
    private static final Pattern VALUE = Pattern.compile("\"[^\"<>]{0,200}\"");
    private static final Pattern CONTENT = Pattern.compile("<(v|t)( [^>]*)?>[^<]*</\\1>");

    private static final List<String> ODD =
            List.of(
                    "",
                    "0",
                    "-1",
                    "1048577",
                    "2147483648",
                    "99999999999999999999",
                    "1e308",
                    "-0",
                    "1E-400",
                    "NaN",
                    "0.88",
                    "88,5 %",
                    "07/11/2024",
                    "31.02.2024",
                    "2958466",
                    "орындалды",
                    "исполнено",
                    "2024 жылғы 31 желтоқсан",
                    "#REF!",
                    "=1+1",
                    "_x0000_",
                    "_xD800_",
                    "\u202E",
                    "\u0000",
                    "&#55296;",
                    "&amp;",
                    "&b;",
                    "<![CDATA[x]]>",
                    "<!--",
                    "]]>",
                    "A1:XFD1048576",
                    "ZZZ9",
                    "../../../a",
                    "x".repeat(5_000),
                    "(".repeat(100));

    abstract byte[] spoil(byte[] form, Random chance);

    private static String odd(Random chance) {
        return ODD.get(chance.nextInt(ODD.size()));
    }

    private static List<int[]> matches(Pattern pattern, String text) {
        List<int[]> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new int[] {matcher.start(), matcher.end()});
        }
        return found;
    }
}
