package kz.esep.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.List;
import java.util.Optional;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.Received;
import kz.esep.intake.RowCounts;
import kz.esep.intake.Submission;
import tools.jackson.databind.json.JsonMapper;

/// A file's outcome as one line of text: what comes back is equal to what was written.
public final class OutcomeText {

    /// By their components alone: what a record derives from them is no part of it.
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultVisibility(checker ->
                            checker.withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                                    .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                                    .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                    .build();

    private OutcomeText() {}

    /// How the file came stands in the ledger.
    private record Written(
            FileOutcome.Verdict verdict,
            Optional<Submission> submission,
            RowCounts rows,
            List<Remark> findings) {}

    /// @param arguments with their types
    private record Remark(FindingCode code, Place place, String found, String arguments) {}

    public static String write(FileOutcome outcome) {
        return JSON.writeValueAsString(
                new Written(
                        outcome.verdict(),
                        outcome.submission(),
                        outcome.rows(),
                        outcome.findings().stream()
                                .map(finding ->
                                        new Remark(
                                                finding.code(),
                                                finding.place(),
                                                finding.found(),
                                                Arguments.write(finding.arguments())))
                                .toList()));
    }

    /// @param received the file whose outcome was written
    public static FileOutcome read(String text, Received received) {
        Written written = JSON.readValue(text, Written.class);
        return new FileOutcome(
                received,
                written.verdict(),
                written.submission(),
                written.rows(),
                written.findings().stream()
                        .map(remark ->
                                new Finding(
                                        remark.code(),
                                        remark.place(),
                                        remark.found(),
                                        Arguments.read(remark.arguments())))
                        .toList());
    }
}
