package cadenza.host;

import cadenza.api.Codec;
import cadenza.api.Effect;
import cadenza.api.MaskedPredictor;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.control.Scale;
import cadenza.host.music.Bars;
import cadenza.host.music.MidiEdit;
import cadenza.host.music.NoteEdit;
import cadenza.host.rewriting.BarRange;
import cadenza.host.rewriting.ModelVoices;
import cadenza.host.rewriting.Region;
import cadenza.host.rewriting.RewritingLoop;
import cadenza.host.rewriting.RewritingTask;
import cadenza.host.rewriting.Rewritten;
import cadenza.host.rewriting.Schedule;
import cadenza.host.rewriting.Sheet;
import cadenza.host.rewriting.Variation;
import cadenza.host.rewriting.VoiceEdits;
import cadenza.host.rewriting.VoiceFit;
import cadenza.host.rewriting.VoiceFitting;
import cadenza.host.rewriting.VoiceLayout;
import cadenza.host.sampling.Xoshiro256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Redoes a part of a MIDI file with a model that predicts masked tokens: fits the file to the model's voices, lets the
 * sampling loop redo what is asked, and puts what changed into the file, whose other events stay as they are.
 */
final class Rewriter {
    private static final int VELOCITY = 80;

    private final OpenedModel opened;
    private final MaskedPredictor predictor;
    private final Codec<Score> codec;
    private final ModelVoices voices;

    /** @throws UserException if the model cannot predict masked tokens, or has no voices to rewrite */
    @SuppressWarnings("unchecked") // a generator of music has a codec of scores
    Rewriter(OpenedModel opened) {
        this.opened = opened;
        predictor = opened.expectMasked();
        codec = (Codec<Score>) opened.model().codec();
        voices = ModelVoices.of(opened.name(), codec);
    }

    /** A piece as the model sees it. @param offset what its ticks are more in the file than on the sheet */
    private record Shown(Score piece, VoiceFit fit, Sheet sheet, long offset) {}

    RewrittenClip rewrite(Request.Rewrite request) {
        RewrittenFile file = new RewrittenFile(opened, request);
        file.checkGrid(voices.step());
        Shown shown = shown(request, file.piece());
        Region region = region(request, shown);
        if (region.places().length == 0) {
            throw new UserException(nothing(request.task(), shown.piece()));
        }
        Rewritten rewritten = new RewritingLoop(
                        predictor,
                        request.sampler(),
                        region.constraints(request.controls().constraints(0, 1)),
                        new Schedule.Annealed(request.passes()),
                        request.controls().structure().strictVoices())
                .rewrite(region.sheet(), region.places(), request.seed(), () -> false);
        Score result = codec.decode(rewritten.tokens(), request.source().name());
        return file.with(edit(request, shown, file, result), shown.fit().lines(), rewritten.passes());
    }

    private Shown shown(Request.Rewrite request, Score piece) {
        VoiceLayout layout = layout(piece);
        VoiceFitting fitting =
                new VoiceFitting(layout, request.source().quantise().isPresent());
        VoiceFit fit = request.task() instanceof RewritingTask.Harmonise harmonise
                ? fitting.fitLine(piece, voices.index(harmonise.voice()), OptionalInt.empty())
                : fitting.fit(piece);
        Sheet sheet = sheet(fit.score());
        Optional<KeySignature> key = request.controls().scale().map(Scale::signature);
        if (key.isPresent()) {
            sheet = named(sheet, key.get());
        }
        return new Shown(piece, fit, sheet, first(fit.score()) - sheet.tick(sheet.places()[0]));
    }

    /** In its own meter where the model knows it, else in the first that the model knows. */
    private VoiceLayout layout(Score piece) {
        boolean known = voices.meters().isEmpty()
                || piece.meters().stream().anyMatch(change -> voices.meters().contains(change.meter()));
        return new VoiceLayout(
                voices.voices(),
                voices.step(),
                known
                        ? Optional.empty()
                        : Optional.of(voices.meters().iterator().next()));
    }

    private Sheet sheet(Score fitted) {
        try {
            return new Sheet(codec, codec.encode(fitted));
        } catch (UnsuitableDocumentException e) {
            throw new UserException(
                    "model '" + opened.name() + "' cannot rewrite '" + fitted.title() + "': " + e.getMessage()
                            + "; give it single lines on sixteenths",
                    e);
        }
    }

    /** The same in another key, where the coding names it. */
    private static Sheet named(Sheet sheet, KeySignature key) {
        int[] tokens = sheet.tokens();
        for (int place = 0; place < tokens.length; place++) {
            if (sheet.effect(place) instanceof Effect.Key) {
                for (int token = 0; token < sheet.codec().vocabulary().size(); token++) {
                    if (sheet.effect(place, token) instanceof Effect.Key named
                            && named.signature().minor() == key.minor()
                            && named.signature().tonic() == key.tonic()) {
                        tokens[place] = token;
                    }
                }
            }
        }
        return new Sheet(sheet.codec(), tokens);
    }

    private static long first(Score score) {
        return score.tracks().stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::tick)
                .min()
                .orElseThrow(
                        () -> new UserException("'" + score.title() + "' has no note to go by; give one that has"));
    }

    private Region region(Request.Rewrite request, Shown shown) {
        Sheet sheet = shown.sheet();
        if (request.task() instanceof RewritingTask.Fill fill) {
            return Region.begunIn(
                    sheet, from(fill.bars(), shown), until(fill.bars(), shown), chosen(fill.voices(), shown));
        }
        if (request.task() instanceof RewritingTask.Harmonise harmonise) {
            Set<Integer> others = new HashSet<>(sheet.voices());
            others.remove(voices.index(harmonise.voice()));
            return Region.begunIn(sheet, Long.MIN_VALUE, Long.MAX_VALUE, others);
        }
        RewritingTask.Vary vary = (RewritingTask.Vary) request.task();
        long from = vary.bars().map(bars -> from(bars, shown)).orElse(Long.MIN_VALUE);
        long until = vary.bars().map(bars -> until(bars, shown)).orElse(Long.MAX_VALUE);
        int[] among =
                Region.begunIn(sheet, from, until, chosen(vary.voices(), shown)).places();
        // Numbers of its own, so that the same notes are redone whatever the loop draws.
        int[] places = Variation.places(sheet, among, vary.amount(), new Xoshiro256(~request.seed()));
        return Region.of(sheet, places);
    }

    private static long from(BarRange bars, Shown shown) {
        return bars.from(shown.piece()) - shown.offset();
    }

    private static long until(BarRange bars, Shown shown) {
        return bars.until(shown.piece()) - shown.offset();
    }

    /** Those that have a track in the file. @throws UserException if one that is asked for has none */
    private Set<Integer> chosen(List<String> names, Shown shown) {
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
        return chosen;
    }

    private List<String> present(List<Track> fitted) {
        return IntStream.range(0, fitted.size())
                .filter(voice -> !fitted.get(voice).notes().isEmpty())
                .mapToObj(voice -> voices.names().get(voice))
                .toList();
    }

    private static String nothing(RewritingTask task, Score piece) {
        Bars bars = new Bars(piece);
        String sounding =
                "; its music is in bars " + bars.number(first(piece)) + "-" + (bars.count() - bars.silentAtTheEnd());
        if (task instanceof RewritingTask.Fill fill) {
            return "in bars " + fill.bars() + " of '" + piece.title() + "' no note begins that could be redone"
                    + sounding;
        }
        return "'" + piece.title() + "' has no note there that could be redone" + sounding;
    }

    private MidiEdit edit(Request.Rewrite request, Shown shown, RewrittenFile file, Score result) {
        VoiceEdits changes = new VoiceEdits(shown.piece(), shown.fit(), file.parts());
        List<NoteEdit> edits = new ArrayList<>();
        List<Track> appended = new ArrayList<>();
        Set<Integer> taken = new HashSet<>(file.channels());
        for (int voice = 0; voice < voices.voices().size(); voice++) {
            List<Note> notes = moved(result.tracks().get(voice).notes(), shown.offset());
            if (!shown.fit().score().tracks().get(voice).notes().isEmpty()) {
                if (!(request.task() instanceof RewritingTask.Harmonise)) {
                    edits.addAll(changes.of(voice, notes));
                }
            } else if (!notes.isEmpty()) {
                int channel = free(taken);
                appended.add(new Track(
                        result.tracks().get(voice).name(),
                        channel,
                        voices.programs().get(voice),
                        at(velocity(shown.fit().score()), notes)));
                taken.add(channel);
            }
        }
        return MidiEdit.NONE.withNotes(edits).withAppended(appended);
    }

    private static List<Note> moved(List<Note> notes, long ticks) {
        return notes.stream()
                .map(note -> new Note(note.tick() + ticks, note.duration(), note.pitch(), note.velocity()))
                .toList();
    }

    private static List<Note> at(int velocity, List<Note> notes) {
        return notes.stream()
                .map(note -> new Note(note.tick(), note.duration(), note.pitch(), velocity))
                .toList();
    }

    /** As loud as what is there, on average. */
    private static int velocity(Score score) {
        return (int) Math.round(score.tracks().stream()
                .flatMap(track -> track.notes().stream())
                .mapToInt(Note::velocity)
                .average()
                .orElse(VELOCITY));
    }

    /** A channel that nothing is on, not that of percussion; the first where all are taken. */
    private static int free(Set<Integer> taken) {
        return IntStream.range(0, 16)
                .filter(channel -> channel != Track.PERCUSSION_CHANNEL && !taken.contains(channel))
                .findFirst()
                .orElse(0);
    }
}
