/**
 * Is it new? Finds what a clip has in common with the music that a model was trained on, in any transposition.
 *
 * <p>{@link cadenza.host.novelty.Fingerprint} is what a model file keeps of its training music: hashed n-grams of notes,
 * from which the music cannot be read. {@link cadenza.host.novelty.Novelty} holds a clip against it.
 * {@link cadenza.host.novelty.TrainingMusic} is the music itself, where it is at hand, and finds the very place.
 * {@link cadenza.host.novelty.HashedSet} stores hashes of whatever kind; it knows no music.
 */
package cadenza.host.novelty;
