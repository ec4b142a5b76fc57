/**
 * The coding {@code chords}: at each step of an even grid all pitches that sound. Start from
 * {@link cadenza.music.chords.ChordsCoding}; {@link cadenza.music.chords.ChordSteps} is a score as such steps,
 * {@link cadenza.music.chords.ChordsState} the grammar. This package knows no other coding.
 */
package cadenza.music.chords;
