package cadenza.host;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.document.Medium;
import java.util.List;

/** A generator of one model, which it needs neither corpus nor file for. */
public record FakeGenerator(GeneratorInfo info, Model model) implements Generator {
    public static FakeGenerator of(String id, Medium medium, Model model) {
        return new FakeGenerator(new GeneratorInfo(id, medium, "a fake", List.of()), model);
    }

    @Override
    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
        listener.started(new CorpusReport(0, 0, 2, 0, List.of(), List.of()));
        return model;
    }

    @Override
    public Model open(ModelContents contents) {
        return model;
    }
}
