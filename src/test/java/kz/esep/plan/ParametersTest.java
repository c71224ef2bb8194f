package kz.esep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A plan sets the rules' parameters, or leaves them as usual.
class ParametersTest {

    private static final Path REAL = Path.of("input/plan/disability-rights-2025.r1142.yaml");
    private static final Register REGISTER =
            value(RegisterFile.read(Path.of("input/agencies.yaml")));

    @TempDir private Path folder = Path.of("folder");

    @Test
    void theRealPlanWritesDownTheUsualOnes() throws IOException {
        assertThat(Files.readString(REAL)).contains("\nparameters:");
        assertThat(value(RedactionFile.read(REAL, "real", REGISTER)).parameters())
                .isEqualTo(Parameters.DEFAULT);
    }

    @Test
    void whatAPlanDoesNotSayIsAsUsual() throws IOException {
        assertThat(value(with("")).parameters()).isEqualTo(Parameters.DEFAULT);
        assertThat(value(with("parameters: {}\n")).parameters()).isEqualTo(Parameters.DEFAULT);
    }

    @Test
    void aPlanMaySetEachOfThem() throws IOException {
        Parameters own =
                value(
                                with(
                                        """
                                        parameters:
                                          may-follow-period: []
                                          decimals: 2
                                          partly-from: 75
                                          remarkable-from: 150.5
                                          typed-may-differ: 0.5
                                          may-fall: 1
                                          may-jump: 40
                                          denominator-may-drift: 5
                                          measures-for-one-paper: 1
                                          may-prove-many: [document, statistics]
                                          short-text: 0
                                        """))
                        .parameters();

        assertThat(own)
                .isEqualTo(
                        new Parameters(
                                Set.of(),
                                2,
                                BigDecimal.valueOf(75),
                                new BigDecimal("150.5"),
                                new BigDecimal("0.5"),
                                BigDecimal.ONE,
                                BigDecimal.valueOf(40),
                                BigDecimal.valueOf(5),
                                1,
                                Set.of(
                                        CompletionForm.Kind.DOCUMENT,
                                        CompletionForm.Kind.STATISTICS),
                                0));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        parameter                 | refused at
        partly-form: 90           | parameters.partly-form
        partly-from: 101          | parameters.partly-from
        remarkable-from: 99       | parameters.remarkable-from
        may-jump: -1              | parameters.may-jump
        measures-for-one-paper: 0 | parameters.measures-for-one-paper
        may-prove-many: [letter]  | parameters.may-prove-many[0]
        """)
    // spotless:on
    void refusesAParameterThatDoesNotExistOrCannotBe(String parameter, String path)
            throws IOException {
        Reading<Redaction> refused = with("parameters: {" + parameter + "}\n");

        assertThat(refused).isInstanceOf(Reading.Refused.class);
        assertThat(refused.findings())
                .extracting(finding -> finding.arguments().get("path"))
                .contains(path);
    }

    /// @param own the plan's own block
    private Reading<Redaction> with(String own) throws IOException {
        String text =
                Files.readString(REAL).replaceFirst("(?m)^parameters:.*\\R(?: +\\S.*\\R)+", "");
        Path file = Files.writeString(folder.resolve("plan.yaml"), text + own);
        return RedactionFile.read(file, "plan.yaml", REGISTER);
    }

    private static <T> T value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T> accepted -> accepted.value();
            case Reading.Refused<T> refused -> throw new AssertionError(refused.findings());
        };
    }
}
