package kz.esep;

import java.nio.file.Path;
import java.util.List;
import kz.esep.findings.Finding;
import kz.esep.findings.Reading;
import kz.esep.language.Language;
import kz.esep.language.Speech;

/// Findings as a user reads them: the place, then what is wrong.
public final class Said {

    private Said() {}

    public static List<String> in(Language language, Reading<?> reading) {
        Speech speech = Speech.of(Path.of("templates/messages"), language);
        return reading.findings().stream().map(finding -> say(finding, speech)).toList();
    }

    private static String say(Finding finding, Speech speech) {
        return finding.place()
                + " "
                + speech.say("finding." + finding.code().key() + ".what", finding.arguments());
    }
}
