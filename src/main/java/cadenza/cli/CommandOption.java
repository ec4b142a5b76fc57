package cadenza.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option of a command, and what was given for it. Made without annotations: reading those of {@code compose} took a
 * tenth of a second, a quarter of the time to its first note.
 *
 * @param <T> what is given
 */
final class CommandOption<T> {
    private final OptionSpec spec;

    private CommandOption(OptionSpec spec) {
        this.spec = spec;
    }

    private static OptionSpec.Builder named(String name, String label, String description) {
        return OptionSpec.builder(name).paramLabel(label).description(description);
    }

    static CommandOption<String> text(String name, String label, String description) {
        return new CommandOption<>(
                named(name, label, description).type(String.class).build());
    }

    /** One that the help does not tell of. */
    static CommandOption<String> hiddenText(String name) {
        return new CommandOption<>(
                OptionSpec.builder(name).type(String.class).hidden(true).build());
    }

    /** May be given several times. */
    static CommandOption<List<String>> texts(String name, String label, String description) {
        return new CommandOption<>(named(name, label, description)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
    }

    static CommandOption<Integer> whole(String name, String label, String description) {
        return new CommandOption<>(
                named(name, label, description).type(Integer.class).build());
    }

    static CommandOption<Long> longWhole(String name, String label, String description) {
        return new CommandOption<>(
                named(name, label, description).type(Long.class).build());
    }

    static CommandOption<Double> number(String name, String label, String description) {
        return new CommandOption<>(
                named(name, label, description).type(Double.class).build());
    }

    static CommandOption<Path> path(String name, String label, String description) {
        return new CommandOption<>(
                named(name, label, description).type(Path.class).build());
    }

    /** True where it is given. */
    static CommandOption<Boolean> flag(String name, String description) {
        return new CommandOption<>(OptionSpec.builder(name)
                .arity("0")
                .description(description)
                .type(Boolean.class)
                .build());
    }

    /** True where it is given, false where its {@code --no-} form is. */
    static CommandOption<Boolean> choice(String name, String description) {
        return new CommandOption<>(OptionSpec.builder(name)
                .arity("0")
                .description(description)
                .type(Boolean.class)
                .negatable(true)
                .build());
    }

    OptionSpec spec() {
        return spec;
    }

    String name() {
        return spec.longestName();
    }

    /** What was given. */
    Optional<T> given() {
        return Optional.ofNullable(spec.getValue());
    }

    /** What was given, or else this. */
    T or(T fallback) {
        T value = spec.getValue();
        return value == null ? fallback : value;
    }
}
