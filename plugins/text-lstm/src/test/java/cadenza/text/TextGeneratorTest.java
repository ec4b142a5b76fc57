package cadenza.text;

import cadenza.api.Generator;
import cadenza.api.Settings;
import cadenza.testkit.GeneratorContract;

class TextGeneratorTest extends GeneratorContract {
    @Override
    protected Generator generator() {
        return new TextGenerator();
    }

    @Override
    protected Settings settings() {
        return super.settings().with("hidden", 16).with("batch", 8).with("steps", 16);
    }
}
