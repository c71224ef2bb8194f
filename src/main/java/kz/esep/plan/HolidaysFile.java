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

    static Reading<Calendar> read(Path file, String name) {
        return switch (YamlFile.read(file, name, "holidays.schema.json")) {
            case Reading.Refused<YamlTree>(List<Finding> findings) ->
                    new Reading.Refused<>(findings);
            case Reading.Accepted<YamlTree>(YamlTree tree, _) ->
                    new Reading.Accepted<>(
                            new Calendar(
                                    tree.items("holidays").stream()
                                            .map(HolidaysFile::holiday)
                                            .toList(),
                                    tree.items("transferred").stream()
                                            .map(HolidaysFile::transfer)
                                            .toList()),
                            List.of());
        };
    }

    private static Holiday holiday(YamlTree day) {
        return new Holiday(day.date("date"), day.bilingual("name"));
    }

    private static Transfer transfer(YamlTree moved) {
        return new Transfer(
                moved.date("off"),
                moved.find("worked").map(YamlTree::date),
                moved.bilingual("basis"));
    }
}
