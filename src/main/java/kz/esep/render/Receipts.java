package kz.esep.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.esep.language.Language;
import kz.esep.report.Receipt;

/// The answer to an agency about one file, in both official languages.
public final class Receipts {

    private static final String BETWEEN = "\n" + "-".repeat(72) + "\n\n";

    private final Templates texts;

    /// @param folder `templates`
    public Receipts(Path folder) {
        this.texts = new Templates(folder, Legible.IN_LINES);
    }

    /// As plain text.
    public String text(Receipt receipt) {
        Map<String, Object> model = Map.of("receipt", receipt);
        return List.of(Language.KK, Language.RU).stream()
                .map(language -> texts.fill("receipt/receipt.ftl", language, model))
                .collect(Collectors.joining(BETWEEN));
    }
}
