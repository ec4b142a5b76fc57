package cadenza.host.rewriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.CodePointCodec;
import cadenza.api.Effect;
import cadenza.api.Vocabulary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetTest {
    @Test
    void withOtherTokensItIsTheSheetOfThose() {
        int[] tokens = FakeGrid.rests(3);
        int[] others = tokens.clone();
        others[FakeGrid.place(1, 0)] = FakeGrid.D;
        others[FakeGrid.place(2, 0)] = FakeGrid.HOLD;
        Sheet walked = new Sheet(new FakeGrid(), others);
        Sheet changed = new Sheet(new FakeGrid(), tokens).with(others);
        assertThat(changed.tokens()).isEqualTo(others);
        for (int place = 0; place < others.length; place++) {
            assertThat(changed.effect(place)).isEqualTo(walked.effect(place));
            assertThat(changed.tick(place)).isEqualTo(walked.tick(place));
            assertThat(changed.voice(place)).isEqualTo(walked.voice(place));
            assertThat(changed.open(place)).isEqualTo(walked.open(place));
        }
        others[FakeGrid.place(1, 0)] = FakeGrid.D + FakeGrid.LOWER;
        assertThatThrownBy(() -> changed.with(others)).isInstanceOf(IllegalArgumentException.class);
    }

    private static final int[] TOKENS = FakeGrid.rests(4);
    private static final Sheet SHEET = new Sheet(new FakeGrid(), TOKENS);

    @Test
    void eachPlaceHasItsTickAndItsVoice() {
        for (int sixteenth = 0; sixteenth < 4; sixteenth++) {
            for (int voice = 0; voice < 2; voice++) {
                int place = FakeGrid.place(sixteenth, voice);
                assertThat(SHEET.tick(place)).isEqualTo(120L * sixteenth);
                assertThat(SHEET.voice(place)).isEqualTo(voice);
            }
        }
        assertThat(SHEET.voices()).containsExactly(0, 1);
    }

    @Test
    void aPlaceWhereOnlyOneTokenCanStandIsNotOpenAndHasNoVoice() {
        for (int place : new int[] {0, 3, 6, 9, 12}) {
            assertThat(SHEET.open(place)).isFalse();
            assertThat(SHEET.voice(place)).isEqualTo(Sheet.NO_VOICE);
        }
        assertThat(SHEET.places()).containsExactly(1, 2, 4, 5, 7, 8, 10, 11);
    }

    @Test
    void placesAreThoseOfARangeOfTicksAndOfSomeVoices() {
        assertThat(SHEET.places(120, 360)).containsExactly(4, 5, 7, 8);
        assertThat(SHEET.places(120, 360, Set.of(1))).containsExactly(5, 8);
        assertThat(SHEET.places(120, 360, Set.of(7))).isEmpty();
        assertThat(SHEET.places(480, 960)).isEmpty();
    }

    @Test
    void aPlaceTellsWhatIsAllowedAndWhatItWouldDo() {
        int place = FakeGrid.place(1, 1);
        assertThat(SHEET.allows(place, FakeGrid.D + FakeGrid.LOWER)).isTrue();
        assertThat(SHEET.allows(place, FakeGrid.D)).isFalse();
        assertThat(SHEET.effect(place, FakeGrid.D + FakeGrid.LOWER)).isEqualTo(new Effect.Sound(1, 62));
        assertThat(SHEET.effect(place, FakeGrid.D)).isNull();
        assertThat(SHEET.effect(place)).isEqualTo(new Effect.Silence(1));
    }

    @Test
    void theTokensCannotBeChangedFromOutside() {
        int[] given = TOKENS.clone();
        Sheet sheet = new Sheet(new FakeGrid(), given);
        given[1] = FakeGrid.C;
        sheet.tokens()[1] = FakeGrid.D;
        assertThat(sheet.tokens()).isEqualTo(TOKENS);
    }

    @Test
    void whatIsMaskedIsHidden() {
        assertThat(SHEET.hidden(TOKENS, new int[] {1, 5}))
                .hasSize(TOKENS.length)
                .startsWith(FakeGrid.BEGIN, FakeGrid.HOLD, TOKENS[2], FakeGrid.STEP, TOKENS[4], FakeGrid.HOLD)
                .endsWith(TOKENS[11], TOKENS[12]);
    }

    @Test
    void eachCharacterOfATextIsAPlaceWithoutAVoice() {
        Sheet sheet = new Sheet(new CodePointCodec(Vocabulary.of(List.of("a", "b"))), new int[] {1, 2, 0, 1});
        assertThat(sheet.places()).containsExactly(0, 1, 2, 3);
        assertThat(sheet.places(0, 1, Set.of(0))).isEmpty();
        assertThat(sheet.voices()).isEmpty();
        assertThat(sheet.tick(3)).isZero();
    }

    @Test
    void ofACodecOfOneSymbolNothingCanBeRedone() {
        Sheet sheet = new Sheet(new CodePointCodec(Vocabulary.of(List.of("a"))), new int[] {1, 1});
        assertThat(sheet.places()).isEmpty();
    }
}
