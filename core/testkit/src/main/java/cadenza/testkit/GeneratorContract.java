package cadenza.testkit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cadenza.api.Corpus;
import cadenza.api.Generator;
import cadenza.api.Settings;
import cadenza.host.verification.CheckResult;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;

/**
 * What the host relies on in a generator. Extend it in a plugin's tests and name the generator; one model is trained for
 * one epoch on a tiny corpus, and the tests look at it from all sides. {@code cadenza plugin verify} asks the same of a
 * built jar.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GeneratorContract {
    private Specimen specimen;

    /** The generator under test. */
    protected abstract Generator generator();

    /** What it learns; by default the tiny corpus of its medium. */
    protected Corpus corpus() {
        return TinyCorpora.of(generator().info().medium());
    }

    /** How it learns; by default its own defaults. Override it where one epoch would take more than a second or two. */
    protected Settings settings() {
        return generator().info().defaults();
    }

    /** A test for each promise, by subject. */
    @TestFactory
    final Stream<DynamicContainer> contract() {
        Generator generator = generator();
        specimen = new Specimen(generator, corpus(), settings(), PluginContents.placeOf(generator.getClass()));
        return new Contract(specimen)
                .groups().stream()
                        .map(group -> dynamicContainer(
                                group.subject(),
                                group.checks().stream()
                                        .map(check ->
                                                dynamicTest(check.promise(), () -> ask(group.subject(), check)))));
    }

    private void ask(String subject, Check check) throws InterruptedException {
        Check.Answer answer = check.ask(subject, specimen.generator().getClass().getClassLoader());
        CheckResult result = answer.result();
        // Build tools name dynamic tests by numbers, so the message says which it is.
        switch (result.outcome()) {
            case BROKEN -> throw new AssertionError(check.promise() + ": " + result.reason(), answer.fault());
            case NOT_ASKED -> throw new TestAbortedException(check.promise() + ": " + result.reason());
            default -> {}
        }
    }

    @AfterAll
    void close() {
        Optional.ofNullable(specimen).ifPresent(Specimen::close);
    }
}
