package cadenza.testkit;

import java.util.List;

/** All that the host relies on in a generator: the one list behind {@link GeneratorContract} and {@link JarVerifier}. */
final class Contract {
    private final Specimen specimen;

    Contract(Specimen specimen) {
        this.specimen = specimen;
    }

    /** The promises by subject, in the order in which they are best asked: the simple ones first. */
    List<CheckGroup> groups() {
        return List.of(
                new DeclarationChecks(specimen).group(),
                new TrainingChecks(specimen).group(),
                new PredictionChecks(specimen).group(),
                new RewritingChecks(specimen).group(),
                new CodecChecks(specimen).group(),
                new GrammarChecks(specimen).group(),
                new OutputChecks(specimen).group(),
                new StorageChecks(specimen).group(),
                new ContinuationChecks(specimen).group(),
                new PackagingChecks(specimen).group());
    }
}
