package kz.esep.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one run did, when, and how it ended: a file for people who look after the program and for
/// their tools. No output of the ministry's, so it may speak of clocks.
///
/// @param version of the program
/// @param process its number
/// @param started ISO instant, and so is `ended`
/// @param outcome [#RUNNING] until the run ends
/// @param exitCode none while it runs
/// @param millis how long it took
/// @param issue what it was to make; empty where it did not come so far
/// @param steps those that this run began, in their order; a run that goes on with another one's
///   work passes over what that one had ended
/// @param counts what the published issue speaks of, by name
/// @param messages what the operator was told about a run that did not end well, and what to do
///   next, in the operator's language
/// @param log where more can be read
public record RunReport(
        String version,
        long process,
        String started,
        Optional<String> ended,
        String outcome,
        Optional<Integer> exitCode,
        long millis,
        Optional<IssueMade> issue,
        List<StepTime> steps,
        SortedMap<String, Long> counts,
        List<String> messages,
        String log) {

    static final String RUNNING = "running";

    /// Another run found that this one never ended: its process was killed, or the machine.
    static final String DIED = "died";

    public RunReport {
        steps = List.copyOf(steps);
        counts = new TreeMap<>(counts);
        messages = List.copyOf(messages);
    }

    /// @param asOf ISO instant
    /// @param folder what readers open
    public record IssueMade(String plan, String period, String asOf, int number, String folder) {}

    /// @param parts that were done, of `of`
    public record StepTime(String step, String started, long millis, int parts, int of) {}

    static RunReport begun(String version, long process, String started, String log) {
        return new RunReport(
                version,
                process,
                started,
                Optional.empty(),
                RUNNING,
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(),
                new TreeMap<>(Map.of()),
                List.of(),
                log);
    }

    RunReport died() {
        return new RunReport(
                version, process, started, ended, DIED, exitCode, millis, issue, steps, counts,
                messages, log);
    }

    boolean succeeded() {
        return exitCode.filter(code -> code == 0).isPresent() && issue.isPresent();
    }
}
