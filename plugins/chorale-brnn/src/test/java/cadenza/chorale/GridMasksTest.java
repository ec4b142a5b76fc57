package cadenza.chorale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GridMasksTest {
    private static final int STEPS = 64;
    private static final GridLayout LAYOUT = new GridLayout(4);

    @Test
    void onlyVoicesWithinTheStretchAreMaskedAndAlwaysOne() {
        GridMasks masks = new GridMasks(LAYOUT);
        Random random = new Random(1);
        Set<Integer> sizes = new HashSet<>();
        Set<Integer> allOfOneVoice = new HashSet<>();
        for (int trial = 0; trial < 3000; trial++) {
            boolean[] masked = masks.draw(LAYOUT.tokens(STEPS), 16, 48, random);
            int[] byVoice = new int[4];
            for (int place = 0; place < masked.length; place++) {
                if (masked[place]) {
                    assertThat(LAYOUT.isCell(place)).isTrue();
                    assertThat(LAYOUT.step(place)).isBetween(16, 47);
                    byVoice[LAYOUT.voice(place)]++;
                }
            }
            int size = byVoice[0] + byVoice[1] + byVoice[2] + byVoice[3];
            assertThat(size).isPositive();
            sizes.add(size * 4 / 128);
            for (int voice = 0; voice < 4; voice++) {
                if (byVoice[voice] == 32 && size < 40) {
                    allOfOneVoice.add(voice);
                }
            }
        }
        assertThat(sizes).contains(0, 1, 2, 3); // few, many, most
        assertThat(allOfOneVoice).hasSize(4);
    }
}
