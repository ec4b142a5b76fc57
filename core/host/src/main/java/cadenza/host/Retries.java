package cadenza.host;

import cadenza.host.sampling.Xoshiro256;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Makes outputs until each is as it must be: one that is not is dropped, and made anew from another seed, which follows
 * from its first one: the upper 31 bits of what {@link Xoshiro256} gives next, so that seeds can be told and typed. So
 * the same first seed ends in the same output on every machine.
 *
 * <p>An output's recipe has the seed that it was made with at last, and is replayed without being judged again.
 *
 * @param <T> an output
 */
public final class Retries<T> {
    /** How often an output is made at most where nothing else is said, the first time included. */
    public static final int TRIES = 20;

    private static final int SEED_BITS = 31;

    private final int most;
    private final ToLongFunction<T> fault;
    private final BooleanSupplier interrupted;

    /** One output to be made. @param place which of the outputs, 0 the first @param seed what makes it */
    public record Attempt(int place, long seed) {}

    /**
     * What an output came to.
     *
     * @param output the first that is as it must be; if none is, the first of those with the smallest fault
     * @param fault of that output; 0 where it is as it must be
     * @param seed what made that output
     * @param tries how many were made
     */
    public record Tried<T>(T output, long fault, long seed, int tries) {
        /** Whether it is as it must be. */
        public boolean kept() {
            return fault == 0;
        }
    }

    /**
     * @param most how often each output is made at most, 1 or more
     * @param fault how far an output is from what it must be; 0 where it is as it must be, never negative
     */
    public Retries(int most, ToLongFunction<T> fault) {
        this(most, fault, () -> false);
    }

    /** @param interrupted asked before another try: whether what there is has to do */
    public Retries(int most, ToLongFunction<T> fault, BooleanSupplier interrupted) {
        this.most = most;
        this.fault = fault;
        this.interrupted = interrupted;
    }

    /**
     * Makes outputs, several at a time as long as several are not as they must be.
     *
     * @param seeds the first of each output; at least one
     * @param make makes an output of each attempt, in their order
     * @return for each seed what it came to, in order
     */
    public List<Tried<T>> run(List<Long> seeds, Function<List<Attempt>, List<T>> make) {
        List<Xoshiro256> following = seeds.stream().map(Xoshiro256::new).toList();
        List<Tried<T>> tried = new ArrayList<>();
        seeds.forEach(seed -> tried.add(null));
        List<Integer> open = IntStream.range(0, seeds.size()).boxed().toList();
        for (int tries = 1; tries <= most && !open.isEmpty() && (tries == 1 || !interrupted.getAsBoolean()); tries++) {
            boolean first = tries == 1;
            List<Attempt> attempts = open.stream()
                    .map(place -> new Attempt(place, first ? seeds.get(place) : follows(following.get(place))))
                    .toList();
            List<T> outputs = make.apply(attempts);
            for (int i = 0; i < attempts.size(); i++) {
                int place = attempts.get(i).place();
                tried.set(place, better(tried.get(place), outputs.get(i), attempts.get(i), tries));
            }
            open = open.stream().filter(place -> !tried.get(place).kept()).toList();
        }
        return tried;
    }

    /** The seed that follows. */
    static long follows(Xoshiro256 seeds) {
        return seeds.nextLong() >>> Long.SIZE - SEED_BITS;
    }

    private Tried<T> better(Tried<T> before, T output, Attempt attempt, int tries) {
        long own = fault.applyAsLong(output);
        return before == null || own < before.fault()
                ? new Tried<>(output, own, attempt.seed(), tries)
                : new Tried<>(before.output(), before.fault(), before.seed(), tries);
    }
}
