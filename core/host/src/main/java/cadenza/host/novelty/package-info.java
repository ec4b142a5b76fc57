/**
 * Is it new? Finds what a clip has in common with the music that a model was trained on, in any transposition, and a text
 * with the text.
 *
 * <p>{@link cadenza.host.novelty.Fingerprint} is what a model file keeps of what the model was trained on: hashed n-grams,
 * of notes ({@link cadenza.host.novelty.MusicFingerprint}) or of characters ({@link cadenza.host.novelty.TextFingerprint}),
 * from which it cannot be read. {@link cadenza.host.novelty.Novelty} holds a clip against it,
 * {@link cadenza.host.novelty.RunFinder} a text, as it comes. {@link cadenza.host.novelty.TrainingMusic} and
 * {@link cadenza.host.novelty.CopySearch} hold them against music and text themselves, where these are at hand, and find
 * the very place. {@link cadenza.host.novelty.HashedSet} and {@link cadenza.host.novelty.NumberSet} store hashes of
 * whatever kind; they know neither.
 */
package cadenza.host.novelty;
