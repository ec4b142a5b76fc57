package cadenza.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Corpus;
import cadenza.api.Settings;
import cadenza.api.TrainingOptions;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Document;
import cadenza.api.document.Score;
import cadenza.testkit.QuietListener;
import cadenza.testkit.TinyCorpora;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CodingOfTheCorpusTest {
    private static final List<? extends Document> VOICES = TinyCorpora.music().training();
    private static final Score BAND = AwkwardScores.ofTracks().stream()
            .filter(score -> score.title().equals("sixteen tracks"))
            .findFirst()
            .orElseThrow();

    private static List<String> remarks(String coding, List<? extends Document> documents) {
        QuietListener listener = QuietListener.impatient();
        Settings settings = new MusicGenerator()
                .info()
                .defaults()
                .with("hidden", 4)
                .with("batch", 1)
                .with("steps", 4)
                .with("coding", coding);
        new MusicGenerator()
                .train(
                        new Corpus(List.copyOf(documents), List.of()),
                        new TrainingOptions(settings, OptionalInt.of(1), Optional.empty(), 1),
                        listener);
        return listener.reports().get(0).remarks();
    }

    @Test
    void voicesWhereTheyHoldNineOfTenPieces() {
        List<Document> documents = new ArrayList<>(VOICES);
        documents.addAll(VOICES);
        documents.add(BAND);
        assertThat(remarks("auto", documents))
                .contains("coding: voices, the first to hold nine of ten pieces: 12 of 13");
    }

    @Test
    void drumsWherePercussionIsAlone() {
        assertThat(remarks("auto", Grooves.corpus().training()))
                .containsExactly("coding: drums, the first to hold nine of ten pieces: 3 of 3");
    }

    @Test
    void tracksWhereNothingElseHoldsThem() {
        List<Document> documents = new ArrayList<>(VOICES);
        documents.add(BAND);
        documents.addAll(Grooves.corpus().training());
        assertThat(remarks("auto", documents))
                .hasSize(2)
                .contains("coding: tracks, the first to hold nine of ten pieces: 10 of 10")
                .anyMatch(remark -> remark.startsWith("grid: 24 places a quarter; "));
    }

    @Test
    void chordsOnlyWhereTheyAreAskedFor() {
        assertThat(remarks("chords", VOICES))
                .containsExactly("grid: 2 steps a quarter; which track plays, what is struck again and how loud is not"
                        + " learned");
    }

    @Test
    void aModelInACodingThatIsNotKnownIsNotOpened() {
        assertThatThrownBy(() -> Codings.open(
                        Vocabulary.of(List.of("a")), Settings.empty().with("coding", "other")))
                .isInstanceOf(UserException.class)
                .hasMessage("the coding 'other' is not known; known are voices, drums, chords, tracks");
    }

    @Test
    void aCodingThatHoldsNothingIsTheUsersFault() {
        assertThatThrownBy(() -> remarks("drums", VOICES))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("none of the 6 pieces to train on can be used")
                .hasMessageContaining("is no percussion (channel 10)");
    }
}
