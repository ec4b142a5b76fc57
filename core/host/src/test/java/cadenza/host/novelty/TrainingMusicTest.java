package cadenza.host.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingMusicTest {
    private final Random random = new Random(21);
    private final List<Score> pieces = IntStream.range(0, 10)
            .mapToObj(i -> Tunes.score("piece " + i, Tunes.MELODY, Tunes.random(random, 200)))
            .toList();
    private final TrainingMusic music = new TrainingMusic(pieces);

    @ParameterizedTest
    @CsvSource({
        "9, 0, as it stands",
        "12, 7, 7 semitones higher",
        "30, -1, 1 semitone lower",
        "200, -12, 12 semitones lower"
    })
    void aPlantedCopyIsFoundAtItsPlace(int length, int semitones, String shift) {
        List<Note> source = pieces.get(4).tracks().get(0).notes();
        int from = (200 - length) / 2;
        List<Note> copy = Tunes.moved(source.subList(from, from + length), 0, semitones);
        Score clip = Tunes.score(
                "clip", Tunes.MELODY, Tunes.joined(List.of(Tunes.random(random, 20), copy, Tunes.random(random, 20))));

        Copy found = music.longest(clip).orElseThrow();

        assertThat(found.run().length()).isEqualTo(length);
        assertThat(found.run().tick())
                .isEqualTo(clip.tracks().get(0).notes().get(20).tick());
        assertThat(found.source().title()).isEqualTo("piece 4");
        assertThat(found.sourceRun().tick()).isEqualTo(source.get(from).tick());
        assertThat(found.sourceRun().length()).isEqualTo(length);
        assertThat(found.transposition()).isEqualTo(semitones);
        assertThat(found.shift()).isEqualTo(shift);
    }

    @Test
    void whatTheFingerprintFindsIsNeverShorter() {
        MusicFingerprint fingerprint = MusicFingerprint.of(pieces).orElseThrow();
        for (int i = 0; i < 20; i++) {
            List<Note> notes = pieces.get(i % 10).tracks().get(0).notes();
            int length = 5 + random.nextInt(20);
            int from = random.nextInt(180);
            List<Note> copy = notes.subList(from, Math.min(200, from + length));
            Score clip = Tunes.score("clip", Tunes.MELODY, Tunes.joined(List.of(copy, Tunes.random(random, 30))));
            int exact = music.longest(clip).orElseThrow().run().length();
            int most = Novelty.of(clip, fingerprint).longestLength();
            assertThat(most).isEqualTo(exact < MusicFingerprint.LENGTH ? 0 : exact);
        }
    }

    @Test
    void percussionIsNotTransposed() {
        List<Note> beat = pieces.get(0).tracks().get(0).notes();
        TrainingMusic drums = new TrainingMusic(List.of(Tunes.score("beat", Tunes.PERCUSSION, beat)));
        Score same = Tunes.score("clip", Tunes.PERCUSSION, beat);
        assertThat(drums.longest(same).orElseThrow().shift()).isEqualTo("as it stands");
        assertThat(drums.longest(Tunes.score("clip", Tunes.MELODY, beat))).isEmpty();
    }

    @Test
    void oneNoteIsNoRun() {
        Score note = Tunes.score("note", Tunes.MELODY, List.of(new Note(0, 480, 60, 80)));
        assertThat(music.longest(note)).isEmpty();
        assertThat(new TrainingMusic(List.of(note)).longest(pieces.get(0))).isEmpty();
    }
}
