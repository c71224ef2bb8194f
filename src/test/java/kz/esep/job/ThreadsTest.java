package kz.esep.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kz.esep.findings.Reading;
import kz.esep.plan.PlanChanges;
import kz.esep.publish.Issues;
import kz.esep.reconcile.Reconciliation;
import kz.esep.render.Said;
import kz.esep.report.Provenance;
import kz.esep.report.Receipt;
import kz.esep.settings.InForce;
import kz.esep.settings.SettingsReading;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `run.threads` is how many files are read at once, and how many documents written.
class ThreadsTest {

    @TempDir Path folder;

    /// Those who are in a place together.
    private static final class Crowd {

        private final CountDownLatch expected;
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        /// @param expected the first of them wait until they are so many
        Crowd(int expected) {
            this.expected = new CountDownLatch(expected);
        }

        <T> T with(Callable<T> work) throws IOException {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            expected.countDown();
            try {
                if (!expected.await(2, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("nobody else comes");
                }
                return work.call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                inside.decrementAndGet();
            }
        }
    }

    /// The same papers, of which it is seen how many are written at once.
    private record Watched(Papers papers, Crowd writers) implements Papers {

        @Override
        public Documents documents(
                Reconciliation reconciliation, Provenance provenance, PlanChanges changes) {
            Documents documents = papers.documents(reconciliation, provenance, changes);
            return new Documents() {
                @Override
                public List<String> paths() {
                    return documents.paths();
                }

                @Override
                public Said content(String path, Provenance issue) throws IOException {
                    return documents.content(path, issue);
                }

                @Override
                public Said write(String path, Provenance issue, OutputStream out)
                        throws IOException {
                    return writers.with(() -> documents.write(path, issue, out));
                }

                @Override
                public Optional<String> inputs(String path, Set<String> asked, Provenance issue) {
                    return documents.inputs(path, asked, issue);
                }
            };
        }

        @Override
        public SortedMap<String, Issues.Content> answer(Receipt receipt, Optional<Path> snapshot)
                throws IOException {
            return papers.answer(receipt, snapshot);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void worksOnAsManyPartsAtOnceAsTheSettingsSay(int threads) throws IOException {
        TextHome there = TextHome.in(folder);
        there.lay("akmola/form.txt", "2024-Q4\n2 2024 DONE\n");
        InForce inForce =
                switch (SettingsReading.read(
                        List.of(), Map.of("ESEP_RUN_THREADS", String.valueOf(threads)))) {
                    case Reading.Accepted<InForce>(InForce accepted, _) -> accepted;
                    case Reading.Refused<InForce> refused ->
                            throw new AssertionError(refused.findings());
                };
        Crowd readers = new Crowd(threads);
        Crowd writers = new Crowd(threads);

        RunResult result =
                new QuarterlyRun(
                                there.home().with(inForce.settings()),
                                Clock.fixed(TextHome.NOW, ZoneOffset.UTC),
                                (_, _) ->
                                        (snapshot, received) ->
                                                readers.with(() ->
                                                        there.rooms().read(snapshot, received)),
                                _ -> new Watched(there.rooms(), writers),
                                (_, _, _) -> {})
                        .run(QuarterlyRun.Order.NEWEST);

        assertThat(result).isInstanceOf(RunResult.Published.class);
        assertThat(readers.most).hasValue(threads);
        assertThat(writers.most).hasValue(threads);
    }
}
