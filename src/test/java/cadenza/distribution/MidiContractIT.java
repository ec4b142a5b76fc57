package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Score;
import cadenza.host.music.Bars;
import cadenza.host.music.MidiContract;
import cadenza.host.music.MidiFileType;
import cadenza.host.music.MidiReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every clip keeps what {@code src/docs/midi-contract.md} promises. */
class MidiContractIT {
    private static final int CLIPS = 100;
    private static final int BARS = 5;

    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_hundred_clips_keep_the_contract(int type) throws Exception {
        cadenza.run("compose --bars " + BARS + " --seed 1 --count " + CLIPS + " --midi-type " + type + " --out clips")
                .done();

        MidiContract contract = new MidiContract();
        for (int seed = 1; seed <= CLIPS; seed++) {
            Path file = cadenza.file("clips/clip-" + seed + ".mid");
            assertThat(contract.violations(Files.readAllBytes(file)))
                    .as("seed " + seed)
                    .isEmpty();
            assertThat(MidiFileType.of(file).number()).isEqualTo(type);
            Sequence sequence = MidiSystem.getSequence(file.toFile());
            assertThat(sequence.getTracks()).hasSize(type == 0 ? 1 : 5);
            long bar = 480L * beats(sequence);
            assertThat(sequence.getTickLength()).isEqualTo(BARS * bar);
            assertThat(name(sequence)).matches("chorales - ([A-G][b#]? (major|minor)|no clear key) - seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drums", "game"})
    void fifty_clips_of_the_other_models_keep_it_too(String model) throws Exception {
        int clips = 50;
        cadenza.run("compose --model " + model + " --bars " + BARS + " --seed 1 --count " + clips + " --out clips")
                .done();

        MidiContract contract = new MidiContract();
        for (int seed = 1; seed <= clips; seed++) {
            Path file = cadenza.file("clips/clip-" + seed + ".mid");
            assertThat(contract.violations(Files.readAllBytes(file)))
                    .as("seed " + seed)
                    .isEmpty();
            Score score = new MidiReader().read(file);
            assertThat(new Bars(score).count()).as("seed " + seed).isEqualTo(BARS);
            assertThat(score.tracks().stream().anyMatch(track -> track.percussion()))
                    .as("percussion of seed " + seed)
                    .matches(percussion -> percussion || model.equals("game"));
        }
    }

    /** Chorales count quarters. */
    private static int beats(Sequence sequence) {
        return data(sequence, 0x58)[0];
    }

    private static String name(Sequence sequence) {
        return new String(data(sequence, 0x03), StandardCharsets.US_ASCII);
    }

    private static byte[] data(Sequence sequence, int type) {
        for (int i = 0; i < sequence.getTracks()[0].size(); i++) {
            if (sequence.getTracks()[0].get(i).getMessage() instanceof MetaMessage meta && meta.getType() == type) {
                return meta.getData();
            }
        }
        throw new AssertionError("no meta event of type " + type);
    }

    @Test
    void a_file_of_type_0_is_replayed_as_one() throws Exception {
        cadenza.run("compose --bars 2 --seed 3 --midi-type 0 --out clip.mid").done();

        cadenza.run("replay clip.mid --out again.mid").done();

        assertThat(cadenza.file("again.mid")).hasSameBinaryContentAs(cadenza.file("clip.mid"));
    }

    @Test
    void another_type_is_refused() throws Exception {
        assertThat(cadenza.run("compose --midi-type 2").stderr())
                .isEqualTo("cadenza: --midi-type 2 is not known; 0 is one track, 1 a track for each part\n");
    }
}
