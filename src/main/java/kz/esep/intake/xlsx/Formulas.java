package kz.esep.intake.xlsx;

import static kz.esep.findings.FindingCode.FILE_ACTIVE_CONTENT;
import static kz.esep.findings.FindingCode.FILE_FORMULA_TOO_DEEP;
import static kz.esep.findings.FindingCode.FILE_FORMULA_TOO_LONG;

import java.util.regex.Pattern;

/// Looks at the text of formulas, which nobody ever works out here: one that starts a program is
/// refused, and so is one that would choke the office program that opens the file next.
final class Formulas {

    private static final Pattern PROGRAM =
            Pattern.compile("(?i)\\b(CALL|REGISTER(\\.ID)?|EXEC|RTD|DDE)\\s*\\(");
    private static final Pattern OUTSIDE = Pattern.compile("(?i)\\b(WEBSERVICE|IMAGE)\\s*\\(");

    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private boolean outside;

    Formulas(Limits limits) {
        this.limits = limits;
    }

    /// Whether any of them would fetch something.
    boolean refersOutside() {
        return outside;
    }

    void begin() {
        text.setLength(0);
    }

    void add(char[] letters, int start, int length) throws Refusal {
        text.append(letters, start, length);
        if (text.length() > limits.formula()) {
            throw Refusal.over(FILE_FORMULA_TOO_LONG, limits.formula());
        }
    }

    /// Judges the formula that was added.
    void end() throws Refusal {
        String code = unquoted(text);
        // a bar outside of quotes is DDE: cmd|'/c calc'!A0
        if (code.indexOf('|') >= 0 || PROGRAM.matcher(code).find()) {
            throw Refusal.of(FILE_ACTIVE_CONTENT);
        }
        outside |= OUTSIDE.matcher(code).find();
        int depth = 0;
        for (int i = 0; i < code.length(); i++) {
            switch (code.charAt(i)) {
                case '(', '{' -> depth++;
                case ')', '}' -> depth--;
                default -> {
                    // neither opens nor closes
                }
            }
            if (depth > limits.nesting()) {
                throw Refusal.over(FILE_FORMULA_TOO_DEEP, limits.nesting());
            }
        }
    }

    /// Without texts in quotes and names of sheets in apostrophes.
    private static String unquoted(CharSequence formula) {
        StringBuilder code = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < formula.length(); i++) {
            char letter = formula.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else {
                code.append(letter);
            }
        }
        return code.toString();
    }
}
