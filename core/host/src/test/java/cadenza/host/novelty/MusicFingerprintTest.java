package cadenza.host.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusicFingerprintTest {
    private static final int LENGTH = MusicFingerprint.LENGTH;

    private final Random random = new Random(11);
    private final List<Score> training = IntStream.range(0, 20)
            .mapToObj(i -> Tunes.score("piece " + i, Tunes.MELODY, Tunes.random(random, 200)))
            .toList();
    private final MusicFingerprint fingerprint = MusicFingerprint.of(training).orElseThrow();

    private List<Note> cut(int piece, int from, int length) {
        return training.get(piece).tracks().get(0).notes().subList(from, from + length);
    }

    private Novelty novelty(List<Note> notes) {
        return Novelty.of(Tunes.score("clip", Tunes.MELODY, notes), fingerprint);
    }

    @ParameterizedTest
    @CsvSource({"8, -24", "8, 0", "8, 1", "9, 6", "13, -5", "40, 12", "199, 11", "200, -3"})
    void aPlantedCopyIsFoundInAnyTranspositionWithItsLength(int length, int semitones) {
        List<Note> copy = Tunes.moved(cut(length % 20, 0, length), 0, semitones);
        Novelty novelty = novelty(Tunes.joined(List.of(Tunes.random(random, 50), copy, Tunes.random(random, 50))));
        assertThat(novelty.longestLength()).isEqualTo(length);
        assertThat(novelty.notesInRuns()).isEqualTo(length);
        assertThat(novelty.share()).isEqualTo((double) length / (100 + length));
    }

    @Test
    void everyPlaceOfTheTrainingMusicIsFound() {
        for (int from = 0; from + LENGTH <= 200; from++) {
            assertThat(novelty(cut(3, from, LENGTH)).longestLength()).isEqualTo(LENGTH);
        }
    }

    @Test
    void aRunBelowTheLengthIsNotSeen() {
        Novelty novelty = novelty(
                Tunes.joined(List.of(Tunes.random(random, 30), cut(1, 50, LENGTH - 1), Tunes.random(random, 30))));
        assertThat(novelty.longestLength()).isZero();
        assertThat(novelty.share()).isZero();
        assertThat(novelty).hasToString("fewer than 8 notes in a row are in the training music");
    }

    /** By chance alone: 4,000 n-grams beside 3,860 of other random music, one mistake in 65,536 of them. */
    @Test
    void randomMusicIsNew() {
        int notesInRuns = 0;
        for (int i = 0; i < 20; i++) {
            notesInRuns += novelty(Tunes.random(random, 200)).notesInRuns();
        }
        assertThat(notesInRuns).isLessThanOrEqualTo(2 * LENGTH);
    }

    /** So that a prime that the user chose is not laid to the model. */
    @Test
    void whereOnlyTheEndCountsARunMayBeginBefore() {
        List<Note> notes = Tunes.joined(List.of(cut(0, 0, 40), cut(1, 0, 12)));
        Score clip = Tunes.score("clip", Tunes.MELODY, notes);
        assertThat(Novelty.of(clip, fingerprint).runs()).extracting(Run::length).containsExactly(40, 12);
        assertThat(Novelty.of(clip, fingerprint, notes.get(40).tick()))
                .satisfies(novelty -> assertThat(novelty.longestLength()).isEqualTo(12))
                .satisfies(novelty -> assertThat(novelty.share()).isEqualTo(1));
        Novelty reaching = Novelty.of(clip, fingerprint, notes.get(38).tick());
        assertThat(reaching.longestLength()).isEqualTo(40);
        assertThat(reaching.notes()).isEqualTo(14);
        assertThat(reaching.notesInRuns()).isEqualTo(14);
    }

    @Test
    void oneOtherNoteCutsARunInTwo() {
        List<Note> copy = new ArrayList<>(cut(0, 0, 31));
        Note note = copy.get(15);
        copy.set(15, new Note(note.tick(), note.duration(), note.pitch() == 48 ? 49 : 48, 80));
        Novelty novelty = novelty(copy);
        assertThat(novelty.runs()).extracting(Run::length).containsExactly(15, 15);
        assertThat(novelty.notesInRuns()).isEqualTo(30);
    }

    @Test
    void howLongAndHowLoudNotesAreDoesNotCount() {
        List<Note> copy =
                Tunes.changed(cut(0, 0, 40), note -> new Note(note.tick(), note.duration() / 2, note.pitch(), 1));
        assertThat(novelty(copy).longestLength()).isEqualTo(40);
    }

    @Test
    void anotherRhythmIsAnotherMelody() {
        List<Note> slower =
                Tunes.changed(cut(0, 0, 40), note -> new Note(2 * note.tick(), note.duration(), note.pitch(), 80));
        assertThat(novelty(slower).longestLength()).isZero();
    }

    @Test
    void onsetsMayLieAFewTicksOff() {
        List<Note> played = Tunes.changed(
                cut(0, 0, 40), note -> new Note(note.tick() + random.nextInt(10), note.duration(), note.pitch(), 80));
        assertThat(novelty(played).longestLength()).isEqualTo(40);
    }

    @Test
    void chordsAreOneOnsetInAnyTransposition() {
        List<Note> chords = new ArrayList<>();
        for (Note note : cut(0, 0, 30)) {
            chords.add(note);
            chords.add(new Note(note.tick(), note.duration(), note.pitch() + 4, 80));
            chords.add(new Note(note.tick() + 7, note.duration(), note.pitch() + 7, 80));
        }
        MusicFingerprint ofChords = MusicFingerprint.of(List.of(Tunes.score("chords", Tunes.MELODY, chords)))
                .orElseThrow();
        Score higher = Tunes.score("clip", Tunes.MELODY, Tunes.moved(chords, 0, 5));
        Novelty novelty = Novelty.of(higher, ofChords);
        assertThat(novelty.longestLength()).isEqualTo(30);
        assertThat(novelty.notesInRuns()).isEqualTo(90);
        assertThat(novelty(chords).longestLength()).isZero();
    }

    @Test
    void percussionIsNotTransposed() {
        List<Note> beat = Tunes.random(random, 100);
        MusicFingerprint drums = MusicFingerprint.of(List.of(Tunes.score("beat", Tunes.PERCUSSION, beat)))
                .orElseThrow();
        assertThat(Novelty.of(Tunes.score("clip", Tunes.PERCUSSION, beat), drums)
                        .longestLength())
                .isEqualTo(100);
        assertThat(Novelty.of(Tunes.score("clip", Tunes.PERCUSSION, Tunes.moved(beat, 0, 2)), drums)
                        .longestLength())
                .isZero();
        assertThat(Novelty.of(Tunes.score("clip", Tunes.MELODY, beat), drums).longestLength())
                .isZero();
    }

    @Test
    void eachTrackIsHeldAgainstAllTracks() {
        Score clip = Tunes.score(
                "clip",
                new Track("Upper", 0, 0, Tunes.random(random, 20)),
                new Track("Lower", 1, 0, Tunes.moved(cut(7, 80, 17), 0, -7)));
        Novelty novelty = Novelty.of(clip, fingerprint);
        assertThat(novelty.runs()).singleElement().satisfies(run -> {
            assertThat(run.track()).isEqualTo(1);
            assertThat(run.length()).isEqualTo(17);
            assertThat(run.tick()).isEqualTo(clip.tracks().get(1).notes().get(0).tick());
            assertThat(run.place(clip)).startsWith("track 2 'Lower', bars ");
        });
        assertThat(novelty)
                .hasToString("at most 17 notes in a row are in the training music (46 % of the notes lie in runs of 8"
                        + " or more)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void aPieceOfFewNotesHasNoRun(int notes) {
        Score little = Tunes.score("little", Tunes.MELODY, cut(0, 0, notes));
        assertThat(Novelty.of(little, fingerprint).runs()).isEmpty();
        MusicFingerprint ofLittle = MusicFingerprint.of(List.of(little)).orElseThrow();
        assertThat(ofLittle.size()).isZero();
        assertThat(novelty(cut(0, 0, 9)).longestLength()).isEqualTo(9);
    }

    @Test
    void ofNoMusicThereIsNoFingerprint() {
        assertThat(MusicFingerprint.of(List.of())).isEmpty();
    }

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        MusicFingerprint read = (MusicFingerprint) Fingerprint.read(fingerprint.toBytes());
        assertThat(read.size()).isEqualTo(fingerprint.size());
        assertThat(read.toBytes()).isEqualTo(fingerprint.toBytes());
        assertThat(Novelty.of(training.get(2), read).longestLength()).isEqualTo(200);
    }

    /** Other bytes here mean that fingerprints in models made before no longer find anything. */
    @Test
    void theBytesAreTheseForEver() {
        Score scale = Tunes.score(
                "scale",
                Tunes.MELODY,
                IntStream.range(0, 10)
                        .mapToObj(i -> new Note(480L * i, 480, 60 + i * i % 7, 80))
                        .toList());
        assertThat(MusicFingerprint.of(List.of(scale)).orElseThrow().toBytes())
                .asHexString()
                .isEqualTo("434650310108000000039F975ACAC24E20");
    }

    @Test
    void bytesThatAreNoFingerprintAreRefused() {
        byte[] bytes = fingerprint.toBytes();
        for (int length : new int[] {0, 1, 9, 10, 11, bytes.length - 1}) {
            assertThatThrownBy(() -> Fingerprint.read(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> Fingerprint.read(changed(bytes, 0))).hasMessage("it does not begin as one");
        assertThatThrownBy(() -> Fingerprint.read(changed(bytes, 4)))
                .hasMessageContaining("it is of kind 0, this Cadenza knows kinds 1 to 3; update Cadenza");
        assertThatThrownBy(() -> Fingerprint.read(changed(bytes, 5))).hasMessageContaining("length 9");
        assertThatThrownBy(() -> Fingerprint.read(changed(bytes, 6))).hasMessageContaining("it claims 16781076 hashes");
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }
}
