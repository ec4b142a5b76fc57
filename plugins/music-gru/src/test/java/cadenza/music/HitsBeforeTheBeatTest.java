package cadenza.music;

import static cadenza.music.AwkwardScores.note;
import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.host.sampling.BarLimit;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Playhead;
import cadenza.music.coding.PieceCodec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HitsBeforeTheBeatTest {
    private static PieceCodec codec(Score score) {
        return Codings.named("drums").codecOf(List.of(score), 0, 0);
    }

    private static Score drums(Note... notes) {
        return AwkwardScores.score("drums", "4/4", AwkwardScores.track(9, 0, notes));
    }

    @Test
    void aHitBeforeABarLineBelongsToTheBarAfterIt() throws UnsuitableDocumentException {
        Score score = drums(note(0, 30, 36, 90), note(1900, 30, 36, 90));
        PieceCodec codec = codec(score);
        Score decoded = codec.decode(codec.encode(score), "decoded");
        assertThat(decoded.tracks().get(0).notes()).extracting(Note::tick).containsExactly(0L, 1900L);
        assertThat(decoded.end()).isEqualTo(2 * 1920);
    }

    @Test
    void theFirstHitBeforeItsBarLineIsMovedOntoIt() throws UnsuitableDocumentException {
        Score score = drums(note(1900, 30, 36, 90), note(2400, 30, 38, 90));
        PieceCodec codec = codec(score);
        Score decoded = codec.decode(codec.encode(score), "decoded");
        assertThat(decoded.tracks().get(0).notes()).extracting(Note::tick).containsExactly(0L, 480L);
    }

    @Test
    void noHitOfTheBarThatDoesNotComeEndsAClip() throws UnsuitableDocumentException {
        Score score = drums(note(0, 30, 36, 90), note(1900, 30, 36, 90));
        PieceCodec codec = codec(score);
        List<String> symbols = Arrays.stream(codec.encode(score))
                .mapToObj(codec.vocabulary()::symbol)
                .toList();
        assertThat(symbols)
                .containsSequence("SHIFT 16", "OFFSET -2", "HIT 36", "VELOCITY 11")
                .endsWith("SHIFT 16", "OFFSET 0", "END");
        CodecState state = codec.start();
        Playhead playhead = new Playhead();
        for (String symbol : symbols.subList(0, symbols.lastIndexOf("OFFSET -2") + 1)) {
            int token = codec.vocabulary().id(symbol);
            playhead.accept(state.effect(token));
            state.accept(token);
        }
        Choices choices = new Choices(codec.vocabulary().size());
        choices.begin(state, playhead);
        assertThat(choices.has(Effect.Sound.class::isInstance)).isTrue();
        new BarLimit(1).restrict(choices);
        assertThat(choices.has(Effect.Sound.class::isInstance)).isFalse();
        assertThat(choices.has(new Effect.Advance(20)::equals)).isTrue();
    }
}
