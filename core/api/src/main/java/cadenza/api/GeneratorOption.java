package cadenza.api;

import java.util.List;
import java.util.Objects;

/** An option of a generator's training: its name, default and range. */
public sealed interface GeneratorOption {
    /** Lower case, words joined by hyphens; {@code --name} on the command line. */
    String name();

    /** One line for the user. */
    String description();

    /** The value where the user gives none, as {@link Settings} hold it. */
    Object defaultValue();

    /** What is allowed, in words: "a whole number of 1..8". */
    String allowed();

    /** The value that a text stands for. @throws UserException if it is not allowed */
    Object parse(String text);

    /** A whole number of {@code [lowest, highest]}. */
    record Whole(String name, String description, int fallback, int lowest, int highest) implements GeneratorOption {
        /** @throws IllegalArgumentException if the name is no option's, or the default is out of the range */
        public Whole {
            checkNamed(name, description);
            if (fallback < lowest || fallback > highest) {
                throw outOfRange(name, fallback, lowest, highest);
            }
        }

        @Override
        public Object defaultValue() {
            return (long) fallback;
        }

        @Override
        public String allowed() {
            return "a whole number of " + lowest + ".." + highest;
        }

        @Override
        public Object parse(String text) {
            try {
                long value = Long.parseLong(text);
                if (value >= lowest && value <= highest) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw refusal(this, text);
            }
            throw refusal(this, text);
        }
    }

    /** A number of {@code [lowest, highest]}. */
    record Decimal(String name, String description, double fallback, double lowest, double highest)
            implements GeneratorOption {
        /** @throws IllegalArgumentException if the name is no option's, or the default is out of the range */
        public Decimal {
            checkNamed(name, description);
            if (!(fallback >= lowest && fallback <= highest)) {
                throw outOfRange(name, fallback, lowest, highest);
            }
        }

        @Override
        public Object defaultValue() {
            return fallback;
        }

        @Override
        public String allowed() {
            return "a number of " + lowest + ".." + highest;
        }

        @Override
        public Object parse(String text) {
            try {
                double value = Double.parseDouble(text);
                if (value >= lowest && value <= highest) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw refusal(this, text);
            }
            throw refusal(this, text);
        }
    }

    /** One of a few words. */
    record Choice(String name, String description, String fallback, List<String> choices) implements GeneratorOption {
        /** @throws IllegalArgumentException if the name is no option's, or the default is none of the words */
        public Choice {
            checkNamed(name, description);
            choices = List.copyOf(choices);
            if (!choices.contains(fallback)) {
                throw new IllegalArgumentException("the default of " + name + " is not one of " + choices);
            }
        }

        @Override
        public Object defaultValue() {
            return fallback;
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", choices);
        }

        @Override
        public Object parse(String text) {
            if (!choices.contains(Objects.requireNonNull(text, "text"))) {
                throw refusal(this, text);
            }
            return text;
        }
    }

    private static void checkNamed(String name, String description) {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("option '" + name + "' is not lower case words joined by hyphens");
        }
        Objects.requireNonNull(description, "description");
    }

    private static IllegalArgumentException outOfRange(String name, Number fallback, Number lowest, Number highest) {
        return new IllegalArgumentException(
                "the default of " + name + " is " + fallback + ", not in " + lowest + ".." + highest);
    }

    private static UserException refusal(GeneratorOption option, String text) {
        return new UserException("--" + option.name() + " '" + text + "' is not " + option.allowed());
    }
}
