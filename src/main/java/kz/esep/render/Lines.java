package kz.esep.render;

import java.util.List;
import kz.esep.language.NoBreak;

/// What people read line by line, with [NoBreak] in it: a whole page at once, so that no template
/// and no message needs to think of it.
final class Lines {

    /// Whose words have no lines.
    private static final List<String> NAMES = List.of("<title", "<desc");

    private static final String STYLE = "<style";

    private Lines() {}

    /// The words between the tags of a page, and those that its style sheet says: page headers.
    static String kept(String page) {
        StringBuilder kept = new StringBuilder(page.length());
        int at = 0;
        while (at < page.length()) {
            int tag = page.indexOf('<', at);
            int words = tag < 0 ? page.length() : tag;
            kept.append(NoBreak.in(page.substring(at, words)));
            at = words;
            if (tag >= 0) {
                int begin = page.indexOf('>', tag) + 1;
                kept.append(page, tag, begin);
                at = begin;
                if (page.startsWith(STYLE, tag)) {
                    at = page.indexOf('<', begin);
                    kept.append(quotations(page.substring(begin, at)));
                } else if (isName(page, tag)) {
                    at = page.indexOf('<', begin);
                    kept.append(page, begin, at);
                }
            }
        }
        return kept.toString();
    }

    private static boolean isName(String page, int tag) {
        return NAMES.stream().anyMatch(name -> page.startsWith(name, tag));
    }

    private static String quotations(String sheet) {
        String[] pieces = sheet.split("\"", -1);
        for (int i = 1; i < pieces.length; i += 2) {
            pieces[i] = NoBreak.in(pieces[i]);
        }
        return String.join("\"", pieces);
    }
}
