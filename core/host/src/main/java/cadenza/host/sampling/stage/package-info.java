/**
 * The samplers, each a small value of its parameters that makes a {@link cadenza.host.sampling.stage.Stage}: a step that
 * changes the scores or takes out candidates. Start from {@link cadenza.host.sampling.stage.Candidates}, what all of them
 * work on, and {@link cadenza.host.sampling.stage.TopP}, the plainest. Which are used, and in what order, is said by
 * {@link cadenza.host.sampling.SamplerSettings}; this package knows no order, no network and no medium.
 */
package cadenza.host.sampling.stage;
