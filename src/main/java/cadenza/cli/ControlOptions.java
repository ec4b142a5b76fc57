package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.control.ChordProgression;
import cadenza.host.control.Controls;
import cadenza.host.control.Form;
import cadenza.host.control.PitchRange;
import cadenza.host.control.Prime;
import cadenza.host.control.Scale;
import cadenza.host.control.Structure;
import cadenza.host.music.MidiReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** The options that say what a clip must hold, and what it continues. */
final class ControlOptions {
    @Option(names = "--tempo", paramLabel = "BPM", description = "Quarters a minute (default: the model's own).")
    private Double tempo;

    @Option(names = "--meter", paramLabel = "M", description = "One that the model knows: 3/4.")
    private String meter;

    @Option(names = "--key", paramLabel = "KEY", description = "No note outside: C, F#, Bb, Dm, 'Eb minor' (natural).")
    private String key;

    @Option(names = "--scale", paramLabel = "SCALE", description = "No note outside: 'D harmonic minor', 'G dorian'.")
    private String scale;

    @Option(names = "--range", paramLabel = "LOW-HIGH", description = "No note outside: C3-C6 (C4 is middle C, 60).")
    private String range;

    @Option(
            names = "--chords",
            paramLabel = "CHORDS",
            description = "One bar each, again and again: 'Dm7 G7 | C'. Notes on a beat are notes of the chord.")
    private String chords;

    @Option(names = "--max-rest", paramLabel = "N", description = "At most N quarters of silence in all voices.")
    private Double maxRest;

    @Option(
            names = "--density",
            paramLabel = "X",
            description = "-3 (fewer, longer notes) to 3 (more, shorter ones); 0 as the model says.")
    private Double density;

    @Option(
            names = "--program",
            paramLabel = "P[,P...]",
            description = "Instruments of the tracks: General MIDI names or 0-127; the last for all that follow.")
    private String program;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description = "Repeat sections of equally many bars: AABA, AA'BA (models of voices).")
    private String form;

    @Option(
            names = "--cadence",
            negatable = true,
            description = "Close on the tonic's chord, or not (models of voices; default: as the card says).")
    private Boolean cadence;

    @Option(
            names = "--no-loop",
            paramLabel = "N",
            defaultValue = "0",
            description = "No bar is the same as one of the N before it; 0 for any.")
    private int noLoop;

    @Option(
            names = "--no-loop-notes",
            paramLabel = "N",
            defaultValue = "0",
            description = "No N pitches in a row come again among the last 64 of a channel; 0 for any.")
    private int noLoopNotes;

    @Option(
            names = "--voice-leading",
            paramLabel = "KIND",
            description = "strict: no parallel fifths or octaves, no leaps over an octave; free: as the model goes"
                    + " (models of voices; default: as the card says).")
    private String voiceLeading;

    @Option(
            names = "--prime",
            paramLabel = "FILE",
            description = "Continue this MIDI clip by --bars new ones, in its own tempo, meter and instruments.")
    private Path prime;

    /** @throws UserException if a value is none */
    Controls controls(Structure recommended) {
        return controls()
                .with(new Structure(
                        form == null ? recommended.form() : Optional.of(Form.parse(form)),
                        cadence == null ? recommended.cadence() : cadence,
                        voiceLeading == null ? recommended.strictVoices() : strict(voiceLeading),
                        noLoop,
                        noLoopNotes));
    }

    /** Whether voice leading is to be strict. @throws UserException if it is no kind of it */
    static boolean strict(String voiceLeading) {
        if (!voiceLeading.equals("strict") && !voiceLeading.equals("free")) {
            throw new UserException("--voice-leading '" + voiceLeading + "' is not strict or free");
        }
        return voiceLeading.equals("strict");
    }

    private Controls controls() {
        if (key != null && scale != null) {
            throw new UserException("--key and --scale both say which notes are allowed; give one of them");
        }
        return new Controls(
                number(tempo),
                Optional.ofNullable(meter).map(Controls::meter),
                key != null
                        ? Optional.of(Scale.key(key))
                        : Optional.ofNullable(scale).map(Scale::parse),
                Optional.ofNullable(range).map(PitchRange::parse),
                program == null ? List.of() : Controls.programs(program),
                Optional.ofNullable(chords).map(ChordProgression::parse),
                number(maxRest),
                density == null ? 0 : density,
                Structure.NONE);
    }

    private static OptionalDouble number(Double given) {
        return given == null ? OptionalDouble.empty() : OptionalDouble.of(given);
    }

    /** @throws UserException if the file cannot be read */
    Optional<Prime> prime() {
        return Optional.ofNullable(prime).map(file -> new Prime(new MidiReader().read(file)));
    }
}
