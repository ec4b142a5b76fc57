package cadenza.distribution;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.music.MidiReader;
import java.nio.file.Path;
import java.util.StringJoiner;

/** What is in a MIDI file. */
final class Midi {
    private Midi() {}

    static Score score(Path file) {
        return new MidiReader().read(file);
    }

    /** The music of a file, for reading: a line for each tempo, meter, key and track, and each note. */
    static String dump(Path file) {
        Score score = score(file);
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        score.tempos().forEach(tempo -> lines.add("tempo " + tempo.beatsPerMinute() + " from " + tempo.tick()));
        score.meters().forEach(meter -> lines.add("meter " + meter.meter() + " from " + meter.tick()));
        lines.add("key " + score.key().map(KeySignature::toString).orElse("unknown"));
        for (Track track : score.tracks()) {
            lines.add("track '" + track.name() + "' channel " + track.channel() + " program " + track.program());
            for (Note note : track.notes()) {
                lines.add(
                        String.format("%6d %5d  %3d %3d", note.tick(), note.duration(), note.pitch(), note.velocity()));
            }
        }
        return lines.add("end " + score.end()).toString();
    }
}
