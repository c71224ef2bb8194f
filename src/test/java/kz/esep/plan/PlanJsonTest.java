package kz.esep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Reading;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanJsonTest {

    private final JsonNode json = new JsonMapper().readTree(PlanJson.write(plan()));

    private static Redaction plan() {
        Register register = accepted(RegisterFile.read(Path.of("input/agencies.yaml")));
        return accepted(PlanFolder.read(Path.of("input/plan"), register)).redactions().getFirst();
    }

    private static <T> T accepted(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T>(T value, _) -> value;
            case Reading.Refused<T> refused -> throw new AssertionError(refused.findings());
        };
    }

    @Test
    void joinsTheLinesOfATitleByABlank() {
        assertThat(measure(53).get("title_kk").stringValue()).contains(" а) ").doesNotContain("\n");
        assertThat(measure(53).get("title_ru").stringValue()).contains(" а) ").doesNotContain("\n");
    }

    @Test
    void writesWholeTargetsAsIntegersAndOthersAsDecimals() {
        assertThat(measure(2).get("targets"))
                .hasToString(
                        "{\"2019\":88,\"2020\":89,\"2021\":90,\"2022\":91,\"2023\":92,\"2024\":93}");
        assertThat(measure(74).get("targets"))
                .hasToString("{\"2019\":11.7,\"2020\":12.2,\"2021\":12.7}");
        assertThat(measure(80).get("targets").isNull()).isTrue();
    }

    @Test
    void writesEachKindOfDeadline() {
        assertThat(measure(1).get("deadline"))
                .hasToString("{\"kind\":\"year\",\"from\":2020,\"to\":2020}");
        assertThat(measure(2).get("deadline"))
                .hasToString("{\"kind\":\"annual\",\"from\":null,\"to\":null}");
        assertThat(measure(15).get("deadline"))
                .hasToString("{\"kind\":\"range\",\"from\":2019,\"to\":2023}");
    }

    @Test
    void writesRemarksByExecutor() {
        assertThat(measure(42).get("executors_note").size()).isEqualTo(3);
        assertThat(measure(1).get("executors_note").isNull()).isTrue();
    }

    @Test
    void writesNullForAllThatTheSourceDoesNotHave() {
        assertThat(measure(90).properties())
                .filteredOn(entry -> !entry.getValue().isNull())
                .extracting(Map.Entry::getKey)
                .containsExactly("no", "section", "title_kk", "complete", "title_ru");
    }

    private JsonNode measure(int number) {
        return json.get("measures").get(number - 1);
    }
}
