package kz.esep.intake;

import kz.esep.agency.Agency;
import kz.esep.agency.Register;
import kz.esep.language.Bilingual;
import kz.esep.language.Speech;
import kz.esep.plan.CompletionForm;

/// The words by which a form is recognised, in either language.
final class FormWords {

    final Vocabulary<FormColumn> headers = new Vocabulary<>();
    final Vocabulary<FormField> labels = new Vocabulary<>();
    final Vocabulary<ClaimedStatus> statuses = new Vocabulary<>();
    final Vocabulary<CompletionForm.Kind> kinds = new Vocabulary<>();
    final Vocabulary<String> agencies = new Vocabulary<>();
    private final Speech kk;
    private final Speech ru;

    FormWords(Speech kk, Speech ru, Register register) {
        this.kk = kk;
        this.ru = ru;
        for (FormColumn column : FormColumn.values()) {
            headers.addBoth(column.header(kk), column.header(ru), column);
        }
        for (FormField field : FormField.values()) {
            labels.addBoth(field.label(kk), field.label(ru), field);
        }
        for (ClaimedStatus status : ClaimedStatus.values()) {
            add(statuses, FormLayout.key(status), status);
        }
        for (CompletionForm.Kind kind : CompletionForm.Kind.values()) {
            add(kinds, FormLayout.key(kind), kind);
        }
        for (Agency agency : register.agencies()) {
            agencies.add(agency.id(), agency.id());
            agency.aliases().forEach(alias -> agencies.add(alias, agency.id()));
            addBoth(agency.code(), agency.id());
            addBoth(agency.shortName(), agency.id());
            addBoth(agency.name(), agency.id());
        }
    }

    /// A column's header in both languages, as the form has it.
    Bilingual header(FormColumn column) {
        return new Bilingual(column.header(kk), column.header(ru));
    }

    private <T> void add(Vocabulary<T> words, String key, T meaning) {
        words.addBoth(kk.say(key), ru.say(key), meaning);
        for (Speech speech : java.util.List.of(kk, ru)) {
            for (String also : speech.say(key + ".also").split(";", -1)) {
                words.add(also, meaning);
            }
        }
    }

    private void addBoth(Bilingual name, String id) {
        agencies.addBoth(name.kk(), name.ru(), id);
    }
}
