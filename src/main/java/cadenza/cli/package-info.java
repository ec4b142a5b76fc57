/**
 * The command line: one class a command, all over {@link cadenza.host.Studio}. Start from {@link cadenza.cli.Main}. It
 * is the only room that writes to the terminal.
 */
package cadenza.cli;
