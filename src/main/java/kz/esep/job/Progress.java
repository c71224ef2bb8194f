package kz.esep.job;

/// Hears how far a run is; may be called by several threads, never by two at once.
@FunctionalInterface
public interface Progress {

    /// @param done of `total` parts; 0 when the stage begins, `total` when it ends
    void at(Stage stage, int done, int total);

    /// Hears who shares the work, when that changed.
    default void workers(Workers workers) {}
}
