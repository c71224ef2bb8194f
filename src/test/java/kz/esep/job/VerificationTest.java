package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.ledger.Sha256;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each thing that can be changed is named, and nothing else is.
class VerificationTest {

    private static final Speech EN = Speech.of(Path.of("templates/messages"), Language.EN);
    private static final String FIRST = "output/.issues/2024-Q4-1";
    private static final String SECOND = "output/.issues/2024-Q4-2";
    private static final String ANYTHING = Sha256.of("anything");

    @TempDir static Path folder;
    private static TextHome published = new TextHome(new Home(Path.of("")), new TextRooms());
    private static int copies;
    private TextHome there = published;
    private Home home = published.home();

    /// Two issues; the second knows one file more.
    @BeforeAll
    static void publish() throws IOException {
        published = TextHome.in(folder.resolve("published"));
        published.report();
        published.lay("akmola/form.txt", "2024-Q4\n2 2024 DONE\n");
        published.report();
    }

    @BeforeEach
    void copy() throws IOException {
        copies++;
        there = published.copy(folder.resolve("copy-" + copies));
        home = there.home();
    }

    @Test
    void agreesWithWhatARunLeaves() throws IOException {
        // lines: five data files, three received, two issues; contents: two of the received files
        // are the same, but a template and two manifests are kept too
        assertThat(verify(home.output()))
                .isEqualTo(
                        new Verification.Result.Done(2, 8, 10, 10, 0, new TreeSet<>(), List.of()));
        assertThat(differences(home.output().resolve("2024-Q4"))).isEmpty();
        assertThat(differences(home.output().resolve(".issues/2024-Q4-1"))).isEmpty();
    }

    @Test
    void namesEachDocumentThatWasChangedAddedOrRemoved() throws IOException {
        String changed = Sha256.of(home.root().resolve(FIRST + "/kk/all.txt"));
        String removed = Sha256.of(home.root().resolve(SECOND + "/ru/all.txt"));
        Files.writeString(home.root().resolve(FIRST + "/kk/all.txt"), "anything");
        Files.writeString(home.root().resolve(FIRST + "/kk/more.txt"), "anything");
        Files.delete(home.root().resolve(SECOND + "/ru/all.txt"));

        assertThat(differences(home.output()))
                .containsExactly(
                        FIRST
                                + "/kk/all.txt: the document was changed. In the manifest: "
                                + changed
                                + "; found: "
                                + ANYTHING,
                        FIRST
                                + "/kk/more.txt: the manifest names no such document. Found: "
                                + ANYTHING,
                        SECOND
                                + "/ru/all.txt: the document is missing. In the manifest: "
                                + removed);
        assertThat(differences(home.output().resolve("2024-Q4")))
                .singleElement()
                .asString()
                .startsWith("output/2024-Q4/ru/all.txt: the document is missing.");
    }

    @Test
    void namesAManifestThatIsNotTheOneThatWasRecorded() throws IOException {
        Path manifest = home.root().resolve(SECOND).resolve(Manifest.NAME);
        String recorded = Sha256.of(manifest);
        Files.writeString(manifest, Files.readString(manifest) + "\n");

        assertThat(differences(home.output()))
                .containsExactly(
                        SECOND
                                + "/manifest.json: the manifest was changed. In the ledger: "
                                + recorded
                                + "; found: "
                                + Sha256.of(manifest));

        Files.writeString(
                manifest, Files.readString(manifest).replace(fingerprint(SECOND), "0".repeat(64)));
        assertThat(differences(home.output()))
                .containsExactly(
                        SECOND
                                + "/manifest.json: the issue was made from other inputs. In the"
                                + " ledger: "
                                + fingerprint(SECOND)
                                + "; in the manifest: "
                                + "0".repeat(64));
        Files.writeString(manifest, "{");
        assertThat(differences(home.output()))
                .containsExactly(SECOND + "/manifest.json: the manifest cannot be read");
        Files.delete(manifest);
        assertThat(differences(home.output()))
                .containsExactly(SECOND + "/manifest.json: there is no manifest");
    }

    @Test
    void namesAnIssueThatTheLedgerLacksAndOneThatTheFolderLacks() throws IOException {
        List<String> lines = Files.readAllLines(home.ledger());
        Files.writeString(home.ledger(), String.join("\n", lines.subList(0, 9)) + "\n");
        Issues.deleteTree(home.root().resolve(FIRST));

        assertThat(differences(home.output()))
                .containsExactly(
                        SECOND + "/manifest.json: the ledger has no such issue: 2024-Q4, No. 2",
                        "ledger.jsonl: the ledger names an issue whose folder is missing:"
                                + " disability-rights-2025, 2024-Q4, No. 1");

        Issues.deleteTree(home.root().resolve(SECOND));
        assertThat(differences(home.output()))
                .containsExactly(
                        "output/2024-Q4: the link leads nowhere: the folder of the issue is"
                                + " missing",
                        "ledger.jsonl: the ledger names an issue whose folder is missing:"
                                + " disability-rights-2025, 2024-Q4, No. 1");
    }

    @Test
    void namesAFolderThatHoldsAnotherIssue() throws IOException {
        Path first = home.root().resolve(FIRST);
        Issues.deleteTree(home.output().resolve("2024-Q4"));
        Issues.deleteTree(first);
        Files.move(home.root().resolve(SECOND), first);

        assertThat(differences(home.output()))
                .startsWith(FIRST + ": another issue lies in the folder: 2024-Q4, No. 2");
    }

    @Test
    void namesALineOfTheLedgerThatWasChanged() throws IOException {
        edit(7, "\"folder\":\"mz\"", "\"folder\":\"mp\"");

        assertThat(differences(home.output()))
                .containsExactly("ledger.jsonl:7: the line was changed after it was written");
    }

    @Test
    void namesTheLineAfterOneWhoseHashWasMadeAnew() throws IOException {
        edit(7, "\"folder\":\"mz\"", "\"folder\":\"mp\"");
        hashAnew(7, 7);

        assertThat(differences(home.output()))
                .contains(
                        "ledger.jsonl:8: the line does not follow line 7: one of them was changed"
                                + " together with its hash, or something was added or removed"
                                + " between them");
    }

    /// The ledger then holds in itself; that the issues were made from another one tells.
    @Test
    void theManifestsTellThatAllHashesToTheEndWereMadeAnew() throws IOException {
        String was = hash(7);
        edit(7, "\"folder\":\"mz\"", "\"folder\":\"mp\"");
        hashAnew(7, 10);

        assertThat(differences(home.output()))
                .contains(
                        FIRST
                                + "/manifest.json: the manifest knows another line 7 of the ledger."
                                + " In the manifest: "
                                + was
                                + "; in the ledger: "
                                + hash(7))
                .noneMatch(difference -> difference.startsWith("ledger.jsonl"));
    }

    @Test
    void namesLinesThatAreMissingAndALastOneThatIsNotWhole() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(home.ledger()));
        lines.subList(1, 3).clear();
        Files.writeString(home.ledger(), String.join("\n", lines) + "\n{\"line\":11,");

        assertThat(differences(home.output()))
                .containsExactly(
                        "ledger.jsonl:2: lines are missing here: 2 to 3",
                        "ledger.jsonl:11: the last line is not whole (a crash while it was"
                                + " written); the next entry takes its place");
    }

    @Test
    void namesEachFileOfTheArchiveThatIsNotWhatItIsCalled() throws IOException {
        Path changed = kept("2024-Q4\n2 2024 DONE\n");
        Path removed = kept("layout");
        Files.writeString(changed, "anything");
        Files.delete(removed);
        Files.writeString(home.archive().resolve("notes.txt"), "anything");
        Files.writeString(home.archive().resolve(".incoming-4711.tmp"), "left by a kill");

        assertThat(differences(home.output()))
                .containsExactlyInAnyOrder(
                        place(changed)
                                + ": the content was changed: a file is called by its SHA-256, and "
                                + ANYTHING
                                + " was found. ledger.jsonl:6 (abai/form.txt) refers to it",
                        "archive/notes.txt: a foreign file in the archive: its name is no SHA-256"
                                + " in its own folder",
                        place(removed)
                                + ": the archive lacks a file that "
                                + FIRST
                                + "/manifest.json (templates/page.txt) refers to");
    }

    /// As an official has it, to whom the folder was handed.
    @Test
    void looksAtACopyElsewhere() throws IOException {
        TextHome other = there.copy(folder.resolve("elsewhere"));

        assertThat(differences(other.home().output().resolve("2024-Q4"))).isEmpty();
    }

    @Test
    void waitsForARunThatMayBeChangingWhatItWouldLookAt() throws IOException {
        RunLock.Holder holder = new RunLock.Holder(4711, "ministry-7", TextHome.NOW);
        try (RunLock _ = RunLock.take(home.lock(), holder).orElseThrow()) {
            assertThat(verify(home.output()))
                    .isEqualTo(new Verification.Result.Locked(4711, "ministry-7", TextHome.NOW));
        }
    }

    private Verification.Result verify(Path what) throws IOException {
        return Verification.of(home, what, Optional.empty());
    }

    private List<String> differences(Path what) throws IOException {
        return ((Verification.Result.Done) verify(what))
                .differences().stream()
                        .map(each -> each.place() + ": " + EN.say(each.what()))
                        .toList();
    }

    private Path kept(String content) {
        String sha256 = Sha256.of(content);
        return home.archive().resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private String place(Path kept) {
        return "archive/" + home.archive().relativize(kept);
    }

    private static String fingerprint(String issue) throws IOException {
        return Manifest.in(published.home().root().resolve(issue)).orElseThrow().fingerprint();
    }

    private String hash(int line) throws IOException {
        return text(line).replaceAll(".*\"hash\":\"([0-9a-f]+)\".*", "$1");
    }

    private String text(int line) throws IOException {
        return Files.readAllLines(home.ledger()).get(line - 1);
    }

    private void edit(int line, String from, String to) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(home.ledger()));
        assertThat(lines.get(line - 1)).contains(from);
        lines.set(line - 1, lines.get(line - 1).replace(from, to));
        Files.writeString(home.ledger(), String.join("\n", lines) + "\n");
    }

    /// As somebody would who knows how the chain is made.
    private void hashAnew(int first, int last) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(home.ledger()));
        Pattern parts =
                Pattern.compile("(.*\"previous\":\")([0-9a-f]+)(\"),\"hash\":\"([0-9a-f]+)\"}");
        String previous = "";
        for (int line = first; line <= last; line++) {
            Matcher matcher = parts.matcher(lines.get(line - 1));
            assertThat(matcher.matches()).isTrue();
            String open =
                    matcher.group(1)
                            + (previous.isEmpty() ? matcher.group(2) : previous)
                            + matcher.group(3);
            previous = Sha256.of(open);
            lines.set(line - 1, open + ",\"hash\":\"" + previous + "\"}");
        }
        Files.writeString(home.ledger(), String.join("\n", lines) + "\n");
    }
}
