package cadenza.host.rewriting;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Vocabulary;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A whole sequence of tokens, place by place: where in the music each lies, what the grammar allows there and what it
 * would do. Of a codec that a {@link cadenza.api.MaskedPredictor} goes with: what is allowed at a place does not depend on
 * what stands at others. Immutable, safe for use by several threads.
 */
public final class Sheet {
    /** The voice of a place that belongs to none. */
    public static final int NO_VOICE = -1;

    private final Codec<?> codec;
    private final int[] tokens;
    private final long[] ticks;
    private final List<Effect> effects = new ArrayList<>(); // of the tokens as they stand
    private final List<Options> options = new ArrayList<>();

    /** Walks along a sequence. @param tokens as the codec writes a document; copied */
    public Sheet(Codec<?> codec, int[] tokens) {
        this.codec = codec;
        this.tokens = tokens.clone();
        ticks = new long[tokens.length];
        Place here = Place.start(codec);
        Choices choices = new Choices(codec.vocabulary().size());
        Map<List<Effect>, Options> distinct = new HashMap<>(); // looked up, never walked through
        for (int place = 0; place < tokens.length; place++) {
            choices.begin(here.state(), here.playhead());
            options.add(distinct.computeIfAbsent(effects(choices), Options::of));
            ticks[place] = here.playhead().tick();
            effects.add(here.follow(tokens[place]));
        }
    }

    private Sheet(Sheet other, int[] tokens) {
        codec = other.codec;
        this.tokens = tokens;
        ticks = other.ticks;
        options.addAll(other.options);
        for (int place = 0; place < tokens.length; place++) {
            effects.add(
                    tokens[place] == other.tokens[place] ? other.effect(place) : other.effect(place, tokens[place]));
        }
    }

    /**
     * The same places with other tokens, each of which is allowed where it differs. Much faster than to walk along them:
     * neither what is allowed nor any tick depends on which of the allowed tokens stand there.
     *
     * @param others {@code [length]}; copied
     * @throws IllegalArgumentException if a token is not allowed in its place
     */
    public Sheet with(int[] others) {
        for (int place = 0; place < tokens.length; place++) {
            if (others[place] != tokens[place] && !allows(place, others[place])) {
                throw new IllegalArgumentException("token " + others[place] + " is not allowed in place " + place);
            }
        }
        return new Sheet(this, others.clone());
    }

    private static List<Effect> effects(Choices choices) {
        Effect[] effects = new Effect[choices.size()];
        Arrays.setAll(effects, choices::effect);
        return Arrays.asList(effects);
    }

    /**
     * What may stand in a place; many places share one.
     *
     * @param effects by token; null for what is not allowed
     * @param first the allowed token of the lowest id
     * @param open whether it can be redone
     */
    private record Options(List<Effect> effects, int first, int voice, boolean open) {
        static Options of(List<Effect> effects) {
            int first = Vocabulary.UNKNOWN;
            int voice = NO_VOICE;
            int allowed = 0;
            boolean several = false;
            boolean written = false;
            for (int token = effects.size() - 1; token >= 0; token--) {
                Effect effect = effects.get(token);
                if (effect != null) {
                    first = token;
                    allowed++;
                    written |= effect instanceof Effect.Write;
                    if (effect instanceof Effect.Sound sound) {
                        several |= voice != NO_VOICE && voice != sound.channel();
                        voice = sound.channel();
                    }
                }
            }
            boolean open = allowed > 1 && (written || voice != NO_VOICE);
            return new Options(effects, first, several ? NO_VOICE : voice, open);
        }
    }

    /** Whose tokens these are. */
    public Codec<?> codec() {
        return codec;
    }

    /** How many places there are. */
    public int length() {
        return tokens.length;
    }

    /** The tokens as they stand, {@code [length]}; a copy. */
    public int[] tokens() {
        return tokens.clone();
    }

    /** The token that stands in a place. */
    public int token(int place) {
        return tokens[place];
    }

    /** What the token that stands in a place does. */
    public Effect effect(int place) {
        return effects.get(place);
    }

    /** Whether the grammar allows a token in a place. */
    public boolean allows(int place, int token) {
        return options.get(place).effects().get(token) != null;
    }

    /** What a token that is allowed in a place would do there; null for one that is not. */
    public Effect effect(int place, int token) {
        return options.get(place).effects().get(token);
    }

    /** Ticks before a place since the first bar line, or since that before an upbeat; 0 in a text. */
    public long tick(int place) {
        return ticks[place];
    }

    /**
     * The channel, 0 to 15, that the notes which may begin in a place sound on; {@link #NO_VOICE} where none may, as in a
     * text or where tokens name meter or key, or where they may sound on several.
     */
    public int voice(int place) {
        return options.get(place).voice();
    }

    /** Whether a place can be redone: several tokens are allowed, and some of them begin a note or write. */
    public boolean open(int place) {
        return options.get(place).open();
    }

    /** The voices that there are, ascending. */
    public NavigableSet<Integer> voices() {
        NavigableSet<Integer> voices = new TreeSet<>();
        for (Options one : options) {
            if (one.voice() != NO_VOICE) {
                voices.add(one.voice());
            }
        }
        return voices;
    }

    /** All places that can be redone, ascending. */
    public int[] places() {
        return places(this::open);
    }

    /** Those that can be redone of a range of ticks, ascending. @param from inclusive @param to exclusive */
    public int[] places(long from, long to) {
        return places(place -> open(place) && ticks[place] >= from && ticks[place] < to);
    }

    /** Those that can be redone of a range of ticks and some voices, ascending. @param from inclusive @param to exclusive */
    public int[] places(long from, long to, Set<Integer> voices) {
        return places(
                place -> open(place) && ticks[place] >= from && ticks[place] < to && voices.contains(voice(place)));
    }

    private int[] places(IntPredicate which) {
        return IntStream.range(0, tokens.length).filter(which).toArray();
    }

    /**
     * The grammar along this sheet, told from what is known of its places: a walk over it asks the codec nothing, which
     * would be most of the host's work in a pass.
     */
    CodecState along() {
        return new CodecState() {
            private int place;

            @Override
            public void allowed(boolean[] allowed) {
                List<Effect> possible = options.get(place).effects();
                for (int token = 0; token < allowed.length; token++) {
                    allowed[token] = possible.get(token) != null;
                }
            }

            @Override
            public Effect effect(int token) {
                Effect effect = options.get(place).effects().get(token);
                return effect == null ? effects.get(place) : effect; // an unknown token, which stays as it stands
            }

            @Override
            public void accept(int token) {
                place++;
            }
        };
    }

    /**
     * Tokens of which some are hidden: in each masked place stands the allowed token of the lowest id. So what is masked
     * cannot be read, not even by a predictor that breaks its contract.
     *
     * @param current tokens of all places, {@code [length]}; not changed
     */
    int[] hidden(int[] current, int[] masked) {
        int[] hidden = current.clone();
        for (int place : masked) {
            hidden[place] = options.get(place).first();
        }
        return hidden;
    }
}
