package cadenza.api;

/**
 * Thrown by a codec for a document that it cannot write as tokens, such as a piece of seven voices. The message is a
 * short reason ("7 notes sound at once in bar 3; at most 6 voices"); whoever trains lists the document with it and
 * goes on without.
 */
public final class UnsuitableDocumentException extends Exception {
    private static final long serialVersionUID = 1;

    public UnsuitableDocumentException(String reason) {
        super(reason);
    }
}
