package cadenza.host;

import cadenza.api.UserException;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.rewriting.ModelVoices;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes tracks of voices that are added to a file, each on a channel of its own as long as there are any. For one file. */
final class AddedVoices {
    private static final int VELOCITY = 80;

    private final ModelVoices voices;
    private final Set<Integer> channels; // of the file
    private final Set<Integer> taken; // by the file and by the voices that were added
    private final int velocity;

    /**
     * @param channels that the file uses
     * @param fitted what is there, as loud as which the new voices are on average
     */
    AddedVoices(ModelVoices voices, Set<Integer> channels, Score fitted) {
        this.voices = voices;
        this.channels = Set.copyOf(channels);
        this.taken = new HashSet<>(channels);
        this.velocity = (int) Math.round(fitted.tracks().stream()
                .flatMap(track -> track.notes().stream())
                .mapToInt(Note::velocity)
                .average()
                .orElse(VELOCITY));
    }

    /** The track of a voice. @throws UserException if the file leaves no channel */
    Track track(int voice, String name, List<Note> notes) {
        int channel = free(taken).orElseGet(() -> free(channels)
                .orElseThrow(() ->
                        new UserException("the file uses all 15 channels for pitched instruments, and added voices"
                                + " need one; free a channel")));
        taken.add(channel);
        List<Note> loud = notes.stream()
                .map(note -> new Note(note.tick(), note.duration(), note.pitch(), velocity))
                .toList();
        return new Track(name, channel, voices.programs().get(voice), loud);
    }

    private static Optional<Integer> free(Set<Integer> taken) {
        return IntStream.range(0, 16)
                .filter(channel -> channel != Track.PERCUSSION_CHANNEL && !taken.contains(channel))
                .boxed()
                .findFirst();
    }
}
