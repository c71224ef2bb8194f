package kz.esep.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.esep.intake.FileOutcome;
import kz.esep.language.Language;
import kz.esep.language.NoBreak;
import kz.esep.language.Speeches;
import kz.esep.render.tagged.MissingGlyphException;
import kz.esep.report.Receipt;

/// The answer to an agency about one file, in both official languages. Safe for several threads.
public final class Receipts {

    private static final String PAGE = "receipt/receipt.ftlh";
    private static final String BETWEEN = "\n" + "-".repeat(72) + "\n\n";

    private final Press press;
    private final Templates texts;
    private final Templates pages;

    /// @param folder `templates`
    public Receipts(Path folder) {
        this(folder, new Speeches(folder.resolve("messages")), new Press(folder));
    }

    Receipts(Path folder, Speeches speeches, Press press) {
        this.press = press;
        this.texts = new Templates(folder, speeches, Legible.IN_LINES);
        this.pages =
                new Templates(
                        folder,
                        speeches,
                        new Legible(
                                codePoint -> Legible.inLine(codePoint) && press.shows(codePoint)));
    }

    /// As plain text.
    public String text(Receipt receipt) {
        return List.of(Language.KK, Language.RU).stream()
                .map(language ->
                        texts.fill("receipt/receipt.ftl", language, Map.of("receipt", receipt)))
                .map(NoBreak::in)
                .collect(Collectors.joining(BETWEEN));
    }

    /// As tagged PDF, dated by the file's receipt.
    public void pdf(Receipt receipt, OutputStream out) throws IOException {
        try {
            press.print(xhtml(receipt), receipt.outcome().received().at(), out);
        } catch (MissingGlyphException e) {
            throw TemplateMistake.of(PAGE, e);
        }
    }

    /// The PDF's text and structure, before it has pages.
    String xhtml(Receipt receipt) {
        return Lines.kept(
                pages.fill(
                        PAGE,
                        Map.of("receipt", receipt, "verdicts", FileOutcome.Verdict.values())));
    }
}
