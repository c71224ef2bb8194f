package kz.esep.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.Folders;
import kz.esep.agency.Register;
import kz.esep.intake.FormContent;
import kz.esep.job.Desk;
import kz.esep.job.Forms;
import kz.esep.job.Home;
import kz.esep.job.MinistryData;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.ledger.Sha256;
import kz.esep.plan.Period;

/// Makes the demonstration's submissions: `input/inbox` and `input/incoming-register.csv`.
///
/// It issues a period's forms just as `esep forms` does, fills them in by the tables in
/// `src/test/resources/demo`, sends them in, and goes on to the next period, whose forms then carry
/// the last answers. The same tables give the same bytes.
///
/// One file is saved by LibreOffice. Another LibreOffice would write other bytes; so the file that is
/// already in the project's inbox is kept. To make it anew, delete it first.
///
/// To run it after a change of plan, register, tables or form:
///
///     mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
///         -Dexec.args="-cp %classpath kz.esep.demo.DemonstrationData ."
final class DemonstrationData {

    private static final ZoneOffset ALMATY = ZoneOffset.ofHours(5);
    private static final int PAPERS_A_DAY = 17;

    private final Home project;
    private final Home desk;
    private final Map<String, Clerk> clerks = Clerk.all();
    private final List<Letter> letters = Letter.all();
    private final List<Letter> sent = new ArrayList<>();
    private final Register register;
    private final FilledForm form;

    /// @param project whose plan, register, templates and LibreOffice file are used
    /// @param scratch an empty folder to work in
    private DemonstrationData(Home project, Home scratch) throws IOException {
        this.project = project;
        this.desk = scratch;
        Folders.copy(project.plan(), scratch.plan());
        Folders.copy(project.agencies(), scratch.agencies());
        Folders.copy(project.templates(), scratch.templates());
        MinistryData data = MinistryData.load(scratch);
        this.register = data.register();
        WorkingDays workingDays = new WorkingDays(data.calendar());
        this.form =
                new FilledForm(
                        Speech.of(scratch.messages(), Language.KK),
                        Speech.of(scratch.messages(), Language.RU),
                        new Answers(workingDays),
                        workingDays);
    }

    /// @param arguments the project's folder
    public static void main(String... arguments) throws IOException, InterruptedException {
        Home project = new Home(Path.of(arguments[0]));
        Path scratch = Files.createTempDirectory("esep-demo");
        make(project, project, new Home(scratch));
        delete(scratch);
    }

    /// @param goal whose inbox and journal are replaced
    static void make(Home project, Home goal, Home scratch)
            throws IOException, InterruptedException {
        DemonstrationData data = new DemonstrationData(project, scratch);
        for (Period period :
                data.letters.stream().map(Letter::period).distinct().sorted().toList()) {
            data.send(period);
        }
        delete(goal.inbox());
        Folders.copy(scratch.inbox(), goal.inbox());
        Folders.copy(scratch.incomingRegister(), goal.incomingRegister());
    }

    private void send(Period period) throws IOException, InterruptedException {
        Path issued = desk.root().resolve("forms");
        Forms forms = Forms.of(Desk.open(desk), "");
        Map<String, FormContent> contents =
                forms.contents(period).stream()
                        .collect(
                                Collectors.toMap(
                                        content -> content.agency().id(), content -> content));
        forms.write(period, Set.of(), issued);
        for (Letter letter : letters) {
            if (letter.period().equals(period)) {
                byte[] blank =
                        Files.readAllBytes(
                                issued.resolve(period + "_" + letter.agency() + ".xlsx"));
                byte[] filled =
                        form.fill(
                                blank,
                                get(contents, letter.agency()),
                                letter,
                                get(clerks, letter.agency()));
                put(letter, saved(letter, filled));
            }
        }
        Files.writeString(desk.incomingRegister(), journal());
    }

    private static <V> V get(Map<String, V> byAgency, String agency) {
        V value = byAgency.get(agency);
        if (value == null) {
            throw new IllegalStateException("Nothing is known for " + agency);
        }
        return value;
    }

    private void put(Letter letter, byte[] bytes) throws IOException {
        Path file = desk.inbox().resolve(letter.path());
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        sent.add(letter);
    }

    private byte[] saved(Letter letter, byte[] filled) throws IOException, InterruptedException {
        return switch (letter.savedBy()) {
            case EXCEL -> filled;
            case BROKEN -> Arrays.copyOf(filled, filled.length * 3 / 5);
            case LIBREOFFICE -> {
                Path kept = project.inbox().resolve(letter.path());
                yield Files.exists(kept) ? Files.readAllBytes(kept) : byLibreOffice(filled);
            }
        };
    }

    private byte[] byLibreOffice(byte[] filled) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(desk.root().resolve("libreoffice"));
        Path file = Files.write(folder.resolve("form.xlsx"), filled);
        Process office =
                new ProcessBuilder(
                                "soffice",
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "xlsx:Calc MS Excel 2007 XML",
                                "--outdir",
                                folder.resolve("saved").toString(),
                                file.toString())
                        .inheritIO()
                        .start();
        int exit = office.waitFor();
        if (exit != 0) {
            throw new IllegalStateException("soffice ended with " + exit);
        }
        return Files.readAllBytes(folder.resolve("saved").resolve("form.xlsx"));
    }

    /// The chancellery numbers all its papers, of which these are some.
    private String journal() throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeComment(
                    " Demonstration data: the chancellery's journal. A file that it does not name"
                            + " counts from when Esep first saw it.");
            csv.writeRecord("incoming_number", "received_at", "sender", "path", "sha256");
            int year = 0;
            int number = 0;
            for (Letter letter : sent) {
                if (letter.received().getYear() > year) {
                    year = letter.received().getYear();
                    number = letter.received().getDayOfYear() * PAPERS_A_DAY;
                }
                number += 3 + Chance.below(PAPERS_A_DAY, "incoming", letter.path());
                csv.writeRecord(
                        year % 100 + "-" + "%05d".formatted(number),
                        letter.received()
                                .atOffset(ALMATY)
                                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                        register.get(letter.agency()).shortName().kk(),
                        letter.path(),
                        Sha256.of(desk.inbox().resolve(letter.path())));
            }
        }
        return text.toString();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
