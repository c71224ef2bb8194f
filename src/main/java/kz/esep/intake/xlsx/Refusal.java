package kz.esep.intake.xlsx;

import java.util.Map;
import java.util.TreeMap;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;

/// Why a file is read no further. Carries no stack: it is an answer, not a fault.
final class Refusal extends Exception {

    private final FindingCode code;
    private final TreeMap<String, Object> arguments;
    private final String sheet;
    private final String cell;

    private Refusal(FindingCode code, Map<String, ?> arguments, String sheet, String cell) {
        super(code + " " + arguments, null, false, false);
        this.code = code;
        this.arguments = new TreeMap<>(arguments);
        this.sheet = sheet;
        this.cell = cell;
    }

    static Refusal of(FindingCode code) {
        return new Refusal(code, Map.of(), "", "");
    }

    /// @param problem a technical name, the same in every language
    static Refusal of(FindingCode code, String problem) {
        return new Refusal(code, Map.of("problem", problem), "", "");
    }

    /// More of something than the limit allows.
    static Refusal over(FindingCode code, int limit) {
        return new Refusal(code, Map.of("limit", limit), "", "");
    }

    /// The same, where it is.
    ///
    /// @param reference `F12`; empty if the fault is in no cell
    Refusal in(String sheetName, String reference) {
        return new Refusal(code, arguments, sheetName, reference);
    }

    Finding at(Place file) {
        return Finding.of(code, file.cell(sheet, cell), "", arguments);
    }
}
