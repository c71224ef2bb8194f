package kz.esep.demo;

import java.util.SplittableRandom;

/// Chance that comes out the same each time: it depends on the seed and on what it is asked about,
/// never on the order of asking.
final class Chance {

    /// The number of the resolution that approved the plan.
    private static final long SEED = 326;

    private Chance() {}

    /// From 0 up to, but not, 1.
    static double share(Object... about) {
        long seed = SEED;
        for (Object part : about) {
            seed = seed * 31 + part.toString().hashCode();
        }
        return new SplittableRandom(seed).nextDouble();
    }

    /// From 0 up to, but not, a bound.
    static int below(int bound, Object... about) {
        return (int) (share(about) * bound);
    }

    /// From −1 to 1.
    static double swing(Object... about) {
        return 2 * share(about) - 1;
    }
}
