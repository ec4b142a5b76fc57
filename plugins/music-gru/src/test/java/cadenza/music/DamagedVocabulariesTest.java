package cadenza.music;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Score;
import cadenza.music.coding.PieceCodec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model file's vocabulary may say anything. */
class DamagedVocabulariesTest {
    private static PieceCodec codec(String coding) {
        List<Score> scores =
                switch (coding) {
                    case "drums" -> AwkwardScores.ofDrums();
                    case "chords" -> AwkwardScores.ofChords();
                    default -> AwkwardScores.ofTracks();
                };
        return Codings.named(coding).codecOf(scores, 0, 0);
    }

    private static List<String> symbols(PieceCodec codec) {
        List<String> symbols = new ArrayList<>(codec.vocabulary().symbols());
        return symbols.subList(1, symbols.size()); // the unknown token is there by itself
    }

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource({
        "drums, END",
        "drums, SHIFT 1",
        "drums, OFFSET 0",
        "drums, VELOCITY 16",
        "tracks, END",
        "tracks, SHIFT 24",
        "tracks, DURATION 384",
        "tracks, VELOCITY 0",
        "tracks, BEGIN 4/4 0",
        "chords, STEP",
        "chords, REPEAT",
        "chords, END",
        "chords, BEGIN 3/4 0"
    })
    void whatLacksATokenThatTheGrammarNeedsIsRefused(String coding, String missing) {
        PieceCodec codec = codec(coding);
        List<String> symbols = symbols(codec);
        assertThatCode(() -> Codings.open(Vocabulary.of(symbols), codec.settings()))
                .doesNotThrowAnyException();
        List<String> fewer =
                symbols.stream().filter(symbol -> !symbol.equals(missing)).toList();
        assertThatThrownBy(() -> Codings.open(Vocabulary.of(fewer), codec.settings()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the vocabulary of the " + coding + " coding is incomplete");
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "drums, HIT 128",
        "drums, HIT -1",
        "drums, HIT 036",
        "drums, VELOCITY 17",
        "drums, OFFSET 6",
        "drums, SHIFT 17",
        "drums, TEMPO 119",
        "drums, BEGIN 4/3",
        "drums, BEGIN 3/64",
        "drums, NOTE 60",
        "drums, HIT",
        "tracks, NOTE 128",
        "tracks, TRACK 128",
        "tracks, DRUMS -1",
        "tracks, SHIFT 25",
        "tracks, DURATION 13",
        "tracks, BEGIN 4/4 96",
        "tracks, METER 3/64",
        "tracks, TEMPO x",
        "chords, NOTE 128",
        "chords, STEP 2",
        "chords, BEGIN 0/4 0",
        "chords, VELOCITY 3"
    })
    void whatHasAStrangeTokenIsRefusedByName(String coding, String strange) {
        PieceCodec codec = codec(coding);
        List<String> symbols = new ArrayList<>(symbols(codec));
        symbols.add(strange);
        assertThatThrownBy(() -> Codings.open(Vocabulary.of(symbols), codec.settings()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'" + strange + "', which is no token of the " + coding + " coding");
    }

    @ParameterizedTest
    @CsvSource({"step, 7", "step, 481", "program, 128", "tempo, 0"})
    void chordsWithStrangeSettingsAreRefused(String name, int value) {
        PieceCodec codec = codec("chords");
        assertThatThrownBy(
                        () -> Codings.open(codec.vocabulary(), codec.settings().with(name, value)))
                .isInstanceOf(UserException.class);
    }
}
