package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Codec;
import cadenza.api.Effect;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Medium;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.host.control.Controls;
import cadenza.host.models.ModelHash;
import cadenza.host.music.MidiContract;
import cadenza.host.music.MidiWriter;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.rewriting.BarRange;
import cadenza.host.rewriting.RewritingTask;
import cadenza.host.rewriting.StretchLikelihood;
import cadenza.host.sampling.ParallelSampling;
import cadenza.host.sampling.SamplerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeftToRightFillTest {
    private static final int BAR = 1920;
    private static final int AFTER = 72;

    /** Every token is as likely as any other, but after a C the high voice likes to go to {@link #AFTER}. */
    private record AfterC(Codec<?> codec) implements Model {
        private static final int C = 60;

        @Override
        public Predictor start() {
            float[] plain = new float[codec.vocabulary().size()];
            float[] liking = plain.clone();
            liking[FakeDuet.token(new Effect.Sound(0, AFTER))] = 6;
            return new Predictor() {
                private boolean afterC;

                @Override
                public float[] first() {
                    return plain;
                }

                @Override
                public float[] next(int token) {
                    if (FakeDuet.effect(token) instanceof Effect.Sound sound && sound.channel() == 0) {
                        afterC = sound.pitch() == C;
                    }
                    return afterC ? liking : plain;
                }
            };
        }

        @Override
        public ModelContents contents() {
            return new ModelContents(Settings.empty(), codec.vocabulary(), Map.of());
        }
    }

    private static final Model MODEL = new AfterC(new FakeDuet());

    /** Two lines of four bars: quarters over whole notes. */
    private static Score piece() {
        List<Note> high = LongStream.range(0, 16)
                .mapToObj(quarter -> new Note(480 * quarter, 480, AFTER, 20 + (int) quarter))
                .toList();
        List<Note> low = LongStream.range(0, 4)
                .mapToObj(bar -> new Note(BAR * bar, BAR, 50, 33))
                .toList();
        return new Score(
                "duet.mid",
                List.of(new TempoChange(0, 77)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.of(new KeySignature(0, false)),
                List.of(new Track("Oboe", 5, 68, high), new Track("Bassoon", 6, 70, low)),
                4 * BAR);
    }

    private static Request.Rewrite request(Score piece, RewritingTask task, String range, long seed) {
        byte[] midi = new MidiWriter().write(piece, Optional.empty());
        return new Request.Rewrite(
                MidiSource.of("duet.mid", midi, Optional.empty()),
                task,
                Controls.of(Settings.empty().with("range", range)),
                1,
                SamplerSettings.PLAIN,
                seed);
    }

    private static RewritingTask bars(int first, int last, String... voices) {
        return new RewritingTask.Fill(new BarRange(first, last), List.of(voices));
    }

    private static RewrittenClip fill(Request.Rewrite request) {
        LoadedGenerator generator = new LoadedGenerator("fake", "1.0.0", FakeGenerator.of("fake", Medium.MUSIC, MODEL));
        OpenedModel opened = new OpenedModel("duet", ModelHash.of("0".repeat(64)), generator, Settings.empty(), MODEL);
        return new LeftToRightFill(
                        opened, new ParallelSampling(MODEL, 1, Thread::new), new Samplers(SamplerListeners.NONE))
                .fill(request);
    }

    private static List<Note> within(Track track, long from, long until) {
        return track.notes().stream()
                .filter(note -> note.tick() >= from && note.tick() < until)
                .toList();
    }

    private static void assertKeptOutside(Score filled, long from, long until) {
        Score piece = piece();
        assertThat(filled.tempos()).isEqualTo(piece.tempos());
        assertThat(filled.meters()).isEqualTo(piece.meters());
        assertThat(filled.end()).isEqualTo(piece.end());
        assertThat(filled.tracks()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            Track track = filled.tracks().get(i);
            assertThat(within(track, 0, from)).isEqualTo(within(piece.tracks().get(i), 0, from));
            assertThat(within(track, until, Long.MAX_VALUE))
                    .isEqualTo(within(piece.tracks().get(i), until, Long.MAX_VALUE));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "2, 3", "3, 4", "4, 4", "1, 1", "1, 4"})
    void theOtherBarsStayAsTheyAre(int first, int last) {
        long from = (first - 1L) * BAR;
        long until = (long) last * BAR;
        for (long seed = 0; seed < 10; seed++) {
            RewrittenClip clip = fill(request(piece(), bars(first, last), "C3-C6", seed));
            assertKeptOutside(clip.score(), from, until);
            assertThat(new MidiContract().violations(clip.midi())).isEmpty();
            assertThat(clip.score().tracks()).isNotEqualTo(piece().tracks());
            assertThat(clip.in()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOneThatWhatFollowsFitsBestIsKept(long seed) {
        RewrittenClip clip = fill(request(piece(), bars(2, 2), "C4-C#4", seed));

        List<Note> high = within(clip.score().tracks().get(0), BAR, 2 * BAR);
        assertThat(high.get(high.size() - 1).pitch()).isEqualTo(60);
        assertThat(clip.lines())
                .singleElement(Assertions.as(Assertions.STRING))
                .matches("model 'duet' goes from left to right: sampled 16 continuations and kept the one that what"
                        + " follows fits best \\(\\d\\.\\d\\d nats a token, the worst \\d\\.\\d\\d\\)");
    }

    @Test
    void atTheEndTheLikeliestIsKept() {
        assertThat(fill(request(piece(), bars(4, 4), "C3-C6", 1)).lines())
                .singleElement(Assertions.as(Assertions.STRING))
                .contains("kept the likeliest one, as nothing follows");
    }

    @Test
    void onlyTheVoiceThatIsNamedIsExchanged() {
        for (String voice : List.of("Low", "2")) {
            RewrittenClip clip = fill(request(piece(), bars(2, 3, voice), "C3-B3", 3));
            assertKeptOutside(clip.score(), BAR, 3 * BAR);
            assertThat(clip.score().tracks().get(0).notes())
                    .isEqualTo(piece().tracks().get(0).notes());
            assertThat(clip.score().tracks().get(1).notes())
                    .isNotEqualTo(piece().tracks().get(1).notes());
            assertThat(clip.lines().get(0)).contains("without hearing the other voices of these bars");
        }
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        Request.Rewrite request = request(piece(), bars(2, 3), "C3-C6", 9);

        RewrittenClip clip = fill(request);
        assertThat(fill((Request.Rewrite)
                                Recipe.parse(clip.recipe().toJson(), "a file").request())
                        .midi())
                .isEqualTo(clip.midi());
        assertThat(fill(request.withSeed(10)).midi()).isNotEqualTo(clip.midi());
    }

    @Test
    void whatLooksBehindIsRefused() {
        for (RewritingTask task :
                List.of(new RewritingTask.Harmonise("1"), new RewritingTask.Vary(0.5, Optional.empty(), List.of()))) {
            assertThatThrownBy(() -> fill(request(piece(), task, "C3-C6", 1)))
                    .isInstanceOf(UserException.class)
                    .hasMessage("model 'duet' goes from left to right: it can fill bars, but not " + task.name()
                            + "; give a model that predicts masked tokens with --model, such as chorales-rewrite");
        }
    }

    @Test
    void aPieceThatTheCodingCannotHoldIsRefusedWithTheReason() {
        Score two = piece();
        Score solo = new Score(
                two.title(), two.tempos(), two.meters(), two.key(), two.tracks().subList(0, 1), two.end());
        assertThatThrownBy(() -> fill(request(solo, bars(2, 2), "C3-C6", 1)))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "model 'duet' cannot fill bars of 'duet.mid': it has 1 tracks, not 2; a model that predicts masked"
                                + " tokens may, such as chorales-rewrite");
        assertThatThrownBy(() -> fill(request(two, bars(2, 2, "tenor"), "C3-C6", 1)))
                .isInstanceOf(UserException.class)
                .hasMessage("--voice 'tenor' is none of the model's: high, low");
        assertThatThrownBy(() -> fill(request(two, bars(5, 5), "C3-C6", 1)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is beyond the end of 'duet.mid', which has 4 bars");
    }

    @Test
    void aStretchIsMeasuredByTheTokensThatStandInIt() throws Exception {
        Model undecided = FakeModel.undecided(new FakeDuet());
        StretchLikelihood likelihood = new StretchLikelihood(undecided, new FakeDuet(), FakeDuet.STEP);
        double each = StrictMath.log(undecided.codec().vocabulary().size());

        assertThat(likelihood.natsPerToken(piece(), BAR, 2 * BAR)).isCloseTo(each, Assertions.within(1e-9));
        assertThat(likelihood.natsPerToken(piece(), 5 * BAR, 6 * BAR)).isInfinite();
        // The model of the tests: the last bar of the piece has no C before it.
        assertThat(new StretchLikelihood(MODEL, new FakeDuet(), FakeDuet.STEP)
                        .natsPerToken(piece(), 3 * BAR, Long.MAX_VALUE))
                .isCloseTo(each, Assertions.within(1e-9));
    }
}
