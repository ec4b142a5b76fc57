package cadenza.training;

import cadenza.recurrent.MaskedCodec;
import cadenza.recurrent.MaskedSequence;
import cadenza.recurrent.SelectedScores;

/**
 * Some steps of a whole sequence with masked tokens, as a bidirectional network learns them: at each step the input units
 * that are on, and the masked tokens to be predicted. Keeps the inputs; the scores are asked for when they are needed.
 */
public final class MaskedStretch implements Sequence {
    private final MaskedCodec<?> codec;
    private final int[] tokens;
    private final boolean[] masked;
    private final MaskedSequence sequence;
    private final int from;
    private final int length;
    private final int[] units; // [length][slots]

    /**
     * @param tokens the whole sequence
     * @param masked the places to be predicted, {@code [tokens]}
     * @param from first step, of those of the network
     * @param to behind the last step
     */
    public MaskedStretch(MaskedCodec<?> codec, int[] tokens, boolean[] masked, int from, int to) {
        this.codec = codec;
        this.tokens = tokens;
        this.masked = masked;
        this.sequence = codec.read(tokens, masked);
        this.from = from;
        this.length = to - from;
        this.units = new int[length * codec.slots()];
        int[] now = new int[codec.slots()];
        for (int step = 0; step < length; step++) {
            sequence.units(from + step, now);
            System.arraycopy(now, 0, units, step * now.length, now.length);
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int targets() {
        return codec.targets();
    }

    @Override
    public int target(int step) {
        return target(step, 0);
    }

    @Override
    public int target(int step, int which) {
        int place = sequence.place(from + step, which);
        return place >= 0 && masked[place] ? tokens[place] : -1;
    }

    @Override
    public int unit(int step, int slot) {
        return units[step * codec.slots() + slot];
    }

    @Override
    public SelectedScores scores(int step, int which) {
        if (target(step, which) < 0) {
            return null;
        }
        int[] indices = new int[codec.vocabulary().size() * codec.terms()];
        sequence.scores(sequence.place(from + step, which), indices);
        return new SelectedScores(codec.terms(), indices);
    }
}
