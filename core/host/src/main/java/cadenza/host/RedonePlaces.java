package cadenza.host;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.control.PitchRange;
import cadenza.host.music.Bars;
import cadenza.host.rewriting.BarRange;
import cadenza.host.rewriting.ModelVoices;
import cadenza.host.rewriting.Region;
import cadenza.host.rewriting.RewritingTask;
import cadenza.host.rewriting.Sheet;
import cadenza.host.rewriting.Variation;
import cadenza.host.rewriting.Voice;
import cadenza.host.sampling.Xoshiro256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which places of a sheet are redone for what was asked. For one request. */
final class RedonePlaces {
    /** So far around what is redone, voices that the file lacks are made up: as far as a network is likely to look. */
    private static final long BESIDE = 12L * Score.TICKS_PER_QUARTER;

    private final String model;
    private final ModelVoices voices;
    private final Request.Rewrite request;
    private final ShownPiece shown;

    /** @param model its name, for messages */
    RedonePlaces(String model, ModelVoices voices, Request.Rewrite request, ShownPiece shown) {
        this.model = model;
        this.voices = voices;
        this.request = request;
        this.shown = shown;
    }

    /** All of them, ascending. @throws UserException if there is none, or a voice cannot be redone */
    int[] all() {
        int[] places = places();
        if (places.length == 0) {
            throw new UserException(nothing());
        }
        return withAbsentVoices(places);
    }

    /** The places that are redone for what was asked, ascending. */
    private int[] places() {
        Sheet sheet = shown.sheet();
        if (request.task() instanceof RewritingTask.Fill fill) {
            Set<Integer> chosen = chosen(fill.voices());
            return Region.begunIn(sheet, from(fill.bars()), until(fill.bars()), chosen)
                    .places();
        }
        if (request.task() instanceof RewritingTask.Harmonise harmonise) {
            Set<Integer> others = new HashSet<>(sheet.voices());
            others.remove(voices.index(harmonise.voice()));
            others.forEach(voice -> checkRange(voice));
            return Region.begunIn(sheet, Long.MIN_VALUE, Long.MAX_VALUE, others).places();
        }
        RewritingTask.Vary vary = (RewritingTask.Vary) request.task();
        long from = vary.bars().map(this::from).orElse(Long.MIN_VALUE);
        long until = vary.bars().map(this::until).orElse(Long.MAX_VALUE);
        int[] among = Region.begunIn(sheet, from, until, chosen(vary.voices())).places();
        // Numbers of its own, so that the same notes are redone whatever the loop draws.
        return Variation.places(sheet, among, vary.amount(), new Xoshiro256(~request.seed()));
    }

    /**
     * The same, and those beside them of voices that the file lacks. The model knows no music without these voices: shown
     * that they rest, it would let the others rest too. So they are made up, and dropped again.
     */
    private int[] withAbsentVoices(int[] places) {
        Sheet sheet = shown.sheet();
        List<Track> fitted = shown.fit().score().tracks();
        Set<Integer> absent = new HashSet<>(sheet.voices());
        absent.removeIf(voice -> !fitted.get(voice).notes().isEmpty());
        int[] beside =
                sheet.places(sheet.tick(places[0]) - BESIDE, sheet.tick(places[places.length - 1]) + BESIDE, absent);
        return IntStream.concat(IntStream.of(places), IntStream.of(beside))
                .sorted()
                .distinct()
                .toArray();
    }

    private long from(BarRange bars) {
        return bars.from(shown.piece()) - shown.offset();
    }

    private long until(BarRange bars) {
        return bars.until(shown.piece()) - shown.offset();
    }

    /** Those that have a track in the file. @throws UserException if one that is asked for has none */
    private Set<Integer> chosen(List<String> names) {
        Set<Integer> chosen = new HashSet<>();
        List<Track> fitted = shown.fit().score().tracks();
        for (String name : names) {
            int voice = voices.index(name);
            if (fitted.get(voice).notes().isEmpty()) {
                throw new UserException("'" + shown.piece().title() + "' has no "
                        + voices.names().get(voice)
                        + "; its voices are " + String.join(", ", present(fitted))
                        + ". 'cadenza harmonise' adds voices to a melody");
            }
            chosen.add(voice);
        }
        if (names.isEmpty()) {
            IntStream.range(0, fitted.size())
                    .filter(voice -> !fitted.get(voice).notes().isEmpty())
                    .forEach(chosen::add);
        }
        chosen.forEach(voice -> checkRange(voice));
        return chosen;
    }

    /** @throws UserException if a voice has no note in the range that was asked for */
    private void checkRange(int index) {
        Voice voice = voices.voices().get(index);
        request.controls().range().ifPresent(range -> {
            if (range.highest() < voice.lowest() || range.lowest() > voice.highest()) {
                throw new UserException("--range " + range + " leaves the " + voice.name() + " of model '" + model
                        + "' no note, which sings " + new PitchRange(voice.lowest(), voice.highest())
                        + "; leave it out, or choose other voices");
            }
        });
    }

    private List<String> present(List<Track> fitted) {
        return IntStream.range(0, fitted.size())
                .filter(voice -> !fitted.get(voice).notes().isEmpty())
                .mapToObj(voice -> voices.names().get(voice))
                .toList();
    }

    private String nothing() {
        Score piece = shown.piece();
        Bars bars = new Bars(piece);
        String sounding = "; its music is in bars " + bars.number(ShownPiece.first(piece)) + "-"
                + (bars.count() - bars.silentAtTheEnd());
        if (request.task() instanceof RewritingTask.Fill fill) {
            return "in bars " + fill.bars() + " of '" + piece.title() + "' no note begins that could be redone"
                    + sounding;
        }
        return "'" + piece.title() + "' has no note there that could be redone" + sounding;
    }
}
