package cadenza.cli;

import cadenza.api.ApiVersion;
import cadenza.api.UserException;
import cadenza.host.StudioFolders;
import cadenza.host.plugins.PluginException;
import cadenza.host.storage.NearestName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code cadenza}. Exit codes: 0 done, 1 our fault, 2 the user's, 3 a plugin's, 130 interrupted. A fault is
 * one line on stderr, and a second with the nearest name where there is one.
 */
public final class Main implements Callable<Integer> {
    static final int OUR_FAULT = 1;
    static final int USERS_FAULT = 2;
    static final int PLUGINS_FAULT = 3;

    /** The option of all commands. */
    static final String VERBOSE = "--verbose";

    private final OptionSpec verbosity = OptionSpec.builder(VERBOSE)
            .arity("0")
            .type(boolean.class)
            .scopeType(ScopeType.INHERIT)
            .description("Show what lies beneath an error, and what libraries say.")
            .build();
    private final CommandLine line;

    private final Terminal terminal;

    private Main(Terminal terminal) {
        this.terminal = terminal;
        CommandSpec spec = CommandLines.plain(this, "cadenza", "Improvises music and text with recurrent networks.");
        spec.usageMessage().synopsisSubcommandLabel("COMMAND");
        spec.addOption(verbosity);
        line = CommandLines.withHelp(spec);
    }

    private boolean verbose() {
        Boolean given = verbosity.getValue();
        return given != null && given;
    }

    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains(VERBOSE)) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
        }
        Terminal terminal = Terminal.ofProcess();
        int code = run(terminal, folders(System.getenv()), arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(code);
    }

    private static StudioFolders folders(Map<String, String> environment) {
        String own = environment.getOrDefault("CADENZA_HOME", "");
        // Java takes the home from the user database, a shell's ~ is HOME.
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return new StudioFolders(
                own.isEmpty() ? Path.of(home, ".cadenza") : Path.of(own),
                Optional.ofNullable(System.getProperty("cadenza.distribution")).map(Path::of));
    }

    /** Runs one command. @return the exit code */
    static int run(Terminal terminal, StudioFolders folders, String... arguments) {
        Main main = new Main(terminal);
        CommandLine line = main.line;
        try {
            addSubcommands(line, commands(terminal, folders, arguments), arguments);
        } catch (UserException | PluginException e) {
            return main.explain(e); // of looking for the generators, before a line is read
        }
        withConverters(line);
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setParameterExceptionHandler(new Explain(main));
        line.setExecutionExceptionHandler(new Explain(main));
        int code;
        try {
            code = line.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Not an Exception, so no handler of the command line sees it.
            terminal.err()
                    .println("cadenza: this is more than fits into the memory that Java has ("
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MiB); try with less, or a smaller file");
            code = OUR_FAULT;
        }
        try {
            terminal.checkOut();
        } catch (UserException fault) {
            return code == 0 ? main.explain(fault) : code;
        }
        return code;
    }

    /** Has numbers read so that what is none is told in our words. @return the same line */
    static CommandLine withConverters(CommandLine line) {
        line.registerConverter(Double.class, new NumberConverter<>(Double::valueOf, "a number such as 92.5"));
        line.registerConverter(double.class, new NumberConverter<>(Double::valueOf, "a number such as 92.5"));
        line.registerConverter(Integer.class, new NumberConverter<>(Integer::valueOf, "a whole number"));
        line.registerConverter(int.class, new NumberConverter<>(Integer::valueOf, "a whole number"));
        line.registerConverter(Long.class, new NumberConverter<>(Long::valueOf, "a whole number"));
        line.registerConverter(long.class, new NumberConverter<>(Long::valueOf, "a whole number"));
        return line;
    }

    private static Map<String, Supplier<CommandLine>> commands(
            Terminal terminal, StudioFolders folders, String[] arguments) {
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("compose", () -> ComposeCommand.line(terminal, folders));
        commands.put("write", () -> WriteCommand.line(terminal, folders));
        commands.put("fill", () -> RewritingCommand.fill(terminal, folders));
        commands.put("harmonise", () -> RewritingCommand.harmonise(terminal, folders));
        commands.put("vary", () -> RewritingCommand.vary(terminal, folders));
        commands.put("train", () -> TrainCommand.line(terminal, folders, generatorOf(folders, arguments)));
        commands.put("evaluate", () -> CommandLines.annotated(new EvaluateCommand(terminal, folders)));
        commands.put("novelty", () -> CommandLines.annotated(new NoveltyCommand(terminal, folders)));
        commands.put("models", () -> CommandLines.annotated(new ModelsCommand(terminal, folders)));
        commands.put("plugins", () -> CommandLines.annotated(new PluginsCommand(terminal, folders)));
        commands.put("plugin", () -> PluginCommand.line(terminal, folders));
        commands.put("inspect", () -> CommandLines.annotated(new InspectCommand(terminal)));
        commands.put("play", () -> CommandLines.annotated(new PlayCommand(terminal)));
        commands.put("devices", () -> CommandLines.annotated(new DevicesCommand(terminal)));
        commands.put("export", () -> CommandLines.annotated(new ExportCommand(terminal)));
        commands.put("replay", () -> CommandLines.annotated(new ReplayCommand(terminal, folders)));
        commands.put("bench", () -> CommandLines.annotated(new BenchCommand(terminal, folders)));
        commands.put("help", () -> new CommandLine(new CommandLine.HelpCommand()));
        return commands;
    }

    /** For a line of {@code train}, or of {@code help train}; where it is one of many commands no plugin is loaded. */
    private static GeneratorChoice generatorOf(StudioFolders folders, String[] arguments) {
        List<String> all = List.of(arguments);
        boolean asked = all.indexOf("train") == 0 || all.indexOf("train") == 1 && all.indexOf("help") == 0;
        return asked ? GeneratorChoice.of(folders, all) : GeneratorChoice.NONE;
    }

    /** Just the command that is asked for, or all: reading the annotations of one takes milliseconds. */
    private static void addSubcommands(
            CommandLine line, Map<String, Supplier<CommandLine>> commands, String[] arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (commands.containsKey(first) && !first.equals("help")) {
            line.addSubcommand(first, commands.get(first).get());
        } else {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        }
    }

    @Override
    public Integer call() {
        line.usage(terminal.out());
        return 0;
    }

    private int explain(ParameterException fault) {
        CommandLine line = fault.getCommandLine();
        String message = fault.getMessage().split("\\R", 2)[0];
        String hint = null;
        if (fault instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().get(0);
            boolean option = first.startsWith("-");
            boolean command = !option && line.getParent() == null;
            message = (option ? "option '" : command ? "command '" : "argument '") + first + "' is not known to '"
                    + line.getCommandSpec().qualifiedName() + "'; see '"
                    + line.getCommandSpec().qualifiedName()
                    + " --help'";
            List<String> names = option
                    ? List.copyOf(line.getCommandSpec().optionsMap().keySet())
                    : List.copyOf(line.getSubcommands().keySet());
            hint = NearestName.hint(first, names);
        } else {
            message = message + "; see '" + line.getCommandSpec().qualifiedName() + " --help'";
        }
        say(message, hint);
        return USERS_FAULT;
    }

    private int explain(Exception fault) {
        if (verbose()) {
            fault.printStackTrace(terminal.err());
        }
        if (fault instanceof UserException users) {
            say(users.getMessage(), users.hint().orElse(null));
            return USERS_FAULT;
        }
        if (fault instanceof PluginException plugins) {
            say(plugins.getMessage(), null);
            return PLUGINS_FAULT;
        }
        String message = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        say("something went wrong inside Cadenza: " + message + (verbose() ? "" : "; --verbose shows where"), null);
        return OUR_FAULT;
    }

    private void say(String message, String hint) {
        terminal.err().println("cadenza: " + message.replaceAll("\\s*\\R\\s*", " "));
        if (hint != null) {
            terminal.err().println("cadenza: " + hint);
        }
        terminal.err().flush();
    }

    /**
     * Faults as lines. A class, not two lambdas: a class-data archive cannot hold lambdas of picocli's interfaces, which
     * are Java 5 code, and without those interfaces not half of picocli.
     */
    private record Explain(Main main)
            implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
        @Override
        public int handleParseException(ParameterException fault, String[] arguments) {
            return main.explain(fault);
        }

        @Override
        public int handleExecutionException(Exception fault, CommandLine line, CommandLine.ParseResult parsed) {
            return main.explain(fault);
        }
    }

    /** The version of this build and of the plugin API. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {
                "cadenza " + (version == null ? "(development)" : version) + ", plugin API " + ApiVersion.CURRENT
            };
        }
    }
}
