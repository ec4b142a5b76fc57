package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a model of music to MIDI files. */
class ComposeIT {
    private static final int BAR = 4 * Score.TICKS_PER_QUARTER;

    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
    }

    private byte[] compose(String options) throws Exception {
        cadenza.run("compose --model quartet " + options + " --out clip.mid").done();
        return Files.readAllBytes(cadenza.file("clip.mid"));
    }

    @Test
    void a_seed_gives_the_same_bytes_again() throws Exception {
        assertThat(compose("--seed 5")).isEqualTo(compose("--seed 5"));
    }

    @Test
    void another_seed_gives_other_notes() throws Exception {
        compose("--seed 5");
        Score five = Midi.score(cadenza.file("clip.mid"));
        compose("--seed 6");
        Score six = Midi.score(cadenza.file("clip.mid"));

        assertThat(five.tracks()).isNotEqualTo(six.tracks());
    }

    @Test
    void temperature_zero_gives_the_same_notes_for_every_seed() throws Exception {
        compose("--temperature 0 --seed 5");
        Score five = Midi.score(cadenza.file("clip.mid"));
        compose("--temperature 0 --seed 6");
        Score six = Midi.score(cadenza.file("clip.mid"));

        assertThat(five.tracks()).isEqualTo(six.tracks());
    }

    @Test
    void a_model_file_anywhere_gives_the_bytes_of_the_model_by_name() throws Exception {
        Path elsewhere = Files.createDirectory(cadenza.file("elsewhere"));
        Files.copy(cadenza.models().resolve("quartet.cadenza"), elsewhere.resolve("quartet.cadenza"));
        byte[] byName = compose("--seed 5");

        cadenza.run("compose --model elsewhere/quartet.cadenza --seed 5 --out clip.mid")
                .done();

        assertThat(cadenza.file("clip.mid")).hasBinaryContent(byName);
    }

    @Test
    void without_out_the_clip_is_named_after_its_seed_and_shown() throws Exception {
        String shown =
                cadenza.run("compose --model quartet --seed 5 --bars 2").done().text();

        assertThat(cadenza.file("clip-5.mid")).isNotEmptyFile();
        assertThat(shown.lines().count()).isGreaterThan(5);
        assertThat(shown).contains("clip-5.mid: 2 bars of 4/4", "4 tracks", "model quartet, seed 5");
    }

    @Test
    void without_a_seed_one_is_chosen_and_named() throws Exception {
        String shown = cadenza.run("compose --model quartet --bars 1").done().text();

        try (Stream<Path> files = Files.list(cadenza.work())) {
            assertThat(files).singleElement().satisfies(file -> {
                String seed = file.getFileName().toString().replaceAll("\\D", "");
                assertThat(file).hasFileName("clip-" + seed + ".mid");
                assertThat(shown).contains("seed " + seed);
            });
        }
    }

    @Test
    void several_clips_are_those_of_the_single_seeds() throws Exception {
        cadenza.run("compose --model quartet --seed 8 --count 3 --out clips").done();

        for (int seed = 8; seed <= 10; seed++) {
            assertThat(cadenza.file("clips/clip-" + seed + ".mid")).hasBinaryContent(compose("--seed " + seed));
        }
        try (Stream<Path> files = Files.list(cadenza.file("clips"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void a_clip_has_just_its_bars_and_each_voice_a_track_and_a_channel() throws Exception {
        compose("--seed 5 --bars 3 --tempo 90");

        Sequence sequence = MidiSystem.getSequence(cadenza.file("clip.mid").toFile());
        assertThat(sequence.getResolution()).isEqualTo(Score.TICKS_PER_QUARTER);
        assertThat(sequence.getTracks()).hasSize(5).allSatisfy(track -> assertThat(
                        track.get(track.size() - 1).getTick())
                .isEqualTo(3 * BAR));
        List<Track> voices = Arrays.asList(sequence.getTracks()).subList(1, 5);
        assertThat(voices.stream().map(ComposeIT::channels))
                .containsExactly(List.of(0), List.of(1), List.of(2), List.of(3));

        Score score = Midi.score(cadenza.file("clip.mid"));
        assertThat(score.end()).isEqualTo(3 * BAR);
        assertThat(score.tempos()).singleElement().satisfies(tempo -> assertThat(tempo.beatsPerMinute())
                .isCloseTo(90, within(1e-3)));
        assertThat(score.tracks())
                .extracting(track -> track.name())
                .containsExactly("Soprano", "Alto", "Tenor", "Bass");
        assertThat(score.tracks().stream().flatMap(track -> track.notes().stream()))
                .extracting(Note::tick)
                .contains(0L);
    }

    private static List<Integer> channels(Track track) {
        return IntStream.range(0, track.size())
                .mapToObj(i -> track.get(i).getMessage())
                .filter(ShortMessage.class::isInstance)
                .map(message -> ((ShortMessage) message).getChannel())
                .distinct()
                .toList();
    }

    @Test
    void out_replaces_a_file() throws Exception {
        Files.writeString(cadenza.file("clip.mid"), "an older file");

        compose("--seed 5 --bars 1");

        assertThat(Midi.score(cadenza.file("clip.mid")).end()).isEqualTo(BAR);
        try (Stream<Path> files = Files.list(cadenza.work())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_name_that_ends_in_a_slash_is_a_folder() throws Exception {
        cadenza.run("compose --model quartet --bars 1 --seed 4 --out new/").done();

        assertThat(cadenza.file("new/clip-4.mid")).isNotEmptyFile();
    }
}
