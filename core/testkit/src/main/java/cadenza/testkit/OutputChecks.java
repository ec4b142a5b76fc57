package cadenza.testkit;

import cadenza.api.Effect;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.host.music.MidiContract;
import cadenza.host.music.MidiFileType;
import cadenza.host.music.MidiWriter;
import java.util.List;
import java.util.Optional;

/** What the host makes with a generator: of just the length asked for, and in files that other programs read. */
final class OutputChecks {
    private final Specimen specimen;

    OutputChecks(Specimen specimen) {
        this.specimen = specimen;
    }

    CheckGroup group() {
        return new CheckGroup(
                "output",
                new Check("a generation is just as long as the limit says", this::length),
                new Check("music is written as sound MIDI files", this::midi));
    }

    private void length() {
        specimen.askOfImprovisers();
        for (long seed = 0; seed < Specimen.SEEDS; seed++) {
            List<Effect> effects = Trial.effects(specimen.codec(), specimen.ofFullLength(specimen.model(), seed));
            if (specimen.medium() == Medium.MUSIC) {
                long expected = (long) Specimen.BARS * EffectReplay.ticksPerBar(effects);
                ContractViolation.unless(
                        EffectReplay.ticks(effects) == expected,
                        "%d bars, which are %d ticks, became %d ticks",
                        Specimen.BARS,
                        expected,
                        EffectReplay.ticks(effects));
            } else {
                int written = EffectReplay.characters(effects);
                boolean ended = effects.get(effects.size() - 1) instanceof Effect.End;
                ContractViolation.unless(
                        written == Specimen.CHARACTERS || ended && written < Specimen.CHARACTERS,
                        "%d characters became %d",
                        Specimen.CHARACTERS,
                        written);
            }
        }
    }

    private void midi() {
        if (specimen.medium() != Medium.MUSIC) {
            throw new NotAsked("it makes " + specimen.medium().label());
        }
        for (long seed = 0; seed < Specimen.SEEDS; seed++) {
            Score decoded =
                    (Score) specimen.codec().decode(specimen.ofFullLength(specimen.model(), seed), "seed " + seed);
            // The host writes a signature where the codec names no key.
            Score score = decoded.withKey(decoded.key().orElse(new KeySignature(0, false)));
            for (MidiFileType type : MidiFileType.values()) {
                byte[] file = new MidiWriter(type).write(score, Optional.empty());
                List<String> violations = new MidiContract().violations(file, score);
                ContractViolation.unless(violations.isEmpty(), "seed %d: %s", seed, violations);
            }
        }
    }
}
