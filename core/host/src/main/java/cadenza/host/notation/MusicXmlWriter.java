package cadenza.host.notation;

import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.host.notation.Notation.Bar;
import cadenza.host.notation.Notation.Head;
import cadenza.host.notation.Notation.Part;
import cadenza.host.notation.Notation.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Writes MusicXML 4.0 (W3C Music Notation Community Group, 2021), as {@code score-partwise}. Velocities are the
 * {@code dynamics} of notes, in percent of 90. The same notation gives the same bytes.
 *
 * <p>Written element by element: the one library for it that is kept up, ProxyMusic, is under the LGPL and binds the whole
 * format to classes by JAXB, several megabytes of it.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class MusicXmlWriter {
    private static final String DOCUMENT_TYPE = "<!DOCTYPE score-partwise PUBLIC \"-//Recordare//DTD MusicXML 4.0"
            + " Partwise//EN\" \"http://www.musicxml.org/dtds/partwise.dtd\">";
    private static final double FORTE = 90;

    /** The bytes of a file, in UTF-8. */
    public byte[] write(Notation notation) {
        XmlPage page = new XmlPage(DOCUMENT_TYPE);
        page.open("score-partwise", "version", "4.0");
        page.open("work").text("work-title", notation.title()).close();
        page.open("identification")
                .open("encoding")
                .text("software", "Cadenza")
                .close()
                .close();
        page.open("part-list");
        for (int i = 0; i < notation.parts().size(); i++) {
            listed(page, notation.parts().get(i), id(i));
        }
        page.close();
        for (int i = 0; i < notation.parts().size(); i++) {
            page.open("part", "id", id(i));
            for (int bar = 0; bar < notation.bars().size(); bar++) {
                measure(page, notation, i, bar);
            }
            page.close();
        }
        return page.close().finish();
    }

    private static String id(int part) {
        return "P" + (part + 1);
    }

    private static String instrument(String part, int key) {
        return part + "-I" + (key + 1);
    }

    private static void listed(XmlPage page, Part part, String id) {
        page.open("score-part", "id", id).text("part-name", part.name());
        TreeSet<Integer> keys = new TreeSet<>();
        if (part.percussion()) {
            part.voices()
                    .forEach(voice -> voice.forEach(
                            bar -> bar.forEach(symbol -> symbol.heads().forEach(head -> keys.add(head.pitch())))));
        } else {
            keys.add(0);
        }
        for (int key : keys) {
            page.open("score-instrument", "id", instrument(id, key))
                    .text("instrument-name", part.percussion() ? "Percussion " + key : part.name())
                    .close();
        }
        for (int key : keys) {
            page.open("midi-instrument", "id", instrument(id, key))
                    .text("midi-channel", part.channel() + 1)
                    .text("midi-program", part.program() + 1);
            if (part.percussion()) {
                page.text("midi-unpitched", key + 1); // counted from 1
            }
            page.close();
        }
        page.close();
    }

    private static void measure(XmlPage page, Notation notation, int partIndex, int barIndex) {
        Part part = notation.parts().get(partIndex);
        Bar bar = notation.bars().get(barIndex);
        if (bar.number() == 0) {
            page.open("measure", "number", 0, "implicit", "yes");
        } else {
            page.open("measure", "number", bar.number());
        }
        attributes(page, notation, part, bar, barIndex == 0);
        if (partIndex == 0) {
            notation.tempos().forEach(tempo -> tempo(page, notation, bar, tempo));
        }
        long written = bar.start();
        for (int voice = 0; voice < part.voices().size(); voice++) {
            List<Symbol> symbols = part.voices().get(voice).get(barIndex);
            if (!symbols.isEmpty()) {
                if (written > bar.start()) {
                    move(page, notation, "backup", written - bar.start());
                }
                written = voice(page, notation, partIndex, bar, symbols, voice + 1);
            }
        }
        if (barIndex == notation.bars().size() - 1) {
            page.open("barline", "location", "right")
                    .text("bar-style", "light-heavy")
                    .close();
        }
        page.close();
    }

    private static void attributes(XmlPage page, Notation notation, Part part, Bar bar, boolean first) {
        if (!first && !bar.meterChanges()) {
            return;
        }
        page.open("attributes");
        if (first) {
            page.text("divisions", Score.TICKS_PER_QUARTER / notation.grid());
            page.open("key")
                    .text("fifths", part.percussion() ? 0 : notation.key().fifths());
            if (!part.percussion()) {
                page.text("mode", notation.key().minor() ? "minor" : "major");
            }
            page.close();
        }
        page.open("time")
                .text("beats", bar.meter().beats())
                .text("beat-type", bar.meter().unit())
                .close();
        if (first) {
            page.open("clef");
            switch (part.clef()) {
                case TREBLE -> page.text("sign", "G").text("line", 2);
                case BASS -> page.text("sign", "F").text("line", 4);
                case PERCUSSION -> page.text("sign", "percussion");
            }
            page.close();
        }
        page.close();
    }

    private static void tempo(XmlPage page, Notation notation, Bar bar, TempoChange tempo) {
        if (tempo.tick() < bar.start() || tempo.tick() >= bar.end()) {
            return;
        }
        String beats =
                BigDecimal.valueOf(tempo.beatsPerMinute()).stripTrailingZeros().toPlainString();
        page.open("direction", "placement", "above")
                .open("direction-type")
                .open("metronome")
                .text("beat-unit", "quarter")
                .text("per-minute", beats)
                .close()
                .close();
        long offset = (GridNotes.nearest(tempo.tick(), notation.grid()) - bar.start()) / notation.grid();
        if (offset > 0) {
            page.text("offset", offset, "sound", "yes");
        }
        page.empty("sound", "tempo", beats).close();
    }

    private static void move(XmlPage page, Notation notation, String direction, long ticks) {
        page.open(direction).text("duration", ticks / notation.grid()).close();
    }

    /** Writes a voice of a bar. @return where it ends */
    private static long voice(
            XmlPage page, Notation notation, int partIndex, Bar bar, List<Symbol> symbols, int number) {
        boolean silent = symbols.stream().allMatch(Symbol::rest);
        if (silent) {
            page.open("note")
                    .empty("rest", "measure", "yes")
                    .text("duration", bar.length() / notation.grid())
                    .text("voice", number)
                    .close();
            return bar.end();
        }
        for (Symbol symbol : symbols) {
            if (symbol.rest() && number > 1) {
                move(page, notation, "forward", symbol.value().ticks());
            } else if (symbol.rest()) {
                page.open("note").empty("rest");
                length(page, notation, symbol, number);
                page.close();
            }
            for (int i = 0; i < symbol.heads().size(); i++) {
                note(page, notation, partIndex, symbol, i, number);
            }
        }
        return bar.end();
    }

    private static void note(XmlPage page, Notation notation, int partIndex, Symbol symbol, int index, int voice) {
        Part part = notation.parts().get(partIndex);
        Head head = symbol.heads().get(index);
        page.open("note", "dynamics", String.format(Locale.ROOT, "%.2f", 100 * head.velocity() / FORTE));
        if (index > 0) {
            page.empty("chord");
        }
        if (part.percussion()) {
            DrumHead drum = DrumHead.of(head.pitch());
            page.open("unpitched")
                    .text("display-step", drum.step())
                    .text("display-octave", drum.octave())
                    .close();
        } else {
            Spelling spelling = Spelling.of(head.pitch(), notation.key());
            page.open("pitch").text("step", spelling.step());
            if (spelling.alter() != 0) {
                page.text("alter", spelling.alter());
            }
            page.text("octave", spelling.octave()).close();
        }
        page.text("duration", symbol.value().ticks() / notation.grid());
        ties(page, head, "tie");
        if (part.percussion()) {
            page.empty("instrument", "id", instrument(id(partIndex), head.pitch()));
        }
        written(page, symbol, voice);
        if (part.percussion() && DrumHead.of(head.pitch()).crossed()) {
            page.text("notehead", "x");
        }
        if (head.tiedBack() || head.tiedOn()) {
            page.open("notations");
            ties(page, head, "tied");
            page.close();
        }
        page.close();
    }

    private static void ties(XmlPage page, Head head, String element) {
        if (head.tiedBack()) {
            page.empty(element, "type", "stop");
        }
        if (head.tiedOn()) {
            page.empty(element, "type", "start");
        }
    }

    private static void length(XmlPage page, Notation notation, Symbol symbol, int voice) {
        page.text("duration", symbol.value().ticks() / notation.grid());
        written(page, symbol, voice);
    }

    private static void written(XmlPage page, Symbol symbol, int voice) {
        page.text("voice", voice).text("type", symbol.value().type());
        if (symbol.value().dotted()) {
            page.empty("dot");
        }
    }
}
