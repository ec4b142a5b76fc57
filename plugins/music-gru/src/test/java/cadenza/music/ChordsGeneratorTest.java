package cadenza.music;

import cadenza.api.Generator;
import cadenza.api.Settings;
import cadenza.testkit.GeneratorContract;

class ChordsGeneratorTest extends GeneratorContract {
    @Override
    protected Generator generator() {
        return new MusicGenerator();
    }

    @Override
    protected Settings settings() {
        return super.settings()
                .with("coding", "chords")
                .with("hidden", 16)
                .with("batch", 4)
                .with("steps", 16);
    }
}
