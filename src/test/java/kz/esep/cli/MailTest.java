package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.esep.Golden;
import kz.esep.cli.Clone.Answer;
import kz.esep.intake.RowCounts;
import kz.esep.plan.Period;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `esep mail` against a real mail server, over good lines and bad ones.
class MailTest {

    private static final Period Q4 = Period.quarter(2024, 4);
    private static final String[] REPORTS = {
        "mail", "--period", "2024-Q4", "--kind", "reports", "--lang", "en"
    };

    @TempDir Path folder = Path.of("");
    private Clone clone = new Clone(new kz.esep.job.Home(Path.of("")));
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void publish() throws IOException {
        server.start();
        clone = Clone.bare(folder.resolve("home"));
        issue(1);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void saysWhoWouldGetWhatAndWhatCameOfIt(String language) throws Exception {
        StringBuilder transcript = new StringBuilder();
        String[] all = {"mail", "--period", "2024-Q4", "--kind", "reports", "--kind", "reminders"};
        int refusing;
        try (BadLine line = line(BadLine.Fault.REFUSES_THE_RECEIVER, "demo+mp@example.invalid")) {
            refusing = line.port();
            for (String[] words :
                    List.of(
                            with(all, "--dry-run"),
                            all,
                            all,
                            with(all, "--dry-run", "--agency", "mz"),
                            with(all, "--again", "0123456789abcdef"),
                            new String[] {"mail", "--period", "2023-Q4", "--kind", "reports"},
                            new String[] {"mail", "--period", "2024-Q4", "--kind", "letters"})) {
                transcript
                        .append("$ esep ")
                        .append(String.join(" ", words))
                        .append('\n')
                        .append(said(run(refusing, with(words, "--lang", language))));
            }
            transcript
                    .append("$ no server\n")
                    .append(said(clone.run(with(all, "--lang", language))));
        }
        transcript
                .append("$ no such server\n")
                .append(said(run(refusing, with(all, "--lang", language))));

        Golden.assertSame("mail_" + language + ".txt", transcript.toString());
    }

    @Test
    void bringsEachAgencyItsOwnDocumentsInBothLanguages() throws Exception {
        Answer answer =
                run(
                        server.getSmtp().getPort(),
                        "mail",
                        "--period",
                        "2024-Q4",
                        "--kind",
                        "reports",
                        "--kind",
                        "reminders");

        assertThat(answer.exit()).isZero();
        assertThat(Stream.of(server.getReceivedMessages()).map(MailTest::whole))
                .containsExactlyInAnyOrder(
                        "demo+mz@example.invalid: 2024-Q4_mz_report_kk.pdf=kk agencies mz pdf"
                                + " 2024-Q4_mz_report_kk.xlsx=kk agencies mz xlsx"
                                + " 2024-Q4_mz_report_ru.pdf=ru agencies mz pdf",
                        "demo+mp@example.invalid: 2024-Q4_mp_report_kk.pdf=kk agencies mp pdf",
                        "demo+mp@example.invalid: 2024-Q4_mp_reminder_kk.pdf=kk reminders mp pdf"
                                + " 2024-Q4_mp_reminder_ru.pdf=ru reminders mp pdf");
        MimeMessage report =
                Stream.of(server.getReceivedMessages())
                        .filter(message -> whole(message).contains("mz_report"))
                        .findFirst()
                        .orElseThrow();
        Golden.assertSame(
                "mail_message.txt",
                "From: %s\nSubject: %s\nMessage-ID: %s\nAuto-Submitted: %s\n%s"
                        .formatted(
                                report.getFrom()[0],
                                report.getSubject(),
                                report.getMessageID(),
                                report.getHeader("Auto-Submitted", null),
                                structure(report, "")));
    }

    @Test
    void sendsNothingTwiceAndACorrectedIssueAnew() throws Exception {
        int port = server.getSmtp().getPort();
        Answer first = run(port, REPORTS);
        Answer second = run(port, REPORTS);
        List<String> ids = messageIds();
        issue(2);
        Answer third = run(port, REPORTS);

        assertThat(first.out()).endsWith(summary(2, 0, 0, 0));
        assertThat(second.out()).endsWith(summary(0, 2, 0, 0));
        assertThat(ids).hasSize(2);
        assertThat(third.out()).endsWith(summary(2, 0, 0, 0));
        assertThat(messageIds()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void sendsAgainWhatTheServerRefusedWhenItNoLongerDoes() throws Exception {
        Answer refused;
        try (BadLine line = line(BadLine.Fault.REFUSES_THE_RECEIVER, "demo+mz@example.invalid")) {
            refused = run(line.port(), REPORTS);
        }
        Answer later = run(server.getSmtp().getPort(), REPORTS);

        assertThat(refused.exit()).isEqualTo(76);
        assertThat(refused.out()).endsWith(summary(1, 0, 1, 0));
        assertThat(later.exit()).isZero();
        assertThat(later.out()).endsWith(summary(1, 1, 0, 0));
        assertThat(receivers())
                .containsExactly("demo+mp@example.invalid", "demo+mz@example.invalid");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(
            value = BadLine.Fault.class,
            names = {"ENDS_IN_DATA", "LOSES_THE_ANSWER"})
    void showsWhatIsInDoubtAndRepeatsItOnlyWhenTheOperatorSaysSo(BadLine.Fault fault)
            throws Exception {
        int port = server.getSmtp().getPort();
        Answer lost;
        try (BadLine line = line(fault, "demo+mz@example.invalid")) {
            lost = run(line.port(), REPORTS);
        }
        int arrived = receivers().size();
        Answer later = run(port, REPORTS);
        String id = later.out().replaceAll("(?s).*in doubt: mz .*?letter ([0-9a-f]{16}).*", "$1");
        Answer again = run(port, with(REPORTS, "--again", id));
        Answer last = run(port, REPORTS);

        assertThat(lost.exit()).isEqualTo(76);
        assertThat(lost.out()).endsWith(summary(1, 0, 0, 1));
        // the other letter went over a new connection
        assertThat(arrived).isEqualTo(fault == BadLine.Fault.LOSES_THE_ANSWER ? 2 : 1);
        assertThat(later.exit()).isEqualTo(76);
        assertThat(later.out()).endsWith(summary(0, 1, 0, 1));
        assertThat(later.err())
                .isEqualTo(
                        "Letters in doubt: 1. Ask the receiver; if one did not arrive, send it"
                                + " again: esep mail --period 2024-Q4 --again NUMBER. If it did, say"
                                + " so: --arrived NUMBER.\n");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).endsWith(summary(1, 0, 0, 0));
        assertThat(last.out()).endsWith(summary(0, 2, 0, 0));
        assertThat(receivers()).hasSize(arrived + 1);
    }

    @Test
    void aLetterWhoseSendingWasKilledIsInDoubt() throws Exception {
        try (BadLine line = line(BadLine.Fault.NEVER_ANSWERS, "demo+mz@example.invalid")) {
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Esep.class.getName()));
            command.addAll(List.of(REPORTS));
            command.addAll(List.of("--home", clone.home().root().toString()));
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("said").toFile());
            builder.environment().putAll(environment(line.port()));
            Process process = builder.start();
            boolean delivered = line.awaitDelivery();
            Answer beside = run(server.getSmtp().getPort(), REPORTS);
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(delivered).as(Files.readString(folder.resolve("said"))).isTrue();
            assertThat(beside.exit()).isEqualTo(75);
            assertThat(beside.err())
                    .contains("process " + process.pid() + " on ", ", since ")
                    .doesNotContain("in doubt");
        }

        Answer later = run(server.getSmtp().getPort(), REPORTS);
        String id = later.out().replaceAll("(?s).*in doubt: mz .*?letter ([0-9a-f]{16}).*", "$1");
        Answer confirmed = clone.run(with(REPORTS, "--arrived", id));
        Answer last = run(server.getSmtp().getPort(), REPORTS);

        assertThat(later.exit()).isEqualTo(76);
        assertThat(later.out()).contains("in doubt: mz").endsWith(summary(1, 0, 0, 1));
        assertThat(confirmed.out()).endsWith(summary(0, 1, 0, 0));
        assertThat(last.exit()).isZero();
        assertThat(last.out()).endsWith(summary(0, 2, 0, 0));
        assertThat(receivers())
                .containsExactlyInAnyOrder("demo+mz@example.invalid", "demo+mp@example.invalid");
    }

    /// Processes of their own, with nothing between them but the lock.
    @Test
    void sendsEachLetterOnceWhereTwoAreStartedTogether() throws Exception {
        Program program = Program.in(folder.resolve("program"));
        Map<String, String> environment = environment(server.getSmtp().getPort());
        List<Program.Life> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(
                    program.start(
                            clone.home(),
                            environment,
                            _ -> {},
                            "mail",
                            "--period",
                            "2024-Q4",
                            "--kind",
                            "reports"));
        }

        List<Integer> ends = List.of(both.get(0).end(), both.get(1).end());

        // the second may have begun when the first had ended: then it finds everything sent
        assertThat(ends).as(both.get(0).said() + both.get(1).said()).contains(0).isSubsetOf(0, 75);
        assertThat(receivers())
                .containsExactly("demo+mp@example.invalid", "demo+mz@example.invalid");
        assertThat(run(server.getSmtp().getPort(), REPORTS).out()).endsWith(summary(0, 2, 0, 0));
    }

    @Test
    void saysNothingInTheOpenWhereProtectionWasAskedFor() throws Exception {
        Map<String, String> environment = environment(server.getSmtp().getPort());
        environment.put("ESEP_MAIL_SECURITY", "starttls");

        Answer answer = clone.run(environment, REPORTS);

        assertThat(answer.exit()).isEqualTo(76);
        assertThat(answer.err())
                .startsWith("The mail server cannot be reached: STARTTLS is required")
                .contains("Letters not sent: 2.");
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(clone.home().mailJournal()).doesNotExist();
    }

    /// The names and the password go over the line when it is protected, and not before.
    @Test
    void beginsInTheOpenAndSpeaksProtected() throws Exception {
        Path keys = folder.resolve("server.p12");
        Path authority = certify(keys);
        server.setUser("esep", "esep", "s3cret");
        try (StartTls line = new StartTls(server.getSmtp().getPort(), keys, "changeit")) {
            Map<String, String> environment = environment(line.port());
            environment.put("ESEP_MAIL_SECURITY", "starttls");
            environment.put("ESEP_MAIL_USER", "esep");
            environment.put("ESEP_MAIL_PASSWORD", "s3cret");
            Answer stranger = clone.run(environment, REPORTS);
            List<String> toAStranger = line.heard();
            environment.put("ESEP_MAIL_AUTHORITY", authority.toString());
            Answer known = clone.run(environment, REPORTS);

            assertThat(stranger.exit()).isEqualTo(76);
            assertThat(stranger.err()).startsWith("The mail server cannot be reached: ");
            assertThat(toAStranger)
                    .containsExactly("in the open: EHLO example.kz", "in the open: STARTTLS");
            assertThat(known.exit()).as(known.err()).isZero();
            assertThat(known.out()).endsWith(summary(2, 0, 0, 0));
            assertThat(line.heard().subList(2, line.heard().size()))
                    .startsWith(
                            "in the open: EHLO example.kz",
                            "in the open: STARTTLS",
                            "protected: EHLO example.kz")
                    .anyMatch(said -> said.startsWith("protected: AUTH "))
                    .contains("protected: RCPT TO:<demo+mz@example.invalid>");
        }
        assertThat(receivers())
                .containsExactly("demo+mp@example.invalid", "demo+mz@example.invalid");
    }

    /// @return the certificate that a server's own is held against
    private Path certify(Path keys) throws IOException, InterruptedException {
        Path authority = folder.resolve("ca.pem");
        keytool(
                "-genkeypair",
                keys,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keyalg",
                "EC",
                "-validity",
                "3650",
                "-alias",
                "server");
        keytool("-exportcert", keys, "-rfc", "-alias", "server", "-file", authority.toString());
        return authority;
    }

    @Test
    void trustsTheMinistrysOwnAuthorityAndNoOther() throws Exception {
        Path keys = folder.resolve("server.p12");
        Path authority = certify(keys);
        System.setProperty("greenmail.tls.keystore.file", keys.toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        GreenMail secure =
                new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
        secure.setUser("esep", "esep", "s3cret");
        secure.start();
        try {
            Map<String, String> environment = environment(secure.getSmtps().getPort());
            environment.put("ESEP_MAIL_SECURITY", "tls");
            environment.put("ESEP_MAIL_USER", "esep");
            environment.put("ESEP_MAIL_PASSWORD", "s3cret");
            Answer stranger = clone.run(environment, REPORTS);
            environment.put("ESEP_MAIL_AUTHORITY", authority.toString());
            Answer known = clone.run(environment, REPORTS);

            assertThat(stranger.exit()).isEqualTo(76);
            assertThat(stranger.err()).startsWith("The mail server cannot be reached: ");
            assertThat(known.out()).endsWith(summary(2, 0, 0, 0));
            assertThat(secure.getReceivedMessages()).hasSize(2);
        } finally {
            secure.stop();
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
        }
    }

    @Test
    void sendsNothingWhereItsJournalOrTheIssueWasTamperedWith() throws Exception {
        int port = server.getSmtp().getPort();
        run(port, REPORTS);
        Path journal = clone.home().mailJournal();
        String whole = Files.readString(journal);
        Files.writeString(journal, whole.replaceFirst("demo\\+mz", "demo+mx"));
        Answer tampered = run(port, REPORTS);
        Files.writeString(journal, whole + "{\"line\":9,\"torn");
        Answer torn = run(port, REPORTS);
        Files.writeString(
                clone.home().output().resolve("2024-Q4/kk/agencies/mz.pdf"), "other figures");
        Answer changed = run(port, REPORTS);

        assertThat(tampered.exit()).isEqualTo(65);
        assertThat(tampered.err())
                .startsWith("Line 1 of the mail's journal is not what was once written: HOME");
        assertThat(torn.out()).endsWith(summary(0, 2, 0, 0));
        assertThat(changed.exit()).isEqualTo(65);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void sendsReceiptsOfThePeriodsFilesOnly() throws Exception {
        clone.receive("mz/2024-Q4_mz.xlsx");
        clone.receive("mz/2024-Q3_mz.xlsx");
        String[] receipts = {"mail", "--period", "2024-Q4", "--kind", "receipts", "--lang", "en"};
        Answer early = run(server.getSmtp().getPort(), receipts);
        answerAll();
        Answer answer = run(server.getSmtp().getPort(), receipts);

        assertThat(early.err())
                .isEqualTo("Files that have no receipt yet: 1; run esep report first.\n");
        assertThat(answer.out()).endsWith(summary(1, 0, 0, 0));
        assertThat(Stream.of(server.getReceivedMessages()).map(MailTest::names))
                .containsExactly(
                        "demo+mz@example.invalid: 2024-Q4_mz_receipt.pdf 2024-Q4_mz_receipt.txt");
        assertThat(server.getReceivedMessages()[0].getSubject())
                .isEqualTo(
                        "[ДЕМОНСТРАЦИЯ] Ұсынылған мәліметтер бойынша түбіртек –"
                                + " mz/2024-Q4_mz.xlsx / [ДЕМОНСТРАЦИЯ] Квитанция о представленных"
                                + " сведениях – mz/2024-Q4_mz.xlsx");
    }

    /// As `esep watch` answers what it finds.
    private void answerAll() throws InterruptedException, IOException {
        Thread watching =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> clone.run("watch", "--interval", "1", "--lang", "en"));
        for (int i = 0; i < 120 && receiptsThere() < 2; i++) {
            Thread.sleep(500);
        }
        watching.interrupt();
        watching.join();
    }

    private long receiptsThere() throws IOException {
        if (!Files.isDirectory(clone.home().receipts())) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(clone.home().receipts())) {
            return all.filter(each -> each.endsWith("receipt.txt")).count();
        }
    }

    /// An issue of a few documents, published as the job publishes it.
    private void issue(int number) throws IOException {
        SortedMap<String, String> documents = new TreeMap<>();
        for (String path :
                List.of(
                        "kk/agencies/mz.pdf",
                        "kk/agencies/mz.xlsx",
                        "ru/agencies/mz.pdf",
                        "kk/agencies/mp.pdf",
                        "kk/reminders/mp.pdf",
                        "ru/reminders/mp.pdf",
                        "kk/consolidated.pdf")) {
            documents.put(path, path.replaceAll("[/.]", " ") + (number > 1 ? " corrected" : ""));
        }
        String fingerprint = Integer.toString(number).repeat(64);
        Issues issues = new Issues(clone.home().output(), "");
        Path staging = issues.staging(Q4, fingerprint);
        for (Map.Entry<String, String> document : documents.entrySet()) {
            Issues.put(
                    staging.resolve(document.getKey()),
                    out ->
                            out.write(
                                    document.getValue()
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        issues.issue(
                Q4,
                new Manifest(
                        "0",
                        "c0de",
                        "disability-rights-2025",
                        "1142",
                        Q4.toString(),
                        number,
                        true,
                        "2025-01-27T05:12:00Z",
                        "Asia/Almaty",
                        new Manifest.Head(0, ""),
                        fingerprint,
                        List.of(),
                        RowCounts.NONE,
                        new Manifest.Claims(0, 0, 0, 0),
                        null,
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        Issues.documents(staging),
                        new TreeMap<>(),
                        List.of(),
                        new TreeMap<>()));
    }

    private BadLine line(BadLine.Fault fault, String receiver) throws IOException {
        return new BadLine(server.getSmtp().getPort(), fault, receiver);
    }

    private Answer run(int port, String... words) {
        return clone.run(environment(port), words);
    }

    private static Map<String, String> environment(int port) {
        return new HashMap<>(
                Map.of(
                        "ESEP_MAIL_HOST", "localhost",
                        "ESEP_MAIL_PORT", Integer.toString(port),
                        "ESEP_MAIL_SECURITY", "none",
                        "ESEP_MAIL_TIMEOUT_SECONDS", "60",
                        "ESEP_MAIL_FROM", "esep@example.kz"));
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String summary(int sent, int before, int refused, int doubt) {
        return "Sent: %d; sent before: %d; refused: %d; in doubt: %d; no address: 0.\n"
                .formatted(sent, before, refused, doubt);
    }

    private static String said(Answer answer) {
        return (answer.out() + answer.err()).replaceAll("localhost, [0-9]+", "localhost, PORT")
                + "exit "
                + answer.exit()
                + "\n\n";
    }

    private List<String> receivers() {
        return Stream.of(server.getReceivedMessages()).map(MailTest::receiver).sorted().toList();
    }

    private List<String> messageIds() throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    private static String receiver(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /// Who got which documents.
    private static String whole(MimeMessage message) {
        return attachments(message, true);
    }

    private static String names(MimeMessage message) {
        return attachments(message, false);
    }

    private static String attachments(MimeMessage message, boolean contents) {
        try {
            StringBuilder whole = new StringBuilder(receiver(message) + ":");
            Multipart parts = (Multipart) message.getContent();
            for (int i = 1; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                whole.append(' ').append(part.getFileName());
                if (contents) {
                    whole.append('=')
                            .append(
                                    new String(
                                            part.getInputStream().readAllBytes(),
                                            StandardCharsets.UTF_8));
                }
            }
            return whole.toString();
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /// Every part with its type; texts with their words.
    private static String structure(jakarta.mail.Part part, String indent)
            throws IOException, MessagingException {
        String type = part.getContentType().split(";", 2)[0].strip();
        StringBuilder text = new StringBuilder(indent + type);
        if (part.getFileName() != null) {
            return text.append(" ").append(part.getFileName()).append('\n').toString();
        }
        text.append('\n');
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(structure(parts.getBodyPart(i), indent + "  "));
            }
        } else {
            text.append(part.getContent().toString().replace("\r\n", "\n"));
        }
        return text.toString();
    }

    private static void keytool(String command, Path store, String... more)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                command,
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                "changeit"));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
