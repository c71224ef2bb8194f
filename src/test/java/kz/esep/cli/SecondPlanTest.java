package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.cli.Clone.Answer;
import kz.esep.job.Home;
import kz.esep.render.Twins;
import kz.esep.render.tagged.Validator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// The whole job on an invented plan that is data only: half-yearly, of other agencies, with
/// targets of other kinds, renumbered between the two half-years; alone, and beside the real plan.
class SecondPlanTest {

    private static final String PLAN = Libraries.PLAN;

    @TempDir static Path folder;
    private static Clone alone = new Clone(new Home(Path.of("")));
    private static Clone beside = alone;
    private static Answer reportAlone = new Answer(-1, "", "");
    private static Answer reportBeside = reportAlone;
    private static String russian = "";
    private static String kazakh = "";

    @BeforeAll
    static void report() throws IOException {
        alone = Libraries.alone(folder.resolve("alone"));
        beside = Clone.bare(folder.resolve("beside"));
        String register = Files.readString(Libraries.RESOURCES.resolve("agencies.yaml"));
        Files.writeString(
                beside.home().agencies(),
                register.substring(register.indexOf("agencies:\n") + "agencies:\n".length()),
                StandardOpenOption.APPEND);
        beside.receive("mz/2024-Q4_mz.xlsx");
        Libraries.plan(beside);
        reportAlone = alone.run("report", "--lang", "en");
        Libraries.submit(beside, "--plan", PLAN);
        reportBeside = beside.run("report", "--plan", PLAN, "--lang", "en");
        russian = printed(alone.home().output().resolve("2024-H1/ru/consolidated.pdf"));
        kazakh = printed(alone.home().output().resolve("2024-H1/kk/consolidated.pdf"));
    }

    private static String printed(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0]+", " ");
        }
    }

    /// A plan that nobody thought of when the templates were made.
    @Test
    void printsEachDocumentForEveryoneToReadAndKeepInTwoVersionsThatAgree() throws Exception {
        Path kk = alone.home().output().resolve("2024-H1").toRealPath().resolve("kk");
        List<Path> kazakh;
        try (Stream<Path> files = Files.walk(kk)) {
            kazakh = files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }

        assertThat(kazakh).hasSizeGreaterThan(4);
        for (Path file : kazakh) {
            byte[] pdf = Files.readAllBytes(file);
            byte[] twin = Files.readAllBytes(kk.resolveSibling("ru").resolve(kk.relativize(file)));
            for (byte[] each : List.of(pdf, twin)) {
                assertThat(Validator.broken(each, PDFAFlavour.PDFUA_1)).as("%s", file).isEmpty();
                assertThat(Validator.broken(each, PDFAFlavour.PDFA_2_A)).as("%s", file).isEmpty();
            }
            assertThat(Twins.differences(Twins.blocks(pdf), Twins.blocks(twin)))
                    .as("%s", file)
                    .isEmpty();
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
                .contains("2024 20 19 −1 Достигнут 2 из 4")
                .contains("План Факт Отклонение Итог")
                .doesNotContain("19 %");
        assertThat(kazakh)
                .contains("№ 12 бұйрық, 2021 жылғы 20 желтоқсан")
                .contains("2024 жылғы I жартыжылдық")
                .doesNotContain("қаулы");
    }

    @Test
    void answersAgenciesInTheUnitOfTheIndicator() throws IOException {
        List<Path> receipts;
        try (Stream<Path> files = Files.walk(alone.home().output().resolve("receipts"))) {
            receipts = files.filter(file -> file.endsWith("receipt.pdf")).toList();
        }
        StringBuilder all = new StringBuilder();
        for (Path receipt : receipts) {
            all.append(printed(receipt));
        }

        assertThat(all).contains(" 19 K11 ").doesNotContain("19 %").doesNotContain("19%");
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
