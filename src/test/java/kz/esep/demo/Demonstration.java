package kz.esep.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.esep.Folders;
import kz.esep.job.Desk;
import kz.esep.job.Home;
import kz.esep.plan.Period;
import kz.esep.report.Provenance;
import kz.esep.report.Reports;
import kz.esep.settings.Settings;

/// The demonstration as a fresh clone has it, taken in and ready for its reports.
public final class Demonstration {

    private Demonstration() {}

    /// @param folder an empty one, for a copy
    public static Desk open(Path folder) throws IOException {
        Home home = new Home(folder);
        for (String part : Set.of("input/plan", "input/inbox", "templates")) {
            Folders.copy(Path.of(part), folder.resolve(part));
        }
        Files.copy(Path.of("input/agencies.yaml"), home.agencies());
        Files.copy(Path.of("input/incoming-register.csv"), home.incomingRegister());
        return Desk.open(home);
    }

    public static Reports reports(Desk desk, Period period) {
        return Reports.of(
                desk.reconcile(period, desk.asOf(period)),
                new Provenance(
                        "0.1.0",
                        "0123456789abcdef".repeat(4),
                        "59 01234567",
                        desk.asOf(period),
                        Settings.DEFAULT.zone(),
                        1,
                        true,
                        "c0de",
                        new TreeMap<>(),
                        Optional.empty()));
    }
}
