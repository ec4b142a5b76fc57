package cadenza.host.sound;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFontTest {
    @TempDir
    Path folder;

    private Path file(String name, String bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_compressed_one_is_refused_by_its_name() throws IOException {
        Path file = file("piano.SF3", "RIFF....sfbk");

        assertThatThrownBy(() -> SoundFont.of(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("compressed SoundFont (.sf3)")
                .hasMessageContaining("give a .sf2 file");
    }

    @Test
    void what_is_no_riff_file_of_sfbk_is_refused() throws IOException {
        for (String bytes : new String[] {"", "RIFF", "RIFF....WAVE", "OggS....sfbk"}) {
            Path file = file("piano.sf2", bytes);

            assertThatThrownBy(() -> SoundFont.of(file))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("is no SoundFont");
        }
    }

    @Test
    void one_that_is_not_there_or_a_folder_is_refused() {
        assertThatThrownBy(() -> SoundFont.of(folder.resolve("none.sf2")))
                .isInstanceOf(UserException.class)
                .hasMessageEndingWith("does not exist; give a .sf2 file");
        assertThatThrownBy(() -> SoundFont.of(folder))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void one_that_is_cut_off_is_refused() throws IOException {
        Path file = file("cut.sf2", "RIFF\377\377\0\0sfbkLIST\50\0\0\0INFO");

        assertThatThrownBy(() -> SoundFont.of(file))
                .isInstanceOf(UserException.class)
                .hasMessageEndingWith("is cut off: it says that it has 65543 bytes, it has 24; fetch it again");
    }

    @Test
    void one_without_instruments_is_refused() throws IOException {
        SoundFont font = SoundFont.of(file("empty.sf2", "RIFF\4\0\0\0sfbk"));

        assertThatThrownBy(font::soundbank)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("without instruments");
    }
}
