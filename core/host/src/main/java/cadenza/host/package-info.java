/**
 * The host's front door: {@link cadenza.host.Studio}. It ties plugins, models, sampling and rendering together; the
 * command line uses nothing else. A {@link cadenza.host.Recipe} says all that made an output.
 */
package cadenza.host;
