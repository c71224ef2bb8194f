package kz.esep.intake.xlsx;

import java.nio.file.Path;
import java.util.List;
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
    private final Limits limits;

    public WorkbookIntake(IntakeContext context, Limits limits) {
        this.forms = new FormReading(context);
        this.limits = limits;
    }

    /// @param snapshot a private copy of the file: never the agency's own
    public FileOutcome read(Path snapshot, Received received) {
        Place place = Place.file(received.path());
        try {
            Budget budget = new Budget(limits);
            Cells cells =
                    switch (Preflight.check(snapshot, limits)) {
                        case XLSX -> XlsxCells.read(snapshot, limits, budget);
                        case XLS -> XlsCells.read(snapshot, limits, budget);
                    };
            List<Finding> findings =
                    cells.refersOutside()
                            ? List.of(Finding.of(FindingCode.FILE_REFERS_OUTSIDE, place))
                            : List.of();
            FileOutcome outcome = forms.read(cells.grid(), received, findings);
            budget.watch();
            return outcome;
        } catch (Refusal refusal) {
            return FormReading.unreadable(received, refusal.at(place));
        } catch (Exception | StackOverflowError e) {
            // files are foreign: whatever they break in a library is a finding about the file; want
            // of
            // memory is none, for with more of it the same file may be read
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
