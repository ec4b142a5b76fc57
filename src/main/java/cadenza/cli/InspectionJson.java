package cadenza.cli;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Score;
import cadenza.host.Recipe;
import cadenza.host.inspection.Inspection;
import cadenza.host.inspection.TrackFacts;
import cadenza.host.music.Counted;
import cadenza.host.music.GeneralMidi;
import cadenza.host.music.KeyName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What {@code inspect --json} says of a file. Ticks are those of the score, 480 a quarter; channels count from 1 as DAWs
 * show them, programs from 0 as MIDI does.
 */
final class InspectionJson {
    private InspectionJson() {}

    static Settings of(Inspection inspection) {
        Score score = inspection.score();
        Settings json = Settings.empty()
                .with("file", score.title())
                .with("type", inspection.reading().type())
                .with("division", inspection.reading().timebase().toString())
                .with("fileTracks", inspection.reading().fileTracks())
                .with("bars", inspection.bars())
                .with("silentBarsAtTheEnd", inspection.silentBars())
                .with("quarters", inspection.quarters())
                .with("seconds", inspection.seconds())
                .with("tempos", list(score.tempos(), tempo -> Settings.empty()
                        .with("tick", tempo.tick())
                        .with("quartersPerMinute", tempo.beatsPerMinute())))
                .with("meters", list(score.meters(), meter -> Settings.empty()
                        .with("tick", meter.tick())
                        .with("meter", meter.meter().toString())))
                .with("pickupTicks", inspection.pickup().orElse(0))
                .with("notes", score.noteCount())
                .with("polyphony", inspection.polyphony());
        if (score.key().isPresent()) {
            json = json.with("key", KeyName.of(score.key().get()));
        }
        if (inspection.estimate().isPresent()) {
            json = json.with(
                    "estimatedKey",
                    Settings.empty()
                            .with("key", KeyName.of(inspection.estimate().get().key()))
                            .with("correlation", inspection.estimate().get().correlation())
                            .with("clear", inspection.estimate().get().clear()));
        }
        if (inspection.range().isPresent()) {
            json = json.with("lowest", inspection.range().get().lowest())
                    .with("highest", inspection.range().get().highest());
        }
        json = json.with("tracks", list(inspection.tracks(), InspectionJson::track))
                .with("voiceLeading", VoiceLeadingJson.of(inspection.voiceLeading()))
                .with("leftOut", counts(inspection.reading().leftOut()))
                .with("mended", counts(inspection.reading().mended()));
        return inspection.reading().text().isPresent()
                ? json.with("recipe", recipe(inspection.reading().text().get()))
                : json;
    }

    private static <T> List<Settings> list(List<T> values, Function<T, Settings> json) {
        return values.stream().map(json).toList();
    }

    private static Settings track(TrackFacts facts) {
        Settings json = Settings.empty()
                .with("name", facts.track().name())
                .with("channel", facts.track().channel() + 1)
                .with("program", facts.track().program())
                .with("programName", GeneralMidi.name(facts.track().program()))
                .with("percussion", facts.track().percussion())
                .with("notes", facts.track().notes().size())
                .with("lowest", facts.range().lowest())
                .with("highest", facts.range().highest())
                .with("softest", facts.softest())
                .with("loudest", facts.loudest())
                .with("meanVelocity", facts.meanVelocity())
                .with("polyphony", facts.polyphony());
        if (!facts.track().percussion()) {
            return json;
        }
        Settings strokes = Settings.empty();
        for (Map.Entry<Integer, Integer> entry : facts.strokes().entrySet()) {
            String name = GeneralMidi.percussion(entry.getKey()).orElse("key " + entry.getKey());
            strokes = strokes.with(name, entry.getValue());
        }
        return json.with("strokes", strokes);
    }

    /** By names that stay, such as {@code pitch_bend}. */
    private static Settings counts(List<Counted> counted) {
        Settings json = Settings.empty();
        for (Counted found : counted) {
            json = json.with(found.what().name().toLowerCase(Locale.ROOT), found.count());
        }
        return json;
    }

    private static Settings recipe(String json) {
        try {
            Recipe recipe = Recipe.parse(json, "the file");
            return Settings.empty()
                    .with("model", recipe.model())
                    .with("modelHash", recipe.modelHash())
                    .with("generator", recipe.generator())
                    .with("generatorVersion", recipe.generatorVersion())
                    .with("seed", recipe.request().seed());
        } catch (UserException e) {
            return Settings.empty().with("fault", e.getMessage());
        }
    }
}
