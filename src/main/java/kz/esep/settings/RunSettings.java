package kz.esep.settings;

import java.nio.file.Path;

/// How the quarterly run works.
///
/// @param threads that read and render; 0: one per core
/// @param keepReports how many reports of runs are kept
/// @param metricsFile in Prometheus's text format, for node_exporter's textfile collector; relative
///   to the home
public record RunSettings(int threads, int keepReports, Path metricsFile) {
    public RunSettings {
        if (threads < 0) {
            throw new IllegalArgumentException("a run has no " + threads + " threads");
        }
        if (keepReports < 1) {
            throw new IllegalArgumentException("at least one report is kept, not " + keepReports);
        }
    }

    /// @param cores of this machine
    public int threadsOn(int cores) {
        return threads == 0 ? Math.max(2, cores) : threads;
    }
}
