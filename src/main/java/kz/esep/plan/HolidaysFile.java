package kz.esep.plan;

import java.nio.file.Path;
import java.util.List;
import kz.esep.findings.Finding;
import kz.esep.findings.Reading;
import kz.esep.yaml.YamlFile;
import kz.esep.yaml.YamlTree;

/// Reads `holidays.yaml`.
final class HolidaysFile {

    private HolidaysFile() {}

    static Reading<List<Holiday>> read(Path file, String name) {
        return switch (YamlFile.read(file, name, "holidays.schema.json")) {
            case Reading.Refused<YamlTree>(List<Finding> findings) ->
                    new Reading.Refused<>(findings);
            case Reading.Accepted<YamlTree>(YamlTree tree, _) ->
                    new Reading.Accepted<>(
                            tree.items("holidays").stream()
                                    .map(day ->
                                            new Holiday(day.date("date"), day.bilingual("name")))
                                    .toList(),
                            List.of());
        };
    }
}
