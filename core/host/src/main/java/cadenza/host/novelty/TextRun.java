package cadenza.host.novelty;

/**
 * Characters of a text in a row.
 *
 * @param from where the first is in the text, in characters (code points) from 0
 * @param to where the first is that follows the last
 * @param length how many; white space in a row counts as one, so it may be less than {@code to − from}
 */
public record TextRun(long from, long to, long length) {}
