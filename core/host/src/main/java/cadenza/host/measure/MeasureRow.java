package cadenza.host.measure;

import java.util.OptionalDouble;

/**
 * One figure of two sets of pieces.
 *
 * @param name one word in camel case, for programs
 * @param label for reading, with the unit
 * @param samples of the samples; empty if they have nothing to measure, such as voices
 * @param reference of the reference
 */
public record MeasureRow(String name, String label, OptionalDouble samples, OptionalDouble reference) {}
