package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import kz.esep.job.Home;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole job on an invented plan that is data only: half-yearly, of other agencies, with
/// targets of other kinds, renumbered between the two half-years; alone, and beside the real plan.
class SecondPlanTest {

    private static final Path RESOURCES = Path.of("src/test/resources/plans/libraries");
    private static final String PLAN = "village-libraries-2026";

    @TempDir static Path folder;
    private static Clone alone = new Clone(new Home(Path.of("")));
    private static Clone beside = alone;
    private static Answer reportAlone = new Answer(-1, "", "");
    private static Answer reportBeside = reportAlone;
    private static String russian = "";
    private static String kazakh = "";

    @BeforeAll
    static void report() throws IOException {
        alone = Clone.bare(folder.resolve("alone"));
        empty(alone.home().plan());
        Files.copy(
                RESOURCES.resolve("agencies.yaml"),
                alone.home().agencies(),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        beside = Clone.bare(folder.resolve("beside"));
        String register = Files.readString(RESOURCES.resolve("agencies.yaml"));
        Files.writeString(
                beside.home().agencies(),
                register.substring(register.indexOf("agencies:\n") + "agencies:\n".length()),
                StandardOpenOption.APPEND);
        beside.receive("mz/2024-Q4_mz.xlsx");
        for (Clone clone : List.of(alone, beside)) {
            for (String redaction : List.of("r12", "r45")) {
                String name = PLAN + "." + redaction + ".yaml";
                Files.copy(RESOURCES.resolve(name), clone.home().plan().resolve(name));
            }
        }
        submit(alone, "2023-H2", "2024-02-12T17:00:00+05:00", FIRST_HALF);
        submit(alone, "2024-H1", "2024-07-22T17:00:00+05:00", SECOND_HALF);
        reportAlone = alone.run("report", "--lang", "en");
        submit(beside, "2023-H2", "2024-02-12T17:00:00+05:00", FIRST_HALF, "--plan", PLAN);
        submit(beside, "2024-H1", "2024-07-22T17:00:00+05:00", SECOND_HALF, "--plan", PLAN);
        reportBeside = beside.run("report", "--plan", PLAN, "--lang", "en");
        russian = printed(alone.home().output().resolve("2024-H1/ru/consolidated.pdf"));
        kazakh = printed(alone.home().output().resolve("2024-H1/kk/consolidated.pdf"));
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

    private static String printed(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0]+", " ");
        }
    }

    @Test
    void reportsOnAPlanThatIsDataOnly() {
        assertThat(reportAlone.exit()).as(reportAlone.out() + reportAlone.err()).isZero();
        assertThat(reportAlone.out()).contains("Look here: HOME/output/2024-H1");
        assertThat(russian)
                .contains("Приказ от 20 декабря 2021 года № 12")
                .contains("I полугодие 2024 года, срок представления – 22 июля 2024 года")
                .contains("Срок представления сводной информации министерством: 1 августа 2024")
                .contains(
                        "Текст на русском языке: приказ от 15 февраля 2024 года № 45, действует с"
                                + " 1 апреля 2024 года")
                .contains("план – 60 %, факт – 56,5 %")
                .contains("план – 20, факт – 19");
        assertThat(kazakh)
                .contains("№ 12 бұйрық, 2021 жылғы 20 желтоқсан")
                .contains("2024 жылғы I жартыжылдық")
                .doesNotContain("қаулы");
    }

    @Test
    void saysInAnAnnexWhatTheLawChangedSinceTheReportBefore() {
        assertThat(russian)
                .contains("Изменения плана с прошлого отчёта")
                .contains("Отчёт за II полугодие 2023 года составлен по редакции № 12")
                .contains("1 Новое мероприятие")
                .contains("Пополнить фонды сельских библиотек Обновить фонды сельских библиотек")
                .contains("3 Исключено Название Обучить библиотекарей —")
                .contains("Срок исполнения 2024 год 2025 год");
        assertThat(kazakh).contains("Өткен есептен кейін жоспарға енгізілген өзгерістер");
    }

    /// Akbulak said done of measure 1 in 2023, which is measure 2 since.
    @Test
    void keepsAClaimWithItsMeasureUnderAnotherNumber() {
        Answer why =
                alone.run(
                        "why",
                        "2",
                        "aqbulaq",
                        "--year",
                        "2023",
                        "--period",
                        "2024-H1",
                        "--lang",
                        "ru");

        assertThat(why.exit()).as(why.err()).isZero();
        assertThat(why.out()).contains("Исполнено в срок").contains("2023-H2_aqbulaq.xlsx");
    }

    @Test
    void tellsTwoRedactionsApart() {
        Answer diff = alone.run("plan", "diff", "12", "45", "--lang", "en");

        assertThat(diff.out().replace('\u00A0', ' '))
                .isEqualTo(
                        """
                        План развития сельских библиотек на 2022–2026 годы (вымышлен для испытания программы): redaction 45 compared with redaction 12

                        New measure 1: Внести предложения о безбарьерной среде в библиотеках

                        Changed measure 2 (was 1): Обновить фонды сельских библиотек
                          Title (kk): before: Ауылдық кітапханалардың қорын [-толықтыру-]; now: Ауылдық кітапханалардың қорын [+жаңарту+]
                          Title (ru): before: [-Пополнить-] фонды сельских библиотек; now: [+Обновить+] фонды сельских библиотек

                        Measure 3 (was 2): Сократить срок ожидания книги

                        Changed measure 4: Утвердить правила электронного каталога
                          Deadline (kk): before: [-2024-] жыл; now: [+2025+] жыл
                          Deadline (ru): before: [-2024-] год; now: [+2025+] год

                        Measure 3 is gone: Обучить библиотекарей
                        """);
        assertThat(alone.run("plan", "diff", "45", "45", "--lang", "en").out())
                .endsWith("redactions 45 and 45 do not differ\n");
        assertThat(alone.run("plan", "diff", "12", "46", "--lang", "en"))
                .isEqualTo(new Answer(64, "", "The plan has no redaction “46”. It has: 12, 45\n"));
    }

    @Test
    void reportsOnItBesideTheRealPlan() throws IOException {
        assertThat(reportBeside.exit()).as(reportBeside.out() + reportBeside.err()).isZero();
        assertThat(reportBeside.out().replace('\u00A0', ' '))
                .contains("HOME/output/village-libraries-2026/2024-H1")
                .endsWith(
                        "Another plan has submissions too, disability-rights-2025, the newest for"
                                + " quarter IV of 2024: esep report --plan disability-rights-2025\n");
        assertThat(
                        printed(
                                        beside.home()
                                                .output()
                                                .resolve(PLAN + "/2024-H1/ru/consolidated.pdf"))
                                .replaceAll("контрольная сумма [0-9a-f ]+", ""))
                .contains("план – 60 %, факт – 56,5 %");
        assertThat(beside.run("status", "--lang", "en").out().replace('\u00A0', ' '))
                .startsWith("quarter IV of 2024");
        assertThat(beside.run("status", "--plan", "nothing", "--lang", "en"))
                .isEqualTo(
                        new Answer(
                                64,
                                "",
                                "There is no plan “nothing”. The plans are:"
                                        + " disability-rights-2025, village-libraries-2026\n"));
    }
}
