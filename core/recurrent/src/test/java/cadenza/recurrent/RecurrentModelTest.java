package cadenza.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.BatchPredictor;
import cadenza.api.CodePointCodec;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecurrentModelTest {
    private static final FakeSlots CODEC = FakeSlots.of("a", "b", "c");
    private static final int[] TOKENS = {1, 3, 2, 2, 0, 1};

    private static RecurrentModel model(Cell cell) {
        NetworkShape shape = new NetworkShape(CODEC.inputs(), cell, false, 2, 5, 4);
        return new RecurrentModel(
                CODEC, Settings.empty().with("kind", "fake"), new RecurrentNetwork(Networks.random(shape, 1)));
    }

    private static RecurrentModel open(ModelContents contents) {
        return RecurrentModel.open(contents, (vocabulary, settings) -> {
            assertThat(settings.text("kind")).isEqualTo("fake");
            return new FakeSlots(vocabulary);
        });
    }

    private static List<float[]> logits(Predictor predictor) {
        List<float[]> logits = new ArrayList<>();
        logits.add(predictor.first().clone());
        for (int token : TOKENS) {
            logits.add(predictor.next(token).clone());
        }
        return logits;
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void predictorsOfOneModelAndOfItsContentsAgreeToTheBit(Cell cell) {
        RecurrentModel model = model(cell);
        List<float[]> expected = logits(model.start());
        List<float[]> again = logits(model.start());
        List<float[]> opened = logits(open(model.contents()).start());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(again.get(i)).isEqualTo(expected.get(i));
            assertThat(opened.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(open(model.contents()).contents()).isEqualTo(model.contents());
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void theFirstLogitsAreThoseOfTheZeroVector(Cell cell) {
        RecurrentModel model = model(cell);
        RecurrentNetwork.Lanes lanes = new RecurrentNetwork(NetworkWeights.of(
                        NetworkShape.of(model.contents().settings().settings("network")), model.contents()))
                .start(1);
        assertThat(model.start().first()).isEqualTo(lanes.step(new int[][] {{-1, -1}})[0]);
        Predictor predictor = model.start();
        predictor.first();
        // The second slot lies behind the four tokens; after one token the count is odd.
        assertThat(predictor.next(2)).isEqualTo(lanes.step(new int[][] {{2, 5}})[0]);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void whatWentBeforeMatters(Cell cell) {
        Predictor one = model(cell).start();
        Predictor two = model(cell).start();
        one.first();
        two.first();
        one.next(1);
        two.next(2);
        assertThat(one.next(3)).isNotEqualTo(two.next(3));
    }

    @Test
    void scoresThatTokensShareAddUpToTheirLogits() {
        FakeScores codec = FakeScores.of("a", "b", "c");
        RecurrentNetwork network =
                new RecurrentNetwork(Networks.random(new NetworkShape(codec.inputs(), Cell.GRU, false, 2, 5, 6), 1));
        List<float[]> logits = logits(new RecurrentModel(codec, Settings.empty(), network).start());
        RecurrentNetwork.Lanes bare = network.start(1);
        SlotState state = codec.start();
        int[] units = {SlotState.NONE, SlotState.NONE};
        for (int i = 0; i < logits.size(); i++) {
            int last = i == 0 ? SlotState.NONE : TOKENS[i - 1];
            if (i > 0) {
                state.accept(last);
                state.units(units);
            }
            float[] scores = bare.step(new int[][] {units})[0];
            float[] expected = {scores[0], scores[1] + scores[5], scores[2] + scores[4], scores[3] + scores[5]};
            if (last > 0) {
                expected[last] = ScoringState.IMPOSSIBLE;
            }
            assertThat(logits.get(i)).isEqualTo(expected);
        }
    }

    @Test
    void sharedScoresAreAddedUpInEachLaneAsAlone() {
        FakeScores codec = FakeScores.of("a", "b", "c");
        RecurrentModel model = new RecurrentModel(
                codec,
                Settings.empty(),
                new RecurrentNetwork(Networks.random(new NetworkShape(codec.inputs(), Cell.GRU, false, 1, 5, 6), 1)));
        List<float[]> alone = logits(model.start());
        BatchPredictor batch = model.start(2);
        assertThat(batch.first()[1]).isEqualTo(alone.get(0));
        for (int i = 0; i < TOKENS.length; i++) {
            float[][] logits = batch.next(new int[] {BatchPredictor.RESTING, TOKENS[i]});
            assertThat(logits[1]).isEqualTo(alone.get(i + 1));
            assertThat(logits[0]).isEqualTo(alone.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void aCopyPredictsWhatThePredictorWouldAndNeitherDisturbsTheOther(Cell cell) {
        LastTokenCodec<Text> codec = new LastTokenCodec<>(new CodePointCodec(Vocabulary.of(List.of("a", "b", "c"))));
        RecurrentModel model = new RecurrentModel(
                codec,
                Settings.empty(),
                new RecurrentNetwork(Networks.random(new NetworkShape(4, cell, false, 2, 5, 4), 1)));
        List<float[]> expected = logits(model.start());
        Predictor predictor = model.start();
        predictor.first();
        predictor.next(TOKENS[0]);
        float[] before = predictor.next(TOKENS[1]);
        Predictor copy = predictor.copy().orElseThrow();
        assertThat(before).isEqualTo(expected.get(2));
        for (int token : new int[] {3, 3, 1}) {
            copy.copy().orElseThrow().next(token);
            predictor.next(token);
        }
        for (int i = 2; i < TOKENS.length; i++) {
            assertThat(copy.next(TOKENS[i])).isEqualTo(expected.get(i + 1));
        }
    }

    @Test
    void aPredictorWhoseCodecKeepsMoreThanItCanCopyIsNotCopied() {
        assertThat(model(Cell.GRU).start().copy()).isEmpty();
    }

    @Test
    void aNetworkThatDoesNotFitTheCodingIsRefused() {
        assertThatThrownBy(() -> of(new NetworkShape(7, Cell.GRU, false, 1, 5, 4)))
                .isInstanceOf(UserException.class)
                .hasMessage("a network of 7 inputs and 4 outputs does not fit a coding of 6 inputs and 4 outputs");
        assertThatThrownBy(() -> of(new NetworkShape(6, Cell.GRU, false, 1, 5, 3)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("6 inputs and 3 outputs");
    }

    private static RecurrentModel of(NetworkShape shape) {
        return new RecurrentModel(CODEC, Settings.empty(), new RecurrentNetwork(Networks.random(shape, 1)));
    }

    @Test
    void contentsThatDoNotFitTogetherAreRefused() {
        ModelContents good = model(Cell.GRU).contents();
        Settings network = good.settings().settings("network");
        List<ModelContents> bad = List.of(
                with(good, Settings.empty()),
                with(good, good.settings().with("network", Settings.empty())),
                with(good, good.settings().with("codec", "none")),
                with(good, good.settings().with("network", network.with("cell", "lstm"))),
                with(good, good.settings().with("network", network.with("cell", "none"))),
                with(good, good.settings().with("network", network.with("layers", 3))),
                with(good, good.settings().with("network", network.with("hidden", 4))),
                with(good, good.settings().with("network", network.with("inputs", 7))),
                with(good, good.settings().with("network", network.with("outputs", 5))),
                with(good, good.settings().with("network", network.with("bidirectional", true))),
                new ModelContents(good.settings(), Vocabulary.of(List.of("a", "b")), good.tensors()),
                new ModelContents(good.settings(), Vocabulary.of(List.of("a", "b", "c", "d")), good.tensors()));
        for (ModelContents contents : bad) {
            assertThatThrownBy(() -> open(contents))
                    .as(contents.settings().toString())
                    .isInstanceOf(UserException.class);
        }
    }

    private static ModelContents with(ModelContents contents, Settings settings) {
        return new ModelContents(settings, contents.vocabulary(), contents.tensors());
    }

    @Test
    void aNetworkThatReadsBothWaysCannotGenerate() {
        NetworkWeights both = Networks.random(new NetworkShape(6, Cell.GRU, true, 1, 5, 4), 1);
        Settings settings = Settings.empty()
                .with("network", both.shape().toSettings())
                .with("codec", Settings.empty().with("kind", "fake"));
        assertThatThrownBy(() -> open(new ModelContents(settings, CODEC.vocabulary(), both.toTensors())))
                .isInstanceOf(UserException.class)
                .hasMessage("the network reads both ways and cannot generate from left to right");
    }
}
