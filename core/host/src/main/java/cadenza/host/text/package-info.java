/**
 * Reading text files: {@link cadenza.host.text.TextReader}. Knows encodings, line ends and gzip, and nothing of what the
 * characters mean.
 */
package cadenza.host.text;
