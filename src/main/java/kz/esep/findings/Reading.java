package kz.esep.findings;

import java.util.List;

/// What was read, or why not; never neither.
public sealed interface Reading<T> {

    List<Finding> findings();

    record Accepted<T>(T value, List<Finding> findings) implements Reading<T> {
        public Accepted {
            findings = List.copyOf(findings);
        }
    }

    record Refused<T>(List<Finding> findings) implements Reading<T> {
        public Refused {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a refusal names at least one finding");
            }
        }
    }
}
