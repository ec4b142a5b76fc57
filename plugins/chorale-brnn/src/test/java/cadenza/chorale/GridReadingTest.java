package cadenza.chorale;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.UnsuitableDocumentException;
import cadenza.recurrent.MaskedSequence;
import cadenza.recurrent.SlotState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridReadingTest {
    private GridCodec codec;
    private int[] tokens;

    @BeforeEach
    void encodeAHymn() throws UnsuitableDocumentException {
        codec = Pieces.codecOf(Pieces.hymn("hymn", 0));
        tokens = codec.encode(Pieces.hymn("hymn", 0));
    }

    private GridReading reading(int... masked) {
        boolean[] hidden = new boolean[tokens.length];
        for (int place : masked) {
            hidden[place] = true;
        }
        return (GridReading) codec.read(tokens, hidden);
    }

    private List<int[]> everything(MaskedSequence sequence) {
        List<int[]> all = new ArrayList<>();
        for (int step = 0; step < sequence.steps(); step++) {
            int[] units = new int[codec.slots()];
            sequence.units(step, units);
            all.add(units);
        }
        for (int place = 0; place < tokens.length; place++) {
            int[] indices = new int[codec.vocabulary().size() * codec.terms()];
            Arrays.fill(indices, 7);
            sequence.scores(place, indices);
            // Behind the first NONE of a token nothing is read.
            for (int token = 0; token < codec.vocabulary().size(); token++) {
                boolean ended = false;
                for (int term = 0; term < codec.terms(); term++) {
                    int at = token * codec.terms() + term;
                    ended |= indices[at] == SlotState.NONE;
                    indices[at] = ended ? SlotState.NONE : indices[at];
                }
            }
            all.add(indices);
        }
        return all;
    }

    @Test
    void whatStandsInAMaskedPlaceMakesNoDifference() {
        Random random = new Random(4);
        for (int trial = 0; trial < 30; trial++) {
            boolean[] masked = new boolean[tokens.length];
            int[] other = tokens.clone();
            for (int place = 0; place < tokens.length; place++) {
                masked[place] = random.nextInt(3) == 0;
                other[place] = masked[place] ? random.nextInt(codec.vocabulary().size()) : tokens[place];
            }
            List<int[]> one = everything(codec.read(tokens, masked));
            List<int[]> two = everything(codec.read(other, masked));
            for (int i = 0; i < one.size(); i++) {
                assertThat(two.get(i)).isEqualTo(one.get(i));
            }
        }
    }

    @Test
    void aMaskedTokenLeavesOpenWhatSoundsUntilTheNextThatIsKnown() {
        GridReading reading = reading(codec.layout().place(4, 0)); // its D, held to step 7
        assertThat(reading.sounding(0, 3)).isEqualTo(72);
        assertThat(reading.sounding(0, 4)).isEqualTo(GridReading.OPEN);
        assertThat(reading.sounding(0, 7)).isEqualTo(GridReading.OPEN);
        assertThat(reading.sounding(0, 8)).isEqualTo(76);
        assertThat(reading.before(0, 6)).isEqualTo(72);
        assertThat(reading.behind(0, 4)).isEqualTo(76);
        assertThat(reading.onsetBehind(0, 4)).isEqualTo(8);
        assertThat(reading.onsetBehind(0, 3)).isEqualTo(reading.steps());
    }

    @Test
    void allThatMayStandInAPlaceHasAScoreAndNothingElse() {
        MaskedSequence sequence =
                reading(codec.layout().place(0, 1), codec.layout().place(9, 1));
        assertThat(possible(sequence, codec.layout().place(0, 1)))
                .containsExactlyInAnyOrder("<UNK>", "REST", "NOTE 67", "NOTE 68", "NOTE 69");
        assertThat(possible(sequence, codec.layout().place(9, 1)))
                .containsExactlyInAnyOrder("<UNK>", "REST", "HOLD", "NOTE 67", "NOTE 68", "NOTE 69");
        assertThat(possible(sequence, codec.layout().place(9, 4))).containsExactlyInAnyOrder("<UNK>", "STEP");
    }

    private Set<String> possible(MaskedSequence sequence, int place) {
        int[] indices = new int[codec.vocabulary().size() * codec.terms()];
        sequence.scores(place, indices);
        Set<String> possible = new HashSet<>();
        for (int token = 0; token < codec.vocabulary().size(); token++) {
            if (indices[token * codec.terms()] != SlotState.NONE) {
                possible.add(codec.vocabulary().symbol(token));
            }
        }
        return possible;
    }

    @Test
    void aHoldIsScoredAsThePitchThatItHolds() {
        int place = codec.layout().place(3, 3); // the bass holds its D
        int[] indices = new int[codec.vocabulary().size() * codec.terms()];
        reading(place).scores(place, indices);
        int hold = codec.vocabulary().id("HOLD") * codec.terms();
        int again = codec.vocabulary().id("NOTE 50") * codec.terms();
        // Its own, the step behind, three intervals, the degree and the faults; a pitch that begins has the step before
        // too.
        assertThat(Arrays.stream(indices, hold, hold + codec.terms()).filter(index -> index >= 0))
                .hasSize(codec.terms() - 1);
        assertThat(Arrays.stream(indices, again, again + codec.terms()).filter(index -> index >= 0))
                .hasSize(codec.terms());
        assertThat(Arrays.stream(indices, hold, hold + codec.terms()))
                .doesNotContainAnyElementsOf(Arrays.stream(indices, again, again + codec.terms())
                        .filter(index -> index >= 0)
                        .boxed()
                        .toList());
    }
}
