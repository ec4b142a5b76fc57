package cadenza.host;

import cadenza.api.Codec;
import cadenza.api.MusicCodec;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.control.Controls;
import cadenza.host.control.Prime;
import cadenza.host.control.TrackSources;
import cadenza.host.music.Bars;
import cadenza.host.music.FilePart;
import cadenza.host.music.MidiEdit;
import cadenza.host.music.NoteEdit;
import cadenza.host.music.Quantisation;
import cadenza.host.rewriting.BarGap;
import cadenza.host.rewriting.GapNotes;
import cadenza.host.rewriting.RewritingTask;
import cadenza.host.rewriting.StretchLikelihood;
import cadenza.host.rewriting.VoiceNames;
import cadenza.host.sampling.ParallelSampling;
import cadenza.host.sampling.Xoshiro256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Fills bars of a MIDI file with a model that only goes from left to right: lets it continue what is before the bars
 * several times, and keeps the continuation after which it predicts best what follows them; where nothing does, the one
 * that it finds likeliest itself, by the token. All else in the file stays as it is.
 */
final class LeftToRightFill {
    /** How many continuations are sampled. */
    static final int CANDIDATES = 16;

    private final OpenedModel opened;
    private final Codec<Score> codec;
    private final int step;
    private final ParallelSampling sampling;
    private final Composer composer;

    @SuppressWarnings("unchecked") // a generator of music has a codec of scores
    LeftToRightFill(OpenedModel opened, ParallelSampling sampling, Samplers samplers) {
        this.opened = opened;
        this.sampling = sampling;
        codec = (Codec<Score>) opened.model().codec();
        step = codec instanceof MusicCodec music ? music.ticksPerStep() : 1;
        composer = new Composer(opened, sampling, samplers);
    }

    /**
     * What is to be filled.
     *
     * @param heard the piece as the coding holds it
     * @param sources for each track of that the track of the piece, -1 for none
     * @param tracks those of the piece whose notes are exchanged
     * @param barsBehind full bars that follow
     */
    private record Work(BarGap gap, Score heard, int[] sources, Set<Integer> tracks, int barsBehind) {}

    /**
     * A continuation.
     *
     * @param notes for each track of the piece
     * @param nats a token, of what was measured; infinite if the coding cannot hold it beside what stays
     */
    private record Candidate(List<List<Note>> notes, double nats) {}

    /**
     * @throws UserException if more is asked for than a fill, the file does not fit the model, or no continuation does fit
     *     what stays
     */
    RewrittenClip fill(Request.Rewrite request) {
        if (!(request.task() instanceof RewritingTask.Fill fill)) {
            throw new UserException("model '" + opened.name() + "' goes from left to right: it can fill bars, but not "
                    + request.task().name() + "; give a model that predicts masked tokens with --model, such as"
                    + " chorales-rewrite");
        }
        RewrittenFile file = new RewrittenFile(opened, request);
        file.checkGrid(step);
        Score shown = request.source()
                .quantise()
                .map(grid -> Quantisation.parse(grid).apply(file.piece()).score())
                .orElse(file.piece());
        Work work = work(fill, shown);
        List<Candidate> candidates = judged(work, insertions(request, work));
        Candidate best = candidates.get(0);
        double worst = best.nats();
        for (Candidate candidate : candidates) {
            best = candidate.nats() < best.nats() ? candidate : best;
            worst = Math.max(worst, candidate.nats());
        }
        if (Double.isInfinite(best.nats())) {
            throw new UserException("none of " + CANDIDATES + " continuations of model '" + opened.name()
                    + "' goes together with what stays in '" + shown.title()
                    + "'; take another --seed, or a model that predicts masked tokens");
        }
        return file.with(
                MidiEdit.NONE.withNotes(edits(file, work, best)),
                List.of(line(work, fill, best.nats(), worst)),
                CANDIDATES);
    }

    private Work work(RewritingTask.Fill fill, Score piece) {
        BarGap gap = BarGap.of(piece, fill.bars(), step);
        Score heard = codec.decode(encoded(piece, "'" + piece.title() + "'"), piece.title());
        int[] sources = new TrackSources(piece, heard).all();
        Bars bars = new Bars(piece);
        long behind = bars.count() - bars.silentAtTheEnd() - fill.bars().last();
        return new Work(gap, heard, sources, tracks(fill.voices(), heard, sources, piece), (int) Math.max(0, behind));
    }

    private int[] encoded(Score score, String what) {
        try {
            return codec.encode(score);
        } catch (UnsuitableDocumentException e) {
            throw new UserException(
                    "model '" + opened.name() + "' cannot fill bars of " + what + ": " + e.getMessage()
                            + "; a model that predicts masked tokens may, such as chorales-rewrite",
                    e);
        }
    }

    private static Set<Integer> tracks(List<String> voices, Score heard, int[] sources, Score piece) {
        Set<Integer> tracks = new TreeSet<>();
        VoiceNames names =
                new VoiceNames(heard.tracks().stream().map(Track::name).toList());
        for (String voice : voices) {
            int index = names.index(voice);
            if (heard.tracks().get(index).notes().isEmpty()) {
                throw new UserException(
                        "'" + piece.title() + "' has no " + names.names().get(index) + "; name one that it has");
            }
            tracks.add(sources[index]);
        }
        if (voices.isEmpty()) {
            IntStream.of(sources).forEach(tracks::add);
        }
        tracks.remove(-1);
        return tracks;
    }

    /** For each candidate its notes for each track of the piece. */
    private List<List<List<Note>>> insertions(Request.Rewrite request, Work work) {
        Score before = work.gap().before();
        boolean fromNothing = before.noteCount() == 0;
        Controls asked = request.controls();
        Optional<Prime> prime = fromNothing ? Optional.empty() : Optional.of(new Prime(before));
        prime.ifPresent(this::check);
        Meter meter = meter(work.gap());
        int bars = fromNothing ? bars(work.gap(), meter) : work.gap().bars();
        Controls controls = new Controls(
                OptionalDouble.empty(),
                fromNothing ? Optional.of(meter) : Optional.empty(),
                asked.scale(),
                asked.range(),
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                0,
                asked.structure());
        List<Request.Compose> requests = new ArrayList<>();
        Xoshiro256 following = new Xoshiro256(request.seed());
        for (int i = 0; i < CANDIDATES; i++) {
            long seed = i == 0 ? request.seed() : Retries.follows(following);
            requests.add(new Request.Compose(bars, controls, prime, request.sampler(), seed));
        }
        long shift = fromNothing ? beginning(work.gap(), (long) bars * meter.ticksPerBar()) : 0;
        return composer.insertions(requests, work.barsBehind()).stream()
                .map(score -> notes(work, score, fromNothing, shift))
                .toList();
    }

    private void check(Prime prime) {
        int[] tokens = encoded(prime.score(), "'" + prime.score().title() + "' from what is before them");
        long unknown = Arrays.stream(tokens)
                .filter(token -> token == Vocabulary.UNKNOWN)
                .count();
        if (unknown > 0) {
            throw new UserException("model '" + opened.name() + "' does not know " + unknown + " of the "
                    + tokens.length + " tokens before the bars of '"
                    + prime.score().title()
                    + "', such as notes outside its range; transpose it, or give another --model");
        }
    }

    /** That of the bar behind the bars, where there is one: the bars may be a pickup to it. */
    private static Meter meter(BarGap gap) {
        Meter meter = gap.piece().meters().get(0).meter();
        for (MeterChange change : gap.piece().meters()) {
            boolean behind =
                    change.tick() == gap.until() && gap.until() < gap.piece().end();
            meter = change.tick() < gap.until() || behind ? change.meter() : meter;
        }
        return meter;
    }

    private static int bars(BarGap gap, Meter meter) {
        return Math.toIntExact((gap.until() - gap.from() + meter.ticksPerBar() - 1) / meter.ticksPerBar());
    }

    /** Where what is composed from nothing begins: so that it ends with the bars, but for a last bar that is cut short. */
    private static long beginning(BarGap gap, long ticks) {
        return gap.until() < gap.piece().end() ? gap.until() - ticks : gap.from();
    }

    private static List<List<Note>> notes(Work work, Score composed, boolean fromNothing, long shift) {
        List<List<Note>> found = new ArrayList<>();
        work.gap().piece().tracks().forEach(track -> found.add(new ArrayList<>()));
        for (int i = 0; i < composed.tracks().size(); i++) {
            int source = fromNothing ? source(work, composed, i) : i < found.size() ? i : -1;
            if (work.tracks().contains(source)) {
                for (Note note : composed.tracks().get(i).notes()) {
                    if (note.tick() + shift >= 0) {
                        found.get(source)
                                .add(new Note(note.tick() + shift, note.duration(), note.pitch(), note.velocity()));
                    }
                }
            }
        }
        List<List<Note>> notes = new ArrayList<>();
        for (int track = 0; track < found.size(); track++) {
            notes.add(
                    work.tracks().contains(track)
                            ? new GapNotes(work.gap(), track).of(found.get(track))
                            : work.gap().piece().tracks().get(track).notes().stream()
                                    .filter(work.gap()::holds)
                                    .toList());
        }
        return notes;
    }

    /** The track that plays what a track plays which was composed from nothing: of its channel, or else its program. */
    private static int source(Work work, Score composed, int index) {
        Track track = composed.tracks().get(index);
        List<Integer> same = IntStream.range(0, work.sources().length)
                .filter(i -> work.heard().tracks().get(i).percussion() == track.percussion()
                        && work.heard().tracks().get(i).program() == track.program())
                .boxed()
                .toList();
        return same.stream()
                .filter(i -> work.heard().tracks().get(i).channel() == track.channel())
                .findFirst()
                .or(() -> same.stream().findFirst())
                .map(i -> work.sources()[i])
                .orElse(-1);
    }

    private List<Candidate> judged(Work work, List<List<List<Note>>> insertions) {
        StretchLikelihood likelihood = new StretchLikelihood(opened.model(), codec, step);
        boolean followed = work.gap().followed();
        long from = followed ? work.gap().until() : work.gap().from();
        long until = followed ? Long.MAX_VALUE : work.gap().until();
        Candidate[] candidates = new Candidate[insertions.size()];
        List<Runnable> works = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            int place = i;
            works.add(() -> candidates[place] = new Candidate(
                    insertions.get(place), nats(likelihood, work.gap().filled(insertions.get(place)), from, until)));
        }
        sampling.runEach(works);
        return List.of(candidates);
    }

    private static double nats(StretchLikelihood likelihood, Score filled, long from, long until) {
        try {
            return likelihood.natsPerToken(filled, from, until);
        } catch (UnsuitableDocumentException e) {
            // Another may fit: that none does is told of all together.
            return Double.POSITIVE_INFINITY;
        }
    }

    private static List<NoteEdit> edits(RewrittenFile file, Work work, Candidate best) {
        List<NoteEdit> edits = new ArrayList<>();
        for (int track : work.tracks()) {
            FilePart part = file.parts().get(track);
            List<Note> added = new ArrayList<>(best.notes().get(track));
            for (Note note : file.piece().tracks().get(track).notes()) {
                if (work.gap().holds(note) && !added.remove(note)) {
                    edits.add(new NoteEdit.TakeOut(part, note));
                }
            }
            added.forEach(note -> edits.add(new NoteEdit.Put(part, note)));
        }
        return edits;
    }

    private String line(Work work, RewritingTask.Fill fill, double best, double worst) {
        String heard = fill.voices().isEmpty() ? "" : ", without hearing the other voices of these bars,";
        String kept =
                work.gap().followed() ? "the one that what follows fits best" : "the likeliest one, as nothing follows";
        String range = Double.isInfinite(worst)
                ? String.format(Locale.ROOT, "%.2f nats a token; some did not go together with what stays", best)
                : String.format(Locale.ROOT, "%.2f nats a token, the worst %.2f", best, worst);
        return "model '" + opened.name() + "' goes from left to right: sampled " + CANDIDATES + " continuations" + heard
                + " and kept " + kept + " (" + range + ")";
    }
}
