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
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say what a clip must hold, and what it continues. */
final class ControlOptions implements OptionGroup {
    private final CommandOption<Double> tempo =
            CommandOption.number("--tempo", "BPM", "Quarters a minute (default: the model's own).");
    private final CommandOption<String> meter = CommandOption.text("--meter", "M", "One that the model knows: 3/4.");
    private final CommandOption<String> key =
            CommandOption.text("--key", "KEY", "No note outside: C, F#, Bb, Dm, 'Eb minor' (natural).");
    private final CommandOption<String> scale =
            CommandOption.text("--scale", "SCALE", "No note outside: 'D harmonic minor', 'G dorian'.");
    private final CommandOption<String> range =
            CommandOption.text("--range", "LOW-HIGH", "No note outside: C3-C6 (C4 is middle C, 60).");
    private final CommandOption<String> chords = CommandOption.text(
            "--chords",
            "CHORDS",
            "One bar each, again and again: 'Dm7 G7 | C'. Notes on a beat are notes of the chord.");
    private final CommandOption<Double> maxRest =
            CommandOption.number("--max-rest", "N", "At most N quarters of silence in all voices.");
    private final CommandOption<Double> density = CommandOption.number(
            "--density", "X", "-3 (fewer, longer notes) to 3 (more, shorter ones); 0 as the model says.");
    private final CommandOption<String> program = CommandOption.text(
            "--program",
            "P[,P...]",
            "Instruments of the tracks: General MIDI names or 0-127; the last for all that follow.");
    private final CommandOption<String> form = CommandOption.text(
            "--form", "FORM", "Repeat sections of equally many bars: AABA, AA'BA (models of voices).");
    private final CommandOption<Boolean> cadence = CommandOption.choice(
            "--cadence", "Close on the tonic's chord, or not (models of voices; default: as the card says).");
    private final CommandOption<Integer> noLoop =
            CommandOption.whole("--no-loop", "N", "No bar is the same as one of the N before it; 0 for any.");
    private final CommandOption<Integer> noLoopNotes = CommandOption.whole(
            "--no-loop-notes", "N", "No N pitches in a row come again among the last 64 of a channel; 0 for any.");
    private final CommandOption<String> voiceLeading = CommandOption.text(
            "--voice-leading",
            "KIND",
            "strict: no parallel fifths or octaves, no leaps over an octave; free: as the model goes"
                    + " (models of voices; default: as the card says).");
    private final CommandOption<Path> prime = CommandOption.path(
            "--prime", "FILE", "Continue this MIDI clip by --bars new ones, in its own tempo, meter and instruments.");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(
                tempo,
                meter,
                key,
                scale,
                range,
                chords,
                maxRest,
                density,
                program,
                form,
                cadence,
                noLoop,
                noLoopNotes,
                voiceLeading,
                prime);
    }

    /** Under a headline of their own. */
    @Override
    public void addTo(CommandSpec command) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().validate(false).heading("%nWhat the clip must hold:%n");
        options().forEach(option -> group.addArg(option.spec()));
        command.addArgGroup(group.build());
    }

    /** @throws UserException if a value is none */
    Controls controls(Structure recommended) {
        return controls()
                .with(new Structure(
                        form.given().map(Form::parse).or(recommended::form),
                        cadence.or(recommended.cadence()),
                        voiceLeading.given().map(ControlOptions::strict).orElse(recommended.strictVoices()),
                        noLoop.or(0),
                        noLoopNotes.or(0)));
    }

    /** Whether voice leading is to be strict. @throws UserException if it is no kind of it */
    static boolean strict(String voiceLeading) {
        if (!voiceLeading.equals("strict") && !voiceLeading.equals("free")) {
            throw new UserException("--voice-leading '" + voiceLeading + "' is not strict or free");
        }
        return voiceLeading.equals("strict");
    }

    private Controls controls() {
        if (key.given().isPresent() && scale.given().isPresent()) {
            throw new UserException("--key and --scale both say which notes are allowed; give one of them");
        }
        return new Controls(
                number(tempo),
                meter.given().map(Controls::meter),
                key.given().map(Scale::key).or(() -> scale.given().map(Scale::parse)),
                range.given().map(PitchRange::parse),
                program.given().map(Controls::programs).orElse(List.of()),
                chords.given().map(ChordProgression::parse),
                number(maxRest),
                density.or(0.0),
                Structure.NONE);
    }

    private static OptionalDouble number(CommandOption<Double> option) {
        return option.given().map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** @throws UserException if the file cannot be read */
    Optional<Prime> prime() {
        return prime.given().map(file -> new Prime(new MidiReader().read(file)));
    }
}
