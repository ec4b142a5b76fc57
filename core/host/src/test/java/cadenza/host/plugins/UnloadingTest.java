package cadenza.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Model;
import cadenza.api.document.Medium;
import cadenza.host.FakeLetters;
import cadenza.host.FakeModel;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class UnloadingTest {
    private static final int CYCLES = 1_000;
    private static final int COLLECTIONS = 50;

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void aThousandLoadingsLeaveNoClassLoaderBehind() {
        PluginJars.good("tiny-text").writeTo(folder.resolve("tiny.jar"));
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            loaders.add(loaderOfOneCycle());
        }
        assertThat(loaders).hasSize(CYCLES);
        assertThat(stillThere(loaders)).isZero();
    }

    /** Loads, opens a model, predicts, and unloads. */
    private WeakReference<ClassLoader> loaderOfOneCycle() {
        try (PluginHost host = new PluginHost(List.of(folder))) {
            LoadedGenerator generator = host.generator("tiny-text");
            Model model = generator.open(
                    FakeModel.constant(FakeLetters.of("a", "b"), 1, 2, 3).contents());
            ClassLoader loader = generator.run(threads -> {
                assertThat(model.start().first()).containsExactly(1, 2, 3);
                return Thread.currentThread().getContextClassLoader();
            });
            assertThat(loader).isNotSameAs(getClass().getClassLoader());
            assertThat(generator.info().medium()).isEqualTo(Medium.TEXT);
            generator.close(model);
            return new WeakReference<>(loader);
        }
    }

    private static long stillThere(List<WeakReference<ClassLoader>> loaders) {
        long left = loaders.size();
        for (int i = 0; i < COLLECTIONS && left > 0; i++) {
            System.gc();
            left = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        return left;
    }

    @Test
    void aPluginThatFailsToStopIsNamedAndTheOthersAreUnloaded() {
        PluginJars.good("bad")
                .stopping("throw new IllegalStateException(\"busy\");")
                .writeTo(folder.resolve("a.jar"));
        PluginJars.good("tiny-text").writeTo(folder.resolve("b.jar"));
        PluginHost host = new PluginHost(List.of(folder));
        assertThat(host.problems()).isEmpty();
        assertThatThrownBy(host::close)
                .isInstanceOf(PluginException.class)
                .hasMessage("plugin 'bad' 1.2.3 failed in Plugin.stop: busy");
    }
}
