package cadenza.music.voices;

import static cadenza.music.voices.Pieces.codecOf;
import static cadenza.music.voices.Pieces.voice;
import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.KeySignature;
import cadenza.api.voices.VoiceLines;
import cadenza.recurrent.ScoringState;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the network sees of the harmony, and which scores a note is given. */
class HarmonyTest {
    private static final String[] BEGINNING = {"BEGIN 4/4 0", "KEY C major", "LENGTH 2", "NOTE 0 72", "NOTE 1 65"};

    private static VoicesCodec codec() throws UnsuitableDocumentException {
        return codecOf(-5, 6, Pieces.of("4/4", voice("72 8 74 8 76 16"), voice("65 8 67 8 60 16")));
    }

    private static ScoringState after(VoicesCodec codec, String... symbols) {
        ScoringState state = codec.start();
        for (String symbol : symbols) {
            int id = codec.vocabulary().id(symbol);
            assertThat(id).as(symbol).isPositive();
            state.accept(id);
        }
        return state;
    }

    private static int[] units(VoicesCodec codec, ScoringState state) {
        int[] units = new int[codec.slots()];
        state.units(units);
        return units;
    }

    /** The scores of a note, its own left out. */
    private static List<Integer> shared(VoicesCodec codec, ScoringState state, String note) {
        int[] indices = new int[codec.vocabulary().size() * codec.terms()];
        state.scores(indices);
        int at = codec.vocabulary().id(note) * codec.terms();
        return Arrays.stream(indices, at + 1, at + codec.terms()).boxed().toList();
    }

    private static String[] then(String... more) {
        return IntStream.range(0, BEGINNING.length + more.length)
                .mapToObj(i -> i < BEGINNING.length ? BEGINNING[i] : more[i - BEGINNING.length])
                .toArray(String[]::new);
    }

    @Test
    void eachSlotHasARangeOfItsOwn() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        Set<Integer> seen = new HashSet<>();
        for (int unit : units(codec, after(codec, BEGINNING))) {
            assertThat(unit).isBetween(0, codec.inputs() - 1);
            assertThat(seen.add(unit)).isTrue();
        }
    }

    @Test
    void aPieceInAnotherKeyLooksTheSameButForPitchesAndKey() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        int[] inC = units(codec, after(codec, BEGINNING));
        int[] inD = units(codec, after(codec, "BEGIN 4/4 0", "KEY D major", "LENGTH 2", "NOTE 0 74", "NOTE 1 67"));
        // Last token, position, two pitches, interval now and before, key, two degrees, beats and bars left.
        List<Integer> differing = IntStream.range(0, inC.length)
                .filter(slot -> inC[slot] != inD[slot])
                .boxed()
                .toList();
        assertThat(differing).containsExactly(0, 2, 3, 6);
    }

    @Test
    void theEndIsCountedDownInBeatsAndBars() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        int[] begun = units(codec, after(codec, BEGINNING));
        int[] moved = units(codec, after(codec, then("SHIFT 5")));
        int beats = begun.length - 2;
        int bars = begun.length - 1;
        assertThat(begun[beats] - moved[beats]).isEqualTo(1); // 32 sixteenths left are 8 beats, 27 are 7
        assertThat(begun[bars] - moved[bars]).isZero();
        int[] second = units(codec, after(codec, then("SHIFT 16")));
        assertThat(begun[beats] - second[beats]).isEqualTo(4);
        assertThat(begun[bars] - second[bars]).isEqualTo(1);
    }

    @Test
    void aNoteIsScoredByItsStepItsIntervalItsDegreeAndItsFaults() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        ScoringState state = after(codec, then("SHIFT 8"));
        List<Integer> third = shared(codec, state, "NOTE 0 74");
        List<Integer> fourth = shared(codec, state, "NOTE 0 75");
        for (int term = 0; term < 3; term++) {
            assertThat(fourth.get(term) - third.get(term)).isEqualTo(1);
        }
        assertThat(fourth.get(3)).isEqualTo(third.get(3));
    }

    @Test
    void intervalsToOtherVoicesAreTakenWhateverTheOctave() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        ScoringState state = after(codec, then("SHIFT 8"));
        List<Integer> above = shared(codec, state, "NOTE 1 64");
        List<Integer> below = shared(codec, state, "NOTE 1 71");
        assertThat(shared(codec, state, "NOTE 0 69").get(1)).isNotEqualTo(above.get(1));
        assertThat(below.get(1) - above.get(1)).isEqualTo(7);
    }

    @Test
    void parallelFifthsAndCrossingsAreMarked() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        // 72 over 65, a fifth; the upper voice moves to 74.
        ScoringState state = after(codec, then("SHIFT 8", "NOTE 0 74"));
        int plain = shared(codec, state, "NOTE 1 64").get(3);
        assertThat(shared(codec, state, "NOTE 1 67").get(3) - plain)
                .as("a fifth again")
                .isEqualTo(1);
        assertThat(shared(codec, state, "NOTE 1 65").get(3))
                .as("the same note again")
                .isEqualTo(plain);
        ScoringState unmoved = after(codec, then("SHIFT 8"));
        assertThat(shared(codec, unmoved, "NOTE 1 67").get(3))
                .as("only one moves")
                .isEqualTo(plain);
        ScoringState low = after(codec, then("SHIFT 8", "NOTE 0 67"));
        assertThat(shared(codec, low, "NOTE 1 68").get(3) - plain)
                .as("above the upper")
                .isEqualTo(2);
    }

    @Test
    void aPieceInAKeyThatTheModelLacksIsToldInTheNearest() throws UnsuitableDocumentException {
        VoicesCodec codec = codecOf(Pieces.of("4/4", voice("72 4 76 4 79 4 72 4"), voice("60 16")));
        VoiceLines inAMinor = new VoiceLines(
                cadenza.api.document.Meter.COMMON,
                0,
                KeySignature.of(9, true),
                VoiceLines.of(Pieces.of("4/4", voice("72 16"), voice("60 16"))).lines());
        assertThat(codec.vocabulary().symbol(codec.encode(inAMinor)[1])).isEqualTo("KEY C major");
    }
}
