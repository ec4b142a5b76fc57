package cadenza.host;

import cadenza.api.Codec;
import cadenza.api.UserException;
import cadenza.api.document.KeyEstimate;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.control.Continuation;
import cadenza.host.control.Controls;
import cadenza.host.control.Prime;
import cadenza.host.music.MidiWriter;
import cadenza.host.sampling.BarLimit;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Generation;
import cadenza.host.sampling.Limit;
import cadenza.host.sampling.ParallelSampling;
import cadenza.host.sampling.PieceLimit;
import cadenza.host.sampling.Sampler;
import cadenza.host.sampling.TokenRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Composes clips with one model, several together. */
final class Composer {
    /** The signature where no key is clear, and of percussion: every MIDI file has one. */
    private static final KeySignature NO_ACCIDENTALS = new KeySignature(0, false);

    /** How often a clip is begun at most, as long as it comes out without a note. */
    private static final int ATTEMPTS = 8;

    private final OpenedModel opened;
    private final Codec<Score> codec;
    private final ParallelSampling sampling;
    private final Samplers samplers;

    @SuppressWarnings("unchecked") // a generator of music has a codec of scores
    Composer(OpenedModel opened, ParallelSampling sampling, Samplers samplers) {
        this.opened = opened;
        this.codec = (Codec<Score>) opened.model().codec();
        this.sampling = sampling;
        this.samplers = samplers;
    }

    /** A request on its way to a clip. */
    private record Work(Request.Compose request, Sampler sampler, Generation generation, TokenRecorder recorder) {
        boolean fresh() {
            return recorder.tokens().length == 0;
        }

        /** Whether not a note has come. */
        boolean silent() {
            return !recorder.sounded();
        }
    }

    /** @param requests at least one, all with the same prime and number of bars */
    List<Clip> compose(List<Request.Compose> requests) {
        Continuation continuation = continuation(requests.get(0), 0);
        return works(requests, continuation, 0).stream()
                .map(work -> clip(work, continuation))
                .toList();
    }

    /**
     * Composes what other music is to follow.
     *
     * @param requests at least one, all with the same prime and number of bars
     * @param barsBehind full bars of the music that follows; where a coding announces a length, they count
     * @return for each request the score that its clip would have; where no note came, one without new notes
     */
    List<Score> insertions(List<Request.Compose> requests, int barsBehind) {
        Continuation continuation = continuation(requests.get(0), barsBehind);
        return works(requests, continuation, barsBehind).stream()
                .map(work -> score(work, continuation))
                .toList();
    }

    private Continuation continuation(Request.Compose request, int barsBehind) {
        return request.prime()
                .map(prime -> Continuation.of(prime, request.bars() + barsBehind, codec))
                .orElseGet(Continuation::ofNothing);
    }

    private List<Work> works(List<Request.Compose> requests, Continuation continuation, int barsBehind) {
        List<Work> works = new ArrayList<>();
        for (Request.Compose request : requests) {
            works.add(work(request, continuation, barsBehind, sampler(request)));
        }
        run(works, continuation);
        for (int attempt = 1; attempt < ATTEMPTS && works.stream().anyMatch(Work::silent); attempt++) {
            works.replaceAll(work -> work.silent() ? again(work, continuation, barsBehind) : work);
            run(works.stream().filter(Work::fresh).toList(), continuation);
        }
        return works;
    }

    /** @param requests at least one; of their bars no more, and of their controls only the structure, and no prime */
    List<Score> improvise(List<Request.Compose> requests) {
        List<Work> works = new ArrayList<>();
        for (Request.Compose request : requests) {
            Limit limit = new PieceLimit(request.bars());
            List<Constraint> constraints = request.controls().structure().constraintsOfWholePiece();
            works.add(work(request, limit, constraints, sampler(request)));
        }
        sampling.run(works.stream().map(Work::generation).toList(), new int[0]);
        return works.stream()
                .map(work -> endingAt(
                        work.generation().playhead().tick(),
                        decoded(work.recorder().tokens(), work.request().seed())))
                .toList();
    }

    private void run(List<Work> works, Continuation continuation) {
        sampling.run(works.stream().map(Work::generation).toList(), continuation.tokens());
    }

    /** With the random numbers that follow. */
    private Work again(Work work, Continuation continuation, int barsBehind) {
        work.sampler().rewind(0);
        return work(work.request(), continuation, barsBehind, work.sampler());
    }

    private Sampler sampler(Request.Compose request) {
        return samplers.of(request, codec.vocabulary());
    }

    private Work work(Request.Compose request, Continuation continuation, int barsBehind, Sampler sampler) {
        int bars = continuation.fullBars() + request.bars();
        BarLimit limit = new BarLimit(bars, bars + barsBehind);
        List<Constraint> constraints = request.controls().constraints(continuation.fullBars(), request.bars());
        return work(request, limit, constraints, sampler);
    }

    private Work work(Request.Compose request, Limit limit, List<Constraint> constraints, Sampler sampler) {
        TokenRecorder recorder = new TokenRecorder();
        return new Work(request, sampler, new Generation(codec, sampler, limit, constraints, recorder), recorder);
    }

    private Clip clip(Work work, Continuation continuation) {
        Request.Compose request = work.request();
        Recipe recipe = opened.recipe(request);
        Score score = score(work, continuation);
        refuseSilence(work);
        refuseWithoutPitches(request.controls(), score);
        Optional<KeySignature> key = score.key().or(() -> KeyEstimate.of(score));
        Score keyed = score.withKey(key.orElse(NO_ACCIDENTALS))
                .withTitle(SequenceName.of(opened.name(), key, request.seed()));
        byte[] midi = new MidiWriter().write(keyed, Optional.of(Recipe.MIDI_PREFIX + recipe.toJson()));
        return new Clip(keyed, midi, recipe);
    }

    private Score score(Work work, Continuation continuation) {
        Request.Compose request = work.request();
        long end = work.generation().playhead().tick();
        return request.prime().isPresent()
                ? continued(request.prime().get(), continuation, work)
                : request.controls().over(endingAt(end, decoded(work.recorder().tokens(), request.seed())));
    }

    private Score continued(Prime prime, Continuation continuation, Work work) {
        int[] heard = continuation.tokens();
        int[] all = IntStream.concat(
                        IntStream.of(heard), IntStream.of(work.recorder().tokens()))
                .toArray();
        Request.Compose request = work.request();
        Score joined = continuation.join(
                prime, decoded(heard, request.seed()), decoded(all, request.seed()), request.controls());
        return joined.key().isPresent() ? joined : request.controls().over(joined);
    }

    private Score decoded(int[] tokens, long seed) {
        return codec.decode(tokens, "Cadenza " + seed);
    }

    /** Just so long: what a coding lets ring on is cut there. */
    private static Score endingAt(long end, Score score) {
        if (score.end() == end) {
            return score;
        }
        List<Track> tracks = score.tracks().stream()
                .map(track -> new Track(track.name(), track.channel(), track.program(), cut(track.notes(), end)))
                .toList();
        return new Score(score.title(), score.tempos(), score.meters(), score.key(), tracks, end);
    }

    private static List<Note> cut(List<Note> notes, long end) {
        return notes.stream()
                .filter(note -> note.tick() < end)
                .map(note -> note.end() <= end
                        ? note
                        : new Note(note.tick(), end - note.tick(), note.pitch(), note.velocity()))
                .toList();
    }

    private void refuseSilence(Work work) {
        if (!work.silent()) {
            return;
        }
        List<String> names = work.request().controls().pitchNames();
        throw new UserException(
                names.isEmpty()
                        ? "model '" + opened.name() + "' made no note in " + ATTEMPTS + " tries from seed "
                                + work.request().seed() + "; take another --seed or more --bars"
                        : String.join(" and ", names) + (names.size() == 1 ? " leaves" : " leave") + " model '"
                                + opened.name() + "' no note to play; allow it more");
    }

    private void refuseWithoutPitches(Controls controls, Score score) {
        List<String> names = new ArrayList<>(controls.pitchNames());
        if (!controls.programs().isEmpty()) {
            names.add("--program");
        }
        if (!names.isEmpty() && score.tracks().stream().allMatch(Track::percussion)) {
            throw new UserException(String.join(" and ", names) + (names.size() == 1 ? " has" : " have")
                    + " nothing to hold: model '" + opened.name() + "' plays percussion alone; leave it out");
        }
    }
}
