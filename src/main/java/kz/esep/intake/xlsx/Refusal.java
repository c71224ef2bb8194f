package kz.esep.intake.xlsx;

import java.util.Map;
import java.util.TreeMap;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;

/// Why the pre-flight lets a file go no further. Carries no stack: it is an answer, not a fault.
final class Refusal extends Exception {

    private final FindingCode code;
    private final TreeMap<String, Object> arguments;

    private Refusal(FindingCode code, Map<String, ?> arguments) {
        super(code + " " + arguments, null, false, false);
        this.code = code;
        this.arguments = new TreeMap<>(arguments);
    }

    static Refusal of(FindingCode code) {
        return new Refusal(code, Map.of());
    }

    /// @param problem a technical name, the same in every language
    static Refusal of(FindingCode code, String problem) {
        return new Refusal(code, Map.of("problem", problem));
    }

    static Refusal tooLarge(long limit) {
        return new Refusal(FindingCode.FILE_TOO_LARGE, Map.of("limit", limit / Limits.MEBIBYTE));
    }

    Finding at(Place place) {
        return Finding.of(code, place, "", arguments);
    }
}
