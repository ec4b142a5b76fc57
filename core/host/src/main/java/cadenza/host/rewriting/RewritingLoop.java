package cadenza.host.rewriting;

import cadenza.api.MaskedPredictor;
import cadenza.api.UserException;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Place;
import cadenza.host.sampling.Playhead;
import cadenza.host.sampling.PredictionException;
import cadenza.host.sampling.Restrictions;
import cadenza.host.sampling.Sampler;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.sampling.Xoshiro256;
import cadenza.host.sampling.stage.Temperature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Redoes places of a sheet, pass by pass: masks, asks for logits, and chooses in the masked places. All other places are
 * locked. The same sheet, places and seed give the same tokens on every machine. With the temperature 0 each choice is the
 * likeliest; what is masked when is still the seed's. For one thread.
 */
public final class RewritingLoop {
    private final MaskedPredictor predictor;
    private final SamplerSettings settings;
    private final Restrictions restrictions;
    private final Schedule schedule;
    private final boolean strictVoices;

    /**
     * @param settings of each choice; the schedule multiplies its temperature
     * @param constraints of what is chosen, asked place by place; what sounds before a place is what stands there in that
     *     pass. Those of pitch hold at once; one that looks at the notes before may be broken by a later pass that changes
     *     them, and what is behind a place none of them knows
     * @param strictVoices whether no choice may make parallel fifths or octaves, leap over an octave or cross another voice,
     *     unless all do
     * @throws UserException if the settings have stages that remember the tokens so far: there is no such order here
     */
    public RewritingLoop(
            MaskedPredictor predictor,
            SamplerSettings settings,
            List<Constraint> constraints,
            Schedule schedule,
            boolean strictVoices) {
        refuseMemory(settings);
        this.strictVoices = strictVoices;
        this.predictor = predictor;
        this.settings = settings;
        this.restrictions = new Restrictions(constraints);
        this.schedule = schedule;
    }

    /** The same, with voices that are free. */
    public RewritingLoop(
            MaskedPredictor predictor, SamplerSettings settings, List<Constraint> constraints, Schedule schedule) {
        this(predictor, settings, constraints, schedule, false);
    }

    private static void refuseMemory(SamplerSettings settings) {
        List<String> remembering = new ArrayList<>();
        if (settings.repetitionPenalty().on()) {
            remembering.add(
                    "--repetition-penalty " + settings.repetitionPenalty().penalty());
        }
        if (settings.dry().on()) {
            remembering.add("--dry " + settings.dry().multiplier());
        }
        if (settings.mirostat().on()) {
            remembering.add("--mirostat " + settings.mirostat().tau());
        }
        if (!remembering.isEmpty()) {
            throw new UserException(String.join(" and ", remembering)
                    + (remembering.size() == 1 ? " goes" : " go")
                    + " by the tokens chosen before, and what is rewritten is chosen in no such order; leave "
                    + (remembering.size() == 1 ? "it" : "them")
                    + " out, or set --temperature, --top-k, --top-p, --min-p or --typical-p");
        }
    }

    /**
     * Redoes places.
     *
     * @param places to be redone, ascending, at least one; each {@linkplain Sheet#open open}
     * @param interrupted asked before each pass: whether to leave the tokens as they are
     * @throws UserException if the constraints leave nothing to choose, or the settings name a token that is not there
     * @throws PredictionException if the grammar leaves nothing to choose
     */
    public Rewritten rewrite(Sheet sheet, int[] places, long seed, BooleanSupplier interrupted) {
        check(sheet, places);
        Run run = new Run(sheet, seed);
        int passes = schedule.passes(places.length);
        int pass = 0;
        while (pass < passes && !interrupted.getAsBoolean()) {
            run.pass(places, pass, passes);
            pass++;
        }
        assertLocked(sheet, places, run.tokens);
        return new Rewritten(run.tokens, pass, pass < passes);
    }

    private static void check(Sheet sheet, int[] places) {
        if (places.length == 0) {
            throw new IllegalArgumentException("there is no place to be redone");
        }
        for (int i = 0; i < places.length; i++) {
            if (i > 0 && places[i] <= places[i - 1]) {
                throw new IllegalArgumentException("place " + places[i] + " follows " + places[i - 1]);
            }
            if (places[i] < 0 || places[i] >= sheet.length() || !sheet.open(places[i])) {
                throw new IllegalArgumentException("place " + places[i] + " cannot be redone");
            }
        }
    }

    private static void assertLocked(Sheet sheet, int[] places, int[] tokens) {
        for (int place = 0; place < tokens.length; place++) {
            if (tokens[place] != sheet.token(place) && Arrays.binarySearch(places, place) < 0) {
                throw new IllegalStateException("place " + place + " was locked, and has changed");
            }
        }
    }

    /** The tokens of one rewriting, as they change. */
    private final class Run {
        private final Sheet sheet;
        private final Xoshiro256 random;
        private final Choices choices;
        private final int[] tokens;
        private final VoiceMotion motion;

        Run(Sheet sheet, long seed) {
            this.sheet = sheet;
            random = new Xoshiro256(seed);
            choices = new Choices(sheet.codec().vocabulary().size());
            tokens = sheet.tokens();
            motion = new VoiceMotion(sheet);
        }

        void pass(int[] places, int pass, int passes) {
            int[] masked = schedule.masked(places, pass, random);
            if (masked.length > 0) {
                double temperature = settings.temperature() * schedule.temperatureFactor(pass, passes);
                Sampler sampler = new Sampler(
                        settings.withTemperature(Math.min(Temperature.HIGHEST, temperature)),
                        random,
                        sheet.codec().vocabulary());
                // Arrays of the predictor's own: what it does to them changes nothing here.
                float[][] logits = predictor.logits(sheet.hidden(tokens, masked), masked.clone());
                choose(logits, masked, schedule.chosen(masked.length), sampler);
            }
        }

        /** Chooses in the first masked places, on one walk along all tokens, which constraints can follow. */
        private void choose(float[][] logits, int[] masked, int count, Sampler sampler) {
            Place here = new Place(sheet.along(), new Playhead());
            int next = 0;
            for (int place = 0; next < count; place++) {
                if (place == masked[next]) {
                    tokens[place] = choose(logits[next], here, place, sampler);
                    motion.set(place, tokens[place]);
                    next++;
                }
                here.follow(tokens[place]);
            }
        }

        private int choose(float[] logits, Place here, int place, Sampler sampler) {
            restrictions.apply(here, choices);
            if (choices.count() == 0) {
                List<Constraint> fault = restrictions.contradiction(here, choices);
                if (fault.isEmpty()) {
                    throw new PredictionException("its grammar allows no token at place " + place);
                }
                throw Restrictions.fault(fault, here.playhead());
            }
            if (strictVoices) {
                motion.restrict(place, choices);
            }
            return sampler.choose(logits, choices.preferred(logits), choices.allowed());
        }
    }
}
