package cadenza.host.control;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.host.music.GeneralMidi;
import cadenza.host.sampling.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a clip must hold. Everything is held in every bar that is composed; a value that is empty asks for nothing.
 *
 * @param tempo quarters a minute, throughout
 * @param meter throughout
 * @param scale the notes that may begin
 * @param range the pitches that may begin
 * @param programs General MIDI programs, 0 to 127, of the tracks in order, percussion passed over; the last is that of
 *     all that follow
 * @param chords whose notes may begin on the beats
 * @param maxRest quarters of silence on all channels at most; {@code [0, 64]}
 * @param density nats by which notes are likelier; {@code [-3, 3]}, 0 as the model says
 * @param structure how it is built as a whole
 */
public record Controls(
        OptionalDouble tempo,
        Optional<Meter> meter,
        Optional<Scale> scale,
        Optional<PitchRange> range,
        List<Integer> programs,
        Optional<ChordProgression> chords,
        OptionalDouble maxRest,
        double density,
        Structure structure) {
    /** Nothing is asked for. */
    public static final Controls NONE = new Controls(
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            OptionalDouble.empty(),
            0,
            Structure.NONE);

    private static final double LONGEST_REST = 64;
    private static final double HIGHEST_DENSITY = 3;

    public Controls {
        programs = List.copyOf(programs);
        tempo.ifPresent(
                value -> within("--tempo", value, TempoChange.SLOWEST, TempoChange.FASTEST, " quarters a minute"));
        maxRest.ifPresent(value -> within("--max-rest", value, 0, LONGEST_REST, " beats"));
        within("--density", density, -HIGHEST_DENSITY, HIGHEST_DENSITY, " (0 is as the model says, more is denser)");
    }

    private static void within(String option, double value, double lowest, double highest, String unit) {
        if (!(value >= lowest && value <= highest)) {
            throw new UserException(option + " " + value + " is not in " + lowest + ".." + highest + unit);
        }
    }

    /** Nothing but a tempo. */
    public static Controls ofTempo(OptionalDouble tempo) {
        return new Controls(
                tempo, NONE.meter, NONE.scale, NONE.range, NONE.programs, NONE.chords, NONE.maxRest, 0, NONE.structure);
    }

    /** The same with another structure. */
    public Controls with(Structure other) {
        return new Controls(tempo, meter, scale, range, programs, chords, maxRest, density, other);
    }

    /** Reads a meter: {@code 3/4}. @throws UserException if it is none */
    public static Meter meter(String text) {
        try {
            return Meter.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new UserException("--meter '" + text + "' is no meter; give one such as 3/4 or 6/8", e);
        }
    }

    /** Reads programs with commas between them: {@code Violin,48}. @throws UserException if one is none */
    public static List<Integer> programs(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(name -> program(name.strip()))
                .toList();
    }

    private static int program(String text) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) < GeneralMidi.PROGRAMS) {
            return Integer.parseInt(text);
        }
        try {
            return GeneralMidi.program(text);
        } catch (UserException e) {
            throw new UserException("--program '" + text + "' is no number of 0..127, and " + e.getMessage(), e);
        }
    }

    /**
     * What holds it, token by token; empty where nothing but tempo and programs is asked for.
     *
     * @param firstBar how many full bars lie before the first that is composed
     * @param bars how many are composed
     * @throws UserException if the form cannot share the bars
     */
    public List<Constraint> constraints(int firstBar, int bars) {
        List<Constraint> constraints = new ArrayList<>();
        meter.ifPresent(value -> constraints.add(new MeterConstraint(value)));
        scale.ifPresent(value -> {
            constraints.add(new KeyCondition(value.signature()));
            constraints.add(new PitchConstraint(value.option(), value::has));
        });
        range.ifPresent(value -> constraints.add(new PitchConstraint("--range " + value, value::has)));
        chords.ifPresent(value -> constraints.add(new ChordConstraint(value, firstBar)));
        maxRest.ifPresent(value -> constraints.add(new RestConstraint(value)));
        if (density != 0) {
            constraints.add(new DensityPreference(density));
        }
        constraints.addAll(structure.constraints(scale.map(Scale::signature), firstBar, bars));
        return constraints;
    }

    /** What sets the whole score rather than its notes: tempo, key signature, programs. */
    public Score over(Score score) {
        Score timed = tempo.isPresent() ? score.withTempo(tempo.getAsDouble()) : score;
        Score keyed = scale.isPresent() ? timed.withKey(scale.get().signature()) : timed;
        if (programs.isEmpty()) {
            return keyed;
        }
        List<Track> tracks = new ArrayList<>();
        int next = 0;
        for (Track track : keyed.tracks()) {
            int program = track.percussion() ? track.program() : programs.get(Math.min(next++, programs.size() - 1));
            tracks.add(new Track(track.name(), track.channel(), program, track.notes()));
        }
        return new Score(keyed.title(), keyed.tempos(), keyed.meters(), keyed.key(), tracks, keyed.end());
    }

    /** Whether a note of this pitch may begin. @param firstChord whether on the first beat of the first chord */
    boolean mayBegin(int pitch, boolean firstChord) {
        return scale.map(value -> value.has(pitch)).orElse(true)
                && range.map(value -> value.has(pitch)).orElse(true)
                && (!firstChord
                        || chords.map(value -> value.chords().get(0).get(0).has(pitch))
                                .orElse(true));
    }

    /** Those that allow only some pitches, as the user would give them. */
    public List<String> pitchNames() {
        List<String> names = new ArrayList<>();
        scale.ifPresent(value -> names.add(value.option()));
        range.ifPresent(value -> names.add("--range " + value));
        chords.ifPresent(value -> names.add("--chords '" + value + "'"));
        return names;
    }

    /** A number without a fraction that is nothing. */
    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** Adds what is asked for to a recipe. */
    public Settings addTo(Settings recipe) {
        Settings settings = recipe;
        if (tempo.isPresent()) {
            settings = settings.with("tempo", tempo.getAsDouble());
        }
        if (meter.isPresent()) {
            settings = settings.with("meter", meter.get().toString());
        }
        if (scale.isPresent()) {
            settings = settings.with("scale", scale.get().toString());
        }
        if (range.isPresent()) {
            settings = settings.with("range", range.get().toString());
        }
        if (!programs.isEmpty()) {
            settings = settings.with("programs", programs);
        }
        if (chords.isPresent()) {
            settings = settings.with("chords", chords.get().toString());
        }
        if (maxRest.isPresent()) {
            settings = settings.with("maxRest", maxRest.getAsDouble());
        }
        settings = density == 0 ? settings : settings.with("density", density);
        return structure.addTo(settings);
    }

    /** Out of a recipe. */
    public static Controls of(Settings recipe) {
        return new Controls(
                number(recipe, "tempo"),
                text(recipe, "meter").map(Controls::meter),
                text(recipe, "scale").map(Scale::parse),
                text(recipe, "range").map(PitchRange::parse),
                recipe.has("programs")
                        ? recipe.numbers("programs").stream()
                                .map(program -> program(program.toString()))
                                .toList()
                        : List.of(),
                text(recipe, "chords").map(ChordProgression::parse),
                number(recipe, "maxRest"),
                number(recipe, "density").orElse(0),
                Structure.of(recipe));
    }

    private static OptionalDouble number(Settings recipe, String name) {
        return recipe.has(name)
                ? OptionalDouble.of(recipe.decimal(name, -Double.MAX_VALUE, Double.MAX_VALUE))
                : OptionalDouble.empty();
    }

    private static Optional<String> text(Settings recipe, String name) {
        return recipe.has(name) ? Optional.of(recipe.text(name)) : Optional.empty();
    }
}
