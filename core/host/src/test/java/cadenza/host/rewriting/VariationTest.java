package cadenza.host.rewriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.host.sampling.Xoshiro256;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VariationTest {
    /** The higher voice: four notes of four sixteenths each; the lower rests, but for a note of two at the end. */
    private static final Sheet SHEET = new Sheet(new FakeGrid(), tokens());

    private static int[] tokens() {
        int[] tokens = FakeGrid.rests(16);
        for (int sixteenth = 0; sixteenth < 16; sixteenth++) {
            tokens[FakeGrid.place(sixteenth, 0)] = sixteenth % 4 == 0 ? FakeGrid.C : FakeGrid.HOLD;
        }
        tokens[FakeGrid.place(1, 1)] = FakeGrid.HOLD; // a rest goes on
        tokens[FakeGrid.place(14, 1)] = FakeGrid.D + FakeGrid.LOWER;
        tokens[FakeGrid.place(15, 1)] = FakeGrid.HOLD;
        return tokens;
    }

    private static int[] vary(double amount, long seed) {
        return Variation.places(SHEET, SHEET.places(), amount, new Xoshiro256(seed));
    }

    @Test
    void wholeNotesAreChosen() {
        for (long seed = 0; seed < 100; seed++) {
            int[] places = vary(0.4, seed);
            assertThat(places).isSorted().doesNotHaveDuplicates();
            for (int note = 0; note < 4; note++) {
                int first = FakeGrid.place(4 * note, 0);
                long chosen = Arrays.stream(new int[] {first, first + 3, first + 6, first + 9})
                        .filter(place -> Arrays.binarySearch(places, place) >= 0)
                        .count();
                assertThat(chosen).isIn(0L, 4L);
            }
        }
    }

    @Test
    void theShareIsMetAsNearlyAsWholeNotesCan() {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(vary(0.44, seed).length).isIn(6, 8, 10); // of 18 places 8 are wanted
            assertThat(vary(0.001, seed).length).isIn(2, 4);
        }
    }

    @Test
    void allNotesAreThePlacesThatSound() {
        int[] all = vary(1, 1);
        assertThat(all).hasSize(18).contains(FakeGrid.place(14, 1), FakeGrid.place(15, 1));
        assertThat(all).doesNotContain(FakeGrid.place(0, 1), FakeGrid.place(1, 1));
    }

    @Test
    void everyNoteComesToBeChosen() {
        Set<Integer> chosen = new TreeSet<>();
        for (long seed = 0; seed < 100; seed++) {
            Arrays.stream(vary(0.2, seed)).forEach(chosen::add);
        }
        assertThat(chosen).hasSize(18);
    }

    @Test
    void onlyNotesThatBeginAmongTheGivenPlacesCount() {
        // From the third sixteenth to the sixth: the first note began before, the second goes on behind.
        int[] among = SHEET.places(2 * 120, 6 * 120);
        assertThat(Variation.places(SHEET, among, 1, new Xoshiro256(1)))
                .containsExactly(FakeGrid.place(4, 0), FakeGrid.place(5, 0));
        assertThat(Variation.places(SHEET, SHEET.places(120, 240), 1, new Xoshiro256(1)))
                .isEmpty();
    }

    @Test
    void theSameSeedChoosesTheSame() {
        assertThat(vary(0.3, 9)).isEqualTo(vary(0.3, 9));
    }

    @Test
    void anAmountOutOfRangeIsRefused() {
        for (double amount : new double[] {0, -1, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> vary(amount, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
