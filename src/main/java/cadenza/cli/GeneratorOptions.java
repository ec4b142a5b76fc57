package cadenza.cli;

import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.host.storage.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of a training that generators declare: {@code --hidden} is there because a generator has an option
 * {@code hidden}. Help and checks come from the declaration alone. Those of other generators than the one that is chosen
 * are known as well, to say that it has them not, but not in the help.
 *
 * <p>An option that is named as one of the command itself is reached by {@code --option NAME=VALUE} alone.
 */
final class GeneratorOptions implements OptionGroup {
    private final GeneratorChoice choice;
    private CommandSpec line;
    private final Map<String, CommandOption<String>> byName = new LinkedHashMap<>();
    private final CommandOption<List<String>> further = CommandOption.texts(
            "--option", "NAME=VALUE", "The same as --NAME VALUE, for an option of the generator; may be repeated.");

    GeneratorOptions(GeneratorChoice choice) {
        this.choice = choice;
        choice.chosen().ifPresent(info -> info.options().forEach(option -> byName.put(option.name(), shown(option))));
        for (GeneratorInfo info : choice.installed()) {
            info.options().forEach(option -> byName.putIfAbsent(option.name(), hidden(option)));
        }
    }

    private static CommandOption<String> shown(GeneratorOption option) {
        String help = option.description() + ": " + option.allowed() + " (default: " + option.defaultValue() + ").";
        return CommandOption.text(
                "--" + option.name(),
                label(option),
                plain(help.substring(0, 1).toUpperCase(Locale.ROOT) + help.substring(1)));
    }

    /** Picocli takes help for a format. */
    private static String plain(String help) {
        return help.replace("%", "%%");
    }

    private static String label(GeneratorOption option) {
        if (option instanceof GeneratorOption.Whole) {
            return "N";
        }
        return option instanceof GeneratorOption.Decimal ? "X" : "WORD";
    }

    private static CommandOption<String> hidden(GeneratorOption option) {
        return CommandOption.hiddenText("--" + option.name());
    }

    @Override
    public List<CommandOption<?>> options() {
        List<CommandOption<?>> options = new ArrayList<>(byName.values());
        options.add(further);
        return options;
    }

    @Override
    public void addTo(CommandSpec command) {
        line = command;
        command.addOption(further.spec());
        byName.values().removeIf(option -> taken(option, command));
        ArgGroupSpec.Builder own = ArgGroupSpec.builder()
                .validate(false)
                .heading("%nOptions of "
                        + choice.chosen().map(GeneratorInfo::id).orElse("the generator")
                        + "; some are fitted to what is read where they are not given:%n");
        for (CommandOption<String> option : byName.values()) {
            if (option.spec().hidden()) {
                command.addOption(option.spec());
            } else {
                own.addArg(option.spec());
            }
        }
        if (!own.args().isEmpty()) {
            command.addArgGroup(own.build());
        }
        if (choice.chosen().isEmpty() && !choice.installed().isEmpty()) {
            command.usageMessage().description(described(command.usageMessage().description()));
        }
    }

    /** By the command itself, or by what all commands have. */
    private static boolean taken(CommandOption<String> option, CommandSpec command) {
        return command.optionsMap().containsKey(option.name()) || option.name().equals(Main.VERBOSE);
    }

    private String[] described(String[] before) {
        List<String> lines = new ArrayList<>(List.of(before));
        lines.add("Each generator has options of its own; 'cadenza train --generator ID --help' shows them:");
        for (GeneratorInfo info : choice.installed()) {
            lines.add(plain(
                    String.format("  %-16s %-6s %s", info.id(), info.medium().label(), info.title())));
        }
        return lines.toArray(String[]::new);
    }

    /**
     * What was given, by the names of the options, as it was written and in that order; after the line was read.
     *
     * @throws UserException if one is given twice
     */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (OptionSpec matched : line.commandLine().getParseResult().matchedOptions()) {
            String name = matched.longestName().substring(2);
            CommandOption<String> option = byName.get(name);
            if (option != null && option.spec() == matched) {
                option.given().ifPresent(value -> given.put(name, value));
            }
        }
        for (String pair : further.or(List.of())) {
            String[] parts = pair.split("=", 2);
            if (parts.length < 2) {
                throw new UserException("--option '" + pair + "' is not NAME=VALUE");
            }
            if (given.put(parts[0], parts[1]) != null) {
                throw new UserException("option '" + parts[0] + "' is given twice; give it once");
            }
        }
        return given;
    }

    /** What was given, as a generator understands it. @throws UserException if it has an option not, or not the value */
    Settings given(GeneratorInfo info) {
        Settings settings = Settings.empty();
        for (Map.Entry<String, String> entry : given().entrySet()) {
            GeneratorOption option = info.options().stream()
                    .filter(candidate -> candidate.name().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> unknown(info, entry.getKey()));
            settings = settings.with(option.name(), option.parse(entry.getValue()));
        }
        return settings;
    }

    private static UserException unknown(GeneratorInfo info, String option) {
        List<String> names = info.options().stream().map(GeneratorOption::name).toList();
        return new UserException(
                "generator '" + info.id() + "' has no option '" + option + "'; it has "
                        + (names.isEmpty() ? "none" : String.join(", ", names)),
                NearestName.hint(option, names),
                null);
    }

    /** What was given, as words of a command. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        given().forEach((name, value) -> words.addAll(
                byName.containsKey(name) ? List.of("--" + name, value) : List.of("--option", name + "=" + value)));
        return words;
    }
}
