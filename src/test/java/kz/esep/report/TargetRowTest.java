package kz.esep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.language.Bilingual;
import kz.esep.reconcile.TargetResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetRowTest {

    private static final Reports REPORTS = Reports.of(Samples.whole(), Samples.provenance());

    /// A value that misses its target is never printed as if it met it.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        target | actual        | decimals
        80     | 94.8333       | 1
        80     | 79.94         | 1
        80     | 79.96         | 2
        80     | 79.9996       | 4
        80     | 80.04         | 2
        80     | 80            | 1
        80     | 80.0000       | 1
        80     | 79.9999999999 | 9
        80     | ''            | 1
        ''     | 79.96         | 1
        """)
    // spotless:on
    void printsSoManyDecimalsThatAMissShows(String target, String actual, int decimals) {
        TargetRow row = row(number(target), number(actual));

        assertThat(row.decimals()).isEqualTo(decimals);
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static TargetRow row(Optional<BigDecimal> target, Optional<BigDecimal> actual) {
        return new TargetRow(
                REPORTS.consolidated().targets().getFirst().measure(),
                2024,
                TargetResult.Outcome.NOT_MET,
                target,
                actual,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                0,
                1,
                List.of(),
                List.of());
    }

    /// The six regions of June 2022, as far as they gave a value; a region's own report and the
    /// table of all regions mark it too.
    @Test
    void marksTheBrokenSeriesOfTheRegionsThatWereSplit() {
        LocalDate day = LocalDate.of(2022, 6, 8);

        assertThat(REPORTS.consolidated().targets().getFirst().breaks())
                .containsExactly(
                        new TargetRow.Break(
                                day,
                                List.of(
                                        new Bilingual("Абай облысы", "область Абай"),
                                        new Bilingual("Алматы облысы", "Алматинская область"),
                                        new Bilingual("Қарағанды облысы", "Карагандинская область"),
                                        new Bilingual(
                                                "Шығыс Қазақстан облысы",
                                                "Восточно-Казахстанская область"))));
        assertThat(REPORTS.agency("abai").targets().getFirst().breaks())
                .containsExactly(
                        new TargetRow.Break(
                                day, List.of(new Bilingual("Абай облысы", "область Абай"))));
        assertThat(REPORTS.agency("akmola").targets())
                .allSatisfy(target -> assertThat(target.breaks()).isEmpty());
        assertThat(REPORTS.charts().regions().rows())
                .filteredOn(region -> region.brokenOn().isPresent())
                .extracting(region -> region.figures().id())
                .containsExactlyInAnyOrder("abai", "almaty-region", "zhetisu", "karaganda", "vko");
    }
}
