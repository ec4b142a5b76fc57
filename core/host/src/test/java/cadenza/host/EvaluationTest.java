package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Text;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final double LN2 = Math.log(2);
    private final List<String> leftOut = new ArrayList<>();

    private Evaluation measure(Model model, Medium medium, Document... documents) {
        return new DocumentMeasure(model, (document, reason) -> leftOut.add(document.title() + ": " + reason))
                .measure(List.of(documents), medium);
    }

    @Test
    void ofATextIsInBitsPerCharacter() {
        // Four tokens, all alike: 2 bits each, whatever the character.
        Model model = FakeModel.undecided(FakeLetters.of("a", "b", "\ud83d\ude00"));
        Evaluation evaluation = measure(
                model,
                Medium.TEXT,
                new Text("one", "ab\ud83d\ude00?"),
                new Text("two", ""),
                new Text("three", "aaaaaa"));
        assertThat(evaluation.documents()).isEqualTo(3);
        assertThat(evaluation.tokens()).isEqualTo(10);
        assertThat(evaluation.unknown()).isEqualTo(1);
        assertThat(evaluation.characters()).isEqualTo(10);
        assertThat(evaluation.nats()).isCloseTo(20 * LN2, within(1e-9));
        Settings figures = evaluation.toSettings();
        assertThat(figures.names())
                .containsExactly(
                        "documents",
                        "tokens",
                        "unknown",
                        "nllPerToken",
                        "nllPerCharacter",
                        "bitsPerCharacter",
                        "unknownShare",
                        "nllPerKnownCharacter",
                        "bitsPerKnownCharacter");
        assertThat(figures.decimal("nllPerToken", 0, 100)).isCloseTo(2 * LN2, within(1e-9));
        assertThat(figures.decimal("nllPerCharacter", 0, 100)).isCloseTo(2 * LN2, within(1e-9));
        assertThat(figures.decimal("bitsPerCharacter", 0, 100)).isCloseTo(2, within(1e-9));
        assertThat(figures.decimal("unknownShare", 0, 1)).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void unknownCharactersAreCountedApart() {
        // p(UNK) = 1/2, p(a) = 1/4, p(b) = 1/4: UNK 1 bit, a and b 2 bits each.
        float[] logits = {(float) LN2, 0, 0};
        Evaluation evaluation =
                measure(FakeModel.constant(FakeLetters.of("a", "b"), logits), Medium.TEXT, new Text("one", "a??b?a?b"));
        Settings figures = evaluation.toSettings();
        assertThat(figures.decimal("bitsPerCharacter", 0, 100)).isCloseTo(12.0 / 8, within(1e-6));
        assertThat(figures.decimal("bitsPerKnownCharacter", 0, 100)).isCloseTo(2, within(1e-6));
        assertThat(figures.decimal("nllPerKnownCharacter", 0, 100)).isCloseTo(2 * LN2, within(1e-6));
        assertThat(figures.decimal("unknownShare", 0, 1)).isEqualTo(0.5);
    }

    @Test
    void ofATextOfWhichNothingIsKnownThereIsNoFigureOfKnownCharacters() {
        Evaluation evaluation = measure(FakeModel.undecided(FakeLetters.of("a")), Medium.TEXT, new Text("one", "???"));
        assertThat(evaluation.toSettings().has("bitsPerKnownCharacter")).isFalse();
        assertThat(evaluation.toSettings().decimal("unknownShare", 0, 1)).isEqualTo(1);
    }

    @Test
    void ofMusicIsPerStepAndPerBeat() {
        // Eleven tokens alike. BEGIN, three notes of two tokens each, END: 8 tokens; 4 quarters; 8 steps of an eighth.
        Model model = FakeModel.undecided(new FakeTune());
        Score score = score(voice(new Note(0, 480, 60, 64), new Note(480, 960, 60, 64), new Note(1440, 480, 61, 64)));
        Evaluation evaluation = measure(model, Medium.MUSIC, score);
        assertThat(evaluation.tokens()).isEqualTo(8);
        assertThat(evaluation.unknown()).isEqualTo(1);
        assertThat(evaluation.steps()).isEqualTo(8);
        assertThat(evaluation.quarters()).isEqualTo(4);
        Settings figures = evaluation.toSettings();
        assertThat(figures.names())
                .containsExactly("documents", "tokens", "unknown", "nllPerToken", "nllPerStep", "bitsPerBeat");
        double nats = 8 * Math.log(11);
        assertThat(figures.decimal("nllPerToken", 0, 100)).isCloseTo(Math.log(11), within(1e-9));
        assertThat(figures.decimal("nllPerStep", 0, 100)).isCloseTo(nats * 7 / 8 / 8, within(1e-9)); // without END
        assertThat(figures.decimal("bitsPerBeat", 0, 100)).isCloseTo(nats / LN2 / 4, within(1e-9));
    }

    @Test
    void eachDocumentIsPredictedFromEmptyInputOn() {
        FakeLetters letters = FakeLetters.of("a", "b", "c");
        // Certain of a first; after that all are alike.
        Model model = new FakeModel(letters, step -> step == 0 ? new float[] {-1e9f, 0, -1e9f, -1e9f} : new float[4]);
        Evaluation evaluation = measure(model, Medium.TEXT, new Text("one", "a"), new Text("two", "ab"));
        assertThat(evaluation.nats()).isCloseTo(2 * LN2, within(1e-9));
    }

    @Test
    void whatTheCodingCannotHoldIsLeftOutWithItsReason() {
        Model model = FakeModel.undecided(new FakeTune());
        Note note = new Note(0, 480, 60, 64);
        Score two = score(voice(note), voice(note)).withTitle("duet");
        Evaluation evaluation = measure(model, Medium.MUSIC, two, score(voice(note)));
        assertThat(evaluation.documents()).isEqualTo(1);
        assertThat(leftOut).containsExactly("duet: it has 2 tracks");
        assertThatThrownBy(() -> measure(model, Medium.MUSIC, two, two))
                .isInstanceOf(UserException.class)
                .hasMessage("none of the 2 documents fits the model's coding");
    }

    private static Track voice(Note... notes) {
        return new Track("", 0, 0, List.of(notes));
    }

    private static Score score(Track... tracks) {
        return new Score(
                "solo",
                List.of(new TempoChange(0, 120)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(tracks),
                1920);
    }
}
