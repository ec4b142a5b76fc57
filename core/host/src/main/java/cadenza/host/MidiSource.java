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
 * @param base64 its bytes, as text
 * @param quantise the grid on which it is shown to the model, if it was asked for
 */
public record MidiSource(String name, String base64, Optional<String> quantise) {
    public MidiSource {
        // It names the output of a replay, and a recipe may come from anyone.
        if (name.isBlank() || name.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw new UserException("the source's name '" + name.replaceAll("\\p{Cntrl}", "?")
                    + "' is no name of a file without folders");
        }
        Objects.requireNonNull(base64, "base64");
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
        boolean made = reader.text(file, bytes, Recipe.MIDI_PREFIX).isPresent();
        byte[] source = made
                ? new MidiSplice(file, bytes)
                        .apply(MidiEdit.NONE.withText(Recipe.MIDI_PREFIX, ""))
                        .bytes()
                : bytes;
        return of(file.getFileName().toString(), source, quantise);
    }

    /** A file of these bytes. */
    static MidiSource of(String name, byte[] bytes, Optional<String> quantise) {
        return new MidiSource(name, Base64.getEncoder().encodeToString(bytes), quantise);
    }

    /** The bytes of the file. @throws UserException if a recipe was tampered with */
    public byte[] bytes() {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UserException("its source is no MIDI file: " + e.getMessage(), e);
        }
    }

    /** As a recipe keeps it. */
    public Settings toSettings() {
        Settings settings = Settings.empty().with("name", name).with("midi", base64);
        return quantise.isPresent() ? settings.with("quantise", quantise.get()) : settings;
    }

    /** Out of a recipe. @throws UserException if it is none */
    public static MidiSource of(Settings settings) {
        return new MidiSource(
                settings.text("name"),
                settings.text("midi"),
                settings.has("quantise") ? Optional.of(settings.text("quantise")) : Optional.empty());
    }
}
