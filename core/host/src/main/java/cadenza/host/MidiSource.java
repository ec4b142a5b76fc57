package cadenza.host;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.host.music.MidiEdit;
import cadenza.host.music.MidiReader;
import cadenza.host.music.MidiSplice;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * A MIDI file that is changed, as a recipe keeps it: whole, so that it can be followed without the file.
 *
 * @param name of the file, without folders
 * @param bytes of the file; not to be changed
 * @param quantise the grid on which it is shown to the model, if it was asked for
 */
public record MidiSource(String name, byte[] bytes, Optional<String> quantise) {
    public MidiSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(quantise, "quantise");
    }

    /**
     * Reads a file. A recipe of Cadenza's in it is emptied, since it tells of how the file came to be and not of what is
     * made from it.
     *
     * @throws UserException if it cannot be read, is no MIDI file within the limits, or has no notes
     */
    public static MidiSource read(Path file, Optional<String> quantise) {
        MidiReader reader = new MidiReader();
        byte[] bytes = reader.bytes(file);
        reader.read(file, bytes);
        boolean made = reader.text(file, Recipe.MIDI_PREFIX).isPresent();
        return new MidiSource(
                file.getFileName().toString(),
                made
                        ? new MidiSplice(file, bytes)
                                .apply(MidiEdit.NONE.withText(Recipe.MIDI_PREFIX, ""))
                                .bytes()
                        : bytes,
                quantise);
    }

    /** As a recipe keeps it. */
    public Settings toSettings() {
        Settings settings = Settings.empty()
                .with("name", name)
                .with("midi", Base64.getEncoder().encodeToString(bytes));
        return quantise.isPresent() ? settings.with("quantise", quantise.get()) : settings;
    }

    /** Out of a recipe. @throws UserException if it is none */
    public static MidiSource of(Settings settings) {
        try {
            return new MidiSource(
                    settings.text("name"),
                    Base64.getDecoder().decode(settings.text("midi")),
                    settings.has("quantise") ? Optional.of(settings.text("quantise")) : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new UserException("its source is no MIDI file: " + e.getMessage(), e);
        }
    }
}
