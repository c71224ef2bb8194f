package kz.esep.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.esep.findings.Finding;
import kz.esep.findings.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The limits are data, and errors in them have a line.
class LimitsFileTest {

    @TempDir Path folder;

    @Test
    void hasTheUsualLimitsInTheProjectsFileAndWithoutAFile() {
        Reading<Limits> usual = new Reading.Accepted<>(Limits.FORM, List.of());

        assertThat(LimitsFile.read(Path.of("input/limits.yaml"))).isEqualTo(usual);
        assertThat(LimitsFile.read(folder.resolve("none.yaml"))).isEqualTo(usual);
    }

    @Test
    void takesALimitThatIsGivenAndTheUsualOnesBesideIt() throws IOException {
        Reading<Limits> read = read("# ours\nrows: 200\nseconds: 2\n");

        Limits limits = ((Reading.Accepted<Limits>) read).value();
        assertThat(limits.rows()).isEqualTo(200);
        assertThat(limits.seconds()).isEqualTo(2);
        assertThat(limits.cells()).isEqualTo(Limits.FORM.cells());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        second line       | path     | problem
        rows: 0           | rows     | the number is less than 10
        rows: 99999999    | rows     | the number is greater than 1,048,576
        rows: many        | rows     | expected is a whole number
        rowz: 100         | rowz     | this key is unknown
        parts: 100        | parts    | this key stands twice
        """)
    // spotless:on
    void saysWhatIsWrongAndInWhichLine(String line, String path, String problem)
            throws IOException {
        Reading<Limits> read = read("parts: 100\n" + line + "\n");

        Finding finding = read.findings().getFirst();
        assertThat(finding.place()).hasToString("limits.yaml:2");
        assertThat(finding.arguments()).containsEntry("path", path);
        assertThat(Clerk.EN.say("finding.data-against-schema.what", finding.arguments()))
                .contains(problem);
    }

    private Reading<Limits> read(String text) throws IOException {
        return LimitsFile.read(Files.writeString(folder.resolve("limits.yaml"), text));
    }
}
