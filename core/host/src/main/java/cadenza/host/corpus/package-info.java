/**
 * From files and folders to the documents to learn from: {@link cadenza.host.corpus.CorpusReader}. Knows what files a
 * medium is kept in, and nothing of tokens.
 */
package cadenza.host.corpus;
