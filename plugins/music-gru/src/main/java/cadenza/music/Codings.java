package cadenza.music;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.music.chords.ChordsCoding;
import cadenza.music.coding.Coding;
import cadenza.music.coding.PieceCodec;
import cadenza.music.drums.DrumsCoding;
import cadenza.music.tracks.TracksCoding;
import cadenza.music.voices.VoicesCoding;
import java.util.List;

/** The codings of this plugin. */
final class Codings {
    /** In the order in which they are tried on a corpus: the one that tells a piece best comes first. */
    static final List<Coding> ALL =
            List.of(new VoicesCoding(), new DrumsCoding(), new ChordsCoding(), new TracksCoding());

    private Codings() {}

    /** The names, in that order. */
    static List<String> names() {
        return ALL.stream().map(Coding::name).toList();
    }

    /** A coding by its name. @throws UserException if there is none of this name */
    static Coding named(String name) {
        for (Coding coding : ALL) {
            if (coding.name().equals(name)) {
                return coding;
            }
        }
        throw new UserException("the coding '" + name + "' is not known; known are " + String.join(", ", names()));
    }

    /** The codec of a model file. @throws UserException if vocabulary and settings do not fit together */
    static PieceCodec open(Vocabulary vocabulary, Settings settings) {
        return named(settings.text("coding")).open(vocabulary, settings);
    }
}
