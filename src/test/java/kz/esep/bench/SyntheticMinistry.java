package kz.esep.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormContent;
import kz.esep.intake.FormIdentity;
import kz.esep.intake.FormLayout;
import kz.esep.intake.FormRow;
import kz.esep.intake.Letter;
import kz.esep.intake.Received;
import kz.esep.intake.RowCounts;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Seals;
import kz.esep.intake.Submission;
import kz.esep.intake.xlsx.FormWriter;
import kz.esep.job.Desk;
import kz.esep.job.Forms;
import kz.esep.job.Home;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.ledger.Sha256;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Obligation;
import kz.esep.plan.Period;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// An invented ministry of any size: plan, register, the chancellery's journal, and an inbox full
/// of forms that Esep's own writer wrote and clerks filled in. The same measures give the same
/// bytes.
///
/// A few forms of each period are made in full, for a body called [#TOKEN]; the others are these
/// with another body's number, name and seal, which takes a hundredth of the time. The number
/// stands in the texts as well: no two bodies write the same, as in life.
///
/// @param agencies who submit, each in every period; the first 20 of them are regions, the others
///   are what a platform down to the districts has beside them
/// @param quarters up to 2024-Q4
/// @param rows measures of the plan, each of which is every agency's each year
/// @param letters length of a progress text
record SyntheticMinistry(int agencies, int quarters, int rows, int letters) {

    static final Period LAST = Period.parse("2024-Q4").orElseThrow();
    private static final String PLAN = "synthetic-2025";

    /// The number of the body whose forms are made in full; nothing else in a workbook reads so.
    private static final String TOKEN = "70707";

    private static final int VARIANTS = 4;
    private static final int REGIONS = 20;
    private static final int SECTIONS = 4;
    private static final ZoneOffset ALMATY = ZoneOffset.ofHours(5);
    private static final Set<String> NAMING =
            Set.of("xl/sharedStrings.xml", "docProps/custom.xml", "docProps/core.xml");

    private static final List<String> KK =
            List.of(
                    "шара",
                    "орындалды,",
                    "мониторинг",
                    "жүргізілді,",
                    "аудан",
                    "тұрғындары",
                    "үшін");
    private static final List<String> RU =
            List.of(
                    "работа",
                    "проведена,",
                    "мониторинг",
                    "выполнен,",
                    "жители",
                    "района",
                    "в срок");

    int files() {
        return agencies * quarters;
    }

    /// Obligations that the last period's report speaks of.
    int obligations() {
        return agencies * rows * (LAST.year() - first().year() + 1);
    }

    private Period first() {
        Period period = LAST;
        for (int i = 1; i < quarters; i++) {
            period = period.previous();
        }
        return period;
    }

    /// @param project whose templates and limits are used
    /// @param root an empty folder
    Home in(Path root, Home project) throws IOException {
        Home home =
                data(
                        root,
                        project,
                        IntStream.range(0, agencies).mapToObj(SyntheticMinistry::number).toList());
        Home one = data(root.resolve("one"), project, List.of(TOKEN));
        try (Writer journal = Files.newBufferedWriter(home.incomingRegister())) {
            journal.write("incoming_number,received_at,sender,path,sha256\n");
            int line = 0;
            Period period = first();
            for (int quarter = 0; quarter < quarters; quarter++) {
                List<Form> forms = forms(one, period);
                for (int agency = 0; agency < agencies; agency++) {
                    String path = path(period, agency);
                    write(forms.get(agency % VARIANTS), agency, home.inbox().resolve(path));
                    journal.write(
                            "%d,%s,,%s,%n"
                                    .formatted(++line, received(period, agency), path)
                                    .replace("\r", ""));
                }
                period = Period.of(period.lastDay().plusDays(1), period.cadence());
            }
        }
        return home;
    }

    /// Plan and register alone, and an inbox without files.
    Home withoutFiles(Path root, Home project) throws IOException {
        return data(
                root,
                project,
                IntStream.range(0, agencies).mapToObj(SyntheticMinistry::number).toList());
    }

    /// What the files would become, one by one in the order of their receipt, made without them: as
    /// many claims, of the same obligations, with texts as long.
    Stream<FileOutcome> outcomes() {
        Period first = first();
        return Stream.iterate(
                        first,
                        period -> !period.lastDay().isAfter(LAST.lastDay()),
                        period -> Period.of(period.lastDay().plusDays(1), period.cadence()))
                .flatMap(period ->
                        IntStream.range(0, agencies).mapToObj(agency -> outcome(period, agency)));
    }

    private FileOutcome outcome(Period period, int agency) {
        Period first = first();
        int before = (period.year() - first.year()) * 4 + period.number() - first.number();
        Received received =
                new Received(
                        1L + (long) before * agencies + agency,
                        path(period, agency),
                        "b-" + number(agency),
                        Sha256.of(path(period, agency)),
                        20_000,
                        OffsetDateTime.parse(received(period, agency)).toInstant(),
                        Received.Source.INCOMING_REGISTER,
                        Integer.toString(before * agencies + agency));
        List<Claim> claims = new ArrayList<>();
        Random random = new Random(seed(period, agency));
        for (int measure = 1; measure <= rows; measure++) {
            for (int year = first.year(); year <= period.year(); year++) {
                int row = 12 + claims.size();
                claim(period, agency, measure, year, row, random).ifPresent(claims::add);
            }
        }
        RowCounts counts = new RowCounts(claims.size(), claims.size(), 0, 0);
        return new FileOutcome(
                received,
                FileOutcome.Verdict.ACCEPTED,
                Optional.of(
                        new Submission(
                                PLAN,
                                "1",
                                period,
                                received.folder(),
                                "1",
                                SealVerdict.DEMONSTRATION,
                                new Letter("", Optional.empty(), "", ""),
                                claims,
                                counts)),
                counts,
                List.of());
    }

    /// As [#fill] does.
    private Optional<Claim> claim(
            Period period, int agency, int measure, int year, int row, Random random) {
        int chance = random.nextInt(100);
        boolean done = period.endsTheYear() ? chance < 88 : chance < 10;
        if (chance >= 97 || (year < period.year() && !done)) {
            return Optional.empty();
        }
        Optional<LocalDate> day =
                done
                        ? Optional.of(period.lastDay().minusDays(1L + random.nextInt(27)))
                        : Optional.empty();
        return Optional.of(
                new Claim(
                        new Obligation.Key(measure, year, "b-" + number(agency)),
                        Optional.of(done ? ClaimedStatus.DONE : ClaimedStatus.IN_PROGRESS),
                        day,
                        done
                                ? new Claim.Evidence(
                                        Optional.of(CompletionForm.Kind.INFORMATION),
                                        "12-" + (1000 + random.nextInt(9000)),
                                        day)
                                : Claim.Evidence.NONE,
                        measure % 3 == 1
                                ? new Claim.Actual(
                                        Optional.empty(),
                                        Optional.of(BigDecimal.valueOf(700 + random.nextInt(300))),
                                        Optional.of(BigDecimal.valueOf(1000)))
                                : Claim.Actual.NONE,
                        Optional.empty(),
                        progress(KK, random),
                        progress(RU, random),
                        !done && period.endsTheYear() ? progress(RU, random) : "",
                        Optional.empty(),
                        "",
                        new Place(path(period, agency), "Есеп", "I" + row)));
    }

    /// One more file, received after all others: the first agency corrects its last answers.
    void late(Home home, int time) throws IOException {
        Home one = new Home(home.root().resolve("one"));
        Form corrected = form(one, LAST, VARIANTS + time);
        write(
                corrected,
                0,
                home.inbox().resolve("b-" + number(0) + "/" + LAST + "-late-" + time + ".xlsx"));
    }

    private static String path(Period period, int agency) {
        return "b-" + number(agency) + "/" + period + ".xlsx";
    }

    private static String number(int agency) {
        return "%05d".formatted(agency);
    }

    /// Most in time, one in 17 late.
    private static String received(Period period, int agency) {
        Random random = new Random(seed(period, agency));
        int days = agency % 17 == 16 ? 12 + random.nextInt(9) : 1 + random.nextInt(9);
        LocalDateTime at =
                period.lastDay().plusDays(days).atTime(9 + random.nextInt(8), random.nextInt(60));
        return at.atOffset(ALMATY).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static long seed(Period period, int which) {
        return (period.year() * 4L + period.number()) * 1_000_003L + which;
    }

    private Home data(Path root, Home project, List<String> numbers) throws IOException {
        Home home = new Home(root);
        equip(home, project);
        Files.createDirectories(home.plan());
        Files.createDirectories(home.inbox());
        Files.writeString(home.plan().resolve(PLAN + ".r1.yaml"), plan());
        Files.writeString(home.agencies(), register(numbers));
        return home;
    }

    /// Gives a home the templates and limits of another, of which it may have older ones.
    static void equip(Home home, Home project) throws IOException {
        copy(project.templates(), home.templates());
        copy(project.limits(), home.limits());
    }

    private static String register(List<String> numbers) {
        StringBuilder yaml =
                new StringBuilder(
                        """
                        ministry: ministry
                        agencies:
                          - {id: ministry, kind: ministry, code: {kk: СМ, ru: СМ}, name: {kk: Синтетикалық министрлік, ru: Синтетическое министерство}, short-name: {kk: Синтетикалық министрлік, ru: Синтетическое министерство}}
                          - {id: bodies, kind: group, code: {kk: БО, ru: ВО}, name: {kk: Барлық органдар, ru: Все органы}, short-name: {kk: Барлық органдар, ru: Все органы}}
                        """);
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i);
            boolean region = i < REGIONS;
            yaml.append(
                    "  - {id: b-%1$s, kind: %2$s, group: bodies, %3$scode: {kk: О-%1$s, ru: О-%1$s}, name: {kk: № %1$s синтетикалық орган, ru: Синтетический орган № %1$s}, short-name: {kk: № %1$s орган, ru: Орган № %1$s}}\n"
                            .formatted(
                                    number,
                                    region ? "region" : "fund",
                                    region ? "kato: \"%02d\", ".formatted(i + 1) : ""));
        }
        return yaml.toString();
    }

    private String plan() {
        StringBuilder yaml =
                new StringBuilder(
                        """
                        plan: %s
                        redaction: "1"
                        title: {kk: Синтетикалық жоспар, ru: Синтетический план}
                        act:
                          kind: order
                          number: "1"
                          date: 2009-12-20
                          name: {kk: Синтетикалық жоспарды бекіту туралы, ru: Об утверждении синтетического плана}
                        in-force:
                          kk: {from: 2010-01-01}
                          ru: {from: 2010-01-01}
                        years: {from: 2010, to: 2025}
                        control-from: %d-01-01
                        cadence: quarter
                        reporting:
                          working-days: as-written
                          day-that-counts: receipt
                          cycles:
                            - id: quarter
                              cadence: quarter
                              agencies: {days-after-end: 10}
                              basis: {kk: № 1 бұйрық, ru: Приказ № 1}
                        titles:
                          - id: consolidated
                            recipient: {kk: Синтетикалық кеңес, ru: Синтетический совет}
                            title: {kk: Жоспардың орындалуы туралы жиынтық есеп, ru: Сводный отчёт об исполнении плана}
                          - id: agency
                            recipient: {kk: Жауапты орындаушы, ru: Ответственный исполнитель}
                            title: {kk: Жоспардың орындалу барысы туралы мәлімет, ru: Сведения о ходе исполнения плана}
                        sections:
                        """
                                .formatted(PLAN, first().year()));
        for (int i = 1; i <= SECTIONS; i++) {
            yaml.append(
                    "  - {number: %1$d, marker: \"%1$d.\", title: {kk: %1$d-бөлім, ru: Раздел %1$d}}\n"
                            .formatted(i));
        }
        yaml.append("measures:\n");
        for (int i = 1; i <= rows; i++) {
            yaml.append(
                    """
                      - number: %1$d
                        section: %2$d
                        title: {kk: "%1$d-іс-шара: қызметтердің қолжетімділігін кеңейту жөніндегі жұмысты ұйымдастыру", ru: "Мероприятие %1$d: организация работы по расширению доступности услуг"}
                        completion-form: {kind: information, kk: Ақпарат, ru: информация}
                        executors:
                          - {agency: bodies, role: lead, as-printed: {kk: БО, ru: ВО}}
                        executors-text: {kk: БО, ru: ВО}
                        deadline: {every-year: true, kk: жыл сайын, ru: ежегодно}
                        cost: {kind: not-required, kk: талап етілмейді, ru: не требуется}
                    """
                            .formatted(i, 1 + (i - 1) * SECTIONS / rows));
            if (i % 3 == 1) {
                yaml.append(
                        """
                            indicator:
                              kk: "қамту үлесі: 2024 жыл – 80 %"
                              ru: "доля охвата: 2024 год – 80 %"
                              label: {kk: қамту үлесі, ru: доля охвата}
                              unit: percent
                              direction: at-least
                              accumulation: yearly
                              targets: {2024: 80}
                        """);
            }
        }
        return yaml.toString();
    }

    /// A filled-in form of the body [#TOKEN].
    // never compared: its bytes are only copied
    @SuppressWarnings("ArrayRecordComponent")
    private record Form(byte[] bytes, FormIdentity identity) {}

    private List<Form> forms(Home one, Period period) throws IOException {
        List<Form> forms = new ArrayList<>();
        for (int variant = 0; variant < VARIANTS; variant++) {
            forms.add(form(one, period, variant));
        }
        return forms;
    }

    private Form form(Home one, Period period, int variant) throws IOException {
        Speech kk = Speech.of(one.messages(), Language.KK);
        Speech ru = Speech.of(one.messages(), Language.RU);
        FormContent content =
                Forms.of(Desk.open(one), "").contents(period).stream()
                        .filter(each -> each.agency().id().endsWith(TOKEN))
                        .findFirst()
                        .orElseThrow();
        ByteArrayOutputStream blank = new ByteArrayOutputStream();
        new FormWriter(kk, ru, Seals.demonstration()).write(content, blank);
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(blank.toByteArray()))) {
            XSSFSheet sheet = workbook.getSheet(FormLayout.FORM_SHEET);
            String header = FormColumn.MEASURE.header(kk) + "\n" + FormColumn.MEASURE.header(ru);
            int first = 1 + row(sheet, header);
            Random random = new Random(seed(period, variant));
            List<FormRow> rows = content.rows();
            for (int i = 0; i < rows.size(); i++) {
                fill(sheet.getRow(first + i), rows.get(i), period, random, kk, ru);
            }
            workbook.write(filled);
        }
        return new Form(filled.toByteArray(), Seals.demonstration().seal(FormIdentity.of(content)));
    }

    private static int row(XSSFSheet sheet, String text) {
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            XSSFRow row = sheet.getRow(i);
            if (row != null && row.getCell(0) != null && row.getCell(0).toString().equals(text)) {
                return i;
            }
        }
        throw new IllegalStateException("The form has no row " + text);
    }

    private void fill(
            XSSFRow row, FormRow line, Period period, Random random, Speech kk, Speech ru) {
        int chance = random.nextInt(100);
        boolean done = period.endsTheYear() ? chance < 88 : chance < 10;
        if (chance >= 97 || (line.obligation().year() < period.year() && !done)) {
            return;
        }
        text(
                row,
                FormColumn.STATUS,
                word(done ? ClaimedStatus.DONE : ClaimedStatus.IN_PROGRESS, kk, ru));
        if (done) {
            LocalDate day = period.lastDay().minusDays(1L + random.nextInt(27));
            row.getCell(FormLayout.position(FormColumn.COMPLETED_ON)).setCellValue(day);
            text(
                    row,
                    FormColumn.EVIDENCE_KIND,
                    FormLayout.both(
                            FormLayout.word(CompletionForm.Kind.INFORMATION, kk),
                            FormLayout.word(CompletionForm.Kind.INFORMATION, ru)));
            text(row, FormColumn.EVIDENCE_NUMBER, "12-" + (1000 + random.nextInt(9000)));
            row.getCell(FormLayout.position(FormColumn.EVIDENCE_DATE)).setCellValue(day);
        }
        if (line.measure().indicator().isPresent()) {
            row.getCell(FormLayout.position(FormColumn.NUMERATOR))
                    .setCellValue(700 + random.nextInt(300));
            row.getCell(FormLayout.position(FormColumn.DENOMINATOR)).setCellValue(1000);
        }
        text(row, FormColumn.PROGRESS_KK, progress(KK, random));
        text(row, FormColumn.PROGRESS_RU, progress(RU, random));
        if (!done && period.endsTheYear()) {
            text(row, FormColumn.REASON, progress(RU, random));
        }
    }

    private static String word(ClaimedStatus status, Speech kk, Speech ru) {
        return FormLayout.both(FormLayout.word(status, kk), FormLayout.word(status, ru));
    }

    private String progress(List<String> words, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < letters) {
            text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        return text.append(random.nextInt(1000)).append(" № " + TOKEN).toString();
    }

    private static void text(XSSFRow row, FormColumn column, String text) {
        row.getCell(FormLayout.position(column)).setCellValue(text);
    }

    /// The same parts with another body's number, name and seal.
    private static void write(Form form, int agency, Path file) throws IOException {
        FormIdentity old = form.identity();
        FormIdentity own =
                Seals.demonstration()
                        .seal(
                                new FormIdentity(
                                        old.formVersion(),
                                        old.plan(),
                                        old.redaction(),
                                        old.period(),
                                        "b-" + number(agency),
                                        old.ledgerHead(),
                                        "",
                                        ""));
        Files.createDirectories(file.getParent());
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(form.bytes()));
                OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(LocalDateTime.of(2025, 1, 1, 0, 0));
                out.putNextEntry(copy);
                if (NAMING.contains(part.getName())) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    out.write(
                            text.replace(old.seal(), own.seal())
                                    .replace(TOKEN, number(agency))
                                    .getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> below = Files.walk(from)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
