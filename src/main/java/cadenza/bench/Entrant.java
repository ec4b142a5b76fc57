package cadenza.bench;

import cadenza.api.benchmark.Workload;

/**
 * One who takes turns with others.
 *
 * @param name as its column is headed
 */
public record Entrant(String name, Workload workload) {}
