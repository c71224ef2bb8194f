package kz.esep.job;

import java.io.IOException;
import java.nio.file.Path;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.IntakeContext;
import kz.esep.intake.Received;
import kz.esep.intake.SealKeys;
import kz.esep.intake.Seals;
import kz.esep.intake.xlsx.WorkbookIntake;
import kz.esep.language.Language;
import kz.esep.language.Speech;

/// Reads received files.
@FunctionalInterface
interface Workbooks {

    /// @param snapshot the archived bytes
    FileOutcome read(Path snapshot, Received received) throws IOException;

    /// What has to be known of all files at once: the outcome without claims and findings.
    default FileOutcome head(Path snapshot, Received received) throws IOException {
        return read(snapshot, received).head();
    }

    /// Workbooks of agencies, checked against the ministry's seals; what they said is kept.
    ///
    /// @throws DataInError if a sealing key cannot be used
    static Workbooks ofAgencies(Home home, MinistryData data) throws IOException {
        Seals seals = MinistryData.value(SealKeys.load(home.keys(), home.settings().seal().key()));
        Workbooks workbooks =
                new WorkbookIntake(
                                new IntakeContext(
                                        data.register(),
                                        data.plans().plans(),
                                        Speech.of(home.messages(), Language.KK),
                                        Speech.of(home.messages(), Language.RU),
                                        seals),
                                data.limits())
                        ::read;
        return new KeptReadings(workbooks, home.readings(), Inputs.context(home, seals));
    }

    /// Makes ready to read by what the ministry's data says.
    @FunctionalInterface
    interface Opening {
        Workbooks open(Home home, MinistryData data) throws IOException;
    }
}
