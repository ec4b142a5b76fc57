package cadenza.host.rewriting;

import cadenza.api.UserException;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Fits pieces to the voices of a model. The piece itself is not changed: a {@link VoiceFit} is what the model is shown.
 *
 * <ul>
 *   <li>Percussion is left out. Of more tracks than voices the single lines are taken that are in range and sound longest.
 *   <li>Fewer tracks that have chords share all voices, if no more notes sound together than there are voices: each track
 *       gets as many as it needs, or, where they need more, all notes are dealt out together, from the outside in.
 *       Otherwise the top line of each track is kept.
 *   <li>Notes begin on the nearest step. Of two that follow each other and fall on one step the longer stays. Less than a
 *       step of overlap is legato, and cut.
 *   <li>A note out of its voice's range is shown in the nearest octave.
 *   <li>All bars are read in one meter.
 * </ul>
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class VoiceFitting {
    private final VoiceLayout layout;
    private final boolean quantised;

    /** @param quantised whether notes are moved to the grid however many lie off it, as {@code --quantise} asks */
    public VoiceFitting(VoiceLayout layout, boolean quantised) {
        this.layout = layout;
        this.quantised = quantised;
    }

    /**
     * Fits a piece to all voices. Voices that it lacks are left empty, which the lines say.
     *
     * @param score as {@link cadenza.host.music.MidiReader} gives it
     * @throws UserException if it cannot be fitted: with the reason, and what can be done
     */
    public VoiceFit fit(Score score) {
        List<String> lines = new ArrayList<>();
        List<TrackChoice> pitched = pitched(score);
        List<TrackChoice> taken =
                pitched.size() > layout.voices().size() ? TrackChoice.best(pitched, layout.voices()) : pitched;
        sayWhatWasTaken(score, taken, lines);
        refuseOffTheGrid(score, taken);
        OneMeter meter = OneMeter.of(score, layout);
        List<List<GridNote>> voices = new VoiceDealing(layout, lines).deal(taken);
        List<String> missing = IntStream.range(0, voices.size())
                .filter(voice -> voices.get(voice).isEmpty())
                .mapToObj(voice -> layout.voices().get(voice).name())
                .toList();
        if (!missing.isEmpty()) {
            lines.add("there is no " + String.join(", ", missing).replaceFirst(", (?=[^,]*$)", " or "));
        }
        return fit(score, voices, meter, lines);
    }

    /**
     * Fits one line of a piece to one voice, and leaves the other voices empty.
     *
     * @param voice its index in the layout
     * @param track the track whose top line it is; empty for the top line of all tracks but percussion
     * @throws UserException if it cannot be fitted: with the reason, and what can be done
     */
    public VoiceFit fitLine(Score score, int voice, OptionalInt track) {
        List<String> lines = new ArrayList<>();
        List<TrackChoice> pitched = pitched(score);
        List<TrackChoice> taken = track.isEmpty()
                ? pitched
                : pitched.stream()
                        .filter(choice -> choice.index() == track.getAsInt())
                        .toList();
        if (taken.isEmpty()) {
            throw new UserException("track " + (track.getAsInt() + 1) + " of '" + score.title()
                    + "' is no melody: it has no notes, or is percussion; give "
                    + TrackChoice.names(pitched));
        }
        refuseOffTheGrid(score, taken);
        OneMeter meter = OneMeter.of(score, layout);
        GridNotes all =
                GridNotes.together(taken.stream().map(TrackChoice::notes).toList());
        TopLine top = TopLine.of(all, layout.step());
        if (taken.size() > 1 || top.leftOut() > 0) {
            lines.add("kept the top line of "
                    + TrackChoice.names(taken) + "; left "
                    + GridNote.count(top.leftOut()) + " below it alone");
        }
        List<List<GridNote>> voices = new ArrayList<>();
        for (int i = 0; i < layout.voices().size(); i++) {
            voices.add(i == voice ? top.notes() : List.of());
        }
        return fit(score, voices, meter, lines);
    }

    private List<TrackChoice> pitched(Score score) {
        List<TrackChoice> pitched = new ArrayList<>();
        for (int i = 0; i < score.tracks().size(); i++) {
            Track track = score.tracks().get(i);
            if (!track.percussion() && !track.notes().isEmpty()) {
                GridNotes notes = GridNotes.of(track, i, layout.step());
                pitched.add(new TrackChoice(i, notes, notes.polyphony(layout.step())));
            }
        }
        if (pitched.isEmpty()) {
            throw new UserException("'" + score.title()
                    + "' has no notes but percussion, and the model knows pitches; give a file with a melody");
        }
        return pitched;
    }

    private void sayWhatWasTaken(Score score, List<TrackChoice> taken, List<String> lines) {
        List<Integer> indices = taken.stream().map(TrackChoice::index).toList();
        Map<String, List<Integer>> leftOut = new LinkedHashMap<>();
        for (int i = 0; i < score.tracks().size(); i++) {
            Track track = score.tracks().get(i);
            if (!indices.contains(i) && !track.notes().isEmpty()) {
                boolean chords = GridNotes.of(track, i, layout.step()).polyphony(layout.step()) > 1;
                String reason = track.percussion()
                        ? "percussion"
                        : (chords ? "chords; " : "") + "there are "
                                + layout.voices().size() + " voices";
                leftOut.computeIfAbsent(reason, any -> new ArrayList<>()).add(i);
            }
        }
        if (!leftOut.isEmpty()) {
            lines.add("took " + TrackChoice.names(taken) + "; left out "
                    + String.join(
                            ", ",
                            leftOut.entrySet().stream()
                                    .map(entry -> TrackChoice.numbers(entry.getValue()) + " (" + entry.getKey() + ")")
                                    .toList()));
        }
    }

    private void refuseOffTheGrid(Score score, List<TrackChoice> taken) {
        if (!quantised) {
            new GridCheck(layout.step())
                    .check(
                            score.title(),
                            taken.stream()
                                    .flatMap(track -> score.tracks().get(track.index()).notes().stream())
                                    .toList());
        }
    }

    private VoiceFit fit(Score score, List<List<GridNote>> voices, OneMeter meter, List<String> lines) {
        int step = layout.step();
        List<Track> tracks = new ArrayList<>();
        List<List<List<Origin>>> origins = new ArrayList<>();
        long end = score.end();
        List<GridNote> all = voices.stream().flatMap(List::stream).toList();
        int moved = (int) all.stream().filter(note -> note.moved(step)).count();
        int met = all.stream().mapToInt(note -> note.origins().size() - 1).sum();
        if (moved > 0) {
            lines.add("moved " + GridNote.count(moved) + " to the grid");
        }
        if (met > 0) {
            lines.add("left out " + GridNote.count(met) + " that fell on the step of a longer one");
        }
        for (int i = 0; i < voices.size(); i++) {
            Voice voice = layout.voices().get(i);
            List<Note> notes = new ArrayList<>();
            int shown = 0;
            for (GridNote note : voices.get(i)) {
                int pitch = voice.nearest(note.pitch());
                shown += pitch == note.pitch() ? 0 : 1;
                notes.add(new Note(
                        note.from() * step,
                        (note.to() - note.from()) * step,
                        pitch,
                        note.note().velocity()));
                end = Math.max(end, note.to() * step);
            }
            if (shown > 0) {
                lines.add("showed the model " + GridNote.count(shown) + " of the " + voice.name()
                        + " in another octave: its range is " + voice.range());
            }
            int program = voices.get(i).isEmpty()
                    ? 0
                    : score.tracks()
                            .get(voices.get(i).get(0).origins().get(0).track())
                            .program();
            tracks.add(new Track(voice.name(), i, program, notes));
            origins.add(voices.get(i).stream().map(GridNote::origins).toList());
        }
        lines.addAll(meter.lines());
        return new VoiceFit(
                new Score(score.title(), score.tempos(), meter.meters(), score.key(), tracks, end), origins, lines);
    }
}
