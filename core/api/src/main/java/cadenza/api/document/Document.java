package cadenza.api.document;

/** A text or a score; immutable. */
public sealed interface Document permits Text, Score {
    /** Names the document in reports, usually its file name without folders; never empty. */
    String title();

    /** The medium this document belongs to. */
    Medium medium();
}
