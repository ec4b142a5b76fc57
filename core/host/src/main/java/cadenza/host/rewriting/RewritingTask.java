package cadenza.host.rewriting;

import cadenza.api.Settings;
import cadenza.api.UserException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What of a piece is redone. */
public sealed interface RewritingTask {
    /** What it is called: {@code fill}, {@code harmonise} or {@code vary}. */
    String name();

    /** As a recipe keeps it. */
    Settings toSettings();

    /**
     * The notes that begin in some bars.
     *
     * @param voices by name; empty for all
     */
    record Fill(BarRange bars, List<String> voices) implements RewritingTask {
        public Fill {
            Objects.requireNonNull(bars, "bars");
            voices = List.copyOf(voices);
        }

        @Override
        public String name() {
            return "fill";
        }

        @Override
        public Settings toSettings() {
            return RewritingTask.with(Settings.empty().with("task", name()).with("voices", voices), Optional.of(bars));
        }
    }

    /** All voices but one, which is given. @param voice the one that is given, by name */
    record Harmonise(String voice) implements RewritingTask {
        public Harmonise {
            Objects.requireNonNull(voice, "voice");
        }

        @Override
        public String name() {
            return "harmonise";
        }

        @Override
        public Settings toSettings() {
            return Settings.empty().with("task", name()).with("voice", voice);
        }
    }

    /**
     * Notes here and there.
     *
     * @param amount how much of all sounding time, {@code (0, 1]}
     * @param bars in which they begin; empty for all
     * @param voices by name; empty for all
     */
    record Vary(double amount, Optional<BarRange> bars, List<String> voices) implements RewritingTask {
        /** @throws UserException if the amount is out of range */
        public Vary {
            if (!(amount > 0 && amount <= 1)) {
                throw new UserException("--amount " + amount + " is not above 0 and up to 1");
            }
            Objects.requireNonNull(bars, "bars");
            voices = List.copyOf(voices);
        }

        @Override
        public String name() {
            return "vary";
        }

        @Override
        public Settings toSettings() {
            return RewritingTask.with(
                    Settings.empty().with("task", name()).with("amount", amount).with("voices", voices), bars);
        }
    }

    private static Settings with(Settings settings, Optional<BarRange> bars) {
        return bars.isEmpty()
                ? settings
                : settings.with("firstBar", bars.get().first())
                        .with("lastBar", bars.get().last());
    }

    /** Out of a recipe. @throws UserException if it is none */
    static RewritingTask of(Settings settings) {
        Optional<BarRange> bars = settings.has("firstBar")
                ? Optional.of(new BarRange(
                        settings.integer("firstBar", 1, Integer.MAX_VALUE),
                        settings.integer("lastBar", 1, Integer.MAX_VALUE)))
                : Optional.empty();
        String task = settings.text("task");
        return switch (task) {
            case "fill" ->
                new Fill(bars.orElseThrow(() -> new UserException("its task names no bars")), settings.texts("voices"));
            case "harmonise" -> new Harmonise(settings.text("voice"));
            case "vary" -> new Vary(settings.decimal("amount", 0, 1), bars, settings.texts("voices"));
            default -> throw new UserException("its task '" + task + "' is not fill, harmonise or vary");
        };
    }
}
