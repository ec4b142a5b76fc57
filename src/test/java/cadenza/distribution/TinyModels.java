package cadenza.distribution;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.host.music.MidiWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two models that have learned little, trained by {@code cadenza train} once for all tests, and the corpora they
 * were trained on. No test may depend on what they say: training need not give the same weights on every machine.
 */
final class TinyModels {
    /** Options that make a training a matter of a second. */
    static final String QUICKLY = " --hidden 16 --epochs 1 --batch 4 --steps 16";

    /** What is enough for a prime to make a difference to what follows. */
    private static final String A_LITTLE =
            " --hidden 16 --epochs 8 --batch 4 --steps 16 --learning-rate 0.02 --dropout 0";

    /** The model of text; it knows the letters of {@link #WORDS}, space, line feed and {@link #CLEF}. */
    static final String VERSE = "verse";

    /** The model of music, in four voices. */
    static final String QUARTET = "quartet";

    /** A character of two UTF-16 units and four bytes. */
    static final String CLEF = "𝄞";

    private static final List<String> WORDS =
            List.of("the", "sun", "walks", "over", "quiet", "water", "while", "old", "birds", "sing", "to", "stone");
    private static final int LINES = 60;
    private static final int PIECES = 12;
    private static final int BARS = 4;
    private static final int[] OPEN_PITCHES = {72, 67, 64, 48};
    private static final int[] STEPS = {0, 2, 4, 5, 7};
    private static final List<String> VOICES = List.of("Soprano", "Alto", "Tenor", "Bass");

    private static Path trained;

    private TinyModels() {}

    /** Puts both models among a user's own. */
    static void into(CadenzaProcess cadenza) throws IOException {
        Files.createDirectories(cadenza.models());
        for (String name : List.of(VERSE, QUARTET)) {
            Files.copy(file(name), cadenza.models().resolve(name + ".cadenza"));
        }
    }

    /** The file of a model. */
    static synchronized Path file(String name) {
        if (trained == null) {
            trained = train();
        }
        return trained.resolve(name + ".cadenza");
    }

    private static Path train() {
        try {
            Path target = CadenzaProcess.builtDistribution().getParent();
            CadenzaProcess cadenza = CadenzaProcess.in(Files.createTempDirectory(target, "tiny-models-"));
            writeText(cadenza.file("verse.txt"));
            writePieces(cadenza.file("pieces"));
            cadenza.run("train verse.txt --generator text-lstm --name " + VERSE + A_LITTLE)
                    .done();
            cadenza.run("train pieces --generator music-gru --name " + QUARTET + QUICKLY)
                    .done();
            return cadenza.models();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while training", e);
        }
    }

    /** A small text. */
    static void writeText(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            for (int word = 0; word < 6; word++) {
                text.append(WORDS.get((line * 7 + word * (line % 5 + 1)) % WORDS.size()))
                        .append(' ');
            }
            text.append(CLEF).append('\n');
        }
        Files.writeString(file, text);
    }

    /** A folder of small pieces in four voices, in MIDI. */
    static void writePieces(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int piece = 0; piece < PIECES; piece++) {
            Files.write(
                    folder.resolve(String.format("piece-%02d.mid", piece)),
                    new MidiWriter().write(piece(piece), Optional.empty()));
        }
    }

    /** A piece without any note. */
    static Score silence() {
        return score("silence", List.of());
    }

    private static Score piece(int number) {
        List<Track> tracks = new ArrayList<>();
        for (int voice = 0; voice < VOICES.size(); voice++) {
            List<Note> notes = new ArrayList<>();
            for (int beat = 0; beat < BARS * 4; beat++) {
                int pitch = OPEN_PITCHES[voice] + STEPS[beat * (number + 1) % STEPS.length];
                notes.add(new Note((long) beat * Score.TICKS_PER_QUARTER, Score.TICKS_PER_QUARTER, pitch, 80));
            }
            tracks.add(new Track(VOICES.get(voice), voice, 52, notes));
        }
        return score("piece " + number, tracks);
    }

    private static Score score(String title, List<Track> tracks) {
        return new Score(
                title,
                List.of(new TempoChange(0, 96)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                tracks,
                (long) BARS * Meter.COMMON.ticksPerBar());
    }
}
