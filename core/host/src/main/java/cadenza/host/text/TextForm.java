package cadenza.host.text;

import java.util.Objects;

/**
 * In what form a text stood in its file, before it was read.
 *
 * @param otherLineEnds whether lines ended in CR LF or CR, which are read as LF
 * @param compressed whether it was compressed with gzip
 */
public record TextForm(TextEncoding encoding, boolean otherLineEnds, boolean compressed) {
    /** UTF-8 with line feeds. */
    public static final TextForm PLAIN = new TextForm(TextEncoding.UTF_8, false, false);

    public TextForm {
        Objects.requireNonNull(encoding, "encoding");
    }
}
