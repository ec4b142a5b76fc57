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
import cadenza.host.control.Controls;
import cadenza.host.control.PitchRange;
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
import cadenza.host.rewriting.Voice;
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

    /** So far around what is redone voices that the file lacks are made up beside it: as far as a network is likely to look. */
    private static final long BESIDE = 12L * Score.TICKS_PER_QUARTER;

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
        int[] places = places(request, shown);
        if (places.length == 0) {
            throw new UserException(nothing(request.task(), shown.piece()));
        }
        Region region = Region.of(shown.sheet(), withAbsentVoices(places, shown));
        Rewritten rewritten = new RewritingLoop(
                        predictor,
                        request.sampler(),
                        region.constraints(request.controls().constraints(0, 1)),
                        new Schedule.Annealed(request.passes()),
                        request.controls().structure().strictVoices())
                .rewrite(region.sheet(), region.places(), request.seed(), () -> false);
        Score result = codec.decode(rewritten.tokens(), request.source().name());
        checkKept(region, result);
        MidiEdit edit = edit(request, shown, file, result);
        checkRange(request, edit);
        return file.with(edit, lines(request, shown), rewritten.passes());
    }

    /** @throws IllegalStateException if a note that was not to be redone is another one */
    private void checkKept(Region region, Score result) {
        Sheet sheet = region.sheet();
        List<Track> before = codec.decode(sheet.tokens(), "before").tracks();
        for (int voice : sheet.voices()) {
            Set<Long> redone = new HashSet<>();
            for (int place : region.places()) {
                if (sheet.voice(place) == voice) {
                    redone.add(sheet.tick(place));
                }
            }
            List<Note> now = result.tracks().get(voice).notes();
            for (Note note : before.get(voice).notes()) {
                if (!redone.contains(note.tick()) && !now.contains(note)) {
                    throw new IllegalStateException("the note at tick " + note.tick() + " of voice " + (voice + 1)
                            + " was not to be redone, and has changed");
                }
            }
        }
    }

    /** @throws UserException if a new note is out of the range that was asked for, since its voice is shown an octave off */
    private static void checkRange(Request.Rewrite request, MidiEdit edit) {
        request.controls().range().ifPresent(range -> edit.notes().stream()
                .filter(change -> change instanceof NoteEdit.Put put
                        && !range.has(put.note().pitch()))
                .findFirst()
                .ifPresent(change -> {
                    throw new UserException(
                            "--range " + range + " cannot be held where the model is shown notes in another"
                                    + " octave, as it is here; leave it out");
                }));
    }

    private List<String> lines(Request.Rewrite request, Shown shown) {
        List<String> lines = new ArrayList<>(shown.fit().lines());
        if (request.task() instanceof RewritingTask.Harmonise harmonise
                && shown.fit().shifted(shown.piece(), voices.index(harmonise.voice()))) {
            lines.add(
                    "the added voices sound in the octaves of the model, not in those of the melody; another --voice may fit"
                            + " it better: " + String.join(", ", voices.names()));
        }
        return lines;
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

    /** The places that are redone for what was asked, ascending. */
    private int[] places(Request.Rewrite request, Shown shown) {
        Sheet sheet = shown.sheet();
        if (request.task() instanceof RewritingTask.Fill fill) {
            Set<Integer> chosen = chosen(fill.voices(), shown, request.controls());
            return Region.begunIn(sheet, from(fill.bars(), shown), until(fill.bars(), shown), chosen)
                    .places();
        }
        if (request.task() instanceof RewritingTask.Harmonise harmonise) {
            Set<Integer> others = new HashSet<>(sheet.voices());
            others.remove(voices.index(harmonise.voice()));
            others.forEach(voice -> checkRange(request.controls(), voice));
            return Region.begunIn(sheet, Long.MIN_VALUE, Long.MAX_VALUE, others).places();
        }
        RewritingTask.Vary vary = (RewritingTask.Vary) request.task();
        long from = vary.bars().map(bars -> from(bars, shown)).orElse(Long.MIN_VALUE);
        long until = vary.bars().map(bars -> until(bars, shown)).orElse(Long.MAX_VALUE);
        int[] among = Region.begunIn(sheet, from, until, chosen(vary.voices(), shown, request.controls()))
                .places();
        // Numbers of its own, so that the same notes are redone whatever the loop draws.
        return Variation.places(sheet, among, vary.amount(), new Xoshiro256(~request.seed()));
    }

    /**
     * The same, and those beside them of voices that the file lacks. The model knows no music without these voices: shown
     * that they rest, it would let the others rest too. So they are made up, and dropped again.
     */
    private int[] withAbsentVoices(int[] places, Shown shown) {
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

    private static long from(BarRange bars, Shown shown) {
        return bars.from(shown.piece()) - shown.offset();
    }

    private static long until(BarRange bars, Shown shown) {
        return bars.until(shown.piece()) - shown.offset();
    }

    /** Those that have a track in the file. @throws UserException if one that is asked for has none */
    private Set<Integer> chosen(List<String> names, Shown shown, Controls controls) {
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
        chosen.forEach(voice -> checkRange(controls, voice));
        return chosen;
    }

    /** @throws UserException if a voice has no note in the range that was asked for */
    private void checkRange(Controls controls, int index) {
        Voice voice = voices.voices().get(index);
        controls.range().ifPresent(range -> {
            if (range.highest() < voice.lowest() || range.lowest() > voice.highest()) {
                throw new UserException(
                        "--range " + range + " leaves the " + voice.name() + " of model '" + opened.name()
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
            boolean absent = shown.fit().score().tracks().get(voice).notes().isEmpty();
            boolean harmonised = request.task() instanceof RewritingTask.Harmonise;
            if (!absent && !harmonised) {
                edits.addAll(changes.of(voice, notes));
            } else if (absent && harmonised && !notes.isEmpty()) {
                int channel = free(taken, file.channels());
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

    /**
     * A channel that nothing is on, not that of percussion; where too few are free, several new voices share one.
     *
     * @param taken by the file and by the voices that were added
     * @param file taken by the file
     * @throws UserException if the file leaves none
     */
    private static int free(Set<Integer> taken, Set<Integer> file) {
        return free(taken).orElseGet(() -> free(file)
                .orElseThrow(() ->
                        new UserException("the file uses all 15 channels for pitched instruments, and added voices"
                                + " need one; free a channel")));
    }

    private static Optional<Integer> free(Set<Integer> taken) {
        return IntStream.range(0, 16)
                .filter(channel -> channel != Track.PERCUSSION_CHANNEL && !taken.contains(channel))
                .boxed()
                .findFirst();
    }
}
