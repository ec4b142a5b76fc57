package cadenza.chorale;

import static cadenza.chorale.Pieces.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridCodecTest {
    private static String symbols(GridCodec codec, int... tokens) {
        return String.join(
                " ",
                Arrays.stream(tokens)
                        .mapToObj(token -> codec.vocabulary().symbol(token))
                        .toList());
    }

    @Test
    void eachVoiceHasOneTokenASixteenth() throws UnsuitableDocumentException {
        GridCodec codec = Pieces.codecOf(Pieces.hymn("hymn", 0));
        int[] tokens = codec.encode(Pieces.hymn("hymn", 0));
        assertThat(symbols(codec, Arrays.copyOf(tokens, 17)))
                .isEqualTo("BEGIN 4/4 0 KEY 0 major NOTE 72 NOTE 67 NOTE 64 NOTE 48 STEP HOLD HOLD HOLD HOLD STEP"
                        + " HOLD HOLD HOLD NOTE 50 STEP");
        assertThat(tokens).hasSize(codec.layout().tokens(64));
    }

    @Test
    void aPieceSurvivesTheRoundTrip() throws UnsuitableDocumentException {
        Score hymn = Pieces.hymn("hymn", 0);
        GridCodec codec = Pieces.codecOf(hymn);
        Score decoded = codec.decode(codec.encode(hymn), "hymn");
        assertThat(decoded.tracks().stream().map(Track::notes))
                .containsExactlyElementsOf(
                        hymn.tracks().stream().map(Track::notes).toList());
        assertThat(decoded.tracks().stream().map(Track::name)).containsExactly("Soprano", "Alto", "Tenor", "Bass");
        assertThat(codec.encode(decoded)).isEqualTo(codec.encode(hymn));
    }

    @Test
    void aVoiceWithoutNotesRestsInItsPlace() throws UnsuitableDocumentException {
        GridCodec codec = Pieces.codecOf(Pieces.hymn("hymn", 0));
        Score melody =
                Pieces.of("melody", "4/4", voice(0, 0, ""), voice(1, 0, ""), voice(2, 0, ""), voice(3, 0, "48 4 50 4"));
        int[] tokens = codec.encode(melody);
        assertThat(symbols(codec, Arrays.copyOfRange(tokens, 2, 7))).isEqualTo("REST REST REST NOTE 48 STEP");
        List<List<Note>> notes =
                codec.decode(tokens, "").tracks().stream().map(Track::notes).toList();
        assertThat(notes.subList(0, 3)).allMatch(List::isEmpty);
        assertThat(notes.get(3)).hasSize(2);
    }

    @Test
    void aPitchThatAVoiceNeverSingsIsUnknown() throws UnsuitableDocumentException {
        GridCodec codec = Pieces.codecOf(Pieces.hymn("hymn", 0));
        Score higher = Pieces.of(
                "higher", "4/4", voice(0, 0, "79 4"), voice(1, 0, "67 4"), voice(2, 0, "60 4"), voice(3, 0, "48 4"));
        assertThat(codec.encode(higher)[2]).isEqualTo(Vocabulary.UNKNOWN);
        assertThat(codec.decode(codec.encode(higher), "").tracks().get(0).notes())
                .isEmpty();
    }

    @Test
    void transposedPiecesAreInTheirKey() throws UnsuitableDocumentException {
        GridCodec codec = Pieces.codecOf(Pieces.hymn("low", 0), Pieces.hymn("high", 3));
        assertThat(codec.transpose(codec.encode(Pieces.hymn("low", 0)), 3))
                .isEqualTo(codec.encode(Pieces.hymn("high", 3)));
    }

    @Test
    void whatItCannotHoldIsRefusedWithTheReason() throws UnsuitableDocumentException {
        GridCodec codec = Pieces.codecOf(Pieces.hymn("hymn", 0));
        assertThatThrownBy(() -> codec.encode(Pieces.waltz()))
                .isInstanceOf(UnsuitableDocumentException.class)
                .hasMessage("its meter is 3/4; this model knows [4/4]");
        assertThatThrownBy(() -> codec.encode(Pieces.of("two", "4/4", voice(0, 0, "72 4"), voice(1, 0, "60 4"))))
                .isInstanceOf(UnsuitableDocumentException.class)
                .hasMessage("it has 2 tracks with notes; this coding needs 4 single lines");
    }

    @Test
    void aVocabularyThatLacksAPitchOfAVoiceIsDamaged() throws UnsuitableDocumentException {
        GridCodec codec = Pieces.codecOf(Pieces.hymn("hymn", 0));
        List<String> symbols = new ArrayList<>(codec.vocabulary().symbols());
        symbols.remove(Vocabulary.UNKNOWN_SYMBOL);
        symbols.remove("NOTE 67");
        assertThatThrownBy(() -> new GridCodec(Vocabulary.of(symbols), codec.settings()))
                .isInstanceOf(UserException.class)
                .hasMessage("the vocabulary of the grid coding lacks NOTE 67, which its voice 'Alto' may sing");
    }
}
