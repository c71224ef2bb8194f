package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.esep.cli.Clone.Answer;
import kz.esep.job.MinistryData;
import kz.esep.job.Version;
import kz.esep.language.Language;
import kz.esep.ledger.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole job through the command line, on the demonstration's submissions and three files that
/// are no submission: random bytes, no bytes, and another agency's form.
///
/// The journal names these three too; so two clones have to make the same bytes of them.
class WholeJobTest {

    private static final String WRONG_AGENCY = "akmola/2024-Q4_aktobe.xlsx";
    private static final Map<Language, String> PRINTED = new TreeMap<>();

    /// A list of years, even of one, is words.
    private static final String TYPED_NUMBER =
            "(?!\\d{4}$)[+−-]?[\\d\\s\u00A0]+([.,]\\d+)?[\\s\u00A0]?%?";

    private static final String TYPED_DATE = "\\d\\d\\.\\d\\d\\.\\d{4}.*";

    @TempDir static Path folder;
    private static Clone one = new Clone(new kz.esep.job.Home(Path.of("")));
    private static Clone other = one;
    private static SortedMap<String, String> inbox = new TreeMap<>();
    private static Answer first = new Answer(-1, "", "");

    @BeforeAll
    static void run() throws IOException {
        one = spoilt("one");
        other = spoilt("a deeper folder/басқа клон");
        inbox = state(one.home().inbox());
        first = one.run("report", "--lang", "ru");
        for (Language language : List.of(Language.KK, Language.RU)) {
            PRINTED.put(language, printed("consolidated.pdf", language));
        }
    }

    private static Clone spoilt(String name) throws IOException {
        Clone clone = Clone.whole(folder.resolve(name));
        byte[] garbage = new byte[4096];
        new Random(20241231).nextBytes(garbage);
        Path inbox = clone.home().inbox();
        Files.write(inbox.resolve("mz/garbage.xlsx"), garbage);
        Files.createFile(inbox.resolve("mz/empty.xlsx"));
        Files.copy(inbox.resolve("aktobe/2024-Q4_aktobe.xlsx"), inbox.resolve(WRONG_AGENCY));
        Files.writeString(
                clone.home().incomingRegister(),
                """
                25-00901,2025-01-09T09:00:00+05:00,МЗ,mz/garbage.xlsx,
                25-00902,2025-01-09T09:01:00+05:00,МЗ,mz/empty.xlsx,
                25-00903,2025-01-09T09:02:00+05:00,Акмолинская область,akmola/2024-Q4_aktobe.xlsx,
                """,
                StandardOpenOption.APPEND);
        return clone;
    }

    /// Bytes and times.
    private static SortedMap<String, String> state(Path folder) throws IOException {
        SortedMap<String, String> state = Clone.hashes(folder);
        for (Map.Entry<String, String> file : state.entrySet()) {
            file.setValue(
                    file.getValue()
                            + " "
                            + Files.getLastModifiedTime(folder.resolve(file.getKey())));
        }
        return state;
    }

    private static Path document(String name, Language language) {
        return one.home().output().resolve("2024-Q4").resolve(language.tag()).resolve(name);
    }

    private static String printed(String name, Language language) throws IOException {
        try (var document = Loader.loadPDF(document(name, language).toFile())) {
            return words(new PDFTextStripper().getText(document));
        }
    }

    /// Words with one space between.
    private static String words(String text) {
        return text.replaceAll("[\\s\u00A0]+", " ").strip();
    }

    @Test
    void endsWellAndNamesEachBadFileWithItsReason() {
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out().replace('\u00A0', ' '))
                .contains("Отчёты за IV квартал 2024 года готовы: выпуск № 1, ")
                .contains("ДЕМОНСТРАЦИОННЫЕ ДАННЫЕ")
                .endsWith(
                        """
                        Не приняты 4 файла:
                          akmola/2024-Q4_aktobe.xlsx: Отклонён. Форма выдана другому органу и по ошибке лежит в папке «akmola».
                          mz/empty.xlsx: Отклонён. Файл пустой.
                          mz/garbage.xlsx: Отклонён. Файл не является книгой Excel.
                          pavlodar/2024-Q4_pavlodar.xlsx: Отклонён. Файл повреждён и не читается.
                        """);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        language | file                       | reason
        RU       | akmola/2024-Q4_aktobe.xlsx | Форма выдана другому органу и по ошибке лежит в папке «akmola».
        RU       | mz/empty.xlsx              | Файл пустой.
        RU       | mz/garbage.xlsx            | Файл не является книгой Excel.
        KK       | akmola/2024-Q4_aktobe.xlsx | Нысан басқа органға берілген, «akmola» қалтасына қате салынған.
        KK       | mz/empty.xlsx              | Файл бос.
        KK       | mz/garbage.xlsx            | Файл Excel кітабы емес.
        """)
    // spotless:on
    void printsEachBadFileWithItsReasonInTheReport(Language language, String file, String reason) {
        String report = PRINTED.getOrDefault(language, "");
        int named = report.indexOf(words(file));

        assertThat(named).isPositive();
        assertThat(report.substring(named, Math.min(report.length(), named + 300)))
                .contains(reason);
    }

    @Test
    void givesEachBadFileAReceipt() throws IOException {
        assertThat(receipt("mz", "20250109T0900-", "mz/garbage.xlsx"))
                .contains("Файл не является книгой Excel.", "Файл Excel кітабы емес.");
        assertThat(receipt("mz", "20250109T0901-", "mz/empty.xlsx"))
                .contains("Файл пустой.", "Файл бос.");
    }

    @Test
    void quotesNoValueOfAnotherAgencysForm() throws IOException {
        assertEquals(
                """
                ФАЙЛДЫҢ АЛЫНҒАНЫ ТУРАЛЫ ТҮБІРТЕК

                Орган: Ақмола облысының әкімдігі
                Файл: akmola/2024-Q4_aktobe.xlsx
                Алынған уақыты: 09.01.2025 09:02 (кіріс құжаттар журналы бойынша)
                Есепке алу журналындағы жазба: 9
                Нәтиже: Қабылданбады. Файлдан ештеңе қабылданған жоқ. Ескертулерді жойып, файлды қайта ұсыныңыз.
                Жолдар: қаралды – 106, оның ішінде қабылданды – 0, қабылданбады – 0, ескерілмеді – 106
                Күші бар мәлімет: қабылданған файл: akmola/otchet_4kv_2024.xlsx (кезеңі – 2024 жылғы IV тоқсан, алынғаны – 06.01.2025 17:02).

                Ескертулер: 1

                1. Қате. Нысан басқа органға берілген, «akmola» қалтасына қате салынған.
                   Орны: бүкіл файл
                   Күтіледі: «akmola» қалтасы тиесілі органға берілген нысан.

                Файлдың бақылау сомасы (SHA-256):
                SHA-256

                ------------------------------------------------------------------------

                КВИТАНЦИЯ О ПОЛУЧЕНИИ ФАЙЛА

                Орган: Акимат Акмолинской области
                Файл: akmola/2024-Q4_aktobe.xlsx
                Получено: 09.01.2025 09:02 (по журналу входящих документов)
                Запись в журнале учёта: 9
                Итог: Отклонён. Из файла ничего не принято. Устраните замечания и представьте файл снова.
                Строки: просмотрено – 106, из них принято – 0, отклонено – 0, пропущено – 106
                Действующие сведения: принятый файл: akmola/otchet_4kv_2024.xlsx (период – IV квартал 2024 года, получен 06.01.2025 17:02).

                Замечания: 1

                1. Ошибка. Форма выдана другому органу и по ошибке лежит в папке «akmola».
                   Место: весь файл
                   Ожидается: Форма, выданная органу, которому принадлежит папка «akmola».

                Контрольная сумма файла (SHA-256):
                SHA-256
                """
                        .replace(
                                "SHA-256\n",
                                Sha256.of(one.home().inbox().resolve(WRONG_AGENCY)) + "\n"),
                receipt("akmola", "20250109T0902-", WRONG_AGENCY));
    }

    private static String receipt(String agency, String received, String file) throws IOException {
        String sha256 = Sha256.of(one.home().inbox().resolve(file));
        return Files.readString(
                        one.home()
                                .receipts()
                                .resolve(agency)
                                .resolve(received + sha256.substring(0, 12))
                                .resolve("receipt.txt"))
                .replace('\u00A0', ' ');
    }

    @Test
    void leavesTheInboxAsItWas() throws IOException {
        assertThat(state(one.home().inbox())).isEqualTo(inbox);
    }

    @Test
    void makesNothingTwiceWhereNothingChanged() throws IOException, SQLException {
        SortedMap<String, String> output = Clone.hashes(one.home().output());
        String ledger = Files.readString(one.home().ledger());
        Map<String, Integer> rows = rows();

        Answer again = one.run("report", "--period", "2024-Q4", "--lang", "ru");

        assertThat(again.exit()).isZero();
        assertThat(again.out().replace('\u00A0', ' '))
                .startsWith(
                        "Отчёты за IV квартал 2024 года уже готовы, исходные данные не изменились:"
                                + " выпуск № 1, "
                                + pairs(manifest().at("/outputs")).size()
                                + " документ");
        assertThat(Clone.hashes(one.home().output())).isEqualTo(output);
        assertThat(Files.readString(one.home().ledger())).isEqualTo(ledger);
        assertThat(rows()).isEqualTo(rows);
        assertThat(rows)
                .containsEntry("file_outcome", 62)
                .containsEntry("submission", 58)
                .containsEntry("claim", manifest().at("/claims/accepted").asInt());
    }

    private static Map<String, Integer> rows() throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        String database = "jdbc:h2:file:" + one.home().inner().resolve("esep");
        try (Connection db = DriverManager.getConnection(database, "sa", "");
                Statement statement = db.createStatement()) {
            for (String table : List.of("file_outcome", "submission", "claim", "finding")) {
                try (ResultSet result = statement.executeQuery("select count(*) from " + table)) {
                    result.next();
                    rows.put(table, result.getInt(1));
                }
            }
        }
        return rows;
    }

    @Test
    void givesTheSameBytesInAnotherClone() throws IOException {
        assertThat(other.run().exit()).isZero();

        assertThat(Clone.hashes(other.home().output()))
                .isEqualTo(Clone.hashes(one.home().output()));
    }

    @ParameterizedTest
    @EnumSource(names = {"KK", "RU"})
    void printsEveryTitleOfThePlanWordForWord(Language language) {
        assertThat(
                        MinistryData.load(one.home()).redactions().getLast().measures().stream()
                                .map(measure -> words(measure.title().in(language)))
                                .filter(title ->
                                        !PRINTED.getOrDefault(language, "").contains(title)))
                .isEmpty();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        document        | sentence
        consolidated.pdf | приводящих к инвалидности: 2023 область Жетісу Просрочено Не исполнено: срок – 31 декабря 2023 года
        consolidated.pdf | информация в МТСЗН МЗ, МИО 2020 год не требуется Нет сведений 2020 См. приложение 1
        consolidated.pdf | 2024 – 60 % информация в МТСЗН МЗ, МИО 2021 год не требуется Не оценивается Срок мероприятия приходится на другой год; за этот год ожидается только значение индикатора. Достигнут: План – 60 %, факт – 60,3 %
        consolidated.pdf | общественный фонд «Қазақстан халқына» (по согласованию) 2022 – 2025 годы не требуется Исполнено: 17 На исполнении: 3 Просрочено Исполнили 16 из 20
        agencies/mp.pdf  | 26 Мониторинг расширения системы ресурсных центров инклюзивного образования
        """)
    // spotless:on
    void printsWhatTheRealPlanMakesHard(String document, String sentence) throws IOException {
        assertThat(printed(document, Language.RU)).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "RU, Мероприятия, 90, 0",
        "RU, Индикаторы, 8, 0",
        "RU, Представление сведений, 6, 100",
        "KK, Іс-шаралар, 90, 0",
        "KK, Индикаторлар, 8, 0",
        "KK, Мәлімет ұсыну, 6, 100"
    })
    void writesNumbersAsNumbersAndDatesAsDates(
            Language language, String name, int numbers, int dates) throws IOException {
        try (InputStream xlsx = Files.newInputStream(document("consolidated.xlsx", language));
                XSSFWorkbook workbook = new XSSFWorkbook(xlsx)) {
            Sheet sheet = workbook.getSheet(name);
            assertThat(sheet).as(name).isNotNull();
            int seenNumbers = 0;
            int seenDates = 0;
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING) {
                        assertThat(cell.getStringCellValue())
                                .as("%s", cell.getAddress())
                                .doesNotMatch(TYPED_NUMBER)
                                .doesNotMatch(TYPED_DATE);
                    } else if (cell.getCellType() == CellType.NUMERIC) {
                        boolean date = DateUtil.isCellDateFormatted(cell);
                        seenDates += date ? 1 : 0;
                        seenNumbers += date ? 0 : 1;
                    }
                }
            }
            assertThat(seenNumbers).isGreaterThanOrEqualTo(numbers);
            assertThat(seenDates).isGreaterThanOrEqualTo(dates);
        }
    }

    @Test
    void writesAWorkbookThatLibreOfficeReads() throws IOException, InterruptedException {
        Path out = Files.createDirectory(folder.resolve("csv"));
        // LibreOffice leaves a lock beside what it reads
        Path copy = folder.resolve("copy.xlsx");
        Files.copy(document("consolidated.xlsx", Language.KK), copy);
        Process office;
        try {
            office =
                    new ProcessBuilder(
                                    "soffice",
                                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                    "--headless",
                                    "--convert-to",
                                    "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,"
                                            + "false,false,-1",
                                    "--outdir",
                                    out.toString(),
                                    copy.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            assumeTrue(false, "LibreOffice is not installed");
            throw e;
        }
        assertThat(office.waitFor(2, TimeUnit.MINUTES)).isTrue();
        try (Stream<Path> sheets = Files.list(out)) {
            Path measures =
                    sheets.filter(sheet -> sheet.toString().endsWith("-Іс-шаралар.csv"))
                            .findFirst()
                            .orElseThrow();
            assertThat(Files.readString(measures, StandardCharsets.UTF_8))
                    .contains("\n90;Жұмысқа орналасу процесінде");
        }
    }

    @Test
    void accountsForEveryInputOutputAndRowInTheManifest() throws IOException {
        JsonNode manifest = manifest();
        Path issue = one.home().output().resolve("2024-Q4");

        assertThat(manifest.at("/version").asString()).isEqualTo(Version.current());
        assertThat(manifest.at("/redaction").asString()).isEqualTo("1142");
        assertThat(manifest.at("/asOf").asString()).isEqualTo("2025-01-27T05:12:00Z");
        assertThat(manifest.at("/demonstration").asBoolean()).isTrue();
        List<String> ledger = Files.readAllLines(one.home().ledger());
        assertThat(ledger.get(manifest.at("/ledgerHead/line").asInt() - 1))
                .contains("\"hash\":\"" + manifest.at("/ledgerHead/hash").asString() + "\"");

        SortedMap<String, String> outputs = Clone.hashes(issue);
        outputs.remove("manifest.json");
        assertThat(pairs(manifest.at("/outputs"))).isEqualTo(outputs);
        assertThat(first.out().replace('\u00A0', ' '))
                .contains("выпуск № 1, " + outputs.size() + " документ");
        SortedMap<String, String> inputs = new TreeMap<>();
        Clone.hashes(one.home().templates())
                .forEach((path, hash) -> inputs.put("templates/" + path, hash));
        Clone.hashes(one.home().plan())
                .forEach((path, hash) -> inputs.put("input/plan/" + path, hash));
        inputs.put("input/agencies.yaml", Sha256.of(one.home().agencies()));
        inputs.put("input/limits.yaml", Sha256.of(one.home().limits()));
        assertThat(pairs(manifest.at("/inputs"))).isEqualTo(inputs);

        SortedMap<String, String> files = new TreeMap<>();
        for (JsonNode file : manifest.at("/files")) {
            files.put(file.at("/path").asString(), file.at("/sha256").asString());
            assertThat(file.at("/rows/seen").asInt())
                    .isEqualTo(
                            file.at("/rows/accepted").asInt()
                                    + file.at("/rows/refused").asInt()
                                    + file.at("/rows/ignored").asInt());
        }
        assertThat(files).isEqualTo(Clone.hashes(one.home().inbox()));
        assertThat(manifest.at("/claims/accepted").asInt())
                .isPositive()
                .isEqualTo(
                        manifest.at("/claims/deciding").asInt()
                                + manifest.at("/claims/superseded").asInt()
                                + manifest.at("/claims/withoutObligation").asInt());
    }

    private static JsonNode manifest() throws IOException {
        return JsonMapper.shared()
                .readTree(
                        Files.readString(
                                one.home().output().resolve("2024-Q4/manifest.json"),
                                StandardCharsets.UTF_8));
    }

    private static SortedMap<String, String> pairs(JsonNode object) {
        SortedMap<String, String> pairs = new TreeMap<>();
        object.properties().forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asString()));
        return pairs;
    }
}
