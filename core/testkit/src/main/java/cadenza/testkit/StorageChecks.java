package cadenza.testkit;

import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.host.models.ModelFile;
import cadenza.host.models.StoredModel;
import cadenza.host.rewriting.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Models to files and back. */
final class StorageChecks {
    private final Specimen specimen;

    StorageChecks(Specimen specimen) {
        this.specimen = specimen;
    }

    CheckGroup group() {
        return new CheckGroup(
                "storage",
                new Check("a stored model gives the same logits when it is opened", this::stored),
                new Check("contents without their weights are refused with one line", this::withoutWeights),
                new Check("closing twice is no error", this::closingTwice));
    }

    private void stored() throws IOException {
        Path file = Files.createTempFile("contract", ModelFile.ENDING);
        try {
            ModelContents contents = specimen.model().contents();
            Files.write(file, ModelFile.bytes(new StoredModel(specimen.info().id(), "1", Settings.empty(), contents)));
            try (Model opened = specimen.generator().open(ModelFile.read(file).contents())) {
                ContractViolation.unless(
                        opened.contents().equals(contents),
                        "contents() of the opened model are not those it was given");
                assertSameLogits(opened);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void assertSameLogits(Model opened) {
        ContractViolation.unless(
                opened.improvises() == specimen.model().improvises()
                        && opened.masked().isPresent()
                                == specimen.model().masked().isPresent(),
                "the opened model improvises or predicts masked tokens where the stored one does not, or not where it"
                        + " does");
        if (opened.masked().isPresent()) {
            for (Sheet sheet : specimen.sheets()) {
                RewritingChecks.assertSame(
                        RewritingChecks.logits(specimen.masked(), sheet),
                        RewritingChecks.logits(opened.masked().orElseThrow(), sheet),
                        "from the file");
            }
        }
        if (opened.improvises()) {
            assertSameNextLogits(opened);
        }
    }

    private void assertSameNextLogits(Model opened) {
        for (long seed = 0; seed < Specimen.SEEDS; seed++) {
            int[] tokens = specimen.sample(1, seed);
            List<float[]> expected = Trial.logits(specimen.model().start(), tokens);
            List<float[]> actual = Trial.logits(opened.start(), tokens);
            for (int i = 0; i < expected.size(); i++) {
                PredictionChecks.assertSame(
                        expected.get(i), actual.get(i), "from the file, " + PredictionChecks.after(i));
            }
        }
    }

    private void withoutWeights() {
        ModelContents contents = specimen.model().contents();
        if (contents.tensors().isEmpty()) {
            throw new NotAsked("its models have no weights");
        }
        ModelContents empty = new ModelContents(contents.settings(), contents.vocabulary(), Map.of());
        try (Model opened = specimen.generator().open(empty)) {
            throw new ContractViolation("a model without weights was opened: " + opened);
        } catch (UserException e) {
            Specimen.assertOneLine(e);
        }
    }

    private void closingTwice() {
        Model another = specimen.generator().open(specimen.model().contents());
        another.close();
        another.close();
    }
}
