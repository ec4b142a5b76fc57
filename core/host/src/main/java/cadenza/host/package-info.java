/**
 * The host's front door: {@link cadenza.host.Studio}. It ties plugins, models, sampling and rendering together for the
 * command line, which beside it only reads corpora and draws and plays scores. A {@link cadenza.host.Recipe} says all that made an output.
 */
package cadenza.host;
