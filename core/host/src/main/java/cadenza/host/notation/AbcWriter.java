package cadenza.host.notation;

import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.host.music.KeyName;
import cadenza.host.notation.Notation.Bar;
import cadenza.host.notation.Notation.Head;
import cadenza.host.notation.Notation.Part;
import cadenza.host.notation.Notation.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes ABC notation 2.1 (abcnotation.com/wiki/abc:standard:v2.1) with abc2midi's directives for channel and program. A
 * voice of a part is a voice of its own. Velocities are not written. The same notation gives the same text.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class AbcWriter {
    private static final int BARS_PER_LINE = 4;

    /** The text of a file with one tune, lines ended by line feeds. */
    public String write(Notation notation) {
        StringBuilder abc = new StringBuilder("%abc-2.1\nX:1\n");
        abc.append("T:").append(oneLine(notation.title())).append('\n');
        abc.append("M:").append(notation.bars().get(0).meter()).append('\n');
        abc.append("L:1/").append(4 * Score.TICKS_PER_QUARTER / notation.grid()).append('\n');
        abc.append("Q:").append(tempo(notation.tempos().get(0))).append('\n');
        abc.append("K:")
                .append(KeyName.tonic(notation.key()))
                .append(notation.key().minor() ? "m" : "")
                .append('\n');
        int number = 0;
        for (Part part : notation.parts()) {
            for (List<List<Symbol>> voice : part.voices()) {
                number++;
                head(abc, part, number, voice == part.voices().get(0));
                voice(abc, notation, voice, number);
            }
        }
        return abc.toString();
    }

    /** @param named whether the part's name stands here, at the first of its voices */
    private static void head(StringBuilder abc, Part part, int number, boolean named) {
        abc.append("V:").append(number).append(" clef=").append(clef(part.clef()));
        if (named) {
            abc.append(" name=\"")
                    .append(oneLine(part.name()).replace('"', '\''))
                    .append('"');
        }
        abc.append('\n');
        abc.append("%%MIDI channel ").append(part.channel() + 1).append('\n');
        abc.append("%%MIDI program ").append(part.program()).append('\n');
    }

    private static void voice(StringBuilder abc, Notation notation, List<List<Symbol>> voice, int number) {
        for (int i = 0; i < notation.bars().size(); i++) {
            Bar bar = notation.bars().get(i);
            if (bar.meterChanges() && i > 0) {
                abc.append("[M:").append(bar.meter()).append("] ");
            }
            bar(abc, notation, bar, voice.get(i), number == 1);
            boolean last = i + 1 == notation.bars().size();
            abc.append(last ? " |]\n" : (i + 1) % BARS_PER_LINE == 0 ? " |\n" : " | ");
        }
    }

    private static String clef(Clef clef) {
        return switch (clef) {
            case TREBLE -> "treble";
            case BASS -> "bass";
            case PERCUSSION -> "perc";
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}%\\\\]", " ").strip();
    }

    /** Quarters a minute, whole: the standard allows no fractions. */
    private static String tempo(TempoChange tempo) {
        return "1/4=" + Math.round(tempo.beatsPerMinute());
    }

    private static void bar(StringBuilder abc, Notation notation, Bar bar, List<Symbol> symbols, boolean first) {
        if (symbols.isEmpty()) {
            abc.append('x').append(bar.length() / notation.grid());
            return;
        }
        Set<Character> altered = new HashSet<>();
        String gap = "";
        for (Symbol symbol : symbols) {
            abc.append(gap);
            if (first) {
                tempos(abc, notation, symbol);
            }
            symbol(abc, notation, symbol, altered);
            gap = " ";
        }
    }

    /** A tempo stands before the first symbol that does not begin before it. */
    private static void tempos(StringBuilder abc, Notation notation, Symbol symbol) {
        for (TempoChange tempo : notation.tempos()) {
            long tick = GridNotes.nearest(tempo.tick(), notation.grid());
            boolean here = tick > symbol.start() - symbol.value().ticks() && tick <= symbol.start();
            if (here && tempo.tick() > 0) {
                abc.append("[Q:").append(tempo(tempo)).append(']');
            }
        }
    }

    private static void symbol(StringBuilder abc, Notation notation, Symbol symbol, Set<Character> altered) {
        String length = String.valueOf(symbol.value().ticks() / notation.grid());
        if (symbol.rest()) {
            abc.append('z').append(length);
            return;
        }
        boolean chord = symbol.heads().size() > 1;
        abc.append(chord ? "[" : "");
        for (Head head : symbol.heads()) {
            abc.append(pitch(head.pitch(), notation, altered)).append(length).append(head.tiedOn() ? "-" : "");
        }
        abc.append(chord ? "]" : "");
    }

    /**
     * With an accidental wherever the signature or an earlier accidental of the bar would leave any doubt: readers differ
     * on whether one holds for other octaves.
     */
    private static String pitch(int pitch, Notation notation, Set<Character> altered) {
        Spelling spelling = Spelling.of(pitch, notation.key());
        StringBuilder abc = new StringBuilder();
        boolean otherThanSignature = spelling.alter() != spelling.alterOfSignature(notation.key());
        if (otherThanSignature || altered.contains(spelling.step())) {
            altered.add(spelling.step());
            abc.append(
                    switch (spelling.alter()) {
                        case -2 -> "__";
                        case -1 -> "_";
                        case 1 -> "^";
                        case 2 -> "^^";
                        default -> "=";
                    });
        }
        if (spelling.octave() >= 5) {
            return abc.append(Character.toLowerCase(spelling.step()))
                    .append("'".repeat(spelling.octave() - 5))
                    .toString();
        }
        return abc.append(spelling.step())
                .append(",".repeat(4 - spelling.octave()))
                .toString();
    }
}
