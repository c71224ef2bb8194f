package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.esep.report.ConsolidatedReport;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Equal models have one name, and no others have it.
class ModelNameTest {

    private static final Reports WHOLE = Reports.of(Samples.whole(), Samples.provenance());
    private static final Reports FEW = Reports.of(Samples.few(), Samples.provenance());

    @ParameterizedTest
    @EnumSource(Kind.class)
    void namesWhatEveryDocumentIsGiven(Kind kind) {
        ModelNames names = new ModelNames(WHOLE);
        Set<String> asked = new TreeSet<>(List.of("report", "charts"));
        if (kind.isOfContent()) {
            asked.add("documents");
        }

        assertThat(kind.documents(WHOLE))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(names.of(document, asked)).isPresent());
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "INDEX")
    void givesEachAgencysDocumentsOneName(Kind kind) {
        ModelNames names = new ModelNames(WHOLE);
        Map<Optional<String>, Set<Optional<String>>> byAgency = new HashMap<>();
        kind.documents(WHOLE)
                .forEach(document ->
                        byAgency.computeIfAbsent(document.agency(), _ -> new HashSet<>())
                                .add(names.of(document, Set.of("report"))));

        assertThat(byAgency.values()).allSatisfy(all -> assertThat(all).hasSize(1));
        assertThat(new HashSet<>(byAgency.values())).hasSameSizeAs(byAgency.values());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void namesEqualModelsAlike(Kind kind) {
        Reports again = Reports.of(Samples.few(), Samples.provenance());

        assertThat(again.charts()).isNotSameAs(FEW.charts());
        assertThat(ModelName.of(again.charts())).isEqualTo(ModelName.of(FEW.charts()));
        for (DocumentId document : kind.documents(FEW)) {
            assertThat(ModelName.of(kind.content(again, document.agency())))
                    .isPresent()
                    .isEqualTo(ModelName.of(kind.content(FEW, document.agency())));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void namesAModelAlikeWhateverWasNamedBefore(Kind kind) {
        ModelName.Shared shared = new ModelName.Shared();
        for (DocumentId document : kind.documents(FEW)) {
            Object model = kind.content(FEW, document.agency());
            assertThat(ModelName.of(model, shared)).isEqualTo(ModelName.of(model));
        }
    }

    static Stream<Record> models() {
        ConsolidatedReport all =
                Reports.of(Samples.few(), Samples.reissued(Samples.few())).consolidated();
        return Stream.of(
                all.executors().getFirst(),
                all.conservation(),
                all.changes(),
                all.reissue().orElseThrow(),
                FEW.agency("mz"),
                FEW.regions(),
                FEW.discipline(),
                FEW.findings(),
                FEW.reminder(FEW.reminded().getFirst()),
                FEW.charts());
    }

    @ParameterizedTest
    @MethodSource("models")
    void tellsModelsApartThatDifferInOneThing(Record model) {
        Map<Optional<String>, String> names = new HashMap<>();
        names.put(ModelName.of(model), "as it was");

        Altered.each(
                model,
                (component, other) ->
                        assertThat(names.put(ModelName.of(other), component))
                                .as(component)
                                .isNull());

        assertThat(names).doesNotContainKey(Optional.empty());
        assertThat(names).hasSizeGreaterThan(model.getClass().getRecordComponents().length);
    }

    static Stream<List<Object>> unlike() {
        return Stream.of(
                List.of("12", "1", "2"),
                List.of(1, 1L, BigDecimal.ONE, new BigDecimal("1.0"), "1", true),
                List.of(Optional.empty(), Optional.of(Optional.empty()), List.of(), "", Set.of()),
                List.of(List.of("a", "b"), List.of("ab"), List.of("b", "a"), List.of("a", "b", "")),
                List.of(List.of(List.of(), "a"), List.of(List.of("a"))),
                List.of("?", "\uD83D", "\uDE00", "\uD83D\uDE00"),
                List.of("a\uDE00".repeat(5000), "a\uDE00".repeat(5000) + "b"),
                List.of(LocalDate.EPOCH, LocalDate.EPOCH.atStartOfDay(), 0L),
                List.of(
                        new TreeMap<>(Map.of("a", "b")),
                        new TreeMap<>(Map.of("b", "a")),
                        new TreeMap<>(Map.of("a", "b", "c", "d"))),
                List.of(new One("x"), new Other("x"), new One("y"), "x"));
    }

    record One(String value) {}

    record Other(String value) {}

    @ParameterizedTest
    @MethodSource("unlike")
    void tellsApartWhatLooksAlike(List<Object> models) {
        assertThat(models.stream().map(ModelName::of).distinct()).hasSize(models.size());
        assertThat(models.stream().map(ModelName::of)).doesNotContain(Optional.empty());
    }

    /// An accessor may tell less than a method of the same record knows.
    @Test
    void looksAtWhatARecordHoldsAndNotAtWhatItTells() {
        assertThat(ModelName.of(new Silent("one"))).isNotEqualTo(ModelName.of(new Silent("other")));
    }

    record Silent(String value) {
        @Override
        public String value() {
            return "";
        }
    }

    @Test
    void doesNotMindTheOrderThatTheMachineMakes() {
        List<String> words = Arrays.asList("abcdefghijklmnopqrstuvwxyz".split(""));
        List<String> reversed = new ArrayList<>(words);
        Collections.reverse(reversed);

        assertThat(ModelName.of(Set.copyOf(words)))
                .isPresent()
                .isEqualTo(ModelName.of(Set.copyOf(reversed)))
                .isNotEqualTo(ModelName.of(Set.copyOf(words.subList(1, words.size()))));
        assertThat(ModelName.of(Map.of("a", 1, "b", 2)))
                .isPresent()
                .isEqualTo(ModelName.of(Map.of("b", 2, "a", 1)))
                .isNotEqualTo(ModelName.of(Map.of("a", 2, "b", 1)));
    }

    @Test
    void mindsTheOrderThatIsMeant() {
        Map<String, Integer> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", 2);
        Map<String, Integer> other = new LinkedHashMap<>();
        other.put("b", 2);
        other.put("a", 1);

        assertThat(ModelName.of(one)).isPresent().isNotEqualTo(ModelName.of(other));
    }

    static Stream<Object> strange() {
        return Stream.of(
                new Object(),
                Path.of("text"),
                new int[] {1},
                new HashMap<>(Map.of("a", 1)),
                new HashSet<>(Set.of(1)),
                1.5,
                new One("x").getClass());
    }

    @ParameterizedTest
    @MethodSource("strange")
    void doesNotNameWhatItDoesNotKnow(Object value) {
        assertThat(ModelName.of(value)).isEmpty();
        assertThat(ModelName.of(List.of("a", Optional.of(value)))).isEmpty();
        assertThat(ModelName.of(Map.of("a", value))).isEmpty();
    }
}
