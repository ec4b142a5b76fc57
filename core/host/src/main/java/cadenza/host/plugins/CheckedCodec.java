package cadenza.host.plugins;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.MusicCodec;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;

/** A plugin's codec whose every answer is checked. Its vocabulary is asked for once. */
class CheckedCodec<D extends Document> implements Codec<D> {
    private final Codec<D> codec;
    private final Medium medium;
    private final PluginCalls calls;
    private final Vocabulary vocabulary;

    private CheckedCodec(Codec<D> codec, Medium medium, PluginCalls calls) {
        this.codec = codec;
        this.medium = medium;
        this.calls = calls;
        vocabulary = calls.given(PluginMethod.VOCABULARY, codec::vocabulary);
        if (vocabulary.size() < 2) {
            throw breach(PluginMethod.VOCABULARY, "it has no token but the unknown one");
        }
    }

    /** @throws PluginException if it has no vocabulary */
    static CheckedCodec<?> of(Codec<?> codec, Medium medium, PluginCalls calls) {
        return codec instanceof MusicCodec music
                ? new OfMusic(music, medium, calls)
                : new CheckedCodec<>(codec, medium, calls);
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public int[] encode(D document) throws UnsuitableDocumentException {
        Encoded encoded = calls.call(PluginMethod.ENCODE, () -> {
            try {
                return new Encoded(codec.encode(document), null);
            } catch (UnsuitableDocumentException e) {
                return new Encoded(null, e);
            }
        });
        if (encoded.refusal != null) {
            throw encoded.refusal;
        }
        if (encoded.tokens == null) {
            throw breach(PluginMethod.ENCODE, "it gave no tokens (null) of '" + document.title() + "'");
        }
        for (int token : encoded.tokens) {
            if (token < 0 || token >= vocabulary.size()) {
                throw breach(
                        PluginMethod.ENCODE,
                        "it gave the token " + token + " of '" + document.title() + "', which is not in 0.."
                                + (vocabulary.size() - 1));
            }
        }
        return encoded.tokens;
    }

    /** Tokens, or why there are none: the refusal is of a checked kind. */
    private record Encoded(int[] tokens, UnsuitableDocumentException refusal) {}

    @Override
    public D decode(int[] tokens, String title) {
        D document = calls.given(PluginMethod.DECODE, () -> codec.decode(tokens, title));
        Document decoded = document; // what is no D in truth is no cast away from a fault of ours
        if (decoded.medium() != medium) {
            throw breach(
                    PluginMethod.DECODE,
                    "it gave " + decoded.medium().label() + ", and its generator makes " + medium.label());
        }
        return document;
    }

    @Override
    public CodecState start() {
        return new CheckedState(calls.given(PluginMethod.CODEC_START, codec::start), medium, 0, calls);
    }

    private PluginException breach(PluginMethod method, String what) {
        return calls.breach(method, PluginCalls.NO_STEP, what);
    }

    /** One of music. */
    private static final class OfMusic extends CheckedCodec<Score> implements MusicCodec {
        private final int ticksPerStep;

        OfMusic(MusicCodec codec, Medium medium, PluginCalls calls) {
            super(codec, medium, calls);
            ticksPerStep = calls.call(PluginMethod.TICKS, codec::ticksPerStep);
            if (ticksPerStep < 1) {
                throw calls.breach(
                        PluginMethod.TICKS, PluginCalls.NO_STEP, "it gave " + ticksPerStep + ", not 1 or more");
            }
        }

        @Override
        public int ticksPerStep() {
            return ticksPerStep;
        }
    }
}
