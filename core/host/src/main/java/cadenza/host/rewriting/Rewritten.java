package cadenza.host.rewriting;

/**
 * What came of a rewriting.
 *
 * @param tokens of all places; those that were locked as they were. The array is the caller's
 * @param passes how many passes there were
 * @param interrupted whether there would have been more. After at least one pass of {@link Schedule.Annealed} all places
 *     are redone all the same; of {@link Schedule.LeftToRight} as many as there were passes, the others as they were
 */
public record Rewritten(int[] tokens, int passes, boolean interrupted) {}
