package cadenza.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Named values of closed types: what a JSON object can hold. Used for the options of a training and for what a model
 * file says about a model. Immutable; keeps the order in which the values were given.
 *
 * <p>A value is a {@link String}, {@link Long}, {@link Double} (finite), {@link Boolean}, a {@link List} of such, or
 * {@code Settings}. The getters check type and range and throw {@link UserException} with the name, the value and what
 * is allowed, so that a damaged or hostile model file ends in one clear line.
 */
public final class Settings {
    private static final Settings EMPTY = new Settings(Map.of());

    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = values;
    }

    /** No values. */
    public static Settings empty() {
        return EMPTY;
    }

    /** These values, in the order of the map. @throws IllegalArgumentException on other types */
    public static Settings of(Map<String, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(name, closed(name, value)));
        return new Settings(Collections.unmodifiableMap(copy));
    }

    /** A copy with one more value, or another one under the same name. @throws IllegalArgumentException on other types */
    public Settings with(String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        copy.put(name, closed(name, value));
        return new Settings(Collections.unmodifiableMap(copy));
    }

    private static Object closed(String name, Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Float number) {
            return closed(name, number.doubleValue());
        }
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("setting '" + name + "' is not finite: " + number);
            }
            return number;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            for (Object element : list) {
                copy.add(closed(name, element));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof String || value instanceof Long || value instanceof Boolean || value instanceof Settings) {
            return value;
        }
        throw new IllegalArgumentException("setting '" + name + "' has no storable value: " + value);
    }

    /** The names, in order. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Whether a value of that name is there. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value as it is. @throws UserException if there is none */
    public Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new UserException("setting '" + name + "' is missing");
        }
        return value;
    }

    public String text(String name) {
        return typed(name, String.class, "a text");
    }

    public boolean flag(String name) {
        return typed(name, Boolean.class, "true or false");
    }

    public Settings settings(String name) {
        return typed(name, Settings.class, "an object");
    }

    /** A whole number of {@code [lowest, highest]}. */
    public int integer(String name, int lowest, int highest) {
        long value = typed(name, Long.class, "a whole number");
        if (value < lowest || value > highest) {
            throw new UserException("setting '" + name + "' is " + value + ", not in " + lowest + ".." + highest);
        }
        return (int) value;
    }

    /** A whole number. */
    public long number(String name) {
        return typed(name, Long.class, "a whole number");
    }

    /** A number of {@code [lowest, highest]}. */
    public double decimal(String name, double lowest, double highest) {
        Object value = value(name);
        if (!(value instanceof Number number)) {
            throw new UserException("setting '" + name + "' is not a number: " + value);
        }
        double decimal = number.doubleValue();
        if (!(decimal >= lowest && decimal <= highest)) {
            throw new UserException("setting '" + name + "' is " + value + ", not in " + lowest + ".." + highest);
        }
        return decimal;
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        return list(name, String.class, "texts");
    }

    /** A list of whole numbers. */
    public List<Long> numbers(String name) {
        return list(name, Long.class, "whole numbers");
    }

    private <T> List<T> list(String name, Class<T> type, String expected) {
        List<?> list = typed(name, List.class, "a list of " + expected);
        for (Object element : list) {
            if (!type.isInstance(element)) {
                throw new UserException("setting '" + name + "' is not a list of " + expected + ": it has " + element);
            }
        }
        return list.stream().map(type::cast).toList();
    }

    private <T> T typed(String name, Class<T> type, String expected) {
        Object value = value(name);
        if (!type.isInstance(value)) {
            throw new UserException("setting '" + name + "' is not " + expected + ": " + value);
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && settings.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
