package cadenza.host;

import cadenza.api.document.KeySignature;
import cadenza.host.music.KeyName;
import java.util.Optional;

/** Names the sequence in a MIDI file after what made it: {@code chorales - G major - seed 7}. */
final class SequenceName {
    private SequenceName() {}

    /** In ASCII alone as long as the model's name is: programs disagree on how a MIDI file's text is encoded. */
    static String of(String model, Optional<KeySignature> key, long seed) {
        return model + " - " + key.map(KeyName::of).orElse("no clear key") + " - seed " + seed;
    }
}
