package cadenza.cli;

import cadenza.api.benchmark.NetworkSize;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the size of a network: {@code lstm:2x256}. */
final class NetworkSizeConverter implements ITypeConverter<NetworkSize> {
    /** As many symbols as a text in plain English has. */
    private static final int SYMBOLS = 65;

    private static final Pattern SIZE = Pattern.compile("([a-z-]+):([1-9]\\d{0,1})x([1-9]\\d{0,3})");

    /** The networks that are measured where none is named. */
    static final List<NetworkSize> USUAL = Stream.of("lstm", "gru")
            .flatMap(cell -> Stream.of(
                    new NetworkSize(cell, 1, 256, SYMBOLS),
                    new NetworkSize(cell, 2, 256, SYMBOLS),
                    new NetworkSize(cell, 2, 512, SYMBOLS)))
            .toList();

    @Override
    public NetworkSize convert(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new TypeConversionException("'" + text + "' is no network such as lstm:2x256");
        }
        return new NetworkSize(
                size.group(1), Integer.parseInt(size.group(2)), Integer.parseInt(size.group(3)), SYMBOLS);
    }
}
