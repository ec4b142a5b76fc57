package cadenza.host.rewriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.MaskedPredictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedAccuracyTest {
    private static final int SIZE = new FakeGrid().vocabulary().size();

    private final List<Integer> asked = new ArrayList<>();

    /** Sure, by 5 nats, that both voices rest; surer still of what the grammar forbids. */
    private float[][] resting(int[] tokens, int[] masked) {
        assertThat(masked).hasSize(1);
        assertThat(tokens[masked[0]]).isEqualTo(FakeGrid.HOLD); // hidden
        asked.add(masked[0]);
        float[] logits = new float[SIZE];
        logits[FakeGrid.REST] = 5;
        logits[FakeGrid.REST + FakeGrid.LOWER] = 5;
        logits[FakeGrid.STEP] = 6;
        return new float[][] {logits};
    }

    @Test
    void eachPlaceIsMaskedAlone() {
        int[] tokens = FakeGrid.rests(4);
        tokens[FakeGrid.place(1, 0)] = FakeGrid.C;
        tokens[FakeGrid.place(2, 0)] = FakeGrid.HOLD;
        MaskedAccuracy accuracy = MaskedAccuracy.of(this::resting, new Sheet(new FakeGrid(), tokens), 100);

        double total = StrictMath.log(9 + 2 * StrictMath.exp(5) + StrictMath.exp(6));
        assertThat(asked).containsExactlyInAnyOrder(1, 2, 4, 5, 7, 8, 10, 11);
        assertThat(accuracy.places()).isEqualTo(8);
        assertThat(accuracy.measured()).isEqualTo(8);
        assertThat(accuracy.hits()).isEqualTo(6);
        assertThat(accuracy.onsets()).isEqualTo(1);
        assertThat(accuracy.onsetHits()).isZero();
        assertThat(accuracy.nats()).isCloseTo(6 * (total - 5) + 2 * total, within(1e-9));
    }

    @Test
    void aGuessedBeginningCounts() {
        int[] tokens = FakeGrid.rests(2);
        tokens[FakeGrid.place(0, 0)] = FakeGrid.C;
        MaskedPredictor knowing = (shown, masked) -> {
            float[] logits = new float[SIZE];
            logits[tokens[masked[0]]] = 1;
            return new float[][] {logits};
        };
        MaskedAccuracy accuracy = MaskedAccuracy.of(knowing, new Sheet(new FakeGrid(), tokens), 100);
        assertThat(accuracy.hits()).isEqualTo(4);
        assertThat(accuracy.onsetHits()).isEqualTo(1);
        assertThat(accuracy.plus(accuracy).onsetHits()).isEqualTo(2);
    }

    @Test
    void ofALongSheetSomePlacesAreMeasuredInAllVoicesAndOnAllBeats() {
        for (int sixteenths : new int[] {101, 128, 160, 300, 1000}) {
            asked.clear();
            MaskedAccuracy accuracy =
                    MaskedAccuracy.of(this::resting, new Sheet(new FakeGrid(), FakeGrid.rests(sixteenths)), 200);
            assertThat(accuracy.measured()).isEqualTo(200);
            assertThat(accuracy.places()).isEqualTo(2L * sixteenths);
            assertThat(asked).hasSize(200).doesNotHaveDuplicates();
            int[] cells = new int[8]; // by voice and place in the beat
            asked.forEach(place -> cells[(place % 3 - 1) * 4 + (place - 1) / 3 % 4]++);
            assertThat(Arrays.stream(cells).min().orElseThrow())
                    .as("%d sixteenths", sixteenths)
                    .isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void ofNothingThereIsNoAccuracy() {
        assertThat(MaskedAccuracy.of(this::resting, new Sheet(new FakeGrid(), new int[] {FakeGrid.BEGIN}), 200))
                .isEqualTo(MaskedAccuracy.NONE);
    }
}
