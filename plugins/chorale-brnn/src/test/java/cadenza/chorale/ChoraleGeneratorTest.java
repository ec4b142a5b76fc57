package cadenza.chorale;

import cadenza.api.Generator;
import cadenza.api.Settings;
import cadenza.testkit.GeneratorContract;

class ChoraleGeneratorTest extends GeneratorContract {
    @Override
    protected Generator generator() {
        return new ChoraleGenerator();
    }

    @Override
    protected Settings settings() {
        return super.settings().with("hidden", 12).with("batch", 2).with("steps", 32);
    }
}
