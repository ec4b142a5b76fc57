/**
 * The coding {@code drums}: percussion as it was played, on sixteenths with offsets of ten ticks. Start from
 * {@link cadenza.music.drums.DrumsCoding}; {@link cadenza.music.drums.DrumHits} is a score on that grid,
 * {@link cadenza.music.drums.DrumsState} the grammar. This package knows no other coding.
 */
package cadenza.music.drums;
