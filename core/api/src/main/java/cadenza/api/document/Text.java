package cadenza.api.document;

import java.util.Objects;

/**
 * A text.
 *
 * @param title names it in reports
 * @param content its characters; symbols are Unicode code points, never halves of a surrogate pair
 */
public record Text(String title, String content) implements Document {
    public Text {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(content, "content");
    }

    @Override
    public Medium medium() {
        return Medium.TEXT;
    }
}
