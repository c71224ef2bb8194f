package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kz.esep.cli.Clone.Answer;
import kz.esep.job.Home;
import kz.esep.ledger.Sha256;
import kz.esep.publish.Issues;
import kz.esep.publish.sign.Authority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does who has to trust what lies there, on a small plan, by the command line.
class TrustTest {

    private static final String DOCUMENT = "output/2024-H1/ru/consolidated.pdf";

    @TempDir static Path folder;
    private static Clone clone = new Clone(new Home(Path.of("")));

    @BeforeAll
    static void report() throws IOException {
        clone = Libraries.alone(folder.resolve("clone"));
        Answer answer = clone.run("report", "--lang", "en");
        assertThat(answer.exit()).as(answer.err()).isZero();
    }

    @Test
    void verifiesAndNamesAChangedByteInTheOperatorsLanguage() throws IOException {
        Answer agrees = clone.run("verify", "--lang", "ru");
        assertThat(agrees.exit()).as(agrees.err()).isZero();
        assertThat(agrees.out())
                .matches(
                        "Всё совпадает: 1 выпуск, \\d+ документ(а|ов)?, \\d+ строк(а|и)? журнала"
                                + " учёта, \\d+ файл(а|ов)? архива\\.\n");

        Path document = clone.home().root().resolve(DOCUMENT);
        byte[] bytes = Files.readAllBytes(document);
        String expected = Sha256.of(document);
        try {
            byte[] changed = bytes.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(document, changed);
            String found = Sha256.of(document);

            Answer russian = clone.run("verify", "--lang", "ru");
            Answer kazakh = clone.run("verify", "--lang", "kk");
            Answer folder =
                    clone.run(
                            "verify",
                            document.resolve("../..").normalize().toString(),
                            "--lang",
                            "en");
            assertThat(russian.exit()).isEqualTo(3);
            assertThat(russian.err())
                    .startsWith(
                            "output/.issues/2024-H1-1/ru/consolidated.pdf: документ изменён."
                                    + " В манифесте: "
                                    + expected
                                    + "; найдено: "
                                    + found
                                    + "\nНайдено 1 расхождение. Проверено: 1 выпуск, ");
            assertThat(kazakh.err())
                    .startsWith(
                            "output/.issues/2024-H1-1/ru/consolidated.pdf: құжат өзгертілген."
                                    + " Манифесте: "
                                    + expected
                                    + "; табылғаны: "
                                    + found
                                    + "\n1 айырмашылық табылды. Тексерілді: 1 шығарылым, ");
            assertThat(folder.err())
                    .startsWith(
                            "output/2024-H1/ru/consolidated.pdf: the document was changed. In the"
                                    + " manifest: "
                                    + expected
                                    + "; found: "
                                    + found
                                    + "\n1 difference found. Looked at: 1 issue, ");
        } finally {
            Files.write(document, bytes);
        }
        assertThat(clone.run("verify", "nowhere", "--lang", "en"))
                .isEqualTo(new Answer(64, "", "There is no folder “nowhere”.\n"));
    }

    @Test
    void rebuildsTheSameFilesFromLedgerAndArchive() throws IOException {
        Clone lost = copy("lost");
        SortedMap<String, String> before = Clone.hashes(lost.home().output());
        Issues.deleteTree(lost.home().output());
        Issues.deleteTree(lost.home().inner());

        Answer rebuilt = lost.run("rebuild", "--lang", "en");

        assertThat(rebuilt.exit()).as(rebuilt.err()).isZero();
        assertThat(rebuilt.out().replace('\u00A0', ' '))
                .contains(
                        "Read from the archive: 6 files, accepted: 6; the database holds 16 claims."
                                + " The receipts were written anew.\n"
                                + "village-libraries-2026, half-year I of 2024, issue 1: made"
                                + " again, byte for byte, ");
        assertThat(Clone.hashes(lost.home().output())).isEqualTo(before);
        assertThat(lost.run("report", "--lang", "en").out())
                .contains("are already there, made from the same inputs");
    }

    @Test
    void backsUpAndRestoresWhatCannotBeMadeAnew() throws IOException {
        Path zip = folder.resolve("backup.zip");

        Answer backup = clone.run("backup", zip.toString(), "--lang", "en");
        assertThat(backup.exit()).as(backup.err()).isZero();
        assertThat(backup.out())
                .startsWith("The backup is written, and was read again: " + zip + ", ")
                .endsWith(
                        "It holds no secret keys: keep them elsewhere. Without the former keys of"
                                + " the electronic marks past issues cannot be made again.\n");
        assertThat(clone.run("backup", zip.toString(), "--lang", "en"))
                .isEqualTo(
                        new Answer(
                                64,
                                "",
                                "The file "
                                        + zip
                                        + " exists. Give another name: no backup is written"
                                        + " over.\n"));

        Path into = folder.resolve("restored");
        Answer restored = clone.run("restore", zip.toString(), "--into", into.toString());
        assertThat(restored.exit()).as(restored.err()).isZero();
        Clone other = new Clone(new Home(into));
        assertThat(Clone.hashes(other.home().output()))
                .isEqualTo(Clone.hashes(clone.home().output()));
        assertThat(Clone.hashes(other.home().archive()))
                .isEqualTo(Clone.hashes(clone.home().archive()));
        assertThat(other.run("verify").exit()).isZero();
        assertThat(other.run("report", "--lang", "en").out())
                .contains("are already there, made from the same inputs");

        assertThat(clone.run("restore", zip.toString(), "--into", into.toString(), "--lang", "en"))
                .isEqualTo(
                        new Answer(
                                64,
                                "",
                                "The folder "
                                        + into
                                        + " is not empty. Give an empty one: nothing is written"
                                        + " over.\n"));
    }

    @Test
    void restoresNothingFromABackupThatWasDamaged() throws IOException {
        Path zip = folder.resolve("damaged.zip");
        clone.run("backup", zip.toString());
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            Files.writeString(inside.getPath("input/archive/ledger.jsonl"), "{}");
        }
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
        Path into = folder.resolve("nothing");

        assertThat(clone.run("restore", zip.toString(), "--into", into.toString(), "--lang", "en"))
                .isEqualTo(
                        new Answer(
                                3,
                                "",
                                "The file "
                                        + zip
                                        + " is no backup, or is damaged:"
                                        + " input/archive/ledger.jsonl. Nothing was restored.\n"));
        assertThat(clone.run("restore", text.toString(), "--into", into.toString()).exit())
                .isEqualTo(3);
        assertThat(into).doesNotExist();
    }

    @Test
    void putsKeysInABackupOnlyOnDemandAndWarns() throws IOException {
        Clone keyed = copy("keyed");
        Path key = keyed.home().keys().resolve("2025.key");
        Files.createDirectories(key.getParent());
        Files.writeString(key, "c2VjcmV0");
        Path without = folder.resolve("without.zip");
        Path with = folder.resolve("with.zip");

        keyed.run("backup", without.toString());
        Answer warned = keyed.run("backup", "--keys", with.toString(), "--lang", "en");

        assertThat(warned.exit()).isZero();
        assertThat(warned.err())
                .isEqualTo(
                        "ATTENTION: the backup holds secret keys (1 file). Whoever has it can pass"
                                + " for the ministry: keep it as you keep keys.\n");
        assertThat(names(without)).noneMatch(name -> name.contains("key"));
        assertThat(names(with)).contains("keys/seal/2025.key");
    }

    @Test
    void signsAnIssueAndVerifiesItsSignatures() throws Exception {
        Clone signed = copy("signed");
        Authority authority = Authority.called("Test CA");
        Path pem = authority.pem(folder.resolve("ca.pem"));
        Path other = Authority.called("Other CA").pem(folder.resolve("other.pem"));
        Path key = authority.key(folder.resolve("key.p12"), "Кітапханалар министрлігі", "RSA");
        Map<String, String> secret =
                Map.of(
                        "ESEP_SIGNING_KEYSTORE",
                        key.toString(),
                        "ESEP_SIGNING_PASSWORD",
                        Authority.PASSWORD);
        String[] sign = {"sign", "--period", "2024-H1", "--lang", "en"};
        SortedMap<String, String> before =
                Clone.hashes(signed.home().output().resolve(".issues/2024-H1-1"));

        Answer none = signed.run(sign);
        Answer done = signed.run(secret, sign);
        Answer again = signed.run(secret, sign);

        assertThat(none)
                .isEqualTo(
                        new Answer(
                                78,
                                "",
                                "No key is set. Name a PKCS#12 file as signing.keystore in"
                                        + " application.yaml and its password in"
                                        + " ESEP_SIGNING_PASSWORD.\n"));
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.out().replace('\u00A0', ' '))
                .matches(
                        """
                        half-year I of 2024, issue 1: \\d+ signatures, Кітапханалар министрлігі\\.
                        Look here: HOME/output/2024-H1
                        """);
        assertThat(again.out().replace('\u00A0', ' '))
                .startsWith("half-year I of 2024, issue 1 is signed already.\n");
        assertThat(done.out() + done.err()).doesNotContain(Authority.PASSWORD);
        Path issues = signed.home().output().resolve(".issues");
        assertThat(Clone.hashes(issues.resolve("2024-H1-1"))).isEqualTo(before);
        assertThat(Files.readSymbolicLink(signed.home().output().resolve("2024-H1")))
                .isEqualTo(Path.of(".issues/2024-H1-1.signed"));
        assertThat(signed.run("report", "--lang", "en").out())
                .contains("are already there, made from the same inputs");
        assertThat(Files.readSymbolicLink(signed.home().output().resolve("2024-H1")))
                .isEqualTo(Path.of(".issues/2024-H1-1.signed"));

        Answer verified = signed.run("verify", "--trust", pem.toString(), "--lang", "en");
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(verified.out())
                .startsWith("Everything agrees: 2 issues, ")
                .endsWith(" signatures hold: Кітапханалар министрлігі.\n");
        Answer untrusted = signed.run("verify", "--trust", other.toString(), "--lang", "en");
        assertThat(untrusted.exit()).isEqualTo(3);
        assertThat(untrusted.err())
                .contains(
                        "output/.issues/2024-H1-1.signed/ru/consolidated.pdf: the signature does"
                                + " not lead to the trusted certificates: Кітапханалар"
                                + " министрлігі\n");

        Path document = issues.resolve("2024-H1-1.signed/ru/consolidated.pdf");
        byte[] bytes = Files.readAllBytes(document);
        bytes[100] ^= 1;
        Files.write(document, bytes);
        Answer changed = signed.run("verify", "--lang", "en");
        assertThat(changed.exit()).isEqualTo(3);
        assertThat(changed.err())
                .contains(
                        "2024-H1-1.signed/ru/consolidated.pdf: the document was changed.",
                        "2024-H1-1.signed/ru/consolidated.pdf: not the document that the manifest"
                                + " names was signed\n");
        Path manifest = issues.resolve("2024-H1-1.signed/manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"issue\" : 1", "\"issue\" :  1"));
        assertThat(signed.run("verify", "--lang", "en").err())
                .contains(
                        "2024-H1-1.signed/manifest.json.p7s: the signature does not hold: what"
                                + " lies here is not what was signed\n",
                        "2024-H1-1.signed/manifest.json: the ledger has no such signing.");
    }

    private static List<String> names(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    private static Clone copy(String name) throws IOException {
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(clone.home().root())) {
            for (Path each : all.toList()) {
                Path copy = root.resolve(clone.home().root().relativize(each).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(each, copy, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
        return new Clone(new Home(root));
    }
}
