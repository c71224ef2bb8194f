package kz.esep.intake.xlsx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.esep.findings.Finding;
import kz.esep.findings.Reading;
import kz.esep.yaml.YamlFile;
import kz.esep.yaml.YamlTree;

/// Reads `limits.yaml`: what a received file may ask of us. A key that it lacks has its default of
/// [Limits#FORM], and so have all where there is no file.
public final class LimitsFile {

    private LimitsFile() {}

    public static Reading<Limits> read(Path file) {
        if (Files.notExists(file)) {
            return new Reading.Accepted<>(Limits.FORM, List.of());
        }
        return switch (YamlFile.read(file, file.getFileName().toString(), "limits.schema.json")) {
            case Reading.Refused<YamlTree>(List<Finding> findings) ->
                    new Reading.Refused<>(findings);
            case Reading.Accepted<YamlTree>(YamlTree tree, List<Finding> findings) ->
                    new Reading.Accepted<>(limits(tree), findings);
        };
    }

    private static Limits limits(YamlTree tree) {
        Limits usual = Limits.FORM;
        return new Limits(
                number(tree, "file-mib", usual.file()),
                number(tree, "parts", usual.parts()),
                number(tree, "part-mib", usual.part()),
                number(tree, "unpacked-mib", usual.unpacked()),
                number(tree, "density", usual.density()),
                number(tree, "xml-depth", usual.depth()),
                number(tree, "sheets", usual.sheets()),
                number(tree, "rows", usual.rows()),
                number(tree, "filled-rows", usual.filledRows()),
                number(tree, "columns", usual.columns()),
                number(tree, "cells", usual.cells()),
                number(tree, "text-length", usual.text()),
                number(tree, "texts", usual.texts()),
                number(tree, "formula-length", usual.formula()),
                number(tree, "formula-nesting", usual.nesting()),
                number(tree, "styles", usual.styles()),
                number(tree, "records", usual.records()),
                number(tree, "seconds", usual.seconds()),
                number(tree, "memory-mib", usual.memory()));
    }

    private static int number(YamlTree tree, String key, int otherwise) {
        return tree.find(key).map(YamlTree::number).orElse(otherwise);
    }
}
