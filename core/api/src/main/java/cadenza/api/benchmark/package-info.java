/**
 * What a benchmark asks of those it compares. Start from {@link cadenza.api.benchmark.Contestant}, found by
 * {@link java.util.ServiceLoader}, which offers {@link cadenza.api.benchmark.Workload}s of a
 * {@link cadenza.api.benchmark.NetworkSize}; {@link cadenza.api.benchmark.UntrainedModels} are enough to measure
 * sampling. So the one who measures need not know what is measured. No plugin needs this package, and it may change
 * with any version.
 */
package cadenza.api.benchmark;
