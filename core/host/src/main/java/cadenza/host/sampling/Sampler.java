package cadenza.host.sampling;

import cadenza.api.Vocabulary;
import cadenza.host.sampling.stage.Candidates;
import cadenza.host.sampling.stage.Stage;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/**
 * Chooses a token from logits: takes them through the stages of its {@link SamplerSettings}, in the order that is told
 * there, and draws among what they leave. It computes in double precision with {@link StrictMath} and in a fixed order, so
 * that the choice is the same everywhere. Reuses its arrays: one generation, one thread.
 *
 * <p>Some stages remember the tokens of their generation: {@link #accept} tells them each, {@link #rewind} takes back.
 */
public final class Sampler {
    private final RandomGenerator random;
    private final SamplerListener listener;
    private final Candidates candidates;
    private final Stage[] stages;
    private final boolean greedy;
    private int accepted;

    /** One that no one listens to. @throws cadenza.api.UserException if the settings name a token that is not there */
    public Sampler(SamplerSettings settings, RandomGenerator random, Vocabulary vocabulary) {
        this(settings, random, vocabulary, SamplerListener.NONE);
    }

    /**
     * @param listener hears of each step
     * @throws cadenza.api.UserException if the settings name a token that is not there
     */
    public Sampler(SamplerSettings settings, RandomGenerator random, Vocabulary vocabulary, SamplerListener listener) {
        this(settings, random, vocabulary.size(), symbol -> id(vocabulary, symbol), listener);
    }

    /** One for tokens without names, of which the settings may name none. @param size number of tokens */
    public Sampler(SamplerSettings settings, RandomGenerator random, int size) {
        this(settings, random, size, symbol -> SamplerSettings.NO_TOKEN, SamplerListener.NONE);
    }

    private Sampler(
            SamplerSettings settings,
            RandomGenerator random,
            int size,
            ToIntFunction<String> id,
            SamplerListener listener) {
        this.random = random;
        this.listener = listener;
        candidates = new Candidates(size);
        stages = settings.stages(size, id).toArray(Stage[]::new);
        greedy = settings.temperature() == 0;
    }

    private static int id(Vocabulary vocabulary, String symbol) {
        int id = vocabulary.id(symbol);
        return id == Vocabulary.UNKNOWN ? SamplerSettings.NO_TOKEN : id;
    }

    /**
     * The next token. May be called again before it is accepted, with fewer tokens allowed; that takes further random
     * numbers, and changes nothing that is remembered.
     *
     * @param logits {@code [size]}, finite
     * @param allowed which tokens may be chosen, {@code [size]}; at least one
     */
    public int choose(float[] logits, boolean[] allowed) {
        return choose(logits, logits, allowed);
    }

    /**
     * The next token.
     *
     * @param network logits as the network gave them, {@code [size]}, for the listener
     * @param logits those to choose by, with what soft constraints prefer, {@code [size]}, finite
     * @param allowed which tokens may be chosen, {@code [size]}; at least one
     */
    public int choose(float[] network, float[] logits, boolean[] allowed) {
        candidates.begin(logits, allowed);
        listener.begun(network, candidates);
        for (Stage stage : stages) {
            stage.apply(candidates);
            listener.applied(stage, candidates);
        }
        int token = greedy ? candidates.likeliest() : candidates.draw(random);
        listener.chosen(token);
        return token;
    }

    /** Goes on with a token, whether it was chosen here or given. @param token of {@code [0, size)} */
    public void accept(int token) {
        accepted++;
        for (Stage stage : stages) {
            stage.accept(token);
        }
        listener.accepted(token, accepted);
    }

    /**
     * Forgets all but the first accepted tokens, as if the others had never been. The random source goes on.
     *
     * @param length how many to keep, 0 to as many as were accepted; 0 is always possible, as is going back by 65,536
     *     tokens; further than that a stage that remembers may throw {@link IllegalArgumentException}
     */
    public void rewind(int length) {
        if (length < 0 || length > accepted) {
            throw new IllegalArgumentException("cannot go back to " + length + " tokens of " + accepted);
        }
        for (Stage stage : stages) {
            stage.rewind(length);
        }
        accepted = length;
        listener.rewound(length);
    }
}
