package kz.esep.intake.xlsx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormReading;
import kz.esep.intake.Grid;
import kz.esep.intake.IntakeContext;
import kz.esep.intake.Received;
import org.apache.poi.EncryptedDocumentException;

/// Reads one received file, whatever it is. A bad file is an outcome, never an exception.
public final class WorkbookIntake {

    private final FormReading forms;
    private final Limits limits;

    public WorkbookIntake(IntakeContext context) {
        this(context, Limits.FORM);
    }

    public WorkbookIntake(IntakeContext context, Limits limits) {
        this.forms = new FormReading(context);
        this.limits = limits;
    }

    /// @param snapshot a private copy of the file: never the agency's own
    public FileOutcome read(Path snapshot, Received received) {
        Place place = Place.file(received.path());
        try {
            Preflight.Kind kind = Preflight.check(snapshot, limits);
            List<Finding> findings = new ArrayList<>();
            Grid grid =
                    switch (kind) {
                        case Preflight.Kind.Xlsx(boolean refersOutside) -> {
                            if (refersOutside) {
                                findings.add(Finding.of(FindingCode.FILE_REFERS_OUTSIDE, place));
                            }
                            yield XlsxCells.read(snapshot);
                        }
                        case Preflight.Kind.Xls() -> XlsCells.read(snapshot);
                    };
            return forms.read(grid, received, findings);
        } catch (Refusal refusal) {
            return FormReading.unreadable(received, refusal.at(place));
        } catch (EncryptedDocumentException e) {
            return FormReading.unreadable(received, Finding.of(FindingCode.FILE_ENCRYPTED, place));
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
