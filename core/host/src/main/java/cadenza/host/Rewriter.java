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
import cadenza.host.music.MidiEdit;
import cadenza.host.music.NoteEdit;
import cadenza.host.rewriting.ModelVoices;
import cadenza.host.rewriting.Region;
import cadenza.host.rewriting.RewritingLoop;
import cadenza.host.rewriting.RewritingTask;
import cadenza.host.rewriting.Rewritten;
import cadenza.host.rewriting.Schedule;
import cadenza.host.rewriting.Sheet;
import cadenza.host.rewriting.VoiceEdits;
import cadenza.host.rewriting.VoiceFit;
import cadenza.host.rewriting.VoiceFitting;
import cadenza.host.rewriting.VoiceLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Redoes a part of a MIDI file with a model that predicts masked tokens: fits the file to the model's voices, lets the
 * sampling loop redo what is asked, and puts what changed into the file, whose other events stay as they are.
 */
final class Rewriter {
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

    RewrittenClip rewrite(Request.Rewrite request) {
        RewrittenFile file = new RewrittenFile(opened, request);
        file.checkGrid(voices.step());
        ShownPiece shown = shown(request, file.piece());
        Region region = Region.of(shown.sheet(), new RedonePlaces(opened.name(), voices, request, shown).all());
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

    private List<String> lines(Request.Rewrite request, ShownPiece shown) {
        List<String> lines = new ArrayList<>(shown.fit().lines());
        if (request.task() instanceof RewritingTask.Harmonise harmonise
                && shown.fit().shifted(shown.piece(), voices.index(harmonise.voice()))) {
            lines.add(
                    "the added voices sound in the octaves of the model, not in those of the melody; another --voice may fit"
                            + " it better: " + String.join(", ", voices.names()));
        }
        return lines;
    }

    private ShownPiece shown(Request.Rewrite request, Score piece) {
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
        return ShownPiece.of(piece, fit, sheet);
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
        return sheet.with(tokens);
    }

    private MidiEdit edit(Request.Rewrite request, ShownPiece shown, RewrittenFile file, Score result) {
        VoiceEdits changes = new VoiceEdits(shown.piece(), shown.fit(), file.parts());
        List<NoteEdit> edits = new ArrayList<>();
        List<Track> appended = new ArrayList<>();
        AddedVoices added = new AddedVoices(voices, file.channels(), shown.fit().score());
        for (int voice = 0; voice < voices.voices().size(); voice++) {
            List<Note> notes = moved(result.tracks().get(voice).notes(), shown.offset());
            boolean absent = shown.fit().score().tracks().get(voice).notes().isEmpty();
            boolean harmonised = request.task() instanceof RewritingTask.Harmonise;
            if (!absent && !harmonised) {
                edits.addAll(changes.of(voice, notes));
            } else if (absent && harmonised && !notes.isEmpty()) {
                appended.add(added.track(voice, result.tracks().get(voice).name(), notes));
            }
        }
        return MidiEdit.NONE.withNotes(edits).withAppended(appended);
    }

    private static List<Note> moved(List<Note> notes, long ticks) {
        return notes.stream()
                .map(note -> new Note(note.tick() + ticks, note.duration(), note.pitch(), note.velocity()))
                .toList();
    }
}
