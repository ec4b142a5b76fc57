package cadenza.host.control;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A clip that is continued, as a recipe keeps it: whole, so that it can be followed without the file. */
public record Prime(Score score) {
    private static final int VALUES_A_NOTE = 4;
    private static final int VALUES_A_METER = 3;

    /** As a recipe keeps it: lists of numbers, {@code tick, duration, pitch, velocity} for each note. */
    public Settings toSettings() {
        Settings settings = Settings.empty()
                .with("title", score.title())
                .with("end", score.end())
                .with(
                        "tempoTicks",
                        score.tempos().stream().map(TempoChange::tick).toList())
                .with(
                        "tempos",
                        score.tempos().stream().map(TempoChange::beatsPerMinute).toList())
                .with("meters", meters());
        if (score.key().isPresent()) {
            KeySignature key = score.key().get();
            settings = settings.with("fifths", key.fifths()).with("minor", key.minor());
        }
        return settings.with(
                "tracks", score.tracks().stream().map(Prime::settings).toList());
    }

    private List<Long> meters() {
        List<Long> meters = new ArrayList<>();
        for (MeterChange change : score.meters()) {
            meters.add(change.tick());
            meters.add((long) change.meter().beats());
            meters.add((long) change.meter().unit());
        }
        return meters;
    }

    private static Settings settings(Track track) {
        List<Long> notes = new ArrayList<>(VALUES_A_NOTE * track.notes().size());
        for (Note note : track.notes()) {
            notes.add(note.tick());
            notes.add(note.duration());
            notes.add((long) note.pitch());
            notes.add((long) note.velocity());
        }
        return Settings.empty()
                .with("name", track.name())
                .with("channel", track.channel())
                .with("program", track.program())
                .with("notes", notes);
    }

    /**
     * Out of a recipe.
     *
     * @throws UserException if a value is missing or of another type, or the values make no score
     */
    public static Prime of(Settings settings) {
        try {
            return new Prime(score(settings));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException | ArithmeticException e) {
            throw new UserException("its prime is no music: " + e.getMessage(), e);
        }
    }

    private static Score score(Settings settings) {
        List<Long> ticks = settings.numbers("tempoTicks");
        List<?> tempos = (List<?>) settings.value("tempos");
        List<TempoChange> tempoChanges = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i++) {
            tempoChanges.add(new TempoChange(ticks.get(i), ((Number) tempos.get(i)).doubleValue()));
        }
        List<Long> meters = settings.numbers("meters");
        List<MeterChange> meterChanges = new ArrayList<>();
        for (int i = 0; i + VALUES_A_METER <= meters.size(); i += VALUES_A_METER) {
            Meter meter = new Meter(Math.toIntExact(meters.get(i + 1)), Math.toIntExact(meters.get(i + 2)));
            meterChanges.add(new MeterChange(meters.get(i), meter));
        }
        Optional<KeySignature> key = settings.has("fifths")
                ? Optional.of(new KeySignature(settings.integer("fifths", -7, 7), settings.flag("minor")))
                : Optional.empty();
        List<Track> tracks = new ArrayList<>();
        for (Object track : (List<?>) settings.value("tracks")) {
            tracks.add(track((Settings) track));
        }
        return new Score(settings.text("title"), tempoChanges, meterChanges, key, tracks, settings.number("end"));
    }

    private static Track track(Settings settings) {
        List<Long> values = settings.numbers("notes");
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i + VALUES_A_NOTE <= values.size(); i += VALUES_A_NOTE) {
            notes.add(new Note(
                    values.get(i),
                    values.get(i + 1),
                    Math.toIntExact(values.get(i + 2)),
                    Math.toIntExact(values.get(i + 3))));
        }
        return new Track(
                settings.text("name"), settings.integer("channel", 0, 15), settings.integer("program", 0, 127), notes);
    }
}
