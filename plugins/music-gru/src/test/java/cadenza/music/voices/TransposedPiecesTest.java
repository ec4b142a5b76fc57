package cadenza.music.voices;

import static cadenza.music.voices.Pieces.codecOf;
import static cadenza.music.voices.Pieces.voice;
import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Score;
import cadenza.music.coding.TransposedPieces;
import cadenza.training.Sequence;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransposedPiecesTest {
    private static final Score PIECE = Pieces.of("4/4", voice("72 4 74 4 0 4 76 4"), voice("60 8 127 8"));

    @Test
    void transposingMovesPitchesAndNothingElse() throws UnsuitableDocumentException {
        VoicesCodec codec = codecOf(-5, 6, PIECE);
        int[] tokens = codec.encode(PIECE);
        for (int semitones = -5; semitones <= 6; semitones++) {
            int[] moved = codec.transpose(tokens, semitones);
            for (int i = 0; i < tokens.length; i++) {
                VoiceToken before = VoiceToken.parse(codec.vocabulary().symbol(tokens[i]));
                VoiceToken after = VoiceToken.parse(codec.vocabulary().symbol(moved[i]));
                if (before instanceof VoiceToken.NoteOn note && note.pitch() + semitones <= 127) {
                    assertThat(after).isEqualTo(new VoiceToken.NoteOn(note.voice(), note.pitch() + semitones));
                } else if (before instanceof VoiceToken.NoteOn) {
                    assertThat(moved[i]).isEqualTo(Vocabulary.UNKNOWN);
                } else if (before instanceof VoiceToken.Key key) {
                    assertThat(after).isEqualTo(key.transposed(semitones));
                    assertThat(((VoiceToken.Key) after).signature().tonic())
                            .isEqualTo(Math.floorMod(key.signature().tonic() + semitones, 12));
                } else {
                    assertThat(after).isEqualTo(before);
                }
            }
        }
        assertThat(codec.transpose(tokens, 0)).isEqualTo(tokens);
    }

    @Test
    void inTheCourseOfEpochsAPieceIsLearnedInEveryKey() throws UnsuitableDocumentException {
        Score piece = Pieces.of("4/4", voice("72 4 74 4 0 4 76 4"), voice("60 8 62 8"));
        VoicesCodec codec = codecOf(-5, 6, piece);
        Set<List<Integer>> wanted = new HashSet<>();
        for (int semitones = -5; semitones <= 6; semitones++) {
            wanted.add(boxed(codec.transpose(codec.encode(piece), semitones)));
        }
        assertThat(wanted).hasSize(12);
        assertThat(learned(codec, piece)).isEqualTo(wanted);
    }

    @Test
    void aPieceThatATranspositionWouldLeadOutOfTheVocabularyStaysAsItIs() throws UnsuitableDocumentException {
        VoicesCodec codec = codecOf(-5, 6, PIECE); // 127 is the highest pitch
        Set<List<Integer>> wanted = new HashSet<>();
        for (int semitones = -5; semitones <= 0; semitones++) {
            wanted.add(boxed(codec.transpose(codec.encode(PIECE), semitones)));
        }
        assertThat(learned(codec, PIECE)).isEqualTo(wanted).noneMatch(tokens -> tokens.contains(Vocabulary.UNKNOWN));
    }

    /** What 200 epochs show of a piece. */
    private static Set<List<Integer>> learned(VoicesCodec codec, Score piece) throws UnsuitableDocumentException {
        TransposedPieces pieces = new TransposedPieces(codec, List.of(codec.encode(piece)), -5, 6);
        Random random = new Random(1);
        Set<List<Integer>> seen = new HashSet<>();
        for (int epoch = 0; epoch < 200; epoch++) {
            List<Sequence> sequences = pieces.epoch(random);
            assertThat(sequences).hasSize(1);
            Sequence sequence = sequences.get(0);
            seen.add(IntStream.range(0, sequence.length())
                    .map(sequence::target)
                    .boxed()
                    .toList());
        }
        return seen;
    }

    private static List<Integer> boxed(int[] tokens) {
        return Arrays.stream(tokens).boxed().toList();
    }
}
