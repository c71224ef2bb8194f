package kz.esep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Reading;
import kz.esep.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an amendment of the invented plan changed, row by row and cell by cell.
class PlanChangesTest {

    private static final Path RESOURCES = Path.of("src/test/resources/plans/libraries");
    private static final String FIRST = "village-libraries-2026.r12.yaml";
    private static final String SECOND = "village-libraries-2026.r45.yaml";

    @TempDir private Path root;

    /// Order 45 put a measure first, reworded one, renumbered one, put off one and dropped one.
    @Test
    void tellsEachMeasureThatAnAmendmentTouched() throws IOException {
        assertThat(changes(text(SECOND)))
                .containsExactly(
                        "ADDED – → 1: Внести предложения о безбарьерной среде в библиотеках",
                        "CHANGED 1 → 2 (renumbered): Обновить фонды сельских библиотек",
                        "TITLE kk: Ауылдық кітапханалардың қорын [толықтыру] / Ауылдық"
                                + " кітапханалардың қорын [жаңарту]",
                        "TITLE ru: [Пополнить ]фонды сельских библиотек / [Обновить ]фонды сельских"
                                + " библиотек",
                        "RENUMBERED 2 → 3 (renumbered): Сократить срок ожидания книги",
                        "CHANGED 4 → 4: Утвердить правила электронного каталога",
                        "DEADLINE kk: [2024 ]жыл / [2025 ]жыл",
                        "DEADLINE ru: [2024 ]год / [2025 ]год",
                        "REMOVED 3 → –: Обучить библиотекарей");
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        was                               | is                             | row                                                                                                                       | cell
        ru: не требуется}\\n    aggregation| ru: требуется}\\n    aggregation| CHANGED 2 → 2: Сократить срок ожидания книги                                                                              | COST ru: [не ]требуется / требуется
        kk: Статистикалық деректер        | kk: Деректер                   | CHANGED 2 → 2: Сократить срок ожидания книги                                                                              | FORM kk: [Статистикалық деректер] / [Деректер]
        ru: "АБД, КСС"                    | ru: "АБД"                      | CHANGED 4 → 4: Утвердить правила электронного каталога                                                                    | EXECUTORS ru: [АБД, КСС] / [АБД]
        2022–2026 годы}                   | 2022–2025 годы}                | CHANGED 2 → 2: Сократить срок ожидания книги                                                                              | DEADLINE ru: [2022–2026 ]годы / [2022–2025 ]годы
        ежегодно – 1 200                  | ежегодно – 1 300               | CHANGED 3 → 3: Обучить библиотекарей                                                                                      | INDICATOR ru: Число обученных библиотекарей: ежегодно – 1 [200] / Число обученных библиотекарей: ежегодно – 1 [300]
        ru: План развития                 | ru: План обновления            | PLAN – → –: План обновления сельских библиотек на 2022–2026 годы (вымышлен для испытания программы)                       | TITLE ru: План [развития ]сельских библиотек на 2022–2026 годы (вымышлен для испытания программы) / План [обновления ]сельских библиотек на 2022–2026 годы (вымышлен для испытания программы)
        """)
    // spotless:on
    void tellsEachCellThatReadsOtherwise(String was, String is, String row, String cell)
            throws IOException {
        String sound = text(FIRST);
        String old = was.replace("\\n", "\n");
        assertThat(sound).contains(old);

        assertThat(changes(amended(sound.replaceFirst(quoted(old), is.replace("\\n", "\n")))))
                .containsExactly(row, cell);
    }

    /// The name of a section is a cell of each of its measures, and of the plan.
    @Test
    void tellsANewNameOfASectionOfThePlanAndOfItsMeasures() throws IOException {
        assertThat(
                        changes(
                                amended(
                                        text(FIRST)
                                                .replace("kk: Қор,", "kk: Кітап қоры,")
                                                .replace("ru: Обслуживание", "ru: Услуги"))))
                .containsExactly(
                        "PLAN – → –: План развития сельских библиотек на 2022–2026 годы (вымышлен"
                                + " для испытания программы)",
                        "SECTION kk: [Қор; ]Қызмет көрсету / [Кітап қоры; ]Қызмет көрсету",
                        "SECTION ru: Фонды; [Обслуживание] / Фонды; [Услуги]",
                        "CHANGED 1 → 1: Пополнить фонды сельских библиотек",
                        "SECTION kk: [Қор] / [Кітап қоры]",
                        "CHANGED 2 → 2: Сократить срок ожидания книги",
                        "SECTION ru: [Обслуживание] / [Услуги]",
                        "CHANGED 3 → 3: Обучить библиотекарей",
                        "SECTION ru: [Обслуживание] / [Услуги]",
                        "CHANGED 4 → 4: Утвердить правила электронного каталога",
                        "SECTION ru: [Обслуживание] / [Услуги]");
    }

    @Test
    void tellsABudgetProgrammeThatCameOrWent() throws IOException {
        String with =
                text(FIRST)
                        .replaceFirst(
                                "(?m)^    indicator:",
                                "    budget-programme: {number: \"033\", administrator: agb, named: true, kk:"
                                        + " 033 бағдарлама, ru: программа 033}\n    indicator:");

        assertThat(changes(amended(with)))
                .containsExactly(
                        "CHANGED 1 → 1: Пополнить фонды сельских библиотек",
                        "PROGRAMME kk:  / [033 бағдарлама]",
                        "PROGRAMME ru:  / [программа 033]");
    }

    @Test
    void tellsNothingOfARedactionThatChangedNothing() throws IOException {
        assertThat(changes(amended(text(FIRST)))).isEmpty();
    }

    private static String text(String file) throws IOException {
        return Files.readString(RESOURCES.resolve(file));
    }

    /// The first redaction's text as that of order 45.
    private static String amended(String text) {
        return text.replace("redaction: \"12\"", "redaction: \"45\"")
                .replace("number: \"12\"", "number: \"45\"")
                .replace("{from: 2022-01-01}", "{from: 2024-03-01}");
    }

    private static String quoted(String text) {
        return java.util.regex.Pattern.quote(text);
    }

    /// @param amendment the text of redaction 45
    private List<String> changes(String amendment) throws IOException {
        Path folder = Files.createDirectory(root.resolve("plan"));
        Files.copy(RESOURCES.resolve(FIRST), folder.resolve(FIRST));
        Files.writeString(folder.resolve(SECOND), amendment);
        Plan plan =
                value(
                                PlanFolder.read(
                                        folder,
                                        value(
                                                RegisterFile.read(
                                                        RESOURCES.resolve("agencies.yaml")))))
                        .defaultPlan();
        PlanChanges changes =
                PlanChanges.between(
                        plan.redaction("12").orElseThrow(), plan.redaction("45").orElseThrow());
        assertThat(changes.before().id()).isEqualTo("12");
        assertThat(changes.after().id()).isEqualTo("45");
        return changes.rows().stream().flatMap(PlanChangesTest::told).toList();
    }

    private static <T> T value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T> accepted -> accepted.value();
            case Reading.Refused<T> refused -> throw new AssertionError(refused.findings());
        };
    }

    private static Stream<String> told(PlanChanges.Row row) {
        List<String> lines = new ArrayList<>();
        lines.add(
                row.kind()
                        + " "
                        + row.was().map(String::valueOf).orElse("–")
                        + " → "
                        + row.is().map(String::valueOf).orElse("–")
                        + (row.renumbered() ? " (renumbered)" : "")
                        + ": "
                        + row.title().ru());
        for (PlanChanges.Change change : row.fields()) {
            for (Language language : List.of(Language.KK, Language.RU)) {
                assertThat(change.in(language.tag())).isEqualTo(change.in(language));
                change.in(language)
                        .ifPresent(words ->
                                lines.add(
                                        change.field()
                                                + " "
                                                + language.tag()
                                                + ": "
                                                + marked(words.before())
                                                + " / "
                                                + marked(words.after())));
            }
        }
        return lines.stream();
    }

    private static String marked(List<PlanChanges.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.changed() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
