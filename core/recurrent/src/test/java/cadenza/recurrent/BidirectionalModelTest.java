package cadenza.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.MaskedPredictor;
import cadenza.api.Settings;
import cadenza.api.UserException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BidirectionalModelTest {
    private static final FakeMaskedCodec CODEC = new FakeMaskedCodec();
    private static final NetworkShape SHAPE = new NetworkShape(CODEC.inputs(), Cell.GRU, true, 2, 4, CODEC.scores());
    private static final BidirectionalNetwork NETWORK = new BidirectionalNetwork(Networks.random(SHAPE, 8));
    private static final int[] TOKENS = {1, 2, 3, 4, 1, 1, 2, 2, 3, 3, 4, 4};

    private static BidirectionalModel model() {
        return new BidirectionalModel(CODEC, Settings.empty(), NETWORK);
    }

    /** The network's logits at a position, where it reads {@code [from, to)} with some tokens masked. */
    private static float[] expected(int at, int from, int to, int... masked) {
        int[][] units = IntStream.range(from, to)
                .mapToObj(place ->
                        new int[] {Arrays.binarySearch(masked, place) >= 0 ? CODEC.inputs() - 1 : TOKENS[place]})
                .toArray(int[][]::new);
        return NETWORK.logits(units)[at - from];
    }

    @Test
    void readsTheMaskedTokensAndTheirContext() {
        MaskedPredictor predictor = model().masked().orElseThrow();
        float[][] logits = predictor.logits(TOKENS, new int[] {5, 7});
        assertThat(logits).hasDimensions(2, 5);
        assertThat(logits[0]).isEqualTo(expected(5, 2, 11, 5, 7));
        assertThat(logits[1]).isEqualTo(expected(7, 2, 11, 5, 7));
        assertThat(predictor.logits(TOKENS, new int[] {1})[0]).isEqualTo(expected(1, 0, 5, 1));
        assertThat(predictor.logits(TOKENS, new int[] {11})[0]).isEqualTo(expected(11, 8, 12, 11));
    }

    @Test
    void whatNoStepPredictsIsEquallyLikely() {
        assertThat(model().masked().orElseThrow().logits(TOKENS, new int[] {0})[0])
                .containsOnly(0f);
    }

    @Test
    void isKeptAndOpenedAgain() {
        BidirectionalModel opened =
                BidirectionalModel.open(model().contents(), (vocabulary, settings) -> new FakeMaskedCodec());
        assertThat(opened.masked().orElseThrow().logits(TOKENS, new int[] {4, 5}))
                .isDeepEqualTo(model().masked().orElseThrow().logits(TOKENS, new int[] {4, 5}));
    }

    @Test
    void doesNotImprovise() {
        assertThat(model().improvises()).isFalse();
        assertThatThrownBy(() -> model().start()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> model().start(2)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aNetworkOfOtherSizeOrDirectionIsRefused() {
        NetworkShape wider = new NetworkShape(CODEC.inputs() + 1, Cell.GRU, true, 1, 4, CODEC.scores());
        BidirectionalNetwork network = new BidirectionalNetwork(Networks.random(wider, 1));
        assertThatThrownBy(() -> new BidirectionalModel(CODEC, Settings.empty(), network))
                .isInstanceOf(UserException.class)
                .hasMessage("a network of 7 inputs and 5 outputs does not fit a coding of 6 inputs and 5 outputs");
        NetworkShape oneWay = new NetworkShape(CODEC.inputs(), Cell.GRU, false, 1, 4, CODEC.scores());
        var contents = NetworkContents.of(Networks.random(oneWay, 1), Settings.empty(), CODEC.vocabulary());
        assertThatThrownBy(() -> BidirectionalModel.open(contents, (vocabulary, settings) -> CODEC))
                .isInstanceOf(UserException.class)
                .hasMessage("the network reads from left to right and cannot look behind a masked token");
    }
}
