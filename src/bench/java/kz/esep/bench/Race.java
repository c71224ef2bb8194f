package kz.esep.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Several ways to the same thing, by turns in one process, so that a noisy machine is noisy for
/// all: processor time and memory asked for, of the working thread; the medians of many rounds
/// after a warm-up. In each round they come in another order, drawn by lot from a seed: who comes
/// after its kin finds the processor's memory warm, and the same ones must not always have that.
final class Race {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    interface Runner {
        /// @param round from below 0 in the warm-up; the same round has the same content for all
        /// @return what it made: pages, bytes
        long run(int round) throws Exception;
    }

    record Result(double milliseconds, double mebibytes, long made) {
        double over(Result other) {
            return rounded(milliseconds / other.milliseconds, 2);
        }

        double cpu() {
            return rounded(milliseconds, 1);
        }

        double memory() {
            return rounded(mebibytes, 1);
        }
    }

    private static final long SEED = 1142;

    private final Map<String, Runner> runners = new LinkedHashMap<>();

    /// What one of them has cost so far.
    private static final class Lane {
        private final Runner runner;
        private final double[] milliseconds;
        private final double[] mebibytes;
        private long made;

        Lane(Runner runner, int rounds) {
            this.runner = runner;
            this.milliseconds = new double[rounds];
            this.mebibytes = new double[rounds];
        }

        void run(int round) throws Exception {
            long memory = THREAD.getCurrentThreadAllocatedBytes();
            long time = THREAD.getCurrentThreadCpuTime();
            made = runner.run(round);
            long spent = THREAD.getCurrentThreadCpuTime() - time;
            long asked = THREAD.getCurrentThreadAllocatedBytes() - memory;
            if (round >= 0) {
                milliseconds[round] = spent / 1e6;
                mebibytes[round] = asked / 1048576.0;
            }
        }

        Result result() {
            return new Result(median(milliseconds), median(mebibytes), made);
        }
    }

    Race with(String name, Runner runner) {
        runners.put(name, runner);
        return this;
    }

    Map<String, Result> run(int warmUp, int rounds) throws Exception {
        Map<String, Lane> lanes = new LinkedHashMap<>();
        runners.forEach((name, runner) -> lanes.put(name, new Lane(runner, rounds)));
        List<Lane> order = new ArrayList<>(lanes.values());
        Random lots = new Random(SEED);
        for (int round = -warmUp; round < rounds; round++) {
            Collections.shuffle(order, lots);
            for (Lane lane : order) {
                lane.run(round);
            }
        }
        Map<String, Result> results = new LinkedHashMap<>();
        lanes.forEach((name, lane) -> results.put(name, lane.result()));
        return results;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static double rounded(double value, int places) {
        return Double.parseDouble(String.format(Locale.ROOT, "%." + places + "f", value));
    }
}
