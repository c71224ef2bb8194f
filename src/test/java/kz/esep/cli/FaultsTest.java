package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import kz.esep.cli.Clone.Answer;
import kz.esep.cli.Program.Life;
import kz.esep.job.Home;
import kz.esep.job.Postgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What can break around a run, broken in earnest: the run says so plainly and how to go on, and
/// the same command, once it is mended, gives what it would have given. The README's table of
/// faults names these tests.
class FaultsTest {

    @TempDir static Path folder;
    private static Clone sample = new Clone(new Home(Path.of("")));
    private static Program program = new Program(Path.of(""), List.of());

    /// Every file that a run in peace publishes and answers with.
    private static SortedMap<String, String> expected = new TreeMap<>();

    @BeforeAll
    static void leaveOneInPeace() throws IOException {
        sample = Libraries.alone(folder.resolve("sample"));
        program = Program.in(folder.resolve("program"));
        Clone undisturbed = sample.copy(folder.resolve("undisturbed"));
        assertThat(undisturbed.run("report").exit()).isZero();
        expected = Clone.hashes(undisturbed.home().output());
    }

    private static void endsAsInPeace(Clone clone) throws IOException {
        Answer answer = clone.run("report", "--lang", "en");
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(Clone.hashes(clone.home().output())).isEqualTo(expected);
    }

    /// A file system of its own that is really full, now with less room left and now with more.
    @ParameterizedTest
    @ValueSource(ints = {100, 900, 2500})
    void goesOnWhenAFullDiskHasRoomAgain(int kibibytes) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk-" + kibibytes));
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()),
                "not tried: only root on Linux can make a small disk");
        try {
            Clone clone = sample.copy(disk.resolve("esep"));
            Path filler = disk.resolve("filler");
            fill(filler, disk.toFile().getUsableSpace() - kibibytes * 1024L);

            assertThat(clone.run("report", "--lang", "ru"))
                    .satisfies(answer -> {
                        assertThat(answer.exit()).isEqualTo(74);
                        assertThat(answer.err())
                                .isEqualTo(
                                        "На диске не осталось места: HOME. Ничего не"
                                                + " потеряно: освободите место на диске и"
                                                + " повторите ту же команду, она продолжит с"
                                                + " этого места.\n");
                    });

            Files.delete(filler);
            endsAsInPeace(clone);
        } finally {
            assertThat(done("umount", "-l", disk.toString())).isTrue();
        }
    }

    private static void fill(Path file, long bytes) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] block = new byte[64 * 1024];
            for (long left = bytes; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(block.length, left));
            }
        }
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    /// The server's processes are ended at once, as a machine's death would, while documents are
    /// made.
    @Test
    void goesOnWhenThePostgresThatDiedIsBack() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path data = folder.resolve("postgres");
        EmbeddedPostgres server = Postgres.start(data, port);
        Map<String, String> environment = Postgres.environment(Postgres.fresh(server));
        Clone clone = sample.copy(folder.resolve("died"));
        String master = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
        Life life =
                program.start(
                        clone.home(),
                        environment,
                        line -> {
                            if (line.startsWith("render 5 of ")) {
                                try {
                                    done("kill", "-QUIT", master);
                                } catch (IOException | InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            }
                        },
                        "report");

        assertThat(life.end()).as(life::said).isEqualTo(68);
        assertThat(life.lines())
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith(
                                        "The database postgresql://localhost:"
                                                + port
                                                + "/postgres was lost: ")
                                .endsWith(
                                        ". Nothing is lost: when it works again, run the same"
                                                + " command, it goes on from there."));
        Answer unreachable = clone.run(environment, "report", "--lang", "en");
        assertThat(unreachable.exit()).isEqualTo(68);
        assertThat(unreachable.err())
                .startsWith(
                        "The database postgresql://localhost:"
                                + port
                                + "/postgres cannot be reached: Connection");

        // it is dead; this frees what the tests know of it
        server.close();
        try (EmbeddedPostgres _ = Postgres.start(data, port)) {
            Answer answer = clone.run(environment, "report", "--lang", "en");
            assertThat(answer.exit()).as(answer.err()).isZero();
        }
        assertThat(Clone.hashes(clone.home().output())).isEqualTo(expected);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        language | said
        kk       | HOME/input/inbox табылмады. Ештеңе жоғалған жоқ: желілік қалтаның қосылғанын тексеріп, сол команданы қайта іске қосыңыз.
        ru       | Не найдено: HOME/input/inbox. Ничего не потеряно: проверьте, подключена ли сетевая папка, и повторите ту же команду.
        en       | Not found: HOME/input/inbox. Nothing is lost: see whether the network folder is connected and run the same command again.
        """)
    // spotless:on
    void waitsForAnInboxThatIsGone(String language, String said) throws IOException {
        Clone clone = sample.copy(folder.resolve("gone-" + language));
        assertThat(clone.run("status").exit()).isZero();
        Path share = folder.resolve("share-" + language);
        Files.move(clone.home().inbox(), share);

        assertThat(clone.run("report", "--lang", language))
                .isEqualTo(new Answer(74, "", said + "\n"));

        Files.move(share, clone.home().inbox());
        endsAsInPeace(clone);
    }

    @Test
    void waitsForAnInboxThatMayNotBeRead() throws Exception {
        Clone clone = sample.copy(folder.resolve("forbidden"));
        Path inbox = clone.home().inbox();
        Files.setPosixFilePermissions(inbox, PosixFilePermissions.fromString("---------"));
        // root may read everything, unless that right is taken from it too
        Program others =
                Files.isReadable(inbox)
                        ? program.startedBy(
                                "setpriv",
                                "--bounding-set=-dac_override,-dac_read_search",
                                "--inh-caps=-dac_override,-dac_read_search")
                        : program;

        Life life = others.start(clone.home(), Map.of(), _ -> {}, "report");

        assertThat(life.end()).as(life::said).isEqualTo(74);
        assertThat(life.lines())
                .contains(
                        "The file or folder "
                                + inbox
                                + " may not be used. Nothing is lost: give the user that runs the"
                                + " program the right to it and run the same command again.");
        Files.setPosixFilePermissions(inbox, PosixFilePermissions.fromString("rwxr-xr-x"));
        endsAsInPeace(clone);
    }

    @Test
    void goesOnWithMoreMemory() throws Exception {
        Clone clone = sample.copy(folder.resolve("small"));

        Life life = program.with("-Xmx24m").start(clone.home(), Map.of(), _ -> {}, "report");

        assertThat(life.end()).as(life::said).isEqualTo(71);
        assertThat(life.said()).contains("JDK_JAVA_OPTIONS=-Xmx1g");
        endsAsInPeace(clone);
    }

    /// SIGTERM, as a machine that is shut down sends it.
    @Test
    void stopsInGoodOrderWhenAsked() throws Exception {
        Clone clone = sample.copy(folder.resolve("stopped"));
        AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
        Life life =
                program.start(
                        clone.home(),
                        Map.of(),
                        line -> {
                            if (line.startsWith("render 5 of ")) {
                                stop.get().run();
                            }
                        },
                        "report");
        stop.set(life::stop);

        assertThat(life.end()).as(life::said).isEqualTo(143);
        assertThat(life.lines())
                .contains(
                        "The run was stopped. Nothing is lost: run the same command again, it goes on"
                                + " from there.");
        assertThat(clone.home().output().resolve("2024-H1")).doesNotExist();
        endsAsInPeace(clone);
    }

    @Test
    void runsOneOfTwoThatAreStartedTogether() throws Exception {
        Clone clone = sample.copy(folder.resolve("together"));
        List<Life> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(program.start(clone.home(), Map.of(), _ -> {}, "report"));
        }
        List<Integer> ends = new ArrayList<>();
        for (Life life : both) {
            ends.add(life.end());
        }

        assertThat(ends).as(both.get(0).said() + both.get(1).said()).containsOnly(0, 75);
        Life winner = both.get(ends.indexOf(0));
        Life other = both.get(ends.indexOf(75));
        assertThat(other.said())
                .containsPattern(
                        "Another run is under way \\(process %d on .+, since \\d\\d\\.\\d\\d\\.\\d{4}.\\d\\d:\\d\\d:\\d\\d\\)\\. Wait for its end and run the command again\\."
                                .formatted(winner.pid()));
        assertThat(Clone.hashes(clone.home().output())).isEqualTo(expected);
        try (Stream<Path> issues = Files.list(clone.home().output().resolve(".issues"))) {
            assertThat(issues).hasSize(1);
        }
    }

    @Test
    void restoresOnceWhereTwoAreStartedTogether() throws Exception {
        Clone clone = sample.copy(folder.resolve("kept"));
        Path zip = folder.resolve("kept.zip");
        assertThat(clone.run("report").exit()).isZero();
        assertThat(clone.run("backup", zip.toString()).exit()).isZero();
        Path into = folder.resolve("restored");
        List<Life> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(
                    program.start(
                            clone.home(),
                            Map.of(),
                            _ -> {},
                            "restore",
                            zip.toString(),
                            "--into",
                            into.toString()));
        }

        List<Integer> ends = List.of(both.get(0).end(), both.get(1).end());

        // the other finds the folder locked or, where it came later, no longer empty
        assertThat(ends).as(both.get(0).said() + both.get(1).said()).containsOnlyOnce(0);
        Life other = both.get(1 - ends.indexOf(0));
        assertThat(other.end()).as(other.said()).isIn(75, 64);
        assertThat(other.said())
                .contains(other.end() == 75 ? "Another run is under way" : "is not empty");
        Clone restored = new Clone(new Home(into));
        assertThat(restored.run("verify").exit()).isZero();
        assertThat(Clone.hashes(restored.home().output())).isEqualTo(expected);
    }
}
