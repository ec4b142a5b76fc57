package cadenza.host.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Effect.Advance;
import cadenza.api.Effect.Silence;
import cadenza.api.Effect.Sound;
import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Playhead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What form, cadence and voice leading let through, told by the effects of what may come next. */
class StructureTest {
    private static final KeySignature C_MAJOR = KeySignature.of(0, false);
    private static final Effect BEGIN = new Effect.Begin(Meter.COMMON, 0);

    /** What is left of some effects at the place to which others have led. */
    private static List<Effect> left(Constraint constraint, List<Effect> sofar, Effect... next) {
        Playhead playhead = new Playhead();
        sofar.forEach(playhead::accept);
        Choices choices = new Choices(next.length);
        choices.begin(new Anything(List.of(next)), playhead);
        constraint.restrict(choices);
        List<Effect> left = new ArrayList<>();
        for (int token = 0; token < next.length; token++) {
            if (choices.allows(token)) {
                left.add(next[token]);
            }
        }
        return left;
    }

    /** A grammar that allows all of some effects. */
    private record Anything(List<Effect> effects) implements CodecState {
        @Override
        public void allowed(boolean[] allowed) {
            Arrays.fill(allowed, true);
        }

        @Override
        public Effect effect(int token) {
            return effects.get(token);
        }

        @Override
        public void accept(int token) {
            throw new UnsupportedOperationException("nothing is chosen here");
        }
    }

    @Test
    void aLineMovesByAnOctaveAtMost() {
        List<Effect> sofar = List.of(BEGIN, new Sound(0, 60), new Advance(480));
        assertThat(left(
                        new VoiceLeading(),
                        sofar,
                        new Sound(0, 47),
                        new Sound(0, 48),
                        new Sound(0, 72),
                        new Sound(0, 73),
                        new Sound(1, 90),
                        new Sound(0, 90, 240),
                        new Advance(480)))
                .containsExactly(
                        new Sound(0, 48), new Sound(0, 72), new Sound(1, 90), new Sound(0, 90, 240), new Advance(480));
    }

    @Test
    void twoLinesDoNotMoveInParallelFifthsOrOctaves() {
        List<Effect> fifth = List.of(BEGIN, new Sound(0, 67), new Sound(1, 60), new Advance(480), new Sound(0, 69));
        assertThat(left(new VoiceLeading(), fifth, new Sound(1, 62), new Sound(1, 61), new Sound(1, 60)))
                .containsExactly(new Sound(1, 61), new Sound(1, 60));
        List<Effect> octave = List.of(BEGIN, new Sound(0, 72), new Sound(1, 60), new Advance(480), new Sound(0, 69));
        assertThat(left(new VoiceLeading(), octave, new Sound(1, 57), new Sound(1, 53)))
                .containsExactly(new Sound(1, 53));
    }

    @Test
    void whereOneLineStaysNothingIsParallel() {
        List<Effect> sofar = List.of(BEGIN, new Sound(0, 67), new Sound(1, 60), new Advance(480));
        assertThat(left(new VoiceLeading(), sofar, new Sound(1, 62))).hasSize(1);
    }

    @Test
    void thereIsAMomentInWhichTheLastChordCanBegin() {
        List<Effect> sofar = List.of(BEGIN, new Sound(0, 64), new Sound(1, 50), new Advance(480));
        assertThat(left(
                        new Cadence(OptionalInt.of(1), Optional.of(C_MAJOR)),
                        sofar,
                        new Advance(240),
                        new Advance(480),
                        new Advance(960),
                        new Sound(0, 61)))
                .containsExactly(new Advance(240), new Advance(480), new Sound(0, 61));
    }

    @Test
    void theLastHalfBarHoldsTheTonicsTriadOverItsRoot() {
        List<Effect> sofar = List.of(BEGIN, new Sound(0, 65), new Sound(1, 50), new Advance(960));
        Effect[] next = {
            new Sound(0, 64), new Sound(0, 62), new Sound(1, 48), new Sound(1, 52), new Advance(960), new Silence(0)
        };
        Cadence cadence = new Cadence(OptionalInt.of(1), Optional.of(C_MAJOR));
        assertThat(left(cadence, sofar, next)).as("the upper line first").containsExactly(new Sound(0, 64));
        List<Effect> upperSet = with(sofar, new Sound(0, 64));
        assertThat(left(cadence, upperSet, next))
                .contains(new Sound(1, 48))
                .doesNotContain(new Sound(1, 52), new Advance(960), new Silence(0));
        List<Effect> bothSet = with(upperSet, new Sound(1, 48));
        assertThat(left(cadence, bothSet, next)).as("then it is held").containsExactly(new Advance(960));
    }

    @Test
    void theKeyThatTheModelNamedIsThatOfTheCadence() {
        List<Effect> sofar =
                List.of(BEGIN, new Effect.Key(KeySignature.of(9, true)), new Sound(0, 62), new Advance(960));
        assertThat(left(new Cadence(OptionalInt.of(1), Optional.empty()), sofar, new Sound(0, 57), new Sound(0, 60)))
                .containsExactly(new Sound(0, 57));
        List<Effect> unnamed = List.of(BEGIN, new Sound(0, 62), new Advance(960));
        assertThat(left(new Cadence(OptionalInt.of(1), Optional.empty()), unnamed, new Sound(0, 57), new Sound(0, 60)))
                .hasSize(2);
    }

    @Test
    void aPieceOfItsOwnLengthClosesWhereItAnnounced() {
        List<Effect> sofar = List.of(BEGIN, new Effect.Length(1), new Sound(0, 62), new Advance(960));
        assertThat(left(
                        new Cadence(OptionalInt.empty(), Optional.of(C_MAJOR)),
                        sofar,
                        new Sound(0, 60),
                        new Sound(0, 62)))
                .containsExactly(new Sound(0, 60));
    }

    @Test
    void aSectionIsRepeatedNoteForNote() {
        Repetition repetition = new Repetition(Form.parse("AAB"), 0, 3);
        List<Effect> bar = new ArrayList<>(List.of(
                BEGIN, new Sound(0, 60), new Sound(1, 48), new Advance(480), new Sound(0, 62), new Advance(1440)));
        Effect[] next = {
            new Sound(0, 60), new Sound(0, 62), new Sound(1, 48), new Advance(480), new Advance(960), new Advance(1920)
        };
        assertThat(left(repetition, bar, next)).containsExactly(new Sound(0, 60));
        List<Effect> begun = with(bar, new Sound(0, 60));
        assertThat(left(repetition, begun, next)).as("both lines begin anew").containsExactly(new Sound(1, 48));
        List<Effect> set = with(begun, new Sound(1, 48));
        assertThat(left(repetition, set, next)).containsExactly(new Advance(480));
        List<Effect> moved = with(set, new Advance(480));
        assertThat(left(repetition, moved, next)).containsExactly(new Sound(0, 62));
        List<Effect> second = with(with(moved, new Sound(0, 62)), new Advance(1440));
        assertThat(left(repetition, second, next)).as("B is composed").hasSize(next.length);
    }

    @Test
    void ofAVariedSectionOnlyTheFirstHalfIsRepeated() {
        Repetition repetition = new Repetition(Form.parse("AA'B"), 0, 6);
        List<Effect> section = new ArrayList<>(List.of(BEGIN));
        for (int bar = 0; bar < 3; bar++) {
            section.add(new Sound(0, 60 + bar));
            section.add(new Advance(1920));
            if (bar == 1) {
                assertThat(left(repetition, section, new Sound(0, 60), new Sound(0, 67)))
                        .containsExactly(new Sound(0, 60));
            }
        }
        assertThat(left(repetition, section, new Sound(0, 61), new Sound(0, 67)))
                .hasSize(2);
    }

    @Test
    void aCodingThatTellsLengthsBeforePitchesCannotRepeat() {
        Repetition repetition = new Repetition(Form.parse("AAB"), 0, 3);
        List<Effect> bar = List.of(BEGIN, new Sound(0, 60, 480), new Advance(1920));
        assertThatThrownBy(() -> left(repetition, bar, new Advance(480)))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--form AAB cannot be held by this model");
    }

    @Test
    void theVeryLastBarIsComposed() {
        Repetition repetition = new Repetition(Form.parse("AA"), 0, 2);
        List<Effect> bar = List.of(BEGIN, new Sound(0, 60), new Advance(1920));
        assertThat(left(repetition, bar, new Sound(0, 60), new Sound(0, 67))).hasSize(2);
    }

    @Test
    void aNoteThatWouldMakeABarTheSameAsTheLastIsRefused() {
        List<Effect> bar = List.of(new Sound(0, 60), new Advance(960), new Sound(0, 62));
        List<Effect> sofar = new ArrayList<>(List.of(BEGIN));
        sofar.addAll(bar);
        sofar.addAll(List.of(new Advance(960), new Sound(0, 60), new Advance(960)));
        assertThat(left(new NoLoop(1), sofar, new Sound(0, 62), new Sound(0, 64), new Advance(960)))
                .containsExactly(new Sound(0, 64), new Advance(960));
        List<Effect> between = with(with(with(sofar, new Sound(0, 64)), new Advance(960)), new Sound(0, 60));
        between = with(between, new Advance(960));
        assertThat(left(new NoLoop(1), between, new Sound(0, 62)))
                .as("two bars ago")
                .hasSize(1);
        assertThat(left(new NoLoop(2), between, new Sound(0, 62))).isEmpty();
    }

    @Test
    void aNoteThatWouldRepeatASequenceOfItsChannelIsRefused() {
        List<Effect> sofar = new ArrayList<>(List.of(BEGIN));
        for (int pitch : new int[] {60, 62, 64, 60, 62}) {
            sofar.add(new Sound(0, pitch));
            sofar.add(new Advance(240));
        }
        Effect[] next = {new Sound(0, 64), new Sound(0, 65), new Sound(1, 64)};
        assertThat(left(new NoNoteLoop(3), sofar, next)).containsExactly(new Sound(0, 65), new Sound(1, 64));
        assertThat(left(new NoNoteLoop(4), sofar, next)).hasSize(3);
    }

    @Test
    void aFormAndNoLoopDoNotGoTogether() {
        assertThatThrownBy(() -> new Structure(Optional.of(Form.parse("AABA")), false, false, 4, 0))
                .isInstanceOf(UserException.class)
                .hasMessage("--no-loop 4 forbids what --form AABA repeats; give one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "A'", "AB1", "A B", "''", "A''B", "ÄA"})
    void whatIsNoFormIsRefused(String text) {
        assertThatThrownBy(() -> Form.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("--form '" + text + "'");
    }

    @Test
    void aFormThatCannotShareTheBarsIsRefused() {
        assertThat(Form.parse("aa'ba")).hasToString("AA'BA");
        assertThatThrownBy(() -> Form.parse("AABA").check(10))
                .isInstanceOf(UserException.class)
                .hasMessage("--form AABA has 4 sections, which cannot share 10 bars equally;"
                        + " give --bars a multiple of 4");
        Form.parse("AABA").check(8);
    }

    private static List<Effect> with(List<Effect> effects, Effect next) {
        List<Effect> more = new ArrayList<>(effects);
        more.add(next);
        return more;
    }
}
