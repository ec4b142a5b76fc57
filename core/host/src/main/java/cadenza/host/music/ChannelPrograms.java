package cadenza.host.music;

import cadenza.api.document.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * The program changes of a file. Those of a channel in a file track count for its notes there; where there are none, those
 * in the first file track that has any do, for some files set up all channels in their first track.
 */
final class ChannelPrograms {
    private static final int DEFAULT_PROGRAM = 0;

    private final List<List<Change>> changes = new ArrayList<>(); // [file track]

    /** A program change, at a tick of the score. */
    private record Change(long tick, int channel, int program) {}

    ChannelPrograms(Track[] tracks, LongUnaryOperator scale) {
        for (Track track : tracks) {
            List<Change> ofTrack = new ArrayList<>();
            for (int i = 0; i < track.size(); i++) {
                if (track.get(i).getMessage() instanceof ShortMessage message
                        && message.getCommand() == ShortMessage.PROGRAM_CHANGE) {
                    long tick = scale.applyAsLong(track.get(i).getTick());
                    ofTrack.add(new Change(tick, message.getChannel(), message.getData1()));
                }
            }
            changes.add(ofTrack);
        }
    }

    /**
     * The program that most notes have; of several the one that comes first. Notes before the first change have its
     * program, notes of a channel without any have program 0.
     *
     * @param notes of that channel in that file track, one or more
     * @param findings where a note has another program than the one before, that change is counted
     */
    int of(int fileTrack, int channel, List<Note> notes, Findings findings) {
        TreeMap<Long, Integer> programs = programs(fileTrack, channel);
        if (programs.isEmpty()) {
            return DEFAULT_PROGRAM;
        }
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        Integer previous = null;
        for (Note note :
                notes.stream().sorted(Comparator.comparingLong(Note::tick)).toList()) {
            Map.Entry<Long, Integer> entry = programs.floorEntry(note.tick());
            Integer program = (entry == null ? programs.firstEntry() : entry).getValue();
            counts.merge(program, 1, Integer::sum);
            if (previous != null && !previous.equals(program)) {
                findings.add(Finding.PROGRAM_CHANGE);
            }
            previous = program;
        }
        int most = counts.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private TreeMap<Long, Integer> programs(int fileTrack, int channel) {
        return Stream.concat(Stream.of(changes.get(fileTrack)), changes.stream())
                .map(ofTrack -> programs(ofTrack, channel))
                .filter(programs -> !programs.isEmpty())
                .findFirst()
                .orElseGet(TreeMap::new);
    }

    /** Of several at one tick the last counts. */
    private static TreeMap<Long, Integer> programs(List<Change> changes, int channel) {
        TreeMap<Long, Integer> programs = new TreeMap<>();
        for (Change change : changes) {
            if (change.channel == channel) {
                programs.put(change.tick, change.program);
            }
        }
        return programs;
    }
}
