package cadenza.host.rewriting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Gives tracks to voices: each as many as it has notes together, all together, or one for each top line. */
final class VoiceDealing {
    private final VoiceLayout layout;
    private final List<String> lines;

    /** @param lines gets what was done */
    VoiceDealing(VoiceLayout layout, List<String> lines) {
        this.layout = layout;
        this.lines = lines;
    }

    /** The notes of each voice, a single line. @param tracks no more than there are voices */
    List<List<GridNote>> deal(List<TrackChoice> tracks) {
        int step = layout.step();
        int count = layout.voices().size();
        GridNotes all =
                GridNotes.together(tracks.stream().map(TrackChoice::notes).toList());
        int needed = tracks.stream().mapToInt(TrackChoice::polyphony).sum();
        if (needed > count && tracks.size() < count && all.polyphony(step) <= count) {
            lines.add("dealt the chords of " + TrackChoice.names(tracks) + " to " + count + " voices");
            return ChordVoices.of(all, layout.voices(), step);
        }
        List<TrackChoice> highestFirst = tracks.stream()
                .map(track -> needed > count ? topLine(track) : track)
                .sorted(TrackChoice.HIGHEST_FIRST)
                .toList();
        List<List<Integer>> own = TrackChoice.voices(highestFirst, layout.voices());
        List<List<GridNote>> voices = new ArrayList<>();
        IntStream.range(0, count).forEach(voice -> voices.add(List.of()));
        for (int i = 0; i < highestFirst.size(); i++) {
            List<List<GridNote>> dealt = chords(highestFirst.get(i), own.get(i));
            for (int j = 0; j < dealt.size(); j++) {
                voices.set(own.get(i).get(j), dealt.get(j));
            }
        }
        return voices;
    }

    private TrackChoice topLine(TrackChoice track) {
        TopLine top = TopLine.of(track.notes(), layout.step());
        if (top.leftOut() > 0) {
            lines.add("kept the top line of track " + (track.index() + 1) + "; left " + GridNote.count(top.leftOut())
                    + " below it alone");
        }
        return new TrackChoice(track.index(), new GridNotes(top.notes()), 1);
    }

    private List<List<GridNote>> chords(TrackChoice track, List<Integer> own) {
        if (track.singleLine()) {
            return List.of(TopLine.of(track.notes(), layout.step()).notes());
        }
        lines.add("dealt the chords of track " + (track.index() + 1) + " to " + own.size() + " voices");
        List<Voice> ranges = own.stream().map(layout.voices()::get).toList();
        return ChordVoices.of(track.notes(), ranges, layout.step());
    }
}
