package cadenza.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Generator;
import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.host.FakeGenerator;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoadedGeneratorTest {
    private final Generator fake = FakeGenerator.of("fake", Medium.TEXT, null);
    private final LoadedGenerator loaded = new LoadedGenerator("fake-plugin", "1.2.3", fake);

    @Test
    void aCallGivesWhatThePluginGives() {
        assertThat(loaded.info()).isEqualTo(fake.info());
        assertThat(loaded.<Generator>call("being looked at", generator -> generator))
                .isSameAs(fake);
    }

    @Test
    void theContextClassLoaderIsThePluginsForTheCallAlone() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader other = new URLClassLoader(new URL[0])) {
            thread.setContextClassLoader(other);
            ClassLoader during = loaded.call("looking", generator -> thread.getContextClassLoader());
            assertThat(during).isSameAs(FakeGenerator.class.getClassLoader());
            assertThat(thread.getContextClassLoader()).isSameAs(other);
            assertThatThrownBy(() -> loaded.call("failing", throwing(new IllegalStateException())))
                    .isInstanceOf(PluginException.class);
            assertThat(thread.getContextClassLoader()).isSameAs(other);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void theUsersFaultPassesAsItIs() {
        UserException fault = new UserException("the corpus is too short");
        assertThatThrownBy(() -> loaded.call("training", throwing(fault))).isSameAs(fault);
    }

    static Stream<Throwable> pluginsFaults() {
        return Stream.of(
                new IllegalStateException("broken"),
                new NullPointerException("broken"),
                new StackOverflowError("broken"),
                new NoClassDefFoundError("broken"),
                new ExceptionInInitializerError("broken"),
                new AssertionError("broken"));
    }

    @ParameterizedTest
    @MethodSource("pluginsFaults")
    void anyOtherFaultIsThePluginsAndNamesIt(Throwable fault) {
        assertThatThrownBy(() -> loaded.call("training", throwing(fault)))
                .isInstanceOf(PluginException.class)
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed while training: broken")
                .hasCause(fault);
    }

    @Test
    void aFaultWithoutAMessageIsNamedByItsKind() {
        assertThatThrownBy(() -> loaded.call("training", throwing(new StackOverflowError())))
                .hasMessage("plugin 'fake-plugin' 1.2.3 failed while training: StackOverflowError");
    }

    @Test
    void runningOutOfMemoryIsNotThePluginsFaultAlone() {
        OutOfMemoryError fault = new OutOfMemoryError("heap");
        assertThatThrownBy(() -> loaded.call("training", throwing(fault))).isSameAs(fault);
    }

    @Test
    void aGeneratorThatCannotSayWhatItIsIsThePluginsFault() {
        assertThatThrownBy(() -> new LoadedGenerator("bad", "1", new FakeGenerator(null, null)))
                .isInstanceOf(PluginException.class)
                .hasMessage("plugin 'bad' 1 failed while saying what it is: info() gave nothing (null)");
    }

    private static Function<Generator, Object> throwing(Throwable fault) {
        return generator -> {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        };
    }
}
