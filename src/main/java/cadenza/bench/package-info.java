/**
 * The benchmark that ships with Cadenza: sampling, training and the start, each beside its peers. Start from
 * {@link cadenza.bench.Bench}. {@link cadenza.bench.AlternatingWindows} compares workloads in turn and in one run, because
 * on shared cores nothing else holds; {@link cadenza.bench.Comparison} is what comes out. This package knows its
 * contestants by their interface alone, and writes to no terminal.
 */
package cadenza.bench;
