package cadenza.gap;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Generator;
import cadenza.api.Settings;
import cadenza.testkit.GeneratorContract;
import cadenza.training.Sequence;
import cadenza.training.TokenSequence;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapGeneratorTest extends GeneratorContract {
    @Override
    protected Generator generator() {
        return new GapGenerator();
    }

    @Override
    protected Settings settings() {
        return super.settings().with("hidden", 12).with("batch", 8).with("steps", 32);
    }

    @Test
    void eachCharacterOfATextIsInOneStretchAndSomeAreMasked() {
        TokenSequence text =
                TokenSequence.of(IntStream.range(0, 1000).map(i -> 1 + i % 90).toArray());
        GapStretches stretches = new GapStretches(List.of(text), 64);
        Random random = new Random(2);
        for (int epoch = 0; epoch < 20; epoch++) {
            int at = 0;
            for (Sequence stretch : stretches.epoch(random)) {
                assertThat(stretch.length()).isBetween(1, 64);
                int masked = 0;
                for (int step = 0; step < stretch.length(); step++, at++) {
                    boolean hidden = stretch.target(step) >= 0;
                    assertThat(hidden ? stretch.target(step) : stretch.unit(step, 0) - 1)
                            .isEqualTo(text.token(at));
                    assertThat(stretch.unit(step, 0) == GapCodec.MASKED).isEqualTo(hidden);
                    masked += hidden ? 1 : 0;
                }
                assertThat(masked).isPositive();
            }
            assertThat(at).isEqualTo(text.length());
        }
    }
}
