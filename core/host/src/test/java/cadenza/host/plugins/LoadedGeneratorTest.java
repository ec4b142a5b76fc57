package cadenza.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.FittedOptions;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.api.document.Text;
import cadenza.host.FakeGenerator;
import cadenza.host.FakeLetters;
import cadenza.host.FakeListener;
import cadenza.host.FakeModel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoadedGeneratorTest {
    private static final GeneratorOption HIDDEN = new GeneratorOption.Whole("hidden", "Units.", 128, 8, 4096);
    private static final Corpus CORPUS = new Corpus(List.of(new Text("a", "ab")), List.of());
    private static final TrainingOptions OPTIONS =
            new TrainingOptions(Settings.empty(), OptionalInt.of(1), Optional.empty(), 1);
    private static final FakeModel MODEL = FakeModel.undecided(FakeLetters.of("a", "b"));

    private final LoadedGenerator good = loaded(FakeGenerator.of("fake", Medium.TEXT, MODEL));

    private static LoadedGenerator loaded(Generator generator) {
        return new LoadedGenerator("fake-plugin", "1.2.3", generator);
    }

    /** A generator that does this when it trains and when it opens. */
    private static LoadedGenerator doing(Runnable work) {
        return loaded(new Generator() {
            @Override
            public GeneratorInfo info() {
                return new GeneratorInfo("fake", Medium.TEXT, "a fake", List.of());
            }

            @Override
            public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                work.run();
                return MODEL;
            }

            @Override
            public Model open(ModelContents contents) {
                work.run();
                return MODEL;
            }
        });
    }

    @Test
    void aModelIsOpenedAndTrained() {
        assertThat(good.info().id()).isEqualTo("fake");
        assertThat(good.open(MODEL.contents()).contents()).isEqualTo(MODEL.contents());
        assertThat(good.train(CORPUS, OPTIONS, new FakeListener()).contents()).isEqualTo(MODEL.contents());
    }

    @Test
    void theContextClassLoaderIsThePluginsForTheCallAlone() throws IOException {
        AtomicReference<ClassLoader> during = new AtomicReference<>();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        LoadedGenerator looking = doing(() -> during.set(Thread.currentThread().getContextClassLoader()));
        LoadedGenerator failing = doing(throwing(new IllegalStateException()));
        try (URLClassLoader other = new URLClassLoader(new URL[0])) {
            thread.setContextClassLoader(other);
            assertThatThrownBy(() -> looking.train(CORPUS, OPTIONS, new FakeListener()))
                    .hasMessageContaining("did not tell");
            assertThat(during.getAndSet(null)).isSameAs(getClass().getClassLoader());
            assertThat(thread.getContextClassLoader()).isSameAs(other);
            looking.open(MODEL.contents());
            assertThat(during.get()).isSameAs(getClass().getClassLoader());
            assertThatThrownBy(() -> failing.train(CORPUS, OPTIONS, new FakeListener()))
                    .isInstanceOf(PluginException.class);
            assertThat(thread.getContextClassLoader()).isSameAs(other);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void theUsersFaultPassesAsItIs() {
        UserException fault = new UserException("the corpus is too short");
        assertThatThrownBy(() -> doing(throwing(fault)).train(CORPUS, OPTIONS, new FakeListener()))
                .isSameAs(fault);
        assertThatThrownBy(() -> doing(throwing(fault)).open(MODEL.contents())).isSameAs(fault);
    }

    static Stream<Throwable> pluginsFaults() {
        return Stream.of(
                new IllegalStateException("broken"),
                new NullPointerException("broken"),
                new StackOverflowError("broken"),
                new NoClassDefFoundError("broken"),
                new ExceptionInInitializerError("broken"),
                new AssertionError("broken"),
                new IOException("broken")); // as a plugin in Kotlin may throw it
    }

    @ParameterizedTest
    @MethodSource("pluginsFaults")
    void anyOtherFaultIsThePluginsAndNamesPluginAndMethod(Throwable fault) {
        assertThatThrownBy(() -> doing(throwing(fault)).train(CORPUS, OPTIONS, new FakeListener()))
                .isInstanceOf(PluginException.class)
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed in Generator.train: broken")
                .hasCause(fault);
        assertThatThrownBy(() -> doing(throwing(fault)).open(MODEL.contents()))
                .isInstanceOf(PluginException.class)
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed in Generator.open: broken");
    }

    @Test
    void aFaultThatSaysNothingIsNamedByItsKind() {
        RuntimeException speechless = new IllegalStateException() {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                throw new UnsupportedOperationException();
            }
        };
        assertThatThrownBy(() -> doing(throwing(new StackOverflowError())).open(MODEL.contents()))
                .hasMessageEndingWith("failed in Generator.open: StackOverflowError");
        assertThatThrownBy(() -> doing(throwing(speechless)).open(MODEL.contents()))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("failed in Generator.open: ");
    }

    @Test
    void runningOutOfMemoryIsNotThePluginsFaultAlone() {
        OutOfMemoryError fault = new OutOfMemoryError("heap");
        assertThatThrownBy(() -> doing(throwing(fault)).train(CORPUS, OPTIONS, new FakeListener()))
                .isSameAs(fault);
        assertThatThrownBy(() -> doing(throwing(fault)).open(MODEL.contents())).isSameAs(fault);
    }

    @Test
    void aGeneratorThatCannotSayWhatItIsIsThePluginsFault() {
        assertThatThrownBy(() -> loaded(new FakeGenerator(null, null)))
                .isInstanceOf(PluginException.class)
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed in Generator.info: it gave nothing (null)");
    }

    @Test
    void aGeneratorThatGivesNoModelIsThePluginsFault() {
        LoadedGenerator none = loaded(FakeGenerator.of("fake", Medium.TEXT, null));
        assertThatThrownBy(() -> none.train(CORPUS, OPTIONS, new FakeListener()))
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed in Generator.train: it gave no model (null)");
        assertThatThrownBy(() -> none.open(MODEL.contents()))
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed in Generator.open: it gave no model (null)");
    }

    @Test
    void whatTheHostThrowsInBetweenIsNotThePluginsFault() {
        RuntimeException ours = new IllegalStateException("our own");
        assertThatThrownBy(() -> good.run(threads -> {
                    throw ours;
                }))
                .isSameAs(ours);
    }

    @Test
    void whatTheHostsListenerThrowsIsNotThePluginsFault() {
        RuntimeException ours = new IllegalStateException("our own");
        TrainingListener failing = new FakeListener() {
            @Override
            public void started(CorpusReport report) {
                throw ours;
            }
        };
        assertThatThrownBy(() -> starting(false).train(CORPUS, OPTIONS, failing))
                .isSameAs(ours);
        assertThatThrownBy(() -> starting(true).train(CORPUS, OPTIONS, failing)).isSameAs(ours);
    }

    @Test
    void aSnapshotThatIsNoneIsThePluginsFault() {
        assertThatThrownBy(() -> starting(false).train(CORPUS, OPTIONS, new FakeListener()))
                .isInstanceOf(PluginException.class)
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed in Generator.train: it gave no model (null)");
    }

    /** One that tells its listener of a start and of no model at all. @param wrapping whether it wraps what it hears */
    private static LoadedGenerator starting(boolean wrapping) {
        return loaded(new Generator() {
            @Override
            public GeneratorInfo info() {
                return new GeneratorInfo("fake", Medium.TEXT, "a fake", List.of());
            }

            @Override
            public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                try {
                    listener.started(new CorpusReport(1, 1, 3, 0, List.of(), List.of()));
                } catch (IllegalStateException e) {
                    throw wrapping ? new IllegalArgumentException("while training", e) : e;
                }
                listener.improved(null, null);
                return MODEL;
            }

            @Override
            public Model open(ModelContents contents) {
                return MODEL;
            }
        });
    }

    @Test
    void aTrainingThatDoesNotTellWhatItReadIsThePluginsFault() {
        assertThatThrownBy(() -> doing(() -> {}).train(CORPUS, OPTIONS, new FakeListener()))
                .isInstanceOf(PluginException.class)
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed in Generator.train: it did not tell its listener what it"
                        + " read (started)");
        TrainingListener stopping = new FakeListener() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThat(doing(() -> {}).train(CORPUS, OPTIONS, stopping).contents()).isEqualTo(MODEL.contents());
    }

    @Test
    void optionsThatAGeneratorFitsMustBeItsOwn() {
        assertThat(fitting(Settings.empty().with("hidden", 64)).fit(CORPUS).settings())
                .isEqualTo(Settings.empty().with("hidden", 64));
        assertThatThrownBy(() -> fitting(Settings.empty()).fit(CORPUS))
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed in Generator.fit: it gave no value for hidden");
        assertThatThrownBy(() -> fitting(Settings.empty().with("hidden", 4)).fit(CORPUS))
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed in Generator.fit: it gave hidden 4, which is not a whole"
                        + " number of 8..4096");
    }

    private static LoadedGenerator fitting(Settings fitted) {
        return loaded(new Generator() {
            @Override
            public GeneratorInfo info() {
                return new GeneratorInfo("fake", Medium.TEXT, "a fake", List.of(HIDDEN));
            }

            @Override
            public FittedOptions fit(Corpus corpus) {
                return new FittedOptions(fitted, Map.of());
            }

            @Override
            public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
                return MODEL;
            }

            @Override
            public Model open(ModelContents contents) {
                return MODEL;
            }
        });
    }

    @Test
    void deadlinesAreOfATokenAndThreeTimesThatToOpen() {
        assertThat(Deadlines.DEFAULT).isEqualTo(new Deadlines(Duration.ofSeconds(30), Duration.ofSeconds(10)));
        assertThat(Deadlines.ofSeconds(0.5)).isEqualTo(new Deadlines(Duration.ofMillis(1500), Duration.ofMillis(500)));
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 100_000}) {
            assertThatThrownBy(() -> Deadlines.ofSeconds(bad))
                    .isInstanceOf(UserException.class)
                    .hasMessage(
                            "--deadline " + bad + " is not a number of seconds of 0.001..86400; leave it out for 10");
        }
    }

    private static Runnable throwing(Throwable fault) {
        return () -> sneakily(fault);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneakily(Throwable fault) throws E {
        throw (E) fault;
    }
}
