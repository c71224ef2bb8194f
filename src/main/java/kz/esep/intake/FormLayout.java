package kz.esep.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.esep.language.Speech;
import kz.esep.plan.CompletionForm;

/// What the form is made of. Writing and reading use this one definition, with [FormColumn] and
/// [FormField].
public final class FormLayout {

    public static final String VERSION = "1";
    public static final String FORM_SHEET = "Нысан - Форма";
    public static final String INSTRUCTIONS_SHEET = "Нұсқаулық - Инструкция";

    /// Keys in column A, values in column B.
    public static final String IDENTITY_SHEET = "_esep";

    /// The custom property that repeats the identity.
    public static final String IDENTITY_PROPERTY = "esep";

    private FormLayout() {}

    public static List<FormColumn> columns() {
        return Arrays.asList(FormColumn.values());
    }

    /// Where the form has a column, from 0.
    public static int position(FormColumn column) {
        return columns().indexOf(column);
    }

    public static String word(ClaimedStatus status, Speech speech) {
        return speech.say(key(status));
    }

    public static String word(CompletionForm.Kind kind, Speech speech) {
        return speech.say(key(kind));
    }

    static String key(ClaimedStatus status) {
        return "intake.status." + lower(status);
    }

    static String key(CompletionForm.Kind kind) {
        return "intake.kind." + lower(kind);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Both languages in one cell or one entry of a list: `орындалды / исполнено`.
    public static String both(String kk, String ru) {
        return kk.equals(ru) ? kk : kk + " / " + ru;
    }
}
