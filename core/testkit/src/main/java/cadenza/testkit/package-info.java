/**
 * The contract that every generator must pass, for the tests of plugin authors. Extend
 * {@link cadenza.testkit.GeneratorContract}, name the generator, and JUnit checks what the host relies on;
 * {@link cadenza.testkit.TinyCorpora} has documents to learn from, {@link cadenza.testkit.QuietListener} hears a training
 * without a word. The promises themselves are in classes by subject, such as {@code PredictionChecks}, which know no
 * test framework, so that {@link cadenza.testkit.JarVerifier} asks the same of a jar. This package knows no plugin and no
 * network.
 */
package cadenza.testkit;
