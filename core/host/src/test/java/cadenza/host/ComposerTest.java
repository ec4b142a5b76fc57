package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Effect;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Medium;
import cadenza.api.document.Meter;
import cadenza.api.document.Note;
import cadenza.api.document.Track;
import cadenza.host.control.ChordProgression;
import cadenza.host.control.Controls;
import cadenza.host.control.Form;
import cadenza.host.control.PitchRange;
import cadenza.host.control.Scale;
import cadenza.host.control.Structure;
import cadenza.host.models.ModelHash;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.sampling.ParallelSampling;
import cadenza.host.sampling.SamplerSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposerTest {
    private static final FakeModel MODEL = FakeModel.undecided(new FakeDuet());

    private static Settings settings(Object... namesAndValues) {
        Settings settings = Settings.empty();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings = settings.with((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return settings;
    }

    private static List<Clip> clips(int count, int bars, Controls controls) {
        LoadedGenerator generator = new LoadedGenerator("fake", "1.0.0", FakeGenerator.of("fake", Medium.MUSIC, MODEL));
        OpenedModel opened = new OpenedModel("duet", ModelHash.of("0".repeat(64)), generator, Settings.empty(), MODEL);
        List<Request.Compose> requests = LongStream.range(0, count)
                .mapToObj(seed -> new Request.Compose(bars, controls, Optional.empty(), SamplerSettings.PLAIN, seed))
                .toList();
        return new Composer(opened, new ParallelSampling(MODEL, 1, Thread::new), new Samplers(SamplerListeners.NONE))
                .compose(requests);
    }

    private static List<Note> notes(Clip clip) {
        List<Note> notes = new ArrayList<>();
        clip.score().tracks().forEach(track -> notes.addAll(track.notes()));
        return notes;
    }

    private static Set<Integer> pitchClasses(String scale) {
        return switch (scale) {
            case "D minor" -> Set.of(2, 4, 5, 7, 9, 10, 0);
            case "A harmonic minor" -> Set.of(9, 11, 0, 2, 4, 5, 8);
            default -> Set.of(0, 2, 4, 7, 9); // C major pentatonic
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"D minor", "A harmonic minor", "C major pentatonic"})
    void keyRangeChordsAndRestsHoldTogether(String scale) {
        Controls controls = Controls.of(
                settings("scale", scale, "range", "E3-F5", "chords", "Dm E7 | C/E | G | Am7", "maxRest", 0.5));
        List<Set<Integer>> chords =
                List.of(Set.of(2, 5, 9), Set.of(4, 8, 11, 2), Set.of(0, 4, 7), Set.of(7, 11, 2), Set.of(9, 0, 4, 7));
        for (Clip clip : clips(200, 6, controls)) {
            Meter meter = clip.score().meters().get(0).meter();
            int bar = meter.ticksPerBar();
            assertThat(clip.score().end()).isEqualTo(6L * bar);
            for (Note note : notes(clip)) {
                assertThat(note.pitch()).isBetween(52, 77);
                assertThat(pitchClasses(scale)).contains(note.pitch() % 12);
                if (note.tick() % 480 == 0) {
                    int inProgression = (int) (note.tick() / bar % 4);
                    boolean second = note.tick() % bar >= bar / 2;
                    int chord = inProgression == 0 ? (second ? 1 : 0) : inProgression + 1;
                    assertThat(chords.get(chord)).contains(note.pitch() % 12);
                }
            }
            assertThat(longestRest(clip)).isLessThanOrEqualTo(240);
        }
    }

    private static long longestRest(Clip clip) {
        List<Note> notes = new ArrayList<>(notes(clip));
        notes.sort(Comparator.comparingLong(Note::tick));
        long until = 0;
        long longest = 0;
        for (Note note : notes) {
            longest = Math.max(longest, note.tick() - until);
            until = Math.max(until, note.end());
        }
        return Math.max(longest, clip.score().end() - until);
    }

    @Test
    void withoutARestTheLowerVoiceSoundsWhereTheHigherCannot() {
        // Only one pitch is left, and none on the beats of the second bar: a dead end that must be seen in time.
        Controls controls = Controls.of(settings("range", "C4-C4", "chords", "C | Am", "maxRest", 0));
        for (Clip clip : clips(50, 4, controls)) {
            assertThat(longestRest(clip)).isZero();
            assertThat(notes(clip)).allSatisfy(note -> assertThat(note.pitch()).isEqualTo(60));
        }
    }

    @ParameterizedTest
    @CsvSource({"4/4, 1920", "3/4, 1440"})
    void aMeterIsThatOfEveryClip(String meter, int bar) {
        for (Clip clip : clips(20, 3, Controls.of(settings("meter", meter)))) {
            assertThat(clip.score().meters().get(0).meter()).isEqualTo(Meter.parse(meter));
            assertThat(clip.score().end()).isEqualTo(3L * bar);
        }
    }

    @Test
    void aMeterThatTheModelDoesNotKnowIsRefusedWithThoseItKnows() {
        assertThatThrownBy(() -> clips(1, 3, Controls.of(settings("meter", "5/4"))))
                .isInstanceOf(UserException.class)
                .hasMessage("--meter 5/4 is none that this model knows; it knows 3/4, 4/4");
    }

    @Test
    void theKeyIsTheSignatureOfTheFile() {
        Clip clip = clips(1, 2, Controls.of(settings("scale", "Eb minor"))).get(0);
        assertThat(clip.score().key()).contains(new KeySignature(-6, true));
    }

    @Test
    void programsAreThoseOfTheTracksInOrderAndTheLastOfAllThatFollow() {
        assertThat(programs("violin,42")).containsExactly(40, 42);
        assertThat(programs("Church Organ")).containsExactly(19, 19);
        assertThat(programs("1,2,3")).containsExactly(1, 2);
    }

    private static List<Integer> programs(String given) {
        Controls controls = new Controls(
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Controls.programs(given),
                Optional.empty(),
                OptionalDouble.empty(),
                0,
                Structure.NONE);
        return clips(1, 1, controls).get(0).score().tracks().stream()
                .map(Track::program)
                .toList();
    }

    @Test
    void aDenserClipHasMoreNotes() {
        long[] notes = LongStream.of(-2, 0, 2)
                .map(density -> clips(20, 8, Controls.of(settings("density", (double) density))).stream()
                        .mapToLong(clip -> clip.score().noteCount())
                        .sum())
                .toArray();
        assertThat(notes[0] * 1.2).isLessThan(notes[1]);
        assertThat(notes[1] * 1.2).isLessThan(notes[2]);
    }

    @Test
    void controlsThatContradictEachOtherAreNamed() {
        assertThatThrownBy(() -> clips(1, 2, Controls.of(settings("range", "C8-C9", "maxRest", 1.0))))
                .isInstanceOf(UserException.class)
                .hasMessage("--range C8-C9 and --max-rest 1 together leave the model nothing to play at bar 1;"
                        + " allow it more");
    }

    @Test
    void aClipWithoutANoteIsRefused() {
        assertThatThrownBy(() -> clips(1, 2, Controls.of(settings("range", "C8-C9"))))
                .isInstanceOf(UserException.class)
                .hasMessage("--range C8-C9 leaves model 'duet' no note to play; allow it more");
    }

    /** Notes are as good as forbidden by the model itself: most attempts have none. */
    @Test
    void aClipThatComesOutSilentIsBegunAgain() {
        float[] logits = new float[new FakeDuet().vocabulary().size()];
        for (int token = 0; token < logits.length; token++) {
            logits[token] = FakeDuet.effect(token) instanceof Effect.Sound ? -8 : 0;
        }
        FakeModel shy = FakeModel.constant(new FakeDuet(), logits);
        LoadedGenerator generator = new LoadedGenerator("fake", "1.0.0", FakeGenerator.of("fake", Medium.MUSIC, shy));
        OpenedModel opened = new OpenedModel("shy", ModelHash.of("0".repeat(64)), generator, Settings.empty(), shy);
        List<Request.Compose> requests = LongStream.range(0, 20)
                .mapToObj(seed -> new Request.Compose(4, OptionalDouble.empty(), SamplerSettings.PLAIN, seed))
                .toList();
        List<Clip> clips = new Composer(
                        opened, new ParallelSampling(shy, 1, Thread::new), new Samplers(SamplerListeners.NONE))
                .compose(requests);
        assertThat(clips)
                .allSatisfy(clip -> assertThat(clip.score().noteCount()).isPositive());
        for (int i = 0; i < 3; i++) {
            Clip alone = new Composer(
                            opened, new ParallelSampling(shy, 1, Thread::new), new Samplers(SamplerListeners.NONE))
                    .compose(requests.subList(i, i + 1))
                    .get(0);
            assertThat(alone.midi()).isEqualTo(clips.get(i).midi());
        }
    }

    @Test
    void clipsMadeTogetherAreThoseMadeAlone() {
        Controls controls = Controls.of(settings("scale", "D minor", "maxRest", 0, "density", 0.5));
        List<Clip> together = clips(5, 2, controls);
        List<Clip> fewer = clips(2, 2, controls);
        for (int i = 0; i < 2; i++) {
            assertThat(together.get(i).midi()).isEqualTo(fewer.get(i).midi());
        }
    }

    @Test
    void unusedControlsAreNotPartOfARecipe() {
        assertThat(Controls.NONE.addTo(Settings.empty())).isEqualTo(Settings.empty());
        assertThat(Controls.NONE.constraints(0, 8)).isEmpty();
    }

    @Test
    void parsedValuesAreThoseOfTheRecipe() {
        Controls controls = new Controls(
                OptionalDouble.of(92.5),
                Optional.of(new Meter(6, 8)),
                Optional.of(Scale.key("F#m")),
                Optional.of(PitchRange.parse("Bb2-C#5")),
                List.of(0, 127),
                Optional.of(ChordProgression.parse("| F#m7b5 B7/D# | E |")),
                OptionalDouble.of(1.5),
                -0.25,
                new Structure(Optional.of(Form.parse("AA'BA")), true, true, 0, 0));
        assertThat(Controls.of(controls.addTo(Settings.empty()))).isEqualTo(controls);
    }
}
