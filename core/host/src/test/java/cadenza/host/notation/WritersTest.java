package cadenza.host.notation;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WritersTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = WritersTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_small_score_in_musicxml_is_the_golden_file() throws IOException {
        byte[] file = new MusicXmlWriter().write(Notation.of(Scores.small()));

        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo(golden("small-score.musicxml"));
    }

    @Test
    void a_small_score_in_abc_is_the_golden_file() throws IOException {
        assertThat(new AbcWriter().write(Notation.of(Scores.small()))).isEqualTo(golden("small-score.abc"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_reader_of_musicxml_hears_the_notes_of_the_score(long seed) throws Exception {
        Score score = Scores.random(seed);
        Notation notation = Notation.of(score);

        assertThat(notation.movedNotes()).isZero();
        assertThat(MusicXmlNotes.of(new MusicXmlWriter().write(notation))).isEqualTo(notes(score));
    }

    private static List<String> notes(Score score) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < score.tracks().size(); i++) {
            for (Note note : score.tracks().get(i).notes()) {
                lines.add("P" + (i + 1) + " " + note.pitch() + " " + note.tick() / 120 + ".." + note.end() / 120);
            }
        }
        lines.sort(null);
        return lines;
    }

    @Test
    void names_that_would_break_the_formats_do_not() throws Exception {
        Score score = Scores.of(new Note(0, 480, 60, 80)).withTitle("a\nX:2\u0000 % \"b\" ]]>");

        assertThat(new AbcWriter().write(Notation.of(score))).contains("\nT:a X:2    \"b\" ]]>\n");
        assertThat(MusicXmlNotes.of(new MusicXmlWriter().write(Notation.of(score))))
                .containsExactly("P1 60 0..4");
    }
}
