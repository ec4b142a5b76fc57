package cadenza.host.music;

/**
 * Where in a MIDI file the notes of one track of its score stand: {@link MidiReader} makes a track of each pair of file
 * track and channel that has notes.
 *
 * @param fileTrack index of the track chunk, from 0
 * @param channel MIDI channel, 0 to 15
 */
public record FilePart(int fileTrack, int channel) {
    public FilePart {
        if (fileTrack < 0) {
            throw new IllegalArgumentException("file track " + fileTrack + " is negative");
        }
        if (channel < 0 || channel > 15) {
            throw new IllegalArgumentException("channel " + channel + " is not in 0..15");
        }
    }
}
