package cadenza.recurrent;

import cadenza.api.MaskedPredictor;
import java.util.Arrays;

/**
 * Predicts masked tokens with a {@link BidirectionalNetwork}, all of a call in one pass. It reads the stretch from the
 * codec's context before the first masked token to that behind the last, as it was trained on stretches of pieces.
 */
final class BidirectionalPredictor implements MaskedPredictor {
    private final MaskedCodec<?> codec;
    private final BidirectionalNetwork network;
    private float[][] logits = {};

    BidirectionalPredictor(MaskedCodec<?> codec, BidirectionalNetwork network) {
        this.codec = codec;
        this.network = network;
    }

    @Override
    public float[][] logits(int[] tokens, int[] masked) {
        boolean[] hidden = new boolean[tokens.length];
        for (int place : masked) {
            hidden[place] = true;
        }
        MaskedSequence sequence = codec.read(tokens, hidden);
        int[] steps = Arrays.stream(masked).map(sequence::step).toArray();
        int[] asked = Arrays.stream(steps)
                .filter(step -> step >= 0)
                .sorted()
                .distinct()
                .toArray();
        float[][] scores = asked.length == 0 ? new float[0][] : scores(sequence, asked);
        if (logits.length < masked.length) {
            logits = new float[masked.length][codec.vocabulary().size()];
        }
        int[] indices = new int[codec.vocabulary().size() * codec.terms()];
        float[] unasked = new float[codec.scores()];
        for (int i = 0; i < masked.length; i++) {
            sequence.scores(masked[i], indices);
            float[] own = steps[i] < 0 ? unasked : scores[Arrays.binarySearch(asked, steps[i])];
            new SelectedScores(codec.terms(), indices).addUp(own, logits[i]);
        }
        return Arrays.copyOf(logits, masked.length);
    }

    /** @param asked steps, ascending, at least one */
    private float[][] scores(MaskedSequence sequence, int[] asked) {
        int from = Math.max(0, asked[0] - codec.context());
        int to = Math.min(sequence.steps(), asked[asked.length - 1] + codec.context() + 1);
        int[][] units = new int[to - from][codec.slots()];
        for (int step = from; step < to; step++) {
            sequence.units(step, units[step - from]);
        }
        int[] places = Arrays.stream(asked).map(step -> step - from).toArray();
        return network.logits(units, places);
    }
}
