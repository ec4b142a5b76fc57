package cadenza.host.corpus;

import cadenza.host.text.TextEncoding;
import cadenza.host.text.TextForm;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was met on the way from files to documents.
 *
 * @param encodings in how many texts each encoding was met
 * @param otherLineEnds how many texts had line ends other than LF
 * @param compressed how many texts were compressed
 * @param others files of folders that are not of the medium and were passed over, hidden ones last, as seen from those
 *     folders
 */
public record FilesRead(Map<TextEncoding, Integer> encodings, int otherLineEnds, int compressed, List<Path> others) {
    public FilesRead {
        Map<TextEncoding, Integer> copy = new EnumMap<>(TextEncoding.class);
        copy.putAll(encodings);
        encodings = Collections.unmodifiableMap(copy);
        others = List.copyOf(others);
    }

    static FilesRead of(List<TextForm> forms, List<Path> others) {
        Map<TextEncoding, Integer> encodings = new EnumMap<>(TextEncoding.class);
        forms.forEach(form -> encodings.merge(form.encoding(), 1, Integer::sum));
        int lineEnds = (int) forms.stream().filter(TextForm::otherLineEnds).count();
        int compressed = (int) forms.stream().filter(TextForm::compressed).count();
        return new FilesRead(encodings, lineEnds, compressed, others);
    }
}
