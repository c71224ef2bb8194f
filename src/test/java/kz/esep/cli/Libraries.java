package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.cli.Clone.Answer;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormLayout;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The invented plan of the village libraries, small enough to be reported on in a second or two:
/// half-yearly, of six agencies, five of which submit.
final class Libraries {

    static final Path RESOURCES = Path.of("src/test/resources/plans/libraries");
    static final String PLAN = "village-libraries-2026";

    private Libraries() {}

    /// A clone with this plan only, and what was submitted for two half-years.
    static Clone alone(Path folder) throws IOException {
        Clone clone = Clone.bare(folder);
        empty(clone.home().plan());
        Files.copy(
                RESOURCES.resolve("agencies.yaml"),
                clone.home().agencies(),
                StandardCopyOption.REPLACE_EXISTING);
        plan(clone);
        submit(clone);
        return clone;
    }

    /// A clone with one measure, which the ministry itself answers for, and 17 documents.
    static Clone smallest(Path folder) throws IOException {
        Clone clone = Clone.bare(folder);
        empty(clone.home().plan());
        String register = Files.readString(RESOURCES.resolve("agencies.yaml"));
        Files.writeString(
                clone.home().agencies(), register.substring(0, register.indexOf("  - id: akb")));
        String name = PLAN + ".r12.yaml";
        String plan = Files.readString(RESOURCES.resolve(name));
        Files.writeString(
                clone.home().plan().resolve(name),
                plan.substring(0, plan.indexOf("  - number: 1"))
                        + """
                          - number: 1
                            section: 1
                            title: {kk: Қағидаларды бекіту, ru: Утвердить правила}
                            completion-form: {kind: document, kk: Бұйрық, ru: приказ}
                            executors:
                              - {agency: agb, role: lead, as-printed: {kk: КІА, ru: АБД}}
                            executors-text: {kk: КІА, ru: АБД}
                            deadline: {in: 2025, kk: 2025 жыл, ru: 2025 год}
                            cost: {kind: not-required, kk: Талап етілмейді, ru: не требуется}
                        """);
        Map<String, Map<Integer, Said>> answer =
                Map.of("agb", Map.of(1, new Said("На исполнении", "", 0)));
        submit(clone, "2023-H2", "2024-02-12T17:00:00+05:00", answer);
        submit(clone, "2024-H1", "2024-07-22T17:00:00+05:00", answer);
        Files.writeString(clone.home().inbox().resolve("agb/not a workbook.xlsx"), "no");
        // in the chancellery's journal, so that it does not matter when it is first seen
        Files.writeString(
                clone.home().incomingRegister(),
                "none,2024-07-22T17:00:00+05:00,agb,agb/not a workbook.xlsx,\n",
                StandardOpenOption.APPEND);
        return clone;
    }

    static void plan(Clone clone) throws IOException {
        for (String redaction : List.of("r12", "r45")) {
            String name = PLAN + "." + redaction + ".yaml";
            Files.copy(RESOURCES.resolve(name), clone.home().plan().resolve(name));
        }
    }

    /// @param plan the option that names it, where it is not the only one
    static void submit(Clone clone, String... plan) throws IOException {
        submit(clone, "2023-H2", "2024-02-12T17:00:00+05:00", FIRST_HALF, plan);
        submit(clone, "2024-H1", "2024-07-22T17:00:00+05:00", SECOND_HALF, plan);
    }

    /// What the agencies answer, by agency and measure: status, completion day, value.
    private record Said(String status, String day, double value) {}

    private static final Map<String, Map<Integer, Said>> FIRST_HALF =
            Map.of(
                    "aqbulaq",
                    Map.of(
                            1, new Said("Исполнено", "2023-12-20", 41),
                            2, new Said("Исполнено", "2023-12-20", 26),
                            3, new Said("Исполнено", "2023-12-20", 1250)),
                    "kokterek",
                    Map.of(
                            1, new Said("Исполнено", "2023-12-21", 39.5),
                            2, new Said("Исполнено", "2023-12-21", 24),
                            3, new Said("На исполнении", "", 900)),
                    "agb",
                    Map.of(2, new Said("Исполнено", "2023-12-22", 24)));

    private static final Map<String, Map<Integer, Said>> SECOND_HALF =
            Map.of(
                    "aqbulaq",
                    Map.of(
                            2, new Said("На исполнении", "", 52),
                            3, new Said("На исполнении", "", 21)),
                    "zhanasu",
                    Map.of(2, new Said("На исполнении", "", 61)),
                    "agb",
                    Map.of(
                            1, new Said("Не начато", "", 0),
                            3, new Said("На исполнении", "", 19),
                            4, new Said("На исполнении", "", 0)));

    private static void submit(
            Clone clone,
            String period,
            String receivedAt,
            Map<String, Map<Integer, Said>> said,
            String... plan)
            throws IOException {
        Path forms = clone.home().root().resolve("forms-" + period);
        Answer answer =
                clone.run(
                        Stream.concat(
                                        Stream.of(
                                                "forms",
                                                "--period",
                                                period,
                                                "--out",
                                                forms.toString()),
                                        Stream.of(plan))
                                .toArray(String[]::new));
        assertThat(answer.exit()).as(answer.err()).isZero();
        String prefix = plan.length == 0 ? "" : PLAN + "_";
        for (Map.Entry<String, Map<Integer, Said>> agency : new TreeMap<>(said).entrySet()) {
            String name = prefix + period + "_" + agency.getKey() + ".xlsx";
            Path file = clone.home().inbox().resolve(agency.getKey()).resolve(name);
            Files.createDirectories(file.getParent());
            fill(forms.resolve(name), file, agency.getValue());
            Files.writeString(
                    clone.home().incomingRegister(),
                    "%s,%s,%s,%s/%s,\n"
                            .formatted(
                                    period + agency.getKey(),
                                    receivedAt,
                                    agency.getKey(),
                                    agency.getKey(),
                                    name),
                    StandardOpenOption.APPEND);
        }
    }

    private static void fill(Path form, Path file, Map<Integer, Said> answers) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(form));
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.getSheet(FormLayout.FORM_SHEET);
            boolean table = false;
            for (Row row : sheet) {
                if (table) {
                    Optional.ofNullable(answers.get((int) row.getCell(0).getNumericCellValue()))
                            .ifPresent(said -> answer(row, said));
                }
                table |=
                        row.getCell(0) != null
                                && row.getCell(0).toString().startsWith("Іс-шараның №");
            }
            workbook.write(out);
        }
    }

    private static void answer(Row row, Said said) {
        row.getCell(FormLayout.position(FormColumn.STATUS)).setCellValue(said.status());
        if (said.value() != 0) {
            row.getCell(FormLayout.position(FormColumn.VALUE)).setCellValue(said.value());
        }
        if (!said.day().isEmpty()) {
            LocalDate day = LocalDate.parse(said.day());
            row.getCell(FormLayout.position(FormColumn.COMPLETED_ON)).setCellValue(day);
            row.getCell(FormLayout.position(FormColumn.EVIDENCE_KIND)).setCellValue("Информация");
            row.getCell(FormLayout.position(FormColumn.EVIDENCE_NUMBER)).setCellValue("№ 7");
            row.getCell(FormLayout.position(FormColumn.EVIDENCE_DATE)).setCellValue(day);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
