package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.esep.Folders;
import kz.esep.plan.Period;
import kz.esep.plan.PlanChanges;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.Said;
import kz.esep.report.Provenance;
import kz.esep.report.Receipt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// With the templates that the ministry has, on the invented plan of the village libraries; what
/// agencies send is plain text.
class KeptContentsTest {

    private static final Path LIBRARIES = Path.of("src/test/resources/plans/libraries");
    private static final Period PERIOD = Period.parse("2024-H1").orElseThrow();
    private static final Instant NOW = Instant.parse("2024-07-30T06:00:00Z");

    private static final String LATE = "zhanasu/late.txt";

    /// One measure is of all districts: that it has another status now, their workbooks show and
    /// their PDFs do not.
    private static final List<String> OF_A_COMMON_MEASURE =
            List.of(
                    "kk/agencies/aqbulaq.pdf",
                    "kk/agencies/kokterek.pdf",
                    "ru/agencies/aqbulaq.pdf",
                    "ru/agencies/kokterek.pdf");

    private static Home first = new Home(Path.of(""));
    private static Home second = new Home(Path.of(""));

    @TempDir Path folder;

    /// Documents whose templates were filled to see what they say.
    private final List<String> filled = Collections.synchronizedList(new ArrayList<>());

    /// The same papers, of which it is seen whose templates are filled only to see what they say.
    private record Watched(Papers papers, List<String> filled) implements Papers {

        @Override
        public Documents documents(
                Reconciliation reconciliation, Provenance provenance, PlanChanges changes) {
            Documents documents = papers.documents(reconciliation, provenance, changes);
            return new Documents() {
                @Override
                public List<String> paths() {
                    return documents.paths();
                }

                @Override
                public Said content(String path, Provenance issue) throws IOException {
                    filled.add(path);
                    return documents.content(path, issue);
                }

                @Override
                public Said write(String path, Provenance issue, OutputStream out)
                        throws IOException {
                    return documents.write(path, issue, out);
                }

                @Override
                public Optional<String> inputs(String path, Set<String> asked, Provenance issue) {
                    return documents.inputs(path, asked, issue);
                }
            };
        }

        @Override
        public SortedMap<String, Issues.Content> answer(Receipt receipt, Optional<Path> snapshot)
                throws IOException {
            return papers.answer(receipt, snapshot);
        }
    }

    /// The first issue, and beside it the second, with every template filled.
    @BeforeAll
    static void settle(@TempDir Path folder) throws IOException {
        first = settled(folder.resolve("first"));
        run(first, Papers::official);
        second = copy(first, folder.resolve("second"));
        lay(second, LATE, "2 2024 IN_PROGRESS");
        run(second, OfficialPapers::new);
    }

    private static Home settled(Path folder) throws IOException {
        Home project = new Home(Path.of(""));
        Home home = new Home(folder);
        Folders.copy(project.templates(), home.templates());
        Folders.copy(project.limits(), home.limits());
        Folders.copy(LIBRARIES.resolve("agencies.yaml"), home.agencies());
        for (String redaction : List.of("r12", "r45")) {
            String name = "village-libraries-2026." + redaction + ".yaml";
            Folders.copy(LIBRARIES.resolve(name), home.plan().resolve(name));
        }
        Files.createDirectories(home.inbox());
        Files.writeString(
                home.incomingRegister(),
                """
                incoming_number,received_at,sender,path,sha256
                1,24.07.2024 10:00,А,aqbulaq/form.txt,
                2,24.07.2024 11:00,К,kokterek/form.txt,
                3,24.07.2024 12:00,Ж,zhanasu/late.txt,
                4,24.07.2024 13:00,К,kokterek/late.txt,
                """);
        lay(home, "aqbulaq/form.txt", "2 2024 IN_PROGRESS");
        lay(home, "kokterek/form.txt", "2 2024 IN_PROGRESS\n3 2024 IN_PROGRESS");
        return home;
    }

    @Test
    void fillsTemplatesOnlyForWhatSaysSomethingElse() throws IOException {
        Home home = copy(first, folder.resolve("home"));
        lay(home, LATE, "2 2024 IN_PROGRESS");
        run(home, this::keeping);

        assertThat(TextHome.tree(home.output())).isEqualTo(TextHome.tree(second.output()));
        Set<String> changed = changed(manifest(home, 1), manifest(home, 2));
        assertThat(changed)
                .contains("kk/agencies/zhanasu.pdf", "ru/consolidated.xlsx")
                .doesNotContain("kk/agencies/agb.pdf", "ru/agencies/akb.xlsx");
        Set<String> expected = new TreeSet<>(changed);
        expected.addAll(OF_A_COMMON_MEASURE);
        assertThat(filled).containsExactlyInAnyOrderElementsOf(expected);
        // given something else, they say the same
        assertThat(changed).doesNotContainAnyElementsOf(OF_A_COMMON_MEASURE);
    }

    /// What is still of the first issue when the next late file comes.
    @Test
    void fillsThemOnlyForWhatSaysSomethingElseForTheFirstTime() throws IOException {
        Home home = copy(second, folder.resolve("home"));
        Home other = copy(second, folder.resolve("other"));
        for (Home each : List.of(home, other)) {
            lay(each, "kokterek/late.txt", "2 2024 NOT_STARTED");
        }
        run(home, this::keeping);
        run(other, OfficialPapers::new);

        assertThat(TextHome.tree(home.output())).isEqualTo(TextHome.tree(other.output()));
        assertThat(filled).containsExactlyInAnyOrderElementsOf(OF_A_COMMON_MEASURE);
    }

    enum Harm {
        GONE {
            @Override
            void to(Path notes) throws IOException {
                Files.delete(notes);
            }
        },
        HALF {
            @Override
            void to(Path notes) throws IOException {
                byte[] all = Files.readAllBytes(notes);
                Files.write(notes, Arrays.copyOf(all, all.length / 2));
            }
        },
        /// A digit of each content.
        WRONG {
            @Override
            void to(Path notes) throws IOException {
                Files.writeString(
                        notes,
                        Files.readString(notes)
                                .replaceAll("(?m)^(\\w+\t\\w+\t)\\w(\\w+\t)", "$1x$2"));
            }
        };

        abstract void to(Path notes) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void givesTheSameWhereTheNotesAreHarmed(Harm harm) throws IOException {
        Home home = copy(first, folder.resolve("home"));
        try (Stream<Path> all = Files.walk(home.contents())) {
            for (Path notes : all.filter(Files::isRegularFile).toList()) {
                harm.to(notes);
            }
        }
        lay(home, LATE, "2 2024 IN_PROGRESS");
        run(home, this::keeping);

        assertThat(TextHome.tree(home.output())).isEqualTo(TextHome.tree(second.output()));
        Set<String> all = manifest(home, 1).contents().keySet();
        switch (harm) {
            case GONE, WRONG -> assertThat(filled).containsExactlyInAnyOrderElementsOf(all);
            case HALF -> assertThat(filled).hasSizeLessThan(all.size());
        }
    }

    /// The charts change with every file: what shows them has to be made anew.
    @Test
    void makesWhatAnOwnTemplateShowsOfTheCharts() throws IOException {
        Home home = settled(folder.resolve("home"));
        Path agency = home.templates().resolve("xlsx/agency.ftlx");
        String own =
                Files.readString(agency)
                        .replace(
                                "</workbook>",
                                """
                                <sheet name="own"><col width="9"/><row><cell>\
                                <#list charts.course?last.obligations.counts as status, count>${count} </#list>\
                                </cell></row></sheet></workbook>\
                                """);
        assertThat(own).contains("charts");
        Files.writeString(agency, own);
        run(home, this::keeping);
        assertThat(filled).isEmpty();
        Home other = copy(home, folder.resolve("other"));

        for (Home each : List.of(home, other)) {
            lay(each, LATE, "2 2024 IN_PROGRESS");
        }
        run(home, this::keeping);
        run(other, OfficialPapers::new);

        assertThat(TextHome.tree(home.output())).isEqualTo(TextHome.tree(other.output()));
        assertThat(changed(manifest(home, 1), manifest(home, 2)))
                .contains("kk/agencies/aqbulaq.xlsx", "ru/agencies/kokterek.xlsx")
                .doesNotContain("kk/agencies/aqbulaq.pdf");
    }

    @Test
    void knowsNothingOfWhatOtherTemplatesSaid() throws IOException {
        Home home = copy(first, folder.resolve("home"));
        Home other = copy(first, folder.resolve("other"));
        for (Home each : List.of(home, other)) {
            lay(each, LATE, "2 2024 IN_PROGRESS");
            Path letter = each.templates().resolve("pdf/reminder.ftlh");
            Files.writeString(letter, Files.readString(letter) + "<#-- other -->");
        }
        run(home, this::keeping);
        run(other, OfficialPapers::new);

        Set<String> all = manifest(home, 1).contents().keySet();
        assertThat(TextHome.tree(home.output())).isEqualTo(TextHome.tree(other.output()));
        assertThat(filled).containsExactlyInAnyOrderElementsOf(all);
    }

    private Papers keeping(Home home) {
        OfficialPapers papers = new OfficialPapers(home);
        try {
            return new KeptContents(new Watched(papers, filled), home.contents(), papers.program());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Home home, Papers.Opening papers) {
        RunResult result =
                new QuarterlyRun(
                                home,
                                Clock.fixed(NOW, ZoneOffset.UTC),
                                (_, _) -> new TextRooms(),
                                papers,
                                (_, _, _) -> {})
                        .run(QuarterlyRun.Order.NEWEST);
        assertThat(result).isInstanceOf(RunResult.Published.class);
    }

    private static Home copy(Home home, Path folder) throws IOException {
        return new TextHome(home, new TextRooms()).copy(folder).home();
    }

    private static void lay(Home home, String path, String claims) throws IOException {
        Path file = home.inbox().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, PERIOD + " village-libraries-2026\n" + claims + "\n");
    }

    private static Manifest manifest(Home home, int issue) throws IOException {
        return Manifest.in(home.output().resolve(".issues/" + PERIOD + "-" + issue)).orElseThrow();
    }

    /// Documents that both have and that say something else in one than in the other.
    private static Set<String> changed(Manifest one, Manifest other) {
        Set<String> changed = new TreeSet<>(one.contents().keySet());
        changed.retainAll(other.contents().keySet());
        Set<Map.Entry<String, String>> said = one.contents().entrySet();
        other.contents().entrySet().stream()
                .filter(said::contains)
                .forEach(same -> changed.remove(same.getKey()));
        return changed;
    }
}
