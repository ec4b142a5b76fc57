/**
 * The coding {@code tracks}: up to sixteen instruments with programs, velocities, durations, and changes of tempo and
 * meter. Start from {@link cadenza.music.tracks.TracksCoding}; {@link cadenza.music.tracks.TrackPiece} is a score on the
 * grid, {@link cadenza.music.tracks.TrackGrammar} the grammar. This package knows no other coding.
 */
package cadenza.music.tracks;
