package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEventsAreFoundTest {
    @TempDir
    Path folder;

    private Optional<String> text(byte[] bytes, String prefix) throws IOException {
        Path file = folder.resolve("x.mid");
        Files.write(file, bytes);
        return new MidiReader().text(file, prefix);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 119, 120, 127, 128, 5000, 16_383, 16_384})
    void a_text_of_any_length_is_found(int length) throws IOException {
        String recipe = "ä🎵x".repeat(length).substring(0, length).replaceAll("[\\ud800-\\udbff]$", "x");
        byte[] file = new MidiWriter().write(ExampleScores.small(), Optional.of("recipe: " + recipe));

        assertThat(text(file, "recipe: ")).contains(recipe);
    }

    @Test
    void the_first_of_several_with_the_prefix_is_found_in_whatever_track() throws IOException {
        byte[] file = HandmadeFile.of(1, 96, "00 FF 01 02 78 61", "00 FF 01 02 79 62  00 FF 01 02 79 63");

        assertThat(text(file, "y")).contains("b");
    }

    @Test
    void a_file_without_notes_has_texts_too() throws IOException {
        Score empty = ExampleScores.of();

        assertThat(text(new MidiWriter().write(empty, Optional.of("recipe")), ""))
                .contains("recipe");
    }

    @Test
    void names_are_not_texts() throws IOException {
        byte[] file = new MidiWriter().write(ExampleScores.small(), Optional.empty());

        assertThat(text(file, "")).isEmpty();
    }
}
