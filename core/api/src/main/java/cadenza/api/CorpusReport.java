package cadenza.api;

import java.util.List;

/**
 * What a generator made of a corpus.
 *
 * @param trainingTokens tokens to train on
 * @param validationTokens tokens to validate on
 * @param vocabulary number of tokens in the vocabulary, the unknown one included
 * @param unknownTokens how many of all these tokens are the unknown one
 * @param remarks further lines for the user, such as which symbols were too rare
 * @param leftOut documents that could not be used
 */
public record CorpusReport(
        long trainingTokens,
        long validationTokens,
        int vocabulary,
        long unknownTokens,
        List<String> remarks,
        List<LeftOut> leftOut) {
    public CorpusReport {
        remarks = List.copyOf(remarks);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A document that could not be used.
     *
     * @param title of the document
     * @param reason why
     */
    public record LeftOut(String title, String reason) {}
}
