package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.distribution.CadenzaProcess.Result;
import cadenza.host.measure.VoiceLeadingFaults;
import cadenza.host.music.MidiWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a clip made anew with the model that comes with Cadenza: {@code fill}, {@code harmonise}, {@code vary}. */
class RewritingIT {
    private static final int BAR = 4 * Score.TICKS_PER_QUARTER;

    private CadenzaProcess cadenza;

    /** Eight bars of 4/4 in four voices. */
    private Score clip;

    @BeforeEach
    void compose(@TempDir Path folder) throws Exception {
        cadenza = CadenzaProcess.in(folder);
        cadenza.run("compose --seed 7 --out clip.mid").done();
        clip = Midi.score(cadenza.file("clip.mid"));
    }

    private static List<Note> outside(Track track, int firstBar, int lastBar) {
        return track.notes().stream()
                .filter(note -> note.tick() < (firstBar - 1L) * BAR || note.tick() >= (long) lastBar * BAR)
                .toList();
    }

    @Test
    void the_notes_of_all_other_bars_are_the_same_for_200_seeds() throws Exception {
        cadenza.within(300)
                .run("fill clip.mid --bars 3-4 --passes 3 --seed 1 --count 200 --out filled")
                .done();

        List<Path> files;
        try (Stream<Path> all = Files.list(cadenza.file("filled"))) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSize(200);
        List<List<Track>> seen = new ArrayList<>();
        for (Path file : files) {
            Score filled = Midi.score(file);
            for (int track = 0; track < 4; track++) {
                assertThat(outside(filled.tracks().get(track), 3, 4))
                        .as(file + ", track " + track)
                        .isEqualTo(outside(clip.tracks().get(track), 3, 4));
            }
            seen.add(filled.tracks());
        }
        assertThat(seen.stream().distinct()).hasSizeGreaterThan(150);
    }

    @Test
    void one_voice_of_a_bar_is_redone_and_no_other() throws Exception {
        Result result = cadenza.run("fill clip.mid --bars 5 --voice alto --seed 3 --out alto.mid")
                .done();

        Score filled = Midi.score(cadenza.file("alto.mid"));
        for (int track : new int[] {0, 2, 3}) {
            assertThat(filled.tracks().get(track)).isEqualTo(clip.tracks().get(track));
        }
        assertThat(outside(filled.tracks().get(1), 5, 5))
                .isEqualTo(outside(clip.tracks().get(1), 5, 5));
        assertThat(filled.tracks().get(1)).isNotEqualTo(clip.tracks().get(1));
        assertThat(result.text()).contains("alto.mid: bar 5 of alto redone, ");
        assertThat(result.text()).contains("copied: ");
    }

    @Test
    void a_seed_gives_the_same_bytes_again_and_so_does_the_recipe_in_the_file() throws Exception {
        cadenza.run("fill clip.mid --bars 3-4 --seed 5 --key Bb --out one.mid").done();
        cadenza.run("fill clip.mid --bars 3-4 --seed 5 --key Bb --out two.mid").done();
        byte[] bytes = Files.readAllBytes(cadenza.file("one.mid"));
        assertThat(cadenza.file("two.mid")).hasBinaryContent(bytes);

        Files.delete(cadenza.file("clip.mid"));
        cadenza.run("replay one.mid --out again.mid").done();
        assertThat(cadenza.file("again.mid")).hasBinaryContent(bytes);
    }

    @Test
    void what_is_filled_can_be_filled_again() throws Exception {
        cadenza.run("fill clip.mid --bars 3-4 --seed 5 --out one.mid").done();
        cadenza.run("fill one.mid --bars 6 --seed 5 --out two.mid").done();

        assertThat(Files.size(cadenza.file("two.mid"))).isLessThan(2 * Files.size(cadenza.file("one.mid")));
        assertThat(outside(Midi.score(cadenza.file("two.mid")).tracks().get(3), 6, 6))
                .isEqualTo(outside(Midi.score(cadenza.file("one.mid")).tracks().get(3), 6, 6));
    }

    @Test
    void the_key_and_the_range_hold_for_new_notes() throws Exception {
        for (int seed = 1; seed <= 3; seed++) {
            cadenza.run("fill clip.mid --bars 3-6 --key C --range C3-C5 --seed " + seed + " --out held.mid")
                    .done();
            Score filled = Midi.score(cadenza.file("held.mid"));
            for (int track = 0; track < 4; track++) {
                List<Note> old = clip.tracks().get(track).notes();
                assertThat(filled.tracks().get(track).notes().stream().filter(note -> !old.contains(note)))
                        .isNotEmpty()
                        .allSatisfy(note -> {
                            assertThat(List.of(0, 2, 4, 5, 7, 9, 11)).contains(note.pitch() % 12);
                            assertThat(note.pitch()).isBetween(48, 72);
                        });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, soprano", "4, bass"})
    void a_melody_gets_three_voices_and_stays_as_it_is(int voice, String name) throws Exception {
        // A minor third lower, where all of it is in the range of the model's voice.
        List<Note> line = clip.tracks().get(voice - 1).notes().stream()
                .map(note -> new Note(note.tick(), note.duration(), note.pitch() - 3, note.velocity()))
                .toList();
        Track melody = new Track("Tune", 5, 40, line);
        Score alone = new Score("tune", clip.tempos(), clip.meters(), clip.key(), List.of(melody), clip.end());
        Files.write(cadenza.file("tune.mid"), new MidiWriter().write(alone, Optional.empty()));

        cadenza.run("harmonise tune.mid --voice " + name + " --seed 2 --out choir.mid")
                .done();

        Score choir = Midi.score(cadenza.file("choir.mid"));
        assertThat(choir.tracks()).hasSize(4);
        assertThat(choir.tracks().get(0)).isEqualTo(melody);
        assertThat(choir.tracks().stream().map(Track::channel)).doesNotHaveDuplicates();
        assertThat(choir.tracks()).allSatisfy(track -> assertThat(track.notes()).hasSizeGreaterThan(8));
        VoiceLeadingFaults faults = VoiceLeadingFaults.of(choir);
        assertThat(faults.parallels()).isZero();
        assertThat(IntStream.range(1, 4)
                        .filter(track -> !choir.tracks().get(track).name().isBlank()))
                .hasSize(3);
    }

    @Test
    void a_melody_alone_gets_notes_back_where_bars_of_it_are_redone() throws Exception {
        // Two octaves lower than any voice of the model sings.
        List<Note> low = clip.tracks().get(3).notes().stream()
                .map(note -> new Note(note.tick(), note.duration(), note.pitch() - 24, 70))
                .toList();
        for (Track line : List.of(clip.tracks().get(0), new Track("Low", 2, 33, low))) {
            Score alone = new Score("line", clip.tempos(), clip.meters(), clip.key(), List.of(line), clip.end());
            Files.write(cadenza.file("line.mid"), new MidiWriter().write(alone, Optional.empty()));
            for (int seed = 1; seed <= 3; seed++) {
                cadenza.run("fill line.mid --bars 3-4 --seed " + seed + " --out filled.mid")
                        .done();
                Track filled = Midi.score(cadenza.file("filled.mid")).tracks().get(0);
                assertThat(outside(filled, 3, 4)).isEqualTo(outside(line, 3, 4));
                assertThat(filled.notes().stream().filter(note -> note.tick() >= 2 * BAR && note.tick() < 4 * BAR))
                        .hasSizeGreaterThan(2)
                        .allSatisfy(note -> assertThat(note.pitch())
                                .isBetween(lowest(line.notes()) - 12, highest(line.notes()) + 12));
            }
        }
    }

    private static int lowest(List<Note> notes) {
        return notes.stream().mapToInt(Note::pitch).min().orElseThrow();
    }

    private static int highest(List<Note> notes) {
        return notes.stream().mapToInt(Note::pitch).max().orElseThrow();
    }

    @Test
    void added_voices_take_no_channel_that_is_in_use() throws Exception {
        List<Track> tracks = new ArrayList<>();
        for (int channel = 0; channel < 16; channel++) {
            if (channel != 9 && channel != 12) {
                tracks.add(new Track(
                        "T" + channel, channel, channel, clip.tracks().get(0).notes()));
            }
        }
        Score wide = new Score("wide", clip.tempos(), clip.meters(), clip.key(), tracks, clip.end());
        Files.write(cadenza.file("wide.mid"), new MidiWriter().write(wide, Optional.empty()));

        cadenza.run("harmonise wide.mid --passes 4 --seed 1 --out choir.mid").done();

        Score choir = Midi.score(cadenza.file("choir.mid"));
        assertThat(choir.tracks().subList(0, 14)).isEqualTo(wide.tracks());
        assertThat(choir.tracks().subList(14, choir.tracks().size()))
                .isNotEmpty()
                .allSatisfy(track -> assertThat(track.channel()).isEqualTo(12));
    }

    @Test
    void a_variation_keeps_most_notes() throws Exception {
        cadenza.run("vary clip.mid --amount 0.2 --seed 4 --out varied.mid").done();

        Score varied = Midi.score(cadenza.file("varied.mid"));
        int kept = 0;
        for (int track = 0; track < 4; track++) {
            List<Note> notes = varied.tracks().get(track).notes();
            kept += (int) clip.tracks().get(track).notes().stream()
                    .filter(notes::contains)
                    .count();
        }
        assertThat(kept).isBetween((int) (0.7 * clip.noteCount()), clip.noteCount() - 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fill clip.mid|fill needs to know which bars to redo; give --bars, such as 3-4",
                "fill clip.mid --bars 9|--bars 9 is beyond the end of 'clip.mid', which has 8 bars",
                "fill clip.mid --bars 0|--bars 0 are no bars",
                "fill clip.mid --bars 3 --range C6-C8|--range C6-C8 leaves the soprano of model 'chorales-rewrite' no note",
                "fill clip.mid --bars 3 --quantise 1/16:0.5|--quantise 1/16:0.5 goes a part of the way",
                "fill clip.mid --bars 3 --model chorales --passes 9|--passes 9 is for models that predict masked tokens",
                "fill clip.mid --bars 3 --voice flute|--voice 'flute' is none of the model's: soprano, alto, tenor, bass",
                "fill clip.mid --bars 3 --dry 0.8|--dry 0.8 goes by the tokens chosen before",
                "vary clip.mid --amount 2|--amount 2.0 is not above 0 and up to 1",
                "compose --model chorales-rewrite|model 'chorales-rewrite' rewrites",
                "write --model chorales-rewrite|model 'chorales-rewrite' makes music, not text",
                "fill clip.mid --bars 3 --passes 0|--passes 0 is not in 1..10000",
                "fill clip.mid --bars 3 --quantise 1/8|--quantise 1/8 is not the grid of model 'chorales-rewrite'"
            })
    void what_cannot_be_done_is_said_in_a_line(String command, String said) throws Exception {
        Result result = cadenza.run(command);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.stderr()).startsWith("cadenza: " + said);
        assertThat(result.stderr().lines().count()).isLessThanOrEqualTo(2);
    }

    @Test
    void the_filled_clip_of_seed_7_never_changes() throws Exception {
        cadenza.run("fill clip.mid --bars 3-4 --seed 7 --out filled.mid").done();

        Golden.check("filled-seed-7.events.txt", Midi.dump(cadenza.file("filled.mid")));
        Golden.checkHash("filled-seed-7.mid.sha256", Files.readAllBytes(cadenza.file("filled.mid")));
    }
}
