package kz.esep.job;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;

/// The threads that take files in and read them: as many as the settings say, for both together.
/// They end when they have had nothing to do for a while.
final class Readers {

    private final ForkJoinPool pool;

    Readers(Home home) {
        this.pool =
                new ForkJoinPool(
                        home.settings().run().threadsOn(Runtime.getRuntime().availableProcessors()),
                        Readers::thread,
                        null,
                        false);
    }

    /// Libraries find their services by the thread's class loader; that of the system, which a
    /// pool's threads have, sees none in the one runnable jar.
    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
        ForkJoinWorkerThread thread =
                ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setContextClassLoader(Readers.class.getClassLoader());
        return thread;
    }

    /// Does work whose parallel streams are theirs: such a stream takes the threads of the pool
    /// that it is begun in.
    <T> T together(Supplier<T> work) {
        return pool.submit(work::get).join();
    }
}
