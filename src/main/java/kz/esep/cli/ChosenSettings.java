package kz.esep.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.findings.Reading;
import kz.esep.settings.InForce;
import kz.esep.settings.SettingsReading;
import org.springframework.boot.system.ApplicationHome;

/// The settings: `application.yaml` beside the program, then the file that `--config` names, or
/// ESEP_CONFIG, then the environment.
final class ChosenSettings {

    static final String FILE = "application.yaml";

    private ChosenSettings() {}

    static Reading<InForce> of(
            String[] arguments, Map<String, String> environment, Optional<Path> program) {
        return SettingsReading.read(files(arguments, environment, program), environment);
    }

    /// The weakest first.
    private static List<Path> files(
            String[] arguments, Map<String, String> environment, Optional<Path> program) {
        List<Path> files = new ArrayList<>();
        program.map(folder -> folder.resolve(FILE)).filter(Files::exists).ifPresent(files::add);
        ChosenHome.option("--config", arguments)
                .or(() -> Optional.ofNullable(environment.get("ESEP_CONFIG")))
                .filter(named -> !named.isEmpty())
                .map(Path::of)
                .ifPresent(files::add);
        return files;
    }

    /// The folder that the program's jar lies in; empty where the program does not come in a jar.
    static Optional<Path> program() {
        return Optional.ofNullable(new ApplicationHome(Esep.class).getSource())
                .filter(File::isFile)
                .map(jar -> jar.toPath().toAbsolutePath().getParent());
    }
}
