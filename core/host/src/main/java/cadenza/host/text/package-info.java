/** Reading text files: {@link cadenza.host.text.TextReader}. */
package cadenza.host.text;
