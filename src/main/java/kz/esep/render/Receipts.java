package kz.esep.render;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.esep.agency.Agency;
import kz.esep.agency.Register;
import kz.esep.findings.FindingCode;
import kz.esep.intake.FileOutcome;
import kz.esep.language.Language;

/// The answer to an agency about one file: a plain text in both official languages.
public final class Receipts {

    private static final String BETWEEN = "\n" + "-".repeat(72) + "\n\n";

    private final Templates templates;
    private final Register register;
    private final ZoneId zone;

    /// @param folder `templates`
    /// @param zone in which the time of receipt is written
    public Receipts(Path folder, Register register, ZoneId zone) {
        this.templates = new Templates(folder, Legible.IN_XML);
        this.register = register;
        this.zone = zone;
    }

    public String write(FileOutcome outcome) {
        Map<String, Object> model = new HashMap<>();
        model.put("outcome", outcome);
        model.put("agency", register.find(outcome.received().folder()).map(Agency::name));
        model.put("receivedAt", outcome.received().at().atZone(zone).toLocalDateTime());
        model.put("quoted", !misplaced(outcome));
        return List.of(Language.KK, Language.RU).stream()
                .map(language -> templates.fill("receipt/receipt.ftl", language, model))
                .collect(Collectors.joining(BETWEEN));
    }

    /// What lies in the wrong agency's folder must not be quoted to that agency.
    private static boolean misplaced(FileOutcome outcome) {
        return outcome.findings().stream()
                .anyMatch(finding -> finding.code() == FindingCode.AGENCY_WRONG);
    }
}
