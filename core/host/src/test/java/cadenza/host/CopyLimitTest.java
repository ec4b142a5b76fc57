package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.host.CopyLimit.Tried;
import cadenza.host.models.ModelFingerprint;
import cadenza.host.models.ModelHash;
import cadenza.host.novelty.Fingerprint;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.sampling.SamplerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyLimitTest {
    private static final FakeModel TUNE = FakeModel.undecided(new FakeTune());

    @TempDir
    Path folder;

    private Studio studio;

    @BeforeEach
    void openAStudio() {
        studio = new Studio(new StudioFolders(folder, Optional.empty()));
    }

    @AfterEach
    void closeTheStudio() {
        studio.close();
    }

    /** A model that was trained on these scores. */
    private static OpenedModel trainedOn(Model model, List<Score> scores) {
        LoadedGenerator generator = new LoadedGenerator("fake", "1.0.0", FakeGenerator.of("fake", Medium.MUSIC, model));
        ModelFingerprint fingerprint = ModelFingerprint.of(Fingerprint.of(List.copyOf(scores)));
        return new OpenedModel("fake-model", ModelHash.of("0"), generator, Settings.empty(), model, fingerprint);
    }

    private static Request.Compose request(long seed) {
        return new Request.Compose(16, OptionalDouble.empty(), SamplerSettings.PLAIN, seed);
    }

    private List<Clip> clips(long from, long to) {
        OpenedModel model = trainedOn(TUNE, List.of());
        return studio.compose(
                model,
                LongStream.range(from, to).mapToObj(CopyLimitTest::request).toList());
    }

    private static List<Score> scores(List<Clip> clips) {
        return clips.stream().map(Clip::score).toList();
    }

    @Test
    void aClipThatCopiesIsMadeAnewAndOthersStay() {
        OpenedModel model = trainedOn(TUNE, scores(clips(3, 4)));
        List<Tried> tried = new CopyLimit(model, 9).compose(studio, model, List.of(request(2), request(3), request(4)));
        assertThat(tried).allMatch(Tried::kept);
        assertThat(tried).extracting(one -> one.tries() > 1).containsExactly(false, true, false);
        assertThat(tried.get(0).clip().midi()).isEqualTo(clips(2, 3).get(0).midi());
        assertThat(tried.get(1).novelty().longestLength()).isLessThanOrEqualTo(9);
    }

    @Test
    void theRecipeHasTheSeedThatTheClipIsMadeFrom() {
        OpenedModel model = trainedOn(TUNE, scores(clips(3, 4)));
        CopyLimit limit = new CopyLimit(model, 9);
        Clip clip = limit.compose(studio, model, List.of(request(3))).get(0).clip();
        assertThat(limit.compose(studio, model, List.of(request(3)))
                        .get(0)
                        .clip()
                        .midi())
                .isEqualTo(clip.midi());
        Request.Compose replayed = (Request.Compose) clip.recipe().request();
        assertThat(replayed.seed()).isBetween(0L, 1L << 31).isNotEqualTo(3);
        assertThat(studio.compose(model, replayed).midi()).isEqualTo(clip.midi());
    }

    @Test
    void whereAllTriesCopyTheLeastIsKeptAndSaidToBeTooMuch() {
        // Certain of C and quarters: every clip is the same, and was learned.
        FakeTune tune = new FakeTune();
        float[] logits = new float[tune.vocabulary().size()];
        logits[FakeTune.C] = 100;
        logits[FakeTune.QUARTER] = 100;
        logits[FakeTune.FOUR] = 100;
        FakeModel stubborn = FakeModel.constant(tune, logits);
        OpenedModel unlearned = trainedOn(stubborn, List.of());
        OpenedModel model = trainedOn(
                stubborn, List.of(studio.compose(unlearned, request(1)).score()));
        Tried tried = new CopyLimit(model, 20)
                .compose(studio, model, List.of(request(5)))
                .get(0);
        assertThat(tried.kept()).isFalse();
        assertThat(tried.tries()).isEqualTo(CopyLimit.TRIES);
        assertThat(tried.novelty().longestLength()).isEqualTo(64);
    }

    @Test
    void aLimitThatCannotBeHeldIsTheUsersFault() {
        OpenedModel without = trainedOn(TUNE, List.of());
        assertThatThrownBy(() -> new CopyLimit(without, 9))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "--max-copy 9 cannot be held: model 'fake-model' keeps no fingerprint of its training music;"
                                + " train it again, or leave --max-copy out");
        OpenedModel model = trainedOn(TUNE, scores(clips(1, 2)));
        assertThatThrownBy(() -> new CopyLimit(model, 6))
                .isInstanceOf(UserException.class)
                .hasMessage("--max-copy 6 is below 7: a fingerprint does not tell of runs of fewer than 8 notes");
    }

    @Test
    void improvisedPiecesEndWhereTheModelEndsThem() {
        OpenedModel model = trainedOn(TUNE, List.of());
        List<Score> pieces = studio.improvise(
                model, LongStream.range(0, 30).mapToObj(CopyLimitTest::request).toList());
        assertThat(pieces).hasSize(30);
        assertThat(pieces).extracting(Score::end).anyMatch(end -> end < 16 * 1440);
        assertThat(studio.improvise(model, List.of(request(4)))).containsExactly(pieces.get(4));
    }
}
