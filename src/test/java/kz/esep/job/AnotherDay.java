package kz.esep.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// Makes the newest report of the working folder, in a process whose clock says another day.
public final class AnotherDay {

    private AnotherDay() {}

    /// @param arguments the moment
    public static void main(String[] arguments) {
        RunResult result =
                new QuarterlyRun(
                                new Home(Path.of("")),
                                Clock.fixed(Instant.parse(arguments[0]), ZoneOffset.UTC),
                                Workbooks::ofAgencies,
                                Papers::official,
                                (_, _, _) -> {})
                        .run(QuarterlyRun.Order.NEWEST);
        if (!(result instanceof RunResult.Published)) {
            throw new IllegalStateException(result.toString());
        }
    }
}
