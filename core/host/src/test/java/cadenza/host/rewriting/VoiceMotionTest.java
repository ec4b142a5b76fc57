package cadenza.host.rewriting;

import static cadenza.host.rewriting.FakeGrid.C;
import static cadenza.host.rewriting.FakeGrid.C_SHARP;
import static cadenza.host.rewriting.FakeGrid.D;
import static cadenza.host.rewriting.FakeGrid.HOLD;
import static cadenza.host.rewriting.FakeGrid.LOWER;
import static cadenza.host.rewriting.FakeGrid.REST;
import static cadenza.host.rewriting.FakeGrid.place;
import static org.assertj.core.api.Assertions.assertThat;

import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Place;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both voices have the same pitches, so that what they do together is in unisons. */
class VoiceMotionTest {
    private static Sheet sheet(int[] higher, int[] lower) {
        int[] tokens = FakeGrid.rests(higher.length);
        for (int sixteenth = 0; sixteenth < higher.length; sixteenth++) {
            tokens[place(sixteenth, 0)] = higher[sixteenth];
            tokens[place(sixteenth, 1)] = lower[sixteenth] == HOLD ? HOLD : lower[sixteenth] + LOWER;
        }
        return new Sheet(new FakeGrid(), tokens);
    }

    /** What the higher voice may do at a sixteenth. */
    private static List<Integer> left(Sheet sheet, VoiceMotion motion, int sixteenth) {
        Place here = Place.start(sheet.codec());
        for (int at = 0; at < place(sixteenth, 0); at++) {
            here.follow(sheet.token(at));
        }
        Choices choices = new Choices(sheet.codec().vocabulary().size());
        choices.begin(here.state(), here.playhead());
        motion.restrict(place(sixteenth, 0), choices);
        return IntStream.range(0, choices.size())
                .filter(choices::allows)
                .boxed()
                .toList();
    }

    private static List<Integer> left(int[] higher, int[] lower, int sixteenth) {
        Sheet sheet = sheet(higher, lower);
        return left(sheet, new VoiceMotion(sheet), sixteenth);
    }

    @Test
    void aVoiceDoesNotGoFromAUnisonToAUnison() {
        assertThat(left(new int[] {C, C}, new int[] {C, D}, 1))
                .contains(C, C_SHARP, REST, HOLD)
                .doesNotContain(D);
    }

    @Test
    void whatStaysOrRepeatsIsNoMotion() {
        assertThat(left(new int[] {C, C}, new int[] {C, HOLD}, 1)).contains(C, C_SHARP, D, REST, HOLD);
        assertThat(left(new int[] {C, C}, new int[] {C, C}, 1)).contains(C, C_SHARP, D, REST, HOLD);
    }

    @Test
    void whatComesBehindCountsToo() {
        // The lower voice goes from C to D as the higher one does behind: it must not be on C before.
        assertThat(left(new int[] {D, C, D}, new int[] {C, HOLD, D}, 1))
                .doesNotContain(C)
                .contains(C_SHARP);
        assertThat(left(new int[] {C, HOLD, D}, new int[] {C, HOLD, D}, 1)).doesNotContain(HOLD);
    }

    @Test
    void aVoiceDoesNotGoBelowALowerOneWhileItHolds() {
        assertThat(left(new int[] {D, D, D}, new int[] {C, C_SHARP, C}, 1))
                .contains(D)
                .doesNotContain(C);
        assertThat(left(new int[] {D, D, HOLD}, new int[] {C, HOLD, D}, 1)).doesNotContain(C, C_SHARP);
    }

    @Test
    void whereAllCrossTheRestOfTheRulesHolds() {
        // Only a rest would not cross: it is kept, and so is nothing else.
        assertThat(left(new int[] {C, C}, new int[] {D, D}, 1))
                .contains(REST, D)
                .doesNotContain(C, C_SHARP);
    }

    @Test
    void aRestIsNeverAFault() {
        assertThat(left(new int[] {C, C, D}, new int[] {C, D, D}, 1)).contains(REST);
    }

    @Test
    void whatIsChosenCountsForTheChoicesAfterIt() {
        Sheet sheet = sheet(new int[] {C, C}, new int[] {C, C_SHARP});
        VoiceMotion motion = new VoiceMotion(sheet);
        assertThat(left(sheet, motion, 1)).contains(D).doesNotContain(C_SHARP);
        motion.set(place(1, 1), D + LOWER);
        assertThat(left(sheet, motion, 1)).contains(C_SHARP).doesNotContain(D);
    }
}
