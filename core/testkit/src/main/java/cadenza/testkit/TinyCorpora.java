package cadenza.testkit;

import cadenza.api.Corpus;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Text;
import cadenza.api.document.Track;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Corpora that are learned in a moment. */
public final class TinyCorpora {
    private static final int SIXTEENTH = Score.TICKS_PER_QUARTER / 4;
    private static final Meter THREE_FOUR = new Meter(3, 4);

    private static final List<String> FOUR_BARS_OF_FOUR = List.of(
            "67 4 69 4 71 4 72 4 74 4 72 2 71 2 69 8 67 4 71 4 69 4 66 4 67 ",
            "62 4 64 2 66 2 67 4 67 4 67 4 69 4 66 8 64 4 67 4 64 4 62 4 62 ",
            "59 4 60 4 62 4 64 4 62 4 64 4 62 8 59 4 62 4 60 4 57 4 59 ",
            "43 4 48 4 47 4 45 4 47 4 45 4 50 8 52 4 47 4 48 4 50 4 43 ");

    private static final List<String> FOUR_BARS_OF_THREE = List.of(
            "72 4 74 4 76 4 77 6 76 2 74 4 76 4 74 4 71 4 72 ",
            "67 4 71 4 72 4 74 4 72 4 71 4 72 4 69 4 67 4 67 ",
            "64 4 67 4 67 4 69 8 67 4 67 4 65 4 62 4 64 ",
            "48 4 55 4 48 4 50 4 53 4 55 4 48 4 53 4 55 4 48 ");

    private TinyCorpora() {}

    /** The corpus of a medium. */
    public static Corpus of(Medium medium) {
        return medium == Medium.TEXT ? text() : music();
    }

    /** Sonnets of William Shakespeare (1609), over 3000 characters, and one more to validate on. */
    public static Corpus text() {
        String[] sonnets = sonnets().split("\n\n");
        List<Document> documents = new ArrayList<>();
        for (String sonnet : sonnets) {
            documents.add(new Text("sonnet " + (documents.size() + 1), sonnet.strip() + "\n"));
        }
        int last = documents.size() - 1;
        return new Corpus(documents.subList(0, last), documents.subList(last, documents.size()));
    }

    private static String sonnets() {
        try (InputStream in = TinyCorpora.class.getResourceAsStream("sonnets.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Short pieces of four voices in 4/4 and 3/4, some with an upbeat, and two more to validate on. */
    public static Corpus music() {
        Meter four = Meter.COMMON;
        return new Corpus(
                List.of(
                        piece("four", four, 0, 0, FOUR_BARS_OF_FOUR),
                        piece("three", THREE_FOUR, 0, 0, FOUR_BARS_OF_THREE),
                        piece("four with an upbeat", four, 4, 2, FOUR_BARS_OF_FOUR),
                        piece("three with an upbeat", THREE_FOUR, 4, -2, FOUR_BARS_OF_THREE),
                        withShortFirstBar(piece("four with a short first bar", four, 4, -3, FOUR_BARS_OF_FOUR)),
                        withShortFirstBar(piece("three with a short first bar", THREE_FOUR, 4, 1, FOUR_BARS_OF_THREE))),
                List.of(
                        piece("four to validate on", four, 0, -1, FOUR_BARS_OF_FOUR),
                        piece("three to validate on", THREE_FOUR, 4, 0, FOUR_BARS_OF_THREE)));
    }

    /** Nothing at all. */
    public static Corpus empty() {
        return new Corpus(List.of(), List.of());
    }

    /** One letter, or one pitch in four voices, over and over. */
    public static Corpus ofOneSymbol(Medium medium) {
        if (medium == Medium.TEXT) {
            return new Corpus(List.of(new Text("a", "a".repeat(3000))), List.of(new Text("a", "a".repeat(300))));
        }
        String line = "60 4 ".repeat(63) + "60 ";
        return new Corpus(List.of(piece("one pitch", Meter.COMMON, 0, 0, List.of(line, line, line, line))), List.of());
    }

    /** A text without a character, or two bars without a note. */
    public static Corpus ofNoSymbol(Medium medium) {
        if (medium == Medium.TEXT) {
            return new Corpus(List.of(new Text("nothing", "")), List.of());
        }
        Score silence = new Score(
                "silence",
                List.of(new TempoChange(0, 100)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(new Track("Voice", 0, 0, List.of())),
                2L * Meter.COMMON.ticksPerBar());
        return new Corpus(List.of(silence), List.of());
    }

    /** Symbols that no other of these corpora has: characters of the private use area, the lowest and highest pitch. */
    public static Corpus ofRareSymbols(Medium medium) {
        if (medium == Medium.TEXT) {
            return new Corpus(List.of(new Text("private use", "\uE000a\uE001\n")), List.of());
        }
        String line = "0 4 127 4 ".repeat(8).strip();
        return new Corpus(List.of(piece("far apart", Meter.COMMON, 0, 0, List.of(line))), List.of());
    }

    /**
     * A piece whose last notes fill the last bar.
     *
     * @param upbeat sixteenths before the first full bar; each voice begins with a note of that length
     * @param voices pairs of pitch and sixteenths, without the length of the last
     */
    private static Score piece(String title, Meter meter, int upbeat, int transposed, List<String> voices) {
        int bar = meter.ticksPerBar() / SIXTEENTH;
        List<Track> tracks = new ArrayList<>();
        long end = 0;
        for (int voice = 0; voice < voices.size(); voice++) {
            String[] numbers = voices.get(voice).strip().split(" ");
            List<Note> notes = new ArrayList<>();
            long now = upbeat == 0 ? 0 : bar - upbeat;
            if (upbeat > 0) {
                now = add(notes, now, upbeat, Integer.parseInt(numbers[0]) + transposed);
            }
            for (int i = 0; i < numbers.length; i += 2) {
                long length = i + 1 < numbers.length ? Long.parseLong(numbers[i + 1]) : bar - now % bar;
                now = add(notes, now, length, Integer.parseInt(numbers[i]) + transposed);
            }
            end = now * SIXTEENTH;
            tracks.add(new Track("Voice " + (voice + 1), voice, 0, notes));
        }
        return new Score(
                title,
                List.of(new TempoChange(0, 100)),
                List.of(new MeterChange(0, meter)),
                Optional.empty(),
                tracks,
                end);
    }

    private static long add(List<Note> notes, long now, long sixteenths, int pitch) {
        notes.add(new Note(now * SIXTEENTH, sixteenths * SIXTEENTH, pitch, 80));
        return now + sixteenths;
    }

    /** The same piece, its upbeat of a quarter written as a bar of 1/4. */
    private static Score withShortFirstBar(Score piece) {
        Meter meter = piece.meters().get(0).meter();
        long cut = meter.ticksPerBar() - Score.TICKS_PER_QUARTER;
        List<Track> tracks = piece.tracks().stream()
                .map(track -> new Track(
                        track.name(),
                        track.channel(),
                        track.program(),
                        track.notes().stream()
                                .map(note ->
                                        new Note(note.tick() - cut, note.duration(), note.pitch(), note.velocity()))
                                .toList()))
                .toList();
        return new Score(
                piece.title(),
                piece.tempos(),
                List.of(new MeterChange(0, new Meter(1, 4)), new MeterChange(Score.TICKS_PER_QUARTER, meter)),
                piece.key(),
                tracks,
                piece.end() - cut);
    }
}
