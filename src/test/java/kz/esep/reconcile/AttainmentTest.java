package kz.esep.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import kz.esep.plan.Indicator;
import kz.esep.plan.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttainmentTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        direction | target | actual   | outcome    | remarkable
        AT_LEAST  | 80     | 71.99    | NOT_MET    | false
        AT_LEAST  | 80     | 72       | PARTLY_MET | false
        AT_LEAST  | 80     | 79.99996 | PARTLY_MET | false
        AT_LEAST  | 80     | 80       | MET        | false
        AT_LEAST  | 80     | 95.99    | MET        | false
        AT_LEAST  | 80     | 96       | MET        | true
        AT_LEAST  | 0      | 0        | MET        | false
        AT_LEAST  | 0      | 5        | MET        | false
        AT_MOST   | 80     | 66.66    | MET        | true
        AT_MOST   | 80     | 66.67    | MET        | false
        AT_MOST   | 80     | 80       | MET        | false
        AT_MOST   | 80     | 80.01    | PARTLY_MET | false
        AT_MOST   | 80     | 88.88    | PARTLY_MET | false
        AT_MOST   | 80     | 88.89    | NOT_MET    | false
        AT_MOST   | 80     | 0        | MET        | true
        AT_MOST   | 0      | 0        | MET        | false
        AT_MOST   | 0      | 0.01     | NOT_MET    | false
        """)
    // spotless:on
    void saysHowFarAValueReachesItsTarget(
            Indicator.Direction direction,
            BigDecimal target,
            BigDecimal actual,
            TargetResult.Outcome outcome,
            boolean remarkable) {
        assertEquals(
                new Attainment(outcome, remarkable),
                Attainment.of(actual, target, direction, Parameters.DEFAULT));
    }
}
