package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        due  | done | on time | done in per cent | on time in per cent
        0    | 0    | 0       |                  |
        1    | 0    | 0       | 0.0              | 0.0
        1    | 1    | 0       | 100.0            | 0.0
        3    | 2    | 1       | 66.7             | 33.3
        8    | 1    | 1       | 12.5             | 12.5
        2000 | 1999 | 1       | 100.0            | 0.1
        2001 | 2000 | 1       | 100.0            | 0.0
        """)
    // spotless:on
    void isWrittenToOneDecimalAndNothingOfNothingIsNoFigure(
            int due,
            int done,
            int onTime,
            @Nullable BigDecimal donePercent,
            @Nullable BigDecimal onTimePercent) {
        Share share = new Share(due, done, onTime);

        assertEquals(Optional.ofNullable(donePercent), share.donePercent());
        assertEquals(Optional.ofNullable(onTimePercent), share.onTimePercent());
    }
}
