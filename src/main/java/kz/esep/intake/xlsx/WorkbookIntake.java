package kz.esep.intake.xlsx;

import java.nio.file.Path;
import java.util.Map;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormReading;
import kz.esep.intake.IntakeContext;
import kz.esep.intake.Received;

/// Reads one received file, whatever it is. A bad file is an outcome, never an exception.
public final class WorkbookIntake {

    private final FormReading forms;

    public WorkbookIntake(IntakeContext context) {
        this.forms = new FormReading(context);
    }

    /// @param snapshot a private copy of the file: never the agency's own
    public FileOutcome read(Path snapshot, Received received) {
        Place place = Place.file(received.path());
        try {
            return forms.read(XlsxCells.read(snapshot), received);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            // files are foreign: whatever they break in a library is a finding about the file
            return FormReading.unreadable(
                    received,
                    Finding.of(
                            FindingCode.FILE_UNREADABLE,
                            place,
                            "",
                            Map.of("problem", e.getClass().getSimpleName())));
        }
    }
}
