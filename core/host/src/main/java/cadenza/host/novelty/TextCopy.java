package cadenza.host.novelty;

/**
 * A run of a text that is in another text, exactly.
 *
 * @param run in the text
 * @param source title of the other one
 * @param line where it begins there, from 1
 */
public record TextCopy(TextRun run, String source, long line) {}
