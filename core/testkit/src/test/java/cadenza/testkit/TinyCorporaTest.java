package cadenza.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Corpus;
import cadenza.api.document.Medium;
import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import cadenza.api.document.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TinyCorporaTest {
    @Test
    void theTextHasOverThreeThousandCharactersInLines() {
        List<Text> texts = Corpus.texts(TinyCorpora.text().training());
        assertThat(texts.stream().mapToInt(text -> text.content().length()).sum())
                .isGreaterThan(3000);
        assertThat(texts).allSatisfy(text -> assertThat(text.content().lines()).hasSize(14));
        assertThat(TinyCorpora.text().validation()).isNotEmpty();
    }

    @Test
    void theMusicHasFourVoicesInTwoMetersWithAndWithoutUpbeat() {
        Corpus corpus = TinyCorpora.music();
        List<Score> scores = Corpus.scores(corpus.training());
        Set<Meter> meters = scores.stream()
                .flatMap(score -> score.meters().stream())
                .map(change -> change.meter())
                .collect(Collectors.toSet());
        assertThat(meters).containsExactlyInAnyOrder(new Meter(4, 4), new Meter(3, 4), new Meter(1, 4));
        assertThat(scores).allSatisfy(score -> {
            assertThat(score.tracks()).hasSize(4);
            assertThat(score.tracks()).allSatisfy(track -> assertThat(
                            track.notes().get(track.notes().size() - 1).end())
                    .isEqualTo(score.end()));
        });
        assertThat(scores)
                .extracting(score -> score.tracks().get(0).notes().get(0).tick())
                .contains(0L, 1440L, 960L);
        assertThat(corpus.validation()).isNotEmpty();
    }

    @Test
    void oneSymbolIsOneSymbol() {
        Text text =
                Corpus.texts(TinyCorpora.ofOneSymbol(Medium.TEXT).training()).get(0);
        assertThat(text.content().chars().distinct().count()).isEqualTo(1);
        Score score =
                Corpus.scores(TinyCorpora.ofOneSymbol(Medium.MUSIC).training()).get(0);
        assertThat(score.tracks().stream()
                        .flatMap(track -> track.notes().stream())
                        .map(note -> note.pitch())
                        .distinct())
                .hasSize(1);
    }
}
