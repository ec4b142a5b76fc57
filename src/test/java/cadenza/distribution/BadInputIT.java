package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cadenza.distribution.CadenzaProcess.Result;
import cadenza.host.models.ModelFile;
import cadenza.host.music.MidiWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Synthesizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What cannot be done is refused: exit 2, one line that names the thing, a second with the nearest name where there is
 * one, no usage, no stack trace, nothing on stdout and nothing written.
 */
class BadInputIT {
    private static final String TRAIN_TEXT = " --generator text-lstm --name new --epochs 1";
    private static final String TRAIN_MUSIC = " --generator music-gru --name new --epochs 1";

    @TempDir
    private static Path folder;

    private static CadenzaProcess cadenza;

    /** A command that is refused. @param nearest the name that may have been meant, or null */
    record Refusal(String what, String command, List<String> words, String nearest) {
        static Refusal of(String what, String command) {
            return new Refusal(what, command, List.of(), null);
        }

        Refusal saying(String... said) {
            return new Refusal(what, command, List.of(said), nearest);
        }

        Refusal meaning(String name) {
            return new Refusal(what, command, words, name);
        }

        @Override
        public String toString() {
            return what + ": cadenza " + command;
        }
    }

    @BeforeAll
    static void lay_out_the_files() throws IOException {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
        TinyModels.writeText(cadenza.file("good.txt"));
        TinyModels.writePieces(cadenza.file("pieces"));
        Files.copy(cadenza.file("pieces/piece-00.mid"), cadenza.file("good.mid"));
        Files.createFile(cadenza.file("empty.txt"));
        Files.createFile(cadenza.file("empty.mid"));
        Files.createFile(cadenza.file("empty.cadenza"));
        Files.createDirectory(cadenza.file("nothing"));
        Files.writeString(cadenza.file("short.txt"), "too short\n");
        Files.writeString(cadenza.file("plain.gz"), "plain text\n");
        Files.write(cadenza.file("latin-1.txt"), "grün".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(cadenza.file("silence.mid"), new MidiWriter().write(TinyModels.silence(), Optional.empty()));
        byte[] noise = new byte[2000];
        new Random(1).nextBytes(noise);
        Files.write(cadenza.file("noise.mid"), noise);
        Files.write(cadenza.file("noise.cadenza"), noise);
        byte[] verse = Files.readAllBytes(TinyModels.file(TinyModels.VERSE));
        Files.write(cadenza.file("truncated.cadenza"), Arrays.copyOf(verse, verse.length / 2));
        byte[] damaged = verse.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(cadenza.file("damaged.cadenza"), damaged);
        edited("stranger.cadenza", "\"generator\" : \"text-lstm\"", "\"generator\" : \"text-lstn\"");
        edited("newer.cadenza", "\"format\" : 2", "\"format\" : 4");
    }

    private static void edited(String name, String from, String to) throws IOException {
        Path file = Files.copy(TinyModels.file(TinyModels.VERSE), cadenza.file(name));
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path model = zip.getPath("model.json");
            String json = Files.readString(model);
            assertThat(json).contains(from);
            Files.writeString(model, json.replace(from, to));
        }
    }

    static Stream<Refusal> corpora() {
        return Stream.of(
                Refusal.of("missing text", "train nowhere.txt" + TRAIN_TEXT).saying("'nowhere.txt' does not exist"),
                Refusal.of("a pattern that matches nothing", "train no*.txt" + TRAIN_TEXT)
                        .saying("no file matches 'no*.txt'", "a text file"),
                Refusal.of("text that is no gzip", "train plain.gz" + TRAIN_TEXT)
                        .saying("'plain.gz' is damaged, or no gzip file"),
                Refusal.of("missing music", "train nowhere.mid" + TRAIN_MUSIC).saying("'nowhere.mid' does not exist"),
                Refusal.of("empty text", "train empty.txt" + TRAIN_TEXT).saying("'empty.txt' is empty"),
                Refusal.of("empty music", "train empty.mid" + TRAIN_MUSIC).saying("'empty.mid'", "MIDI"),
                Refusal.of("folder without text", "train nothing" + TRAIN_TEXT).saying("no text in 'nothing'", ".txt"),
                Refusal.of("folder without music", "train nothing" + TRAIN_MUSIC)
                        .saying("no music in 'nothing'", ".mid"),
                Refusal.of("text for music", "train good.txt" + TRAIN_MUSIC).saying("'good.txt'", "MIDI"),
                Refusal.of("music for text", "train good.mid" + TRAIN_TEXT).saying("'good.mid' is not UTF-8: byte "),
                Refusal.of("invalid UTF-8", "train latin-1.txt" + TRAIN_TEXT)
                        .saying("'latin-1.txt' is not UTF-8: byte 2 (0xFC)"),
                Refusal.of("music without notes", "train silence.mid" + TRAIN_MUSIC)
                        .saying("'silence.mid'", "notes"),
                Refusal.of("random bytes as music", "train noise.mid" + TRAIN_MUSIC)
                        .saying("'noise.mid'", "MIDI"),
                Refusal.of("text shorter than a window", "train short.txt --steps 64" + TRAIN_TEXT)
                        .saying("not one window of 64", "--steps"),
                Refusal.of("music shorter than a window", "train good.mid --steps 1024" + TRAIN_MUSIC)
                        .saying("not one window of 1024", "--steps"),
                Refusal.of(
                                "short text for a model that is there",
                                "train short.txt --steps 64 --generator text-lstm --name verse")
                        .saying("not one window of 64"),
                Refusal.of("missing validation text", "train good.txt --valid nowhere.txt" + TRAIN_TEXT)
                        .saying("'nowhere.txt' does not exist"),
                Refusal.of("text to evaluate music on", "evaluate quartet good.txt")
                        .saying("'good.txt'", "MIDI"),
                Refusal.of("music to evaluate text on", "evaluate verse good.mid")
                        .saying("'good.mid' is not UTF-8"),
                Refusal.of("missing text to evaluate", "evaluate verse nowhere.txt")
                        .saying("'nowhere.txt' does not exist"));
    }

    static Stream<Refusal> models() {
        return Stream.of(
                Refusal.of("unknown model", "compose --model quartett")
                        .saying("model 'quartett' is not here", "verse")
                        .meaning("quartet"),
                Refusal.of("unknown model to evaluate", "evaluate verze good.txt")
                        .saying("model 'verze' is not here")
                        .meaning("verse"),
                Refusal.of("unknown model to show", "models show verze")
                        .saying("model 'verze' is not here")
                        .meaning("verse"),
                Refusal.of("unknown model to remove", "models remove verze")
                        .saying("model 'verze' is not here")
                        .meaning("verse"),
                Refusal.of("missing model file", "compose --model nowhere.cadenza")
                        .saying("'nowhere.cadenza'", "there"),
                Refusal.of("missing model to import", "models import nowhere.cadenza")
                        .saying("nowhere.cadenza'"),
                Refusal.of("folder as model", "compose --model nothing").saying("'nothing' is a folder", ".cadenza"),
                Refusal.of("empty model", "write --model empty.cadenza").saying("'empty.cadenza'"),
                Refusal.of("text as model", "write --model good.txt").saying("'good.txt'", ".cadenza"),
                Refusal.of("music as model", "compose --model good.mid").saying("'good.mid'", ".cadenza"),
                Refusal.of("random bytes as model", "compose --model noise.cadenza")
                        .saying("'noise.cadenza'"),
                Refusal.of("random bytes to import", "models import noise.cadenza")
                        .saying("noise.cadenza'"),
                Refusal.of("truncated model", "write --model truncated.cadenza").saying("'truncated.cadenza'"),
                Refusal.of("damaged model", "write --model damaged.cadenza")
                        .saying("'damaged.cadenza'", "weights.safetensors"),
                Refusal.of("model of an unknown generator", "write --model stranger.cadenza")
                        .saying("generator 'text-lstn' is not installed", "music-gru")
                        .meaning("text-lstm"),
                Refusal.of("model of a newer format", "write --model newer.cadenza")
                        .saying("'newer.cadenza'", "format 4", "formats 1 to 3", "update"),
                Refusal.of("composing with a model of text", "compose --model verse")
                        .saying("model 'verse' makes text, not music", "cadenza write"),
                Refusal.of("writing with a model of music", "write --model quartet")
                        .saying("model 'quartet' makes music, not text", "cadenza compose"));
    }

    static Stream<Refusal> options() {
        return Stream.of(
                Refusal.of("unknown command", "compoze")
                        .saying("command 'compoze'")
                        .meaning("compose"),
                Refusal.of("unknown command like no other", "xylophone").saying("command 'xylophone'"),
                Refusal.of("unknown option", "compose --temprature 1")
                        .saying("'--temprature'")
                        .meaning("--temperature"),
                Refusal.of("unknown argument", "compose loudly").saying("'loudly'"),
                Refusal.of("no value", "compose --bars").saying("--bars"),
                Refusal.of("words as number", "compose --bars many").saying("--bars", "'many'"),
                Refusal.of("no path", "train" + TRAIN_TEXT).saying("PATH"),
                Refusal.of("no generator", "train good.txt --name new").saying("--generator"),
                Refusal.of("temperature below zero", "compose --model quartet --temperature -1")
                        .saying("--temperature -1", "0.."),
                Refusal.of("temperature that is no number", "write --model verse --temperature NaN")
                        .saying("--temperature NaN", "0.."),
                Refusal.of("top-k below zero", "write --model verse --top-k -1").saying("--top-k -1", "0 (all)"),
                Refusal.of("a decimal comma", "compose --model quartet --tempo 92,5")
                        .saying("'92,5'", "a number such as 92.5"),
                Refusal.of(
                                "a seed with none after it",
                                "compose --model quartet --seed 9223372036854775807 --out s/ --count 2")
                        .saying("--seed 9223372036854775807", "give a smaller one"),
                Refusal.of("a file named -", "compose --model quartet --out -").saying("--out '-'", "names no file"),
                Refusal.of("top-p above one", "compose --model quartet --top-p 2")
                        .saying("--top-p 2", "at most 1"),
                Refusal.of("top-p of zero", "write --model verse --top-p 0").saying("--top-p 0", "above 0"),
                Refusal.of("no bars", "compose --model quartet --bars 0").saying("--bars 0", "1.."),
                Refusal.of("no tempo", "compose --model quartet --tempo 0").saying("--tempo 0", "4.0.."),
                Refusal.of("length below zero", "write --model verse --length -5")
                        .saying("--length -5", "1.."),
                Refusal.of("prime with unknown characters", "write --model verse --prime QUIET")
                        .saying("--prime", "model 'verse'", "Q U I E T"),
                Refusal.of("count of zero", "compose --model quartet --count 0").saying("--count 0", "1.."),
                Refusal.of("a ban that no one would hold", "write --model verse --pick --ban the")
                        .saying("--pick", "--ban does not go with it"),
                Refusal.of("several without a folder", "write --model verse --count 2")
                        .saying("--count 2", "--out DIR"),
                Refusal.of("unknown generator", "train good.txt --generator text-lstn --name new")
                        .saying("generator 'text-lstn'", "music-gru, text-brnn, text-lstm")
                        .meaning("text-lstm"),
                Refusal.of("name that is a path", "train good.txt --generator text-lstm --name a/b")
                        .saying("'a/b'"),
                Refusal.of("no minutes", "train good.txt --generator text-lstm --name new --minutes 0")
                        .saying("--minutes 0", "above 0"),
                Refusal.of("no patience", "train good.txt --generator text-lstm --name new --patience 0")
                        .saying("--patience 0", "from 1 on"),
                Refusal.of("no epochs", "train good.txt --generator text-lstm --name new --epochs 0")
                        .saying("--epochs 0", "1.."),
                Refusal.of("no such grid", "train good.mid --quantise 1/7" + TRAIN_MUSIC)
                        .saying("--quantise '1/7' is no grid", "1/16", "none"),
                Refusal.of("a grid for text", "train good.txt --quantise 1/16" + TRAIN_TEXT)
                        .saying("--quantise 1/16 is for music"),
                Refusal.of("unknown cell", "train good.txt --cell nonsense" + TRAIN_TEXT)
                        .saying("--cell 'nonsense'", "rnn, gru-one-gate, gru, lstm"),
                Refusal.of("no units", "train good.txt --hidden 0" + TRAIN_TEXT).saying("--hidden '0'", "1.."),
                Refusal.of("dropout of all", "train good.txt --dropout 1" + TRAIN_TEXT)
                        .saying("--dropout '1'", "0.0.."));
    }

    static Stream<Refusal> outputs() {
        return Stream.of(
                Refusal.of("clip in a missing folder", "compose --model quartet --bars 1 --out nowhere/clip.mid")
                        .saying("'nowhere/clip.mid'", "'nowhere' does not exist"),
                Refusal.of("text in a missing folder", "write --model verse --length 1 --out nowhere/page.txt")
                        .saying("'nowhere/page.txt", "'nowhere' does not exist"),
                Refusal.of("clip in a file", "compose --model quartet --bars 1 --out good.txt/clip.mid")
                        .saying("'good.txt/clip.mid'"),
                Refusal.of("several in a file", "compose --model quartet --count 2 --out good.txt")
                        .saying("--out 'good.txt'", "folder"),
                Refusal.of("several in a folder in a file", "write --model verse --count 2 --out good.txt/pages")
                        .saying("--out 'good.txt/pages'"),
                Refusal.of("playing what is missing", "play nowhere.mid").saying("'nowhere.mid'"),
                Refusal.of("playing text", "play good.txt").saying("'good.txt'", "MIDI"),
                Refusal.of("inspecting what is missing", "inspect nowhere.mid").saying("'nowhere.mid'"),
                Refusal.of("inspecting text", "inspect good.txt").saying("'good.txt'", "MIDI"),
                Refusal.of("a picture of two files", "inspect good.mid good.mid --png roll.png")
                        .saying("--png draws one file"),
                Refusal.of("a picture in a missing folder", "inspect good.mid --svg nowhere/roll.svg")
                        .saying("'nowhere/roll.svg'", "'nowhere' does not exist"),
                Refusal.of("replaying what is missing", "replay nowhere.mid").saying("'nowhere.mid'"),
                Refusal.of("replaying music of others", "replay good.mid").saying("'good.mid' has no recipe"),
                Refusal.of("no such network", "bench sampling --networks lstm")
                        .saying("'lstm' is no network such as lstm:2x256"),
                Refusal.of("no such cell", "bench training --networks lstn:1x16")
                        .saying("cell 'lstn'", "lstm"),
                Refusal.of("no such benchmark", "bench samplig")
                        .saying("'samplig'", "'cadenza bench'")
                        .meaning("sampling"),
                Refusal.of("no rounds", "bench --rounds 0").saying("--rounds 0", "1.."),
                Refusal.of("no Python", "bench --python nowhere").saying("--python 'nowhere' cannot import torch"),
                Refusal.of("replaying text of others", "replay good.txt").saying("'good.txt.recipe.json'"));
    }

    @ParameterizedTest
    @MethodSource({"corpora", "models", "options", "outputs"})
    void is_refused(Refusal refusal) throws Exception {
        check(refusal);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a file that not even root can read")
    void a_file_that_cannot_be_read_is_refused() throws Exception {
        check(Refusal.of("unreadable", "train /proc/self/mem" + TRAIN_TEXT).saying("'/proc/self/mem' cannot be read"));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a folder that not even root can write to")
    void a_folder_that_cannot_be_written_to_is_refused() throws Exception {
        check(Refusal.of("unwritable", "compose --model quartet --bars 1 --out /proc/clip.mid")
                .saying("'/proc/clip.mid' cannot be written"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
    void a_file_without_permission_is_refused() throws Exception {
        Path secret = Files.copy(cadenza.file("good.txt"), cadenza.file("secret.txt"));
        try {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
            assumeThat(Files.isReadable(secret)).as("root may read everything").isFalse();
            Result result = cadenza.run("train secret.txt" + TRAIN_TEXT);
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.stderr()).isEqualTo("cadenza: 'secret.txt' cannot be read: permission denied\n");
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void playing_without_a_sound_device_is_refused() throws Exception {
        assumeThat(soundIsHere()).as("this machine has a sound device").isFalse();

        check(Refusal.of("no sound device", "play good.mid").saying("no sound device", "--wav OUT.wav"));
    }

    private static boolean soundIsHere() {
        try (Synthesizer synthesizer = MidiSystem.getSynthesizer()) {
            synthesizer.open();
            return true;
        } catch (MidiUnavailableException e) {
            return false;
        }
    }

    private static void check(Refusal refusal) throws IOException, InterruptedException {
        Map<Path, String> before = files();

        Result result = cadenza.run(refusal.command());

        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(2);
        List<String> lines = new ArrayList<>(List.of("cadenza: "));
        if (refusal.nearest() != null) {
            lines.add("cadenza: Did you mean '" + refusal.nearest() + "'?");
        }
        assertThat(result.stderr().lines())
                .zipSatisfy(lines, (said, begin) -> assertThat(said).startsWith(begin));
        assertThat(result.stderr().lines().findFirst().orElseThrow()).contains(refusal.words());
        assertThat(result.stdout()).isEmpty();
        assertThat(files()).isEqualTo(before);
    }

    /** All files of the working folder and of the home, with a hash of what is in them. */
    private static Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        for (Path root : List.of(cadenza.work(), cadenza.home())) {
            try (Stream<Path> walk = Files.walk(root)) {
                walk.forEach(path -> files.put(path, Files.isDirectory(path) ? "folder" : ModelFile.sha256(path)));
            }
        }
        return files;
    }
}
