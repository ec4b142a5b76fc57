package cadenza.music;

import cadenza.api.Corpus;
import cadenza.api.Generator;
import cadenza.api.Settings;
import cadenza.testkit.GeneratorContract;

class DrumsGeneratorTest extends GeneratorContract {
    @Override
    protected Generator generator() {
        return new MusicGenerator();
    }

    @Override
    protected Corpus corpus() {
        return Grooves.corpus();
    }

    @Override
    protected Settings settings() {
        return super.settings()
                .with("coding", "drums")
                .with("hidden", 16)
                .with("batch", 4)
                .with("steps", 16);
    }
}
