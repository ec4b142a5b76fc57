package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.OpenedModel;
import cadenza.host.control.Controls;
import cadenza.host.control.PitchRange;
import cadenza.host.control.Scale;
import cadenza.host.control.Structure;
import cadenza.host.rewriting.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The options of all commands that redo a part of a piece. */
final class RewritingOptions implements OptionGroup {
    private static final String MODEL = "chorales-rewrite";

    private final CommandOption<String> model = CommandOption.text(
            "--model",
            "NAME|FILE",
            "One that predicts masked tokens, or any of music to fill bars (default: " + MODEL + ").");
    private final CommandOption<String> key =
            CommandOption.text("--key", "KEY", "No new note outside: C, F#, Bb, Dm, 'Eb minor' (natural).");
    private final CommandOption<String> scale =
            CommandOption.text("--scale", "SCALE", "No new note outside: 'D harmonic minor', 'G dorian'.");
    private final CommandOption<String> range =
            CommandOption.text("--range", "LOW-HIGH", "No new note outside: C3-C6 (C4 is middle C, 60).");
    private final CommandOption<Integer> passes = CommandOption.whole(
            "--passes",
            "N",
            "How often the network looks at the music and redoes some of it (default: " + Schedule.Annealed.PASSES
                    + "); fewer is faster and rougher.");
    private final CommandOption<String> voiceLeading = CommandOption.text(
            "--voice-leading",
            "KIND",
            "strict: no parallel fifths or octaves, no leaps over an octave, no crossing, where it can be helped; free:"
                    + " as the model goes (default: as the card says).");
    private final CommandOption<String> quantise = CommandOption.text(
            "--quantise", "GRID", "Show freely played music to the model as if it lay on its grid: 1/16.");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(model, key, scale, range, voiceLeading, passes, quantise);
    }

    String model() {
        return model.or(MODEL);
    }

    /** @throws UserException if they are given, and the model makes none */
    void checkPasses(OpenedModel opened) {
        if (passes.given().isPresent() && opened.model().masked().isEmpty()) {
            throw new UserException(
                    "--passes " + passes.given().get() + " is for models that predict masked tokens, and '"
                            + opened.name() + "' goes from left to right; leave it out");
        }
    }

    int passes() {
        return passes.or(Schedule.Annealed.PASSES);
    }

    Optional<String> quantise() {
        return quantise.given();
    }

    /** @throws UserException if a value is none, or two say the same */
    Controls controls(Structure recommended) {
        if (key.given().isPresent() && scale.given().isPresent()) {
            throw new UserException("--key and --scale both say which notes are allowed; give one of them");
        }
        return new Controls(
                OptionalDouble.empty(),
                Optional.empty(),
                key.given().map(Scale::key).or(() -> scale.given().map(Scale::parse)),
                range.given().map(PitchRange::parse),
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                0,
                Structure.ofVoices(
                        voiceLeading.given().map(ControlOptions::strict).orElse(recommended.strictVoices())));
    }
}
