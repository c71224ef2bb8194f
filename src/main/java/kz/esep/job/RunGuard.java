package kz.esep.job;

/// Says before each piece of work whether the run still holds what makes it the only one.
@FunctionalInterface
interface RunGuard {

    /// A lock of the operating system ends with its process only.
    RunGuard FILE = () -> {};

    /// @throws Lost if another run may have begun
    void check();

    /// The connection that held the lock is gone.
    final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost() {
            super("The connection that held the run's lock is gone");
        }
    }
}
