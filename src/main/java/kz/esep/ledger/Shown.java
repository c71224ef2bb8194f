package kz.esep.ledger;

/// A file's name as people may see it: what has no shape of its own, breaks the line or turns its
/// direction is spelled, so that no name passes for another one or for a line of ours.
///
/// `есепxlsx.exe`, with a mark that writes its end backwards, is `есеп[U+202E]xlsx.exe`.
public final class Shown {

    private Shown() {}

    public static String name(String path) {
        int[] letters = path.codePoints().toArray();
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            boolean last = i + 1 == letters.length || letters[i + 1] == '/';
            boolean first = i == 0 || letters[i - 1] == '/';
            if (hasShape(letters[i]) || (letters[i] == ' ' && !first && !last)) {
                shown.appendCodePoint(letters[i]);
            } else {
                shown.append("[U+%04X]".formatted(letters[i]));
            }
        }
        return shown.toString();
    }

    private static boolean hasShape(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
