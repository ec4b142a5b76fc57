package cadenza.host.measure;

/**
 * A place where a rule is not kept.
 *
 * @param rule what is not kept
 * @param tick where: of a motion, its second moment; of what lasts, its beginning
 * @param bar the bar of that tick, from 1
 * @param upper of the two voices, from 0 for the highest
 * @param lower as {@code upper}, and above it; the same for a rule of one voice
 */
public record VoiceLeadingFault(VoiceLeadingRule rule, long tick, long bar, int upper, int lower) {}
