package cadenza.host.control;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import cadenza.host.sampling.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a clip is built as a whole. These are soft: where one of them cannot be held beside what must be held, it gives
 * way for that moment.
 *
 * @param form which sections repeat which
 * @param cadence whether it closes on the tonic
 * @param strictVoices whether lines neither leap nor move in parallel
 * @param noLoop how many bars back none is the same; 0 to {@link #LONGEST_LOOP}, 0 for any
 * @param noLoopNotes of how many notes in a row no sequence comes again soon; 2 to {@link #LONGEST_LOOP}, 0 for any
 */
public record Structure(Optional<Form> form, boolean cadence, boolean strictVoices, int noLoop, int noLoopNotes) {
    /** As the model goes. */
    public static final Structure NONE = new Structure(Optional.empty(), false, false, 0, 0);

    /** Nothing but whether lines neither leap nor move in parallel. */
    public static Structure ofVoices(boolean strict) {
        return new Structure(Optional.empty(), false, strict, 0, 0);
    }

    /** The most bars that {@link #noLoop} looks back, and the longest sequence of notes. */
    public static final int LONGEST_LOOP = 64;

    public Structure {
        if (noLoop < 0 || noLoop > LONGEST_LOOP) {
            throw new UserException("--no-loop " + noLoop + " is not in 0.." + LONGEST_LOOP + " bars");
        }
        if (noLoopNotes != 0 && (noLoopNotes < 2 || noLoopNotes > LONGEST_LOOP)) {
            throw new UserException("--no-loop-notes " + noLoopNotes + " is not 0 or in 2.." + LONGEST_LOOP + " notes");
        }
        if (noLoop + noLoopNotes > 0 && form.isPresent()) {
            throw new UserException((noLoop > 0 ? "--no-loop " + noLoop : "--no-loop-notes " + noLoopNotes)
                    + " forbids what --form " + form.get() + " repeats; give one of them");
        }
    }

    /**
     * What holds it, token by token.
     *
     * @param key that was asked for
     * @param firstBar how many full bars lie before the first that is composed
     * @param bars how many are composed
     * @throws cadenza.api.UserException if the form cannot share the bars
     */
    List<Constraint> constraints(Optional<KeySignature> key, int firstBar, int bars) {
        List<Constraint> constraints = new ArrayList<>();
        if (cadence) {
            constraints.add(new Cadence(OptionalInt.of(firstBar + bars), key));
        }
        form.ifPresent(value -> {
            value.check(bars);
            constraints.add(new Repetition(value, firstBar, bars));
        });
        constraints.addAll(constraintsAnywhere());
        return constraints;
    }

    /** What holds it in a piece as long as the model makes it, which has no form. */
    public List<Constraint> constraintsOfWholePiece() {
        List<Constraint> constraints = new ArrayList<>();
        if (cadence) {
            constraints.add(new Cadence(OptionalInt.empty(), Optional.empty()));
        }
        constraints.addAll(constraintsAnywhere());
        return constraints;
    }

    /** Those that need not know how long the piece becomes. */
    private List<Constraint> constraintsAnywhere() {
        List<Constraint> constraints = new ArrayList<>();
        if (noLoop > 0) {
            constraints.add(new NoLoop(noLoop));
        }
        if (noLoopNotes > 0) {
            constraints.add(new NoNoteLoop(noLoopNotes));
        }
        if (strictVoices) {
            constraints.add(new VoiceLeading());
        }
        return constraints;
    }

    /** Adds what is asked for to a recipe or a card. */
    public Settings addTo(Settings recipe) {
        Settings settings = form.isPresent() ? recipe.with("form", form.get().toString()) : recipe;
        settings = cadence ? settings.with("cadence", true) : settings;
        settings = strictVoices ? settings.with("voiceLeading", "strict") : settings;
        settings = noLoop > 0 ? settings.with("noLoop", noLoop) : settings;
        return noLoopNotes > 0 ? settings.with("noLoopNotes", noLoopNotes) : settings;
    }

    private static boolean strict(String voiceLeading) {
        if (!voiceLeading.equals("strict")) {
            throw new UserException("voiceLeading '" + voiceLeading + "' is not strict");
        }
        return true;
    }

    /** Out of a recipe or a card. @throws UserException if a value is none that is known */
    public static Structure of(Settings recipe) {
        return new Structure(
                recipe.has("form") ? Optional.of(Form.parse(recipe.text("form"))) : Optional.empty(),
                recipe.has("cadence") && recipe.flag("cadence"),
                recipe.has("voiceLeading") && strict(recipe.text("voiceLeading")),
                recipe.has("noLoop") ? recipe.integer("noLoop", 0, LONGEST_LOOP) : 0,
                recipe.has("noLoopNotes") ? recipe.integer("noLoopNotes", 0, LONGEST_LOOP) : 0);
    }
}
