package cadenza.host.control;

import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives tracks of different programs channels of their own: a MIDI channel has one program. */
final class OwnChannels {
    private static final int CHANNELS = 16;

    private OwnChannels() {}

    /**
     * The same tracks. One whose channel has another program already moves to a free channel; where none is free it stays,
     * with the program of its channel.
     */
    static List<Track> of(List<Track> tracks) {
        Map<Integer, Integer> programs = new HashMap<>(); // by channel
        tracks.forEach(track -> programs.putIfAbsent(track.channel(), track.program()));
        List<Track> apart = new ArrayList<>();
        for (Track track : tracks) {
            int channel = channel(track, programs);
            programs.putIfAbsent(channel, track.program());
            apart.add(new Track(track.name(), channel, programs.get(channel), track.notes()));
        }
        return apart;
    }

    private static int channel(Track track, Map<Integer, Integer> programs) {
        if (track.percussion() || programs.get(track.channel()) == track.program()) {
            return track.channel();
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            boolean same = programs.containsKey(channel) && programs.get(channel) == track.program();
            if (channel != Track.PERCUSSION_CHANNEL && (same || !programs.containsKey(channel))) {
                return channel;
            }
        }
        return track.channel();
    }
}
