package cadenza.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.BatchPredictor;
import cadenza.api.CodePointCodec;
import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.Effect;
import cadenza.api.FittedOptions;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingProgress;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Medium;
import cadenza.api.document.Text;
import cadenza.host.verification.CheckResult;
import cadenza.host.verification.CheckResult.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every promise can be broken, and whoever breaks it is told. */
class ContractTest {
    @Test
    void aGeneratorThatKeepsTheContractBreaksNoPromise() throws Exception {
        List<CheckResult> results = ask(new ToyGenerator(), "");

        assertThat(results)
                .hasSize(43)
                .filteredOn(result -> result.outcome() == Outcome.BROKEN)
                .isEmpty();
    }

    @Test
    void aGeneratorOfModelsThatOnlyRewriteBreaksNoPromise() throws Exception {
        List<CheckResult> results = ask(new RewritingToyGenerator(), "");

        assertThat(results)
                .hasSize(43)
                .filteredOn(result -> result.outcome() == Outcome.BROKEN)
                .isEmpty();
        assertThat(results)
                .filteredOn(result -> result.reason().equals("the model does not improvise"))
                .extracting(CheckResult::promise)
                .containsExactly(
                        "logits are finite and as many as tokens, after the unknown token too",
                        "every generation starts from the same zero state",
                        "predictors do not disturb each other",
                        "a batch predicts what each predictor would alone",
                        "a copy of a predictor goes its own way",
                        "a generation is just as long as the limit says");
        assertThat(results)
                .filteredOn(result -> result.outcome() == Outcome.KEPT)
                .extracting(CheckResult::promise)
                .contains(
                        "a model that does not improvise refuses to start",
                        "what stands in a masked place makes no difference",
                        "any token that is allowed at a place can stand there",
                        "whatever is sampled decodes, from its first token on",
                        "a stored model gives the same logits when it is opened");
    }

    @Test
    void ofModelsThatOnlyImproviseNothingIsAskedOfMaskedTokens() throws Exception {
        assertThat(ask(new ToyGenerator(), "masked"))
                .filteredOn(result -> result.outcome() == Outcome.NOT_ASKED)
                .hasSize(5)
                .extracting(CheckResult::reason)
                .containsOnly("the model improvises, and predicts no masked tokens");
    }

    static Stream<Arguments> brokenPromises() {
        return Stream.of(
                broken("info() is always the same", "gives another answer", new ToyGenerator() {
                    private final AtomicInteger calls = new AtomicInteger();

                    @Override
                    public GeneratorInfo info() {
                        return new GeneratorInfo("toy", Medium.TEXT, "A toy " + calls.incrementAndGet(), List.of());
                    }
                }),
                broken("the options that fit a corpus", "no value for option 'rare'", new ToyGenerator() {
                    @Override
                    public FittedOptions fit(Corpus corpus) {
                        return new FittedOptions(Settings.empty(), Map.of());
                    }
                }),
                broken("a model trained for one epoch is usable", "gives 3 logits for 54 tokens", new ToyGenerator() {
                    @Override
                    protected float[] logits(float[] scores, int last) {
                        return new float[3];
                    }
                }),
                broken("a training says once what it read", "started() was called 2 times", new ToyGenerator() {
                    @Override
                    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                        listener.started(new CorpusReport(1, 0, 1, 0, List.of(), List.of()));
                        return super.train(corpus, options, listener);
                    }
                }),
                broken("that is cancelled takes no further step", "after 2 steps, and took 7", stepping(7)),
                broken("cancelled from the start", "before the first step, and took 1", stepping(1)),
                broken("an empty corpus is refused", "a model came of nothing", new ToyGenerator() {
                    @Override
                    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                        return super.train(
                                corpus.training().isEmpty() ? TinyCorpora.text() : corpus, options, listener);
                    }
                }),
                broken("a corpus of one symbol", "it threw java.lang.IllegalStateException: dull", new ToyGenerator() {
                    @Override
                    protected Model model(CodePointCodec codec, float[] scores) {
                        if (scores.length == 2) {
                            throw new IllegalStateException("dull");
                        }
                        return super.model(codec, scores);
                    }
                }),
                broken("an empty document", "not one line that says what is wrong", new ToyGenerator() {
                    @Override
                    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                        if (corpus.training().get(0) instanceof Text text
                                && text.content().isEmpty()) {
                            throw new UserException("nothing\nto learn from");
                        }
                        return super.train(corpus, options, listener);
                    }
                }),
                broken("the same seed", "gives other tokens", unsteady((last, calls) -> (float) calls)),
                broken(
                        "after the unknown token too",
                        "is NaN, after the empty input",
                        unsteady((last, calls) -> Float.NaN)),
                broken("the same zero state", "after the empty input", unsteady((last, calls) -> (float) calls)),
                broken("predictors do not disturb each other", "after 1 token", new ToyGenerator() {
                    private float[] shared;

                    @Override
                    protected float[] logits(float[] scores, int last) {
                        shared = shared == null || shared.length != scores.length ? scores.clone() : shared;
                        Arrays.fill(shared, last);
                        return shared;
                    }
                }),
                broken("a batch predicts", "in lane 0", new ToyGenerator() {
                    @Override
                    protected Model model(CodePointCodec codec, float[] scores) {
                        return new ToyModel(codec, scores) {
                            @Override
                            public BatchPredictor start(int lanes) {
                                Predictor[] others = new Predictor[lanes];
                                Arrays.fill(others, new ToyModel(codec, new float[scores.length]).start());
                                return BatchPredictor.of(others);
                            }
                        };
                    }
                }),
                broken("several threads sample", "beside other threads", new ToyGenerator() {
                    @Override
                    protected float[] logits(float[] scores, int last) {
                        boolean pooled = Thread.currentThread().getName().startsWith("pool-");
                        return pooled ? new float[scores.length] : scores.clone();
                    }
                }),
                broken("a copy of a predictor", "of a copy, after 1 token", new ToyGenerator() {
                    @Override
                    protected Model model(CodePointCodec codec, float[] scores) {
                        return new ToyModel(codec, scores) {
                            @Override
                            protected Predictor copied(Predictor predictor) {
                                return new ToyModel(codec, new float[scores.length]).start();
                            }
                        };
                    }
                }),
                broken("the vocabulary is the one", "contents() keeps 2", new ToyGenerator() {
                    @Override
                    protected Model model(CodePointCodec codec, float[] scores) {
                        return new ToyModel(codec, scores) {
                            @Override
                            public ModelContents contents() {
                                return new ModelContents(Settings.empty(), Vocabulary.of(List.of("a")), Map.of());
                            }
                        };
                    }
                }),
                broken(
                        "whatever is sampled decodes",
                        "the title became 'mine'",
                        spoiled(codec -> new SpoiledCodec(codec) {
                            @Override
                            public Text decode(int[] tokens, String title) {
                                return super.decode(tokens, "mine");
                            }
                        })),
                broken("tokens do what they say", "the effects write ''", spoiled(codec -> new SpoiledCodec(codec) {
                    @Override
                    protected Effect effect(int token) {
                        return new Effect.None();
                    }
                })),
                broken("what once was encoded", "'sonnet 1' is other tokens", spoiled(codec -> new SpoiledCodec(codec) {
                    @Override
                    public int[] encode(Text text) {
                        return super.encode(new Text(text.title(), "a" + text.content()));
                    }
                })),
                broken(
                        "unknown symbols",
                        "it threw java.lang.IllegalArgumentException",
                        spoiled(codec -> new SpoiledCodec(codec) {
                            @Override
                            public int[] encode(Text text) {
                                if (text.content().contains("\uE000")) {
                                    throw new IllegalArgumentException("what is that?");
                                }
                                return super.encode(text);
                            }
                        })),
                broken(
                        "never the unknown one",
                        "the unknown token is allowed",
                        spoiled(codec -> new SpoiledCodec(codec) {
                            @Override
                            protected void restrict(boolean[] allowed, int last) {
                                allowed[Vocabulary.UNKNOWN] = true;
                            }
                        })),
                broken("the grammar accepts", "is forbidden where it stands", spoiled(codec -> new SpoiledCodec(codec) {
                    @Override
                    protected void restrict(boolean[] allowed, int last) {
                        allowed[vocabulary().id("e")] = false;
                    }
                })),
                broken(
                        "a copy of a codec's state",
                        "changes what a state allows",
                        spoiled(codec -> new SpoiledCodec(codec) {
                            @Override
                            protected void restrict(boolean[] allowed, int last) {
                                if (last >= 0) {
                                    allowed[last] = false;
                                }
                            }

                            @Override
                            protected Optional<CodecState> copied(CodecState state) {
                                return Optional.of(state);
                            }
                        })),
                broken("just as long as the limit says", "it threw", spoiled(codec -> new SpoiledCodec(codec) {
                    @Override
                    protected Effect effect(int token) {
                        return new Effect.Write("seventh");
                    }
                })),
                broken("a stored model gives the same logits", "from the file", new ToyGenerator() {
                    @Override
                    public Model open(ModelContents contents) {
                        Model opened = super.open(contents);
                        return new ToyModel(
                                (CodePointCodec) opened.codec(),
                                new float[contents.vocabulary().size()]) {
                            @Override
                            public ModelContents contents() {
                                return contents;
                            }
                        };
                    }
                }),
                broken("contents without their weights", "was opened", new ToyGenerator() {
                    @Override
                    public Model open(ModelContents contents) {
                        int size = contents.vocabulary().size();
                        return model(new CodePointCodec(contents.vocabulary()), new float[size]);
                    }
                }),
                broken("closing twice", "it threw java.lang.IllegalStateException: closed", new ToyGenerator() {
                    @Override
                    protected Model model(CodePointCodec codec, float[] scores) {
                        return new ToyModel(codec, scores) {
                            private boolean closed;

                            @Override
                            public void close() {
                                if (closed) {
                                    throw new IllegalStateException("closed");
                                }
                                closed = true;
                            }
                        };
                    }
                }),
                broken("improvises, predicts masked tokens, or both", "neither", new ToyGenerator() {
                    @Override
                    protected Model model(CodePointCodec codec, float[] scores) {
                        return new ToyModel(codec, scores) {
                            @Override
                            public boolean improvises() {
                                return false;
                            }
                        };
                    }
                }),
                broken("does not improvise refuses to start", "start() throws no", new RewritingToyGenerator() {
                    @Override
                    protected Predictor started(Predictor improvising) {
                        return improvising;
                    }
                }),
                broken("does not improvise refuses to start", "start() throws no", new RewritingToyGenerator() {
                    @Override
                    protected Predictor started(Predictor improvising) {
                        return null;
                    }
                }),
                broken(
                        "masked logits are finite",
                        "it threw java.lang.IndexOutOfBoundsException",
                        rewriting((logits, tokens) -> {
                            throw new IndexOutOfBoundsException("place 9");
                        })),
                broken(
                        "masked logits are finite",
                        "for 1 masked places",
                        rewriting((logits, tokens) -> new float[2][])),
                broken(
                        "masked logits are finite",
                        "3 logits for 54 tokens, at place 0",
                        rewriting((logits, tokens) -> filled(logits, 3, 0))),
                broken(
                        "masked logits are finite",
                        "the logit of token 0 is NaN, at place 0",
                        rewriting((logits, tokens) -> filled(logits, logits[0].length, Float.NaN))),
                broken(
                        "a model trained for one epoch is usable",
                        "the model gives 3 logits for 54 tokens",
                        rewriting((logits, tokens) -> filled(logits, 3, 0))),
                broken(
                        "what stands in a masked place",
                        "with other tokens in the masked places, masked place 1 of",
                        rewriting((logits, tokens) -> {
                            logits[0][1] += Arrays.hashCode(tokens) % 7;
                            return logits;
                        })),
                broken("whatever was asked before", "the second time, masked place 1 of", new RewritingToyGenerator() {
                    private final AtomicInteger calls = new AtomicInteger();

                    @Override
                    protected float[][] masked(float[] scores, int[] tokens, int[] masked) {
                        float[][] logits = super.masked(scores, tokens, masked);
                        logits[0][1] += calls.incrementAndGet();
                        return logits;
                    }
                }),
                broken(
                        "predictors of masked tokens do not disturb",
                        "with another predictor between",
                        new RewritingToyGenerator() {
                            private float[][] shared = {};

                            @Override
                            protected float[][] masked(float[] scores, int[] tokens, int[] masked) {
                                float[][] logits = super.masked(scores, tokens, masked);
                                boolean large = shared.length >= logits.length;
                                shared = large && shared[0].length == scores.length ? shared : logits.clone();
                                for (int i = 0; i < logits.length; i++) {
                                    shared[i] = shared[i].length == scores.length ? shared[i] : logits[i];
                                    System.arraycopy(logits[i], 0, shared[i], 0, scores.length);
                                }
                                return Arrays.copyOf(shared, logits.length);
                            }
                        }),
                broken("several threads predict masked tokens", "beside other threads", new RewritingToyGenerator() {
                    @Override
                    protected float[][] masked(float[] scores, int[] tokens, int[] masked) {
                        boolean pooled = Thread.currentThread().getName().startsWith("pool-");
                        return super.masked(pooled ? new float[scores.length] : scores, tokens, masked);
                    }
                }),
                broken(
                        "any token that is allowed at a place",
                        "and not when other tokens stand before",
                        rewritingSpoiled(codec -> new SpoiledCodec(codec) {
                            @Override
                            protected void restrict(boolean[] allowed, int last) {
                                if (last == vocabulary().id("t")) {
                                    allowed[vocabulary().id("m")] = false;
                                }
                            }
                        })),
                broken(
                        "any token that is allowed at a place",
                        "'m' ends the document",
                        rewritingSpoiled(codec -> new SpoiledCodec(codec) {
                            @Override
                            protected Effect effect(int token) {
                                return token == vocabulary().id("m") ? new Effect.End() : super.effect(token);
                            }
                        })),
                broken("a stored model gives the same logits", "from the file", new RewritingToyGenerator() {
                    @Override
                    public Model open(ModelContents contents) {
                        Model opened = super.open(contents);
                        return model(
                                (CodePointCodec) opened.codec(),
                                new float[contents.vocabulary().size()],
                                contents);
                    }
                }),
                broken(
                        "a stored model gives the same logits",
                        "where the stored one does not",
                        new RewritingToyGenerator() {
                            @Override
                            public Model open(ModelContents contents) {
                                return new ToyGenerator().open(contents);
                            }
                        }),
                broken("a training taken up from a checkpoint", "never said reached()", continuing()),
                broken("a training from a model keeps its vocabulary", "is not the beginning", new ToyGenerator() {
                    private int trainings;

                    @Override
                    public GeneratorInfo info() {
                        return continuing().info();
                    }

                    @Override
                    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                        Corpus other = TinyCorpora.ofOneSymbol(Medium.TEXT);
                        return super.train(trainings++ == 0 ? corpus : other, options, listener);
                    }
                }));
    }

    private static Arguments broken(String promise, String reason, Generator generator) {
        return Arguments.of(promise, reason, generator);
    }

    private static Generator stepping(long steps) {
        return new ToyGenerator() {
            @Override
            public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                listener.progressed(new TrainingProgress(1, steps, 1, 1, 1, 1, Duration.ZERO, Duration.ZERO));
                return super.train(corpus, options, listener);
            }
        };
    }

    /** Whose logit of the last token depends on the last token and on how often it was asked. */
    private static Generator unsteady(BiFunction<Integer, Integer, Float> logit) {
        return new ToyGenerator() {
            private final AtomicInteger calls = new AtomicInteger();

            @Override
            protected float[] logits(float[] scores, int last) {
                float[] logits = scores.clone();
                logits[logits.length - 1] = logit.apply(last, calls.incrementAndGet());
                return logits;
            }
        };
    }

    private static Generator rewriting(BiFunction<float[][], int[], float[][]> spoiling) {
        return new RewritingToyGenerator() {
            @Override
            protected float[][] masked(float[] scores, int[] tokens, int[] masked) {
                return spoiling.apply(super.masked(scores, tokens, masked), tokens);
            }
        };
    }

    private static float[][] filled(float[][] logits, int size, float value) {
        float[][] filled = new float[logits.length][size];
        for (float[] place : filled) {
            Arrays.fill(place, value);
        }
        return filled;
    }

    private static Generator rewritingSpoiled(Function<CodePointCodec, Codec<?>> codec) {
        return new RewritingToyGenerator() {
            @Override
            protected Codec<?> codec(CodePointCodec good) {
                return codec.apply(good);
            }
        };
    }

    private static Generator spoiled(Function<CodePointCodec, Codec<?>> codec) {
        return new ToyGenerator() {
            @Override
            protected Codec<?> codec(CodePointCodec good) {
                return codec.apply(good);
            }
        };
    }

    private static Generator continuing() {
        return new ToyGenerator() {
            @Override
            public GeneratorInfo info() {
                return new GeneratorInfo("toy", Medium.TEXT, "A toy", List.of(), true);
            }
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("brokenPromises")
    void whoeverBreaksAPromiseIsTold(String promise, String reason, Generator generator) throws Exception {
        List<CheckResult> results = ask(generator, promise);

        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(result.outcome()).as(result.promise()).isEqualTo(Outcome.BROKEN);
            assertThat(result.reason()).contains(reason).doesNotContain("\n");
        });
    }

    private static List<CheckResult> ask(Generator generator, String promise) throws InterruptedException {
        List<CheckResult> results = new ArrayList<>();
        try (Specimen specimen =
                new Specimen(generator, TinyCorpora.text(), generator.info().defaults(), Optional.empty())) {
            for (CheckGroup group : new Contract(specimen).groups()) {
                for (Check check : group.checks()) {
                    if (check.promise().contains(promise)) {
                        results.add(check.ask(group.subject(), specimen).result());
                    }
                }
            }
        }
        return results;
    }

    @Test
    void afterACheckThatDoesNotComeToAnEndNothingIsAsked() throws Exception {
        Generator sleeper = new ToyGenerator() {
            @Override
            public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                synchronized (this) {
                    while (true) {
                        LockSupport.park();
                    }
                }
            }
        };
        try (Specimen specimen = new Specimen(
                sleeper, TinyCorpora.text(), sleeper.info().defaults(), Optional.empty(), Duration.ofSeconds(1))) {
            List<Check> checks = new TrainingChecks(specimen).group().checks();
            CheckResult first = checks.get(0).ask("training", specimen).result();
            CheckResult second = checks.get(1).ask("training", specimen).result();

            assertThat(first.outcome()).isEqualTo(Outcome.BROKEN);
            assertThat(first.reason()).isEqualTo("it did not come to an end within 1 seconds");
            assertThat(second.outcome()).isEqualTo(Outcome.NOT_ASKED);
        }
    }
}
