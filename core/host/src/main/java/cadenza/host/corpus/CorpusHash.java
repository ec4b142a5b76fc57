package cadenza.host.corpus;

import cadenza.api.Corpus;
import cadenza.api.document.Document;
import cadenza.api.document.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether a corpus is the same as another: SHA-256 of all its documents, in their order. */
public final class CorpusHash {
    private static final int PIECE = 1 << 16;

    private CorpusHash() {}

    /** 64 hexadecimal digits. */
    public static String of(Corpus corpus) {
        MessageDigest digest = sha256();
        add(digest, corpus.training());
        add(digest, corpus.validation());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, List<Document> documents) {
        add(digest, documents.size() + " documents\n");
        for (Document document : documents) {
            // A score's records tell all that is in them.
            String content = document instanceof Text text ? text.content() : document.toString();
            add(digest, content.length() + " characters\n");
            // In pieces, so that a large text is not there twice.
            for (int from = 0; from < content.length(); ) {
                int to = Math.min(content.length(), from + PIECE);
                if (to < content.length() && Character.isHighSurrogate(content.charAt(to - 1))) {
                    to++;
                }
                add(digest, content.substring(from, to));
                from = to;
            }
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
