package cadenza.cli;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of an option, and says what is allowed where there is none. */
final class NumberConverter<T> implements ITypeConverter<T> {
    private final Function<String, T> parse;
    private final String allowed;

    NumberConverter(Function<String, T> parse, String allowed) {
        this.parse = parse;
        this.allowed = allowed;
    }

    @Override
    public T convert(String text) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not " + allowed);
        }
    }
}
