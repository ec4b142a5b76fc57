package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.sampling.Xoshiro256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random changes to files as careless programs write them, and to crowded ones of our own. */
class SplicedFilesKeepTheirOtherEventsTest {
    private static final Path FILE = Path.of("x.mid");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static byte[] file(long seed) {
        return switch ((int) (seed % 4)) {
            case 0 -> MessyFile.of(0, 480, seed);
            case 1 -> MessyFile.of(1, 96, seed);
            case 2 -> MessyFile.of(1, 480, seed);
            default ->
                new MidiWriter(MidiFileType.values()[(int) (seed / 4 % 2)])
                        .write(RandomScores.of(seed), Optional.of("text"));
        };
    }

    /** Changes, and the notes of each part that must come of them. */
    private record Plan(List<NoteEdit> edits, List<List<Note>> stays) {}

    private static Plan plan(Score score, List<FilePart> parts, RandomGenerator random) {
        List<NoteEdit> edits = new ArrayList<>();
        List<List<Note>> stays = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            FilePart part = parts.get(i);
            List<Note> kept = new ArrayList<>();
            stays.add(kept);
            for (Note note : score.tracks().get(i).notes()) {
                switch (random.nextInt(4)) {
                    case 0 -> edits.add(new NoteEdit.TakeOut(part, note));
                    case 1 -> {
                        long from = note.tick() + random.nextInt(3) * 60;
                        long to = note.end() + (random.nextInt(3) - 1) * 60;
                        edits.add(new NoteEdit.Resize(part, note, from, Math.max(from + 5, to)));
                    }
                    default -> kept.add(note);
                }
            }
            for (int n = random.nextInt(10); n > 0; n--) {
                Note note = new Note(
                        random.nextInt(400) * 5,
                        5 + random.nextInt(200) * 5,
                        60 + random.nextInt(6),
                        1 + random.nextInt(127));
                edits.add(new NoteEdit.Put(part, note));
            }
        }
        return new Plan(edits, stays);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_change_gives_the_same_bytes(long seed) {
        byte[] file = file(seed);

        assertThat(new MidiSplice(FILE, file).apply(MidiEdit.NONE).bytes()).isEqualTo(file);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_parts_hold_the_notes_of_the_score(long seed) {
        byte[] file = file(seed);
        TrackSpan.Collector spans = new TrackSpan.Collector();
        MidiFileCheck.Header header = new MidiFileCheck(FILE, file, spans).check();
        FileTicks ticks = new FileTicks(((Timebase.Quarters) header.timebase()).ticks());
        Score score = new MidiReader().read(FILE, file);
        List<FilePart> parts = new MidiSplice(FILE, file).parts();

        assertThat(parts).hasSameSizeAs(score.tracks());
        for (int i = 0; i < parts.size(); i++) {
            FilePart part = parts.get(i);
            Map<List<Number>, Note> notes = new HashMap<>(); // of two that begin as one the score has the last
            FileNote.of(spans.tracks().get(part.fileTrack()), file).stream()
                    .filter(note -> note.channel() == part.channel())
                    .map(note -> new Note(
                            ticks.ofScore(note.tick()),
                            Math.max(1, ticks.ofScore(note.end()) - ticks.ofScore(note.tick())),
                            note.pitch(),
                            note.velocity()))
                    .forEach(note -> notes.put(List.of(note.tick(), note.pitch()), note));
            assertThat(notes.values())
                    .containsExactlyInAnyOrderElementsOf(score.tracks().get(i).notes());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void all_other_events_stand_as_they_were_at_their_ticks(long seed) throws Exception {
        byte[] file = file(seed);
        MidiSplice splice = new MidiSplice(FILE, file);
        Plan plan = plan(new MidiReader().read(FILE, file), splice.parts(), new Xoshiro256(seed));

        byte[] spliced = splice.apply(MidiEdit.NONE.withNotes(plan.edits)).bytes();

        assertThat(MidiEvents.others(spliced)).isEqualTo(MidiEvents.others(file));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void notes_that_stay_and_new_ones_are_read_back(long seed) {
        byte[] file = file(seed);
        MidiSplice splice = new MidiSplice(FILE, file);
        List<FilePart> parts = splice.parts();
        Plan plan = plan(new MidiReader().read(FILE, file), parts, new Xoshiro256(seed));

        MidiSplice.Spliced spliced = splice.apply(MidiEdit.NONE.withNotes(plan.edits));

        List<FilePart> after = new MidiSplice(FILE, spliced.bytes()).parts();
        Score score = after.isEmpty() ? null : new MidiReader().read(FILE, spliced.bytes());
        for (int i = 0; i < parts.size(); i++) {
            int index = after.indexOf(parts.get(i));
            List<Note> found = index < 0 ? List.of() : score.tracks().get(index).notes();
            List<Note> exact = new ArrayList<>(plan.stays.get(i));
            int cut = 0;
            for (NoteEdit edit : plan.edits) {
                if (edit.part().equals(parts.get(i)) && !spliced.leftOut().contains(edit)) {
                    if (spliced.shortened().contains(edit)) {
                        cut++;
                    } else if (edit instanceof NoteEdit.Put put) {
                        exact.add(put.note());
                    } else if (edit instanceof NoteEdit.Resize resize) {
                        exact.add(new Note(
                                resize.from(),
                                resize.to() - resize.from(),
                                resize.note().pitch(),
                                resize.note().velocity()));
                    }
                }
            }
            assertThat(found).containsAll(exact).hasSize(exact.size() + cut);
        }
    }

    @Test
    void an_appended_track_is_read_back() {
        byte[] file = MessyFile.of(0, 96, 1);
        Track alto = new Track("Alto", 5, 52, List.of(new Note(5, 480, 64, 70), new Note(485, 5, 65, 71)));

        byte[] spliced = new MidiSplice(FILE, file)
                .apply(MidiEdit.NONE.withAppended(List.of(alto)))
                .bytes();

        Score before = new MidiReader().read(FILE, file);
        Score after = new MidiReader().read(FILE, spliced);
        assertThat(after.tracks())
                .startsWith(before.tracks().toArray(Track[]::new))
                .endsWith(alto);
    }
}
