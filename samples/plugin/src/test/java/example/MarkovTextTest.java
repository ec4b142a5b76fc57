package example;

import cadenza.api.Generator;
import cadenza.testkit.GeneratorContract;

class MarkovTextTest extends GeneratorContract {
    @Override
    protected Generator generator() {
        return new MarkovText();
    }
}
