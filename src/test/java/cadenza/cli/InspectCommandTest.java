package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cadenza.api.Settings;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.host.StudioFolders;
import cadenza.host.music.MidiWriter;
import cadenza.host.storage.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectCommandTest {
    private static final String RECIPE = "@Icadenza-recipe {\"sampling\":1,\"generator\":\"music-gru\","
            + "\"generatorVersion\":\"0.1.0\",\"model\":\"chorales\",\"modelHash\":\"00\",\"seed\":7,"
            + "\"sampler\":{\"temperature\":1.0,\"topK\":0,\"topP\":1.0,\"minP\":0.0},\"compose\":{\"bars\":8}}";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static Score waltz() {
        return new Score(
                "waltz.mid",
                List.of(new TempoChange(0, 96), new TempoChange(1920, 88.5)),
                List.of(new MeterChange(0, new Meter(1, 4)), new MeterChange(480, new Meter(3, 4))),
                Optional.of(new KeySignature(1, false)),
                List.of(
                        new Track(
                                "Flöte",
                                0,
                                73,
                                List.of(
                                        new Note(0, 480, 74, 90),
                                        new Note(480, 960, 79, 100),
                                        new Note(1440, 480, 78, 80),
                                        new Note(1920, 1440, 79, 64))),
                        new Track(
                                "",
                                3,
                                0,
                                List.of(
                                        new Note(480, 480, 43, 70),
                                        new Note(960, 960, 59, 70),
                                        new Note(960, 960, 62, 70),
                                        new Note(1920, 1440, 55, 70))),
                        new Track(
                                "Kit",
                                9,
                                0,
                                List.of(
                                        new Note(480, 60, 36, 110),
                                        new Note(960, 60, 42, 60),
                                        new Note(1440, 60, 42, 60),
                                        new Note(1920, 60, 36, 110)))),
                3360);
    }

    /** Fifths of soprano and bass, then the tenor above the alto, then octaves of tenor and bass, which ends too low. */
    private static Score chorale() {
        return new Score(
                "chorale.mid",
                List.of(new TempoChange(0, 90)),
                List.of(new MeterChange(0, new Meter(2, 4))),
                Optional.empty(),
                List.of(
                        line("Soprano", 0, 67, 69, 71, 72),
                        line("Alto", 1, 64, 64, 62, 64),
                        line("Tenor", 2, 60, 60, 67, 60),
                        line("Bass", 3, 48, 50, 43, 36)),
                1920);
    }

    private static Track line(String name, int channel, int... pitches) {
        return new Track(
                name,
                channel,
                52,
                IntStream.range(0, pitches.length)
                        .mapToObj(i -> new Note(480L * i, 480, pitches[i], 80))
                        .toList());
    }

    @BeforeEach
    void writeFiles() throws IOException {
        byte[] waltz = new MidiWriter().write(waltz(), Optional.of(RECIPE));
        Files.write(folder.resolve("waltz.mid"), waltz);
        Files.write(folder.resolve("truncated.mid"), Arrays.copyOf(waltz, waltz.length / 2));
        Files.write(folder.resolve("empty.mid"), new byte[0]);
        Files.writeString(folder.resolve("junk.mid"), "This is no music.");
        byte[] several = waltz.clone();
        several[9] = 2;
        Files.write(folder.resolve("several.mid"), several);
        Files.write(folder.resolve("chorale.mid"), new MidiWriter().write(chorale(), Optional.empty()));
        write("silence.mid", "4D546864 00000006 0000 0001 01E0 4D54726B 00000004 00FF2F00");
        // A pedal, two bends, a lyric, a note without an end, and a name that would clear the screen.
        write(
                "unruly.mid",
                "4D546864 00000006 0000 0001 0060 4D54726B 00000030 00FF03061B5B324A4849 00B0407F 00E00040"
                        + "00E00042 00FF05026C61 00903C40 60804000 00903E40 60803E00 00FF2F00");
    }

    private void write(String name, String hexadecimal) throws IOException {
        Files.write(folder.resolve(name), HexFormat.of().parseHex(hexadecimal.replace(" ", "")));
    }

    private int run(boolean ascii, String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false,
                false,
                ascii);
        String[] all = Stream.concat(Stream.of("inspect"), Stream.of(arguments))
                .map(word -> word.contains(".") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        int code = Main.run(terminal, new StudioFolders(folder, Optional.empty()), all);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replace(folder.toString(), "FOLDER");
    }

    private static String expected(String name) throws IOException {
        try (InputStream in = InspectCommandTest.class.getResourceAsStream("inspect/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFileIsShownInWordsAndAsAPianoRoll() throws IOException {
        assertThat(run(false, "waltz.mid")).isZero();

        assertThat(out()).isEqualTo(expected("waltz.txt"));
        assertThat(err()).isEmpty();
    }

    @Test
    void whatIsLeftOutAndMendedIsNamed() throws IOException {
        assertThat(run(true, "unruly.mid")).isZero();

        assertThat(out()).isEqualTo(expected("unruly.txt"));
    }

    @Test
    void voicesHaveAReportOfTheirVoiceLeading() throws IOException {
        assertThat(run(false, "chorale.mid")).isZero();

        assertThat(out()).isEqualTo(expected("chorale.txt"));
    }

    @Test
    void jsonHasEachFaultOfTheVoiceLeading() throws IOException {
        assertThat(run(false, "chorale.mid", "waltz.mid", "--json")).isZero();

        List<String> lines = out().lines().toList();
        Settings chorale = Json.read(lines.get(0)).settings("voiceLeading");
        assertThat(chorale.value("voices")).isEqualTo(List.of(1L, 2L, 3L, 4L));
        assertThat(chorale.value("parallelsPerBar")).isEqualTo(1.0);
        assertThat(chorale.value("crossingShare")).isEqualTo(0.25);
        assertThat(((List<?>) chorale.value("faults")).get(0))
                .isEqualTo(Settings.empty()
                        .with("upper", 1)
                        .with("lower", 4)
                        .with("rule", "parallel_fifth")
                        .with("bar", 1)
                        .with("tick", 480));
        assertThat(((List<?>) chorale.value("pairs")).get(2))
                .isEqualTo(Settings.empty()
                        .with("upper", 1)
                        .with("lower", 4)
                        .with("parallelFifths", 1)
                        .with("parallelOctaves", 0));
        assertThat(Json.read(lines.get(1)).settings("voiceLeading"))
                .isEqualTo(Settings.empty().with("voices", List.of(1)).with("overlappingTracks", List.of(2)));
    }

    @Test
    void anAsciiTerminalSeesAscii() {
        run(true, "waltz.mid");

        assertThat(out()).isASCII().contains("Fl?te");
    }

    @Test
    void jsonIsAnObjectALine() throws IOException {
        assertThat(run(false, "waltz.mid", "unruly.mid", "--json")).isZero();

        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(2);
        Settings waltz = Json.read(lines.get(0));
        assertThat(waltz.text("file")).isEqualTo("waltz.mid");
        assertThat(waltz.number("bars")).isEqualTo(3);
        assertThat(waltz.number("pickupTicks")).isEqualTo(480);
        assertThat(waltz.text("key")).isEqualTo("G major");
        assertThat(waltz.settings("recipe").text("model")).isEqualTo("chorales");
        assertThat(waltz.settings("leftOut").names()).isEmpty();
        assertThat(((Settings) ((List<?>) waltz.value("tracks")).get(2)).settings("strokes"))
                .isEqualTo(Settings.empty().with("Bass Drum 1", 2).with("Closed Hi-Hat", 2));
        assertThat(Json.read(lines.get(1)).settings("leftOut"))
                .isEqualTo(Settings.empty()
                        .with("sustain_pedal", 1)
                        .with("pitch_bend", 2)
                        .with("lyric", 1));
    }

    @Test
    void picturesAreDrawn() throws IOException {
        int code = run(false, "waltz.mid", "--png", "roll.png", "--svg", "roll.svg");
        assumeThat(err()).as("fonts to draw with").doesNotContain("finds no fonts");
        assertThat(code).isZero();

        assertThat(Files.readAllBytes(folder.resolve("roll.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(folder.resolve("roll.svg")).content().startsWith("<svg ").endsWith("</svg>\n");
        assertThat(err()).isEqualTo("cadenza: drew FOLDER/roll.svg\ncadenza: drew FOLDER/roll.png\n");
    }

    @Test
    void whatIsQuantisedIsCounted() {
        assertThat(run(false, "waltz.mid", "--quantise", "1/4", "--json")).isZero();

        assertThat(err())
                .isEqualTo("cadenza: quantised to 1/4: moved 4 of 12 notes, at most 0 of 480 ticks a quarter\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere.mid | 'FOLDER/nowhere.mid' does not exist; give a .mid file",
                "empty.mid | 'FOLDER/empty.mid' is not a standard MIDI file: it is empty; give a .mid file",
                "junk.mid | 'FOLDER/junk.mid' is not a standard MIDI file: it does not begin with MThd; give a .mid file",
                "truncated.mid | 'FOLDER/truncated.mid' is a damaged MIDI file: track 1 is cut off; export it again",
                "several.mid | 'FOLDER/several.mid' is a MIDI file of type 2, which holds several pieces; give one of type"
                        + " 0 or 1",
                "silence.mid | 'FOLDER/silence.mid' has no notes; give a MIDI file with at least one",
                "waltz.mid waltz.mid --svg roll.svg | --svg draws one file, and 2 are given; give one, or leave the"
                        + " picture out",
                "waltz.mid --png no/roll.png | 'FOLDER/no/roll.png' cannot be written: the folder 'no' does not exist;"
                        + " make it first",
                "waltz.mid --columns 20 | --columns 20 is not in 40..10000",
                "waltz.mid --quantise 1/7 | --quantise '1/7' is no grid; give one of 1/4, 1/8, 1/8t, 1/16, 1/16t, 1/32,"
                        + " 1/32t, or none"
            })
    void whatCannotBeShownIsOneLine(String arguments, String fault) {
        assertThat(run(false, arguments.split(" "))).isEqualTo(2);

        assertThat(err()).isEqualTo("cadenza: " + fault + "\n");
        assertThat(out()).isEmpty();
        assertThat(folder.resolve("roll.svg")).doesNotExist();
    }

    @Test
    void aRecipeThatCannotBeFollowedIsShownAsThat() throws IOException {
        Files.write(
                folder.resolve("later.mid"),
                new MidiWriter().write(waltz(), Optional.of(RECIPE.replace("\"sampling\":1", "\"sampling\":99"))));

        assertThat(run(false, "later.mid")).isZero();
        assertThat(out()).contains("recipe     the recipe in 'the file' cannot be followed: it was sampled the way 99");
    }
}
