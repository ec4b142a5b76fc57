package cadenza.api;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a folder of classes can be seen from outside, one line each: types with all that they extend and permit, and
 * their public and protected members with generic types and exceptions. Constants come with their values, which
 * compilers copy.
 */
final class ApiSignatures {
    private ApiSignatures() {}

    static List<String> of(Path classes) throws IOException, ClassNotFoundException {
        List<String> lines = new ArrayList<>();
        for (String name : names(classes)) {
            Class<?> type = Class.forName(name);
            if (visible(type)) {
                lines.add(declaration(type));
                lines.addAll(members(type));
            }
        }
        return lines;
    }

    private static List<String> names(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static boolean visible(Class<?> type) {
        boolean own = seen(type.getModifiers()) && !type.isAnonymousClass() && !type.isSynthetic();
        return own && (type.getDeclaringClass() == null || visible(type.getDeclaringClass()));
    }

    private static boolean seen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String declaration(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        // Of an enum, whether it is final depends on its constants.
        int shown = Modifier.PUBLIC | Modifier.PROTECTED | (type.isEnum() ? 0 : Modifier.FINAL);
        int asClass = type.isInterface() || type.isEnum() ? 0 : Modifier.ABSTRACT;
        String modifiers = Modifier.toString(type.getModifiers() & (shown | asClass));
        StringBuilder line = new StringBuilder(modifiers + " " + kind + " " + type.getName());
        line.append(variables(type.getTypeParameters()));
        if (!type.isInterface() && type.getGenericSuperclass() != null) {
            line.append(" extends ").append(type.getGenericSuperclass().getTypeName());
        }
        line.append(list(" implements ", type.getGenericInterfaces()));
        if (type.isSealed()) {
            line.append(list(" permits ", type.getPermittedSubclasses()));
        }
        return line.toString();
    }

    private static List<String> members(Class<?> type) {
        List<String> lines = new ArrayList<>();
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> seen(field.getModifiers()) && !field.isSynthetic())
                .forEach(field -> lines.add("  " + field(field)));
        Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> seen(constructor.getModifiers()) && !constructor.isSynthetic())
                .forEach(constructor -> lines.add("  " + executable(constructor, "")));
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> seen(method.getModifiers()) && !method.isSynthetic() && !usual(method))
                .forEach(method -> lines.add(
                        "  " + executable(method, method.getGenericReturnType().getTypeName() + " ")));
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    /** What every object has, and the compiler writes for records. */
    private static boolean usual(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static String field(Field field) {
        String line = field.toGenericString();
        boolean constant = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
        if (!constant || !field.getType().isPrimitive() && field.getType() != String.class) {
            return line;
        }
        try {
            return line + " = " + field.get(null);
        } catch (IllegalAccessException e) {
            return line; // protected: no other compiler's copy
        }
    }

    private static String executable(Executable executable, String result) {
        boolean isDefault = executable instanceof Method method && method.isDefault();
        String modifiers = Modifier.toString(executable.getModifiers()
                & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL));
        String variables = variables(executable.getTypeParameters());
        String type = executable.getDeclaringClass().getName();
        String name = executable instanceof Constructor ? type : type + "." + executable.getName();
        String parameters = Arrays.stream(executable.getGenericParameterTypes())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", "));
        return modifiers + (isDefault ? " default " : " ") + (variables.isEmpty() ? "" : variables + " ") + result
                + name
                + "(" + parameters + ")" + (executable.isVarArgs() ? " varargs" : "")
                + list(" throws ", executable.getGenericExceptionTypes());
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + list(" extends ", variable.getBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String list(String before, Type[] types) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", ", before, ""));
    }
}
