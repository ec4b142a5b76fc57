/**
 * The contract between Cadenza and a plugin: what a plugin author sees.
 *
 * <p>Start from {@link cadenza.api.Generator}, which trains and opens a {@link cadenza.api.Model}; a model starts
 * {@link cadenza.api.Predictor}s and owns a {@link cadenza.api.Codec}. The host owns everything else: sampling,
 * constraints, seeds, rendering, model files. This package depends on the JDK and on PF4J's marker interface only.
 */
package cadenza.api;
