package cadenza.music.coding;

import cadenza.api.MusicCodec;
import cadenza.api.Settings;
import cadenza.api.document.Score;
import cadenza.recurrent.SlotCodec;

/** A codec of pieces that can be kept in a model file and, where the music has pitches, transposed. */
public interface PieceCodec extends SlotCodec<Score>, MusicCodec {
    /** What beside the vocabulary makes this codec again; names the coding as {@code coding}. */
    Settings settings();

    /** The same tokens, every note moved by so many semitones; what leaves the vocabulary is the unknown token. */
    int[] transpose(int[] sequence, int semitones);
}
