package kz.esep.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;

/// Lets a command that is asked to stop say how it ended: without them the process would be gone
/// while the words are still on their way.
final class LastWords implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread hook;

    /// @param awaited whether there will be any: what was not begun is not waited for
    LastWords(BooleanSupplier awaited) {
        hook =
                new Thread(
                        () -> {
                            if (awaited.getAsBoolean()) {
                                await();
                            }
                        },
                        "esep-last-words");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            if (!said.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(LastWords.class)
                        .warn("The command did not end within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        said.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already, and the hook has run
        }
    }
}
