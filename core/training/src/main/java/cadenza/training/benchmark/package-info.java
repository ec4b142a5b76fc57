/**
 * Those of this room that take part in a benchmark, found as services: {@link cadenza.training.benchmark.CadenzaTraining}
 * and, as a peer, {@link cadenza.training.benchmark.Deeplearning4j}, with its own layers. They know no one they are
 * compared with.
 */
package cadenza.training.benchmark;
