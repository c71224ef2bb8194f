package kz.esep.job;

import java.util.Locale;

/// A step of the quarterly job, in their order.
public enum Stage {
    LOAD,
    INTAKE,
    RECONCILE,
    RENDER,
    PUBLISH;

    /// The step's name in Batch's tables, the log and the message bundles.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
