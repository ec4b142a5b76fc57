package cadenza.host;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Text;
import cadenza.host.control.Controls;
import cadenza.host.control.Prime;
import cadenza.host.rewriting.RewritingTask;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.writing.Bans;
import cadenza.host.writing.Extent;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is to be generated. */
public sealed interface Request {
    /** Upper bound of {@link Compose#bars}, against slips of the finger. */
    int MOST_BARS = 10_000;

    /** Makes every choice. */
    long seed();

    SamplerSettings sampler();

    /** The same with another seed. */
    Request withSeed(long newSeed);

    /** As a recipe keeps it. */
    Settings toSettings();

    /**
     * Music.
     *
     * @param bars full bars, after the prime where there is one; 1 to {@link #MOST_BARS}
     * @param controls what it must hold
     * @param prime a clip to continue, in its own tempo, meter and programs
     */
    record Compose(int bars, Controls controls, Optional<Prime> prime, SamplerSettings sampler, long seed)
            implements Request {
        public Compose {
            if (bars < 1 || bars > MOST_BARS) {
                throw new UserException("--bars " + bars + " is not in 1.." + MOST_BARS);
            }
            Objects.requireNonNull(controls, "controls");
            Objects.requireNonNull(sampler, "sampler");
            if (prime.isPresent()) {
                refuseWithPrime("--tempo", controls.tempo().isPresent(), "tempo");
                refuseWithPrime("--meter", controls.meter().isPresent(), "meter");
                refuseWithPrime("--program", !controls.programs().isEmpty(), "instruments");
            }
        }

        private static void refuseWithPrime(String option, boolean given, String own) {
            if (given) {
                throw new UserException(
                        option + " does not go with --prime: a clip is continued in its own " + own + "; leave it out");
            }
        }

        /** Without a prime, and with nothing to hold but a tempo. */
        public Compose(int bars, OptionalDouble tempo, SamplerSettings sampler, long seed) {
            this(bars, Controls.ofTempo(tempo), Optional.empty(), sampler, seed);
        }

        @Override
        public Compose withSeed(long newSeed) {
            return new Compose(bars, controls, prime, sampler, newSeed);
        }

        @Override
        public Settings toSettings() {
            Settings settings = controls.addTo(Settings.empty().with("bars", bars));
            return prime.isPresent() ? settings.with("prime", prime.get().toSettings()) : settings;
        }
    }

    /**
     * Text.
     *
     * @param prime text to begin with; may be empty
     * @param extent how far it goes on after the prime
     * @param bans what must not be in it
     */
    record Write(String prime, Extent extent, Bans bans, SamplerSettings sampler, long seed) implements Request {
        public Write {
            Objects.requireNonNull(prime, "prime");
            Objects.requireNonNull(extent, "extent");
            Objects.requireNonNull(bans, "bans");
            Objects.requireNonNull(sampler, "sampler");
        }

        /** Just so many characters. @param length 1 to {@link Extent#MOST_CHARACTERS} */
        public Write(String prime, int length, SamplerSettings sampler, long seed) {
            this(prime, Extent.ofCharacters(length), Bans.NONE, sampler, seed);
        }

        /** Whether nothing but the number of characters bounds it. */
        public boolean plain() {
            return bans.none() && extent.equals(Extent.ofCharacters(extent.characters()));
        }

        @Override
        public Write withSeed(long newSeed) {
            return new Write(prime, extent, bans, sampler, newSeed);
        }

        /** The same with other choices. */
        public Write withSampler(SamplerSettings other) {
            return new Write(prime, extent, bans, other, seed);
        }

        /** The same, of which only so many characters were kept, 1 or more. */
        Write keeping(long characters) {
            int kept = Math.toIntExact(characters);
            return new Write(prime, plain() ? Extent.ofCharacters(kept) : extent.keeping(kept), bans, sampler, seed);
        }

        @Override
        public Settings toSettings() {
            return bans.addTo(extent.addTo(Settings.empty().with("prime", prime)));
        }
    }

    /**
     * A MIDI file, of which a part is redone.
     *
     * @param source the file as it is, without a recipe in it
     * @param task what is redone
     * @param controls of which the scale, the range and strict voices count
     * @param passes how often the network looks at the music, 1 to {@link #MOST_PASSES}
     */
    record Rewrite(
            MidiSource source, RewritingTask task, Controls controls, int passes, SamplerSettings sampler, long seed)
            implements Request {
        /** How often the network looks at the music at most, against slips of the finger. */
        public static final int MOST_PASSES = 10_000;

        public Rewrite {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(task, "task");
            Objects.requireNonNull(controls, "controls");
            Objects.requireNonNull(sampler, "sampler");
            if (passes < 1 || passes > MOST_PASSES) {
                throw new UserException("--passes " + passes + " is not in 1.." + MOST_PASSES);
            }
        }

        /** The same with other limits and choices. */
        public Rewrite with(Controls others, SamplerSettings other) {
            return new Rewrite(source, task, others, passes, other, seed);
        }

        @Override
        public Rewrite withSeed(long newSeed) {
            return new Rewrite(source, task, controls, passes, sampler, newSeed);
        }

        @Override
        public Settings toSettings() {
            return controls.addTo(Settings.empty()
                    .with("task", task.toSettings())
                    .with("passes", passes)
                    .with("source", source.toSettings()));
        }
    }

    /**
     * A gap between two texts, which is filled.
     *
     * @param before what stands before it, with the name of its file; may be empty
     * @param after what stands behind it, with the name of its file; may be empty where that before is not
     * @param characters of the gap (Unicode code points), 1 to {@link #MOST_CHARACTERS}
     */
    record FillGap(Text before, Text after, int characters, SamplerSettings sampler, long seed) implements Request {
        /** How long a gap may be: the network is asked for each of its characters, from all that are still to come. */
        public static final int MOST_CHARACTERS = 2_000;

        /** A side of the gap where there is nothing. */
        public static final Text NOTHING = new Text("", "");

        public FillGap {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(sampler, "sampler");
            if (characters < 1 || characters > MOST_CHARACTERS) {
                throw new UserException("--gap " + characters + " is not in 1.." + MOST_CHARACTERS + " characters");
            }
            if (before.content().isEmpty() && after.content().isEmpty()) {
                throw new UserException("--gap " + characters
                        + " has no text around it; give --before FILE, --after FILE or both, one of them not empty");
            }
        }

        /** The same with other choices. */
        public FillGap withSampler(SamplerSettings other) {
            return new FillGap(before, after, characters, other, seed);
        }

        @Override
        public FillGap withSeed(long newSeed) {
            return new FillGap(before, after, characters, sampler, newSeed);
        }

        @Override
        public Settings toSettings() {
            return Settings.empty()
                    .with("characters", characters)
                    .with("before", settings(before))
                    .with("after", settings(after));
        }

        private static Settings settings(Text text) {
            return Settings.empty().with("name", text.title()).with("text", text.content());
        }

        /** Out of a recipe. @throws UserException if it is none */
        static FillGap of(Settings settings, SamplerSettings sampler, long seed) {
            return new FillGap(
                    text(settings.settings("before")),
                    text(settings.settings("after")),
                    settings.integer("characters", 1, MOST_CHARACTERS),
                    sampler,
                    seed);
        }

        private static Text text(Settings settings) {
            return new Text(settings.text("name"), settings.text("text"));
        }
    }
}
