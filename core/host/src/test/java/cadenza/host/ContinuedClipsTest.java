package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Effect;
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
import cadenza.host.control.Continuation;
import cadenza.host.control.Controls;
import cadenza.host.control.Prime;
import cadenza.host.control.Structure;
import cadenza.host.models.ModelHash;
import cadenza.host.music.MidiContract;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.sampling.ParallelSampling;
import cadenza.host.sampling.SamplerSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuedClipsTest {
    private static final int BAR = 1920;
    private static final FakeModel MODEL = FakeModel.undecided(new FakeDuet());
    private static final List<MeterChange> FOUR = List.of(new MeterChange(0, Meter.COMMON));

    /** Quarters in both tracks, played unevenly, from one tick to another. */
    private static Score duet(List<MeterChange> meters, long from, long to, long end) {
        List<Note> high = LongStream.iterate(from, tick -> tick < to, tick -> tick + 480)
                .mapToObj(tick -> new Note(tick, 450, 72, 20 + (int) (tick / 480) % 100))
                .toList();
        List<Note> low = List.of(new Note(from, to - from, 50, 33));
        return new Score(
                "duet.mid",
                List.of(new TempoChange(0, 77), new TempoChange(480, 78.5)),
                meters,
                Optional.of(new KeySignature(3, false)),
                List.of(new Track("Oboe", 5, 68, high), new Track("Bassoon", 6, 70, low)),
                end);
    }

    private static Request.Compose request(Score prime, int bars, Controls controls, long seed) {
        return new Request.Compose(bars, controls, Optional.of(new Prime(prime)), SamplerSettings.PLAIN, seed);
    }

    private static List<Clip> clips(Score prime, int bars, Controls controls) {
        LoadedGenerator generator = new LoadedGenerator("fake", "1.0.0", FakeGenerator.of("fake", Medium.MUSIC, MODEL));
        OpenedModel opened = new OpenedModel("duet", ModelHash.of("0".repeat(64)), generator, Settings.empty(), MODEL);
        return new Composer(opened, new ParallelSampling(MODEL, 1, Thread::new), new Samplers(SamplerListeners.NONE))
                .compose(LongStream.range(0, 20)
                        .mapToObj(seed -> request(prime, bars, controls, seed))
                        .toList());
    }

    /** Asserts that a clip is the prime as it is, and new notes from a tick on. */
    private static void assertContinued(Clip clip, Score prime, long seam, long end) {
        Score score = clip.score();
        assertThat(score.end()).isEqualTo(end);
        assertThat(score.tempos()).isEqualTo(prime.tempos());
        assertThat(score.meters()).isEqualTo(prime.meters());
        assertThat(score.key()).isEqualTo(prime.key());
        assertThat(score.tracks()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            Track before = prime.tracks().get(i);
            Track after = score.tracks().get(i);
            assertThat(after.notes()).startsWith(before.notes().toArray(Note[]::new));
            assertThat(List.of(after.name(), after.channel(), after.program()))
                    .isEqualTo(List.of(before.name(), before.channel(), before.program()));
            assertThat(after.notes()
                            .subList(before.notes().size(), after.notes().size()))
                    .allSatisfy(note -> assertThat(note.tick()).isGreaterThanOrEqualTo(seam));
        }
        assertThat(score.noteCount()).isGreaterThan(prime.noteCount());
    }

    @ParameterizedTest
    @CsvSource({
        "1920, 1920, a full bar",
        "3840, 3840, two full bars",
        "1440, 1920, a last bar that is not full",
        "1440, 1440, a file that ends within its last bar",
        "1920, 1935, a file that ends a little late",
        "1920, 3840, a last bar of silence",
        "19200, 19200, more bars than the coding can announce",
    })
    void theNewBarsBeginOnTheNextBarLine(long to, long end, String what) {
        Score prime = duet(FOUR, 0, to, end);
        long seam = (end - 60 + BAR - 1) / BAR * BAR;
        for (Clip clip : clips(prime, 3, Controls.NONE)) {
            assertContinued(clip, prime, seam, seam + 3 * BAR);
        }
    }

    @Test
    void aPickupOfRestsIsKept() {
        Score prime = duet(FOUR, BAR - 480, 2 * BAR, 2 * BAR);
        for (Clip clip : clips(prime, 2, Controls.NONE)) {
            assertContinued(clip, prime, 2 * BAR, 4 * BAR);
        }
    }

    @Test
    void aFirstBarThatIsCutShortIsWrittenInTheMeterThatItIsLong() {
        List<MeterChange> meters = List.of(new MeterChange(0, Meter.COMMON), new MeterChange(480, Meter.COMMON));
        Score prime = duet(meters, 0, 480 + BAR, 480 + BAR);
        for (Clip clip : clips(prime, 2, Controls.NONE)) {
            assertThat(new MidiContract().violations(clip.midi())).isEmpty();
            assertThat(clip.score().meters())
                    .startsWith(new MeterChange(0, new Meter(1, 4)), new MeterChange(480, Meter.COMMON));
        }
    }

    @Test
    void tracksThatShareAChannelKeepTheirPrograms() {
        Score duet = duet(FOUR, 0, BAR, BAR);
        List<Track> together = duet.tracks().stream()
                .map(track -> new Track(track.name(), 5, track.program(), track.notes()))
                .toList();
        Score prime = new Score(duet.title(), duet.tempos(), duet.meters(), duet.key(), together, duet.end());
        for (Clip clip : clips(prime, 2, Controls.NONE)) {
            assertThat(new MidiContract().violations(clip.midi())).isEmpty();
            assertThat(clip.score().tracks()).extracting(Track::program).startsWith(68, 70);
            assertThat(clip.score().tracks()).extracting(Track::channel).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPickupInAShortFirstBarIsKept() {
        List<MeterChange> meters = List.of(new MeterChange(0, new Meter(1, 4)), new MeterChange(480, new Meter(3, 4)));
        Score prime = duet(meters, 0, 480 + 1440, 480 + 1440);
        for (Clip clip : clips(prime, 2, Controls.NONE)) {
            assertContinued(clip, prime, 480 + 1440, 480 + 3 * 1440);
        }
    }

    @Test
    void emptyBarsBeforeTheFirstNoteAreKept() {
        Score prime = duet(FOUR, 3 * BAR, 4 * BAR, 4 * BAR);
        for (Clip clip : clips(prime, 1, Controls.NONE)) {
            assertContinued(clip, prime, 4 * BAR, 5 * BAR);
        }
    }

    @Test
    void newNotesKeepTheKeyAndTheNotesOfThePrimeNeedNot() {
        Score prime = duet(FOUR, 0, BAR, BAR);
        Controls controls = Controls.of(Settings.empty().with("scale", "C# major"));
        for (Clip clip : clips(prime, 4, controls)) {
            assertContinued(clip, prime, BAR, 5 * BAR);
            assertThat(clip.score().tracks().stream()
                            .flatMap(track -> track.notes().stream())
                            .filter(note -> note.tick() >= BAR))
                    .isNotEmpty()
                    .allSatisfy(note -> assertThat(note.pitch() % 12).isIn(1, 3, 5, 6, 8, 10, 0));
        }
    }

    @Test
    void theChordsBeginWithTheFirstNewBar() {
        Score prime = duet(FOUR, 0, BAR, BAR);
        Controls controls = Controls.of(Settings.empty().with("chords", "C | Dm"));
        for (Clip clip : clips(prime, 2, controls)) {
            assertThat(clip.score().tracks().stream()
                            .flatMap(track -> track.notes().stream())
                            .filter(note -> note.tick() >= BAR && note.tick() < 2 * BAR && note.tick() % 480 == 0))
                    .allSatisfy(note -> assertThat(note.pitch() % 12).isIn(0, 4, 7));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 4", "4, 2147483647", "70, 2147483647"})
    void theLengthThatIsAnnouncedIsThatOfAllBars(int newBars, int announced) {
        Score prime = duet(FOUR, 0, BAR, BAR);
        int[] tokens =
                Continuation.of(new Prime(prime), newBars, new FakeDuet()).tokens();
        assertThat(IntStream.of(tokens).mapToObj(FakeDuet::effect).filter(Effect.Length.class::isInstance))
                .containsExactly(new Effect.Length(announced));
        assertThat(FakeDuet.effect(tokens[tokens.length - 1])).isInstanceOf(Effect.Advance.class);
    }

    @Test
    void aPrimeThatTheCodingCannotHoldIsRefusedWithTheReason() {
        Score three = duet(FOUR, 0, BAR, BAR);
        Score solo = new Score(
                "solo.mid", three.tempos(), FOUR, three.key(), three.tracks().subList(0, 1), BAR);
        assertThatThrownBy(() -> clips(solo, 1, Controls.NONE))
                .isInstanceOf(UserException.class)
                .hasMessage("--prime 'solo.mid' cannot be continued by this model: it has 1 tracks, not 2");
    }

    @Test
    void aPrimeOfNotesThatTheModelDoesNotKnowIsRefused() {
        Score high = new Score(
                "high.mid",
                List.of(new TempoChange(0, 77)),
                FOUR,
                Optional.empty(),
                List.of(
                        new Track("", 0, 0, List.of(new Note(0, BAR, 120, 1))),
                        new Track("", 1, 0, List.of(new Note(0, BAR, 60, 1)))),
                BAR);
        assertThatThrownBy(() -> clips(high, 1, Controls.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--prime 'high.mid' cannot be continued: the model does not know 1 of its ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tempo", "meter", "program"})
    void whatThePrimeHasItselfIsNotAskedForAsWell(String option) {
        Controls controls = option.equals("program")
                ? new Controls(
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(1),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        0,
                        Structure.NONE)
                : Controls.of(
                        option.equals("tempo")
                                ? Settings.empty().with("tempo", 90)
                                : Settings.empty().with("meter", "4/4"));
        assertThatThrownBy(() -> request(duet(FOUR, 0, BAR, BAR), 1, controls, 1))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--" + option + " does not go with --prime");
    }

    @Test
    void aRecipeHoldsThePrimeWhole() {
        for (Score prime : List.of(
                duet(FOUR, 0, 1440, 1935),
                duet(List.of(new MeterChange(0, new Meter(1, 4)), new MeterChange(480, Meter.COMMON)), 0, 480, 480))) {
            Recipe recipe = new Recipe("duet", "0".repeat(64), "fake", "1.0.0", request(prime, 3, Controls.NONE, 7));
            assertThat(Recipe.parse(recipe.toJson(), "a file")).isEqualTo(recipe);
        }
    }

    @Test
    void aDamagedPrimeInARecipeIsTheUsersFault() {
        Recipe recipe = new Recipe(
                "duet", "0".repeat(64), "fake", "1.0.0", request(duet(FOUR, 0, BAR, BAR), 3, Controls.NONE, 7));
        for (String[] change : new String[][] {
            {"\"end\":1920", "\"end\":19"},
            {"\"tempoTicks\":[0,480]", "\"tempoTicks\":[0,480,960]"},
            {"\"meters\":[0,4,4]", "\"meters\":[0,4,5]"},
            {"\"tracks\":[{", "\"tracks\":[1,{"},
            {"\"tempos\":[77.0", "\"tempos\":[\"x\""},
        }) {
            String damaged = recipe.toJson().replace(change[0], change[1]);
            assertThat(damaged).isNotEqualTo(recipe.toJson());
            assertThatThrownBy(() -> Recipe.parse(damaged, "clip.mid"))
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("the recipe in 'clip.mid' cannot be followed: its prime is no music: ");
        }
    }
}
