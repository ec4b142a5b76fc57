package cadenza.host.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Corpus;
import cadenza.api.document.Text;
import cadenza.host.corpus.TextSurvey.Line;
import cadenza.host.corpus.TextSurvey.Repeated;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextSurveyTest {
    private static final String PASSAGE =
            "Call me Ishmael. Some years ago, never mind how long precisely, having little or no money \ud83d\ude00";

    private static Corpus corpus(String training, String validation) {
        return new Corpus(List.of(new Text("book.txt", training)), List.of(new Text("end.txt", validation)));
    }

    @Test
    void aRepeatedPassageIsNamedByTheLinesWhereItBegins() {
        TextSurvey survey =
                TextSurvey.of(corpus("one\ntwo\n" + PASSAGE + "\nfour\n", "five\n" + PASSAGE + "\nseven"), false);
        assertThat(survey.longest()).contains(new Repeated(93, new Line("end.txt", 1), new Line("book.txt", 2)));
    }

    @Test
    void theLinesOfWhatIsHeldBackGoOnFromThoseBeforeIt() {
        TextSurvey survey =
                TextSurvey.of(corpus("one\ntwo\n" + PASSAGE + "\nfour\n", "five\n" + PASSAGE + "\nseven"), true);
        assertThat(survey.longest().orElseThrow().again()).isEqualTo(new Line("end.txt", 5));
    }

    @Test
    void charactersAreCodePointsOfAllTexts() {
        TextSurvey survey = TextSurvey.of(corpus("a\ud83d\ude00", "\u00e9"), true);
        assertThat(survey.characters()).isEqualTo(3);
        assertThat(survey.alphabet().characters()).isEqualTo(3);
        assertThat(survey.longest()).isEmpty();
    }
}
