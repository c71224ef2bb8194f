package kz.esep.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.esep.language.Language;
import kz.esep.language.NoBreak;
import kz.esep.language.Speech;
import kz.esep.language.Speeches;
import kz.esep.report.CoveringNote;

/// The words of a message to an agency, in both official languages: as plain text and as a page
/// that says the same.
public final class CoveringNotes {

    private static final String BETWEEN = "\n" + "-".repeat(72) + "\n\n";

    private final Speeches speeches;
    private final Templates texts;
    private final Templates pages;

    /// @param folder `templates`
    public CoveringNotes(Path folder) {
        this.speeches = new Speeches(folder.resolve("messages"));
        this.texts = new Templates(folder, speeches, Legible.IN_LINES);
        this.pages = new Templates(folder, speeches, new Legible(Legible::inXml));
    }

    /// In one line: Kazakh, then Russian.
    public String subject(CoveringNote note) {
        return Kind.OFFICIAL.stream()
                .map(language -> subject(note, speeches.in(language)))
                .collect(Collectors.joining(" / "));
    }

    private static String subject(CoveringNote note, Speech speech) {
        String subject =
                speech.say(
                        "mail.subject." + note.kind(),
                        Map.of("period", note.period(), "file", note.file()));
        return note.demonstration()
                ? speech.say("mail.subject.demonstration", Map.of("subject", subject))
                : subject;
    }

    public String text(CoveringNote note) {
        return List.of(Language.KK, Language.RU).stream()
                .map(language -> texts.fill("mail/mail.ftl", language, Map.of("note", note)))
                .map(NoBreak::in)
                .collect(Collectors.joining(BETWEEN));
    }

    public String html(CoveringNote note) {
        return Lines.kept(pages.fill("mail/mail.ftlh", Map.of("note", note)));
    }
}
