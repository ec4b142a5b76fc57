package cadenza.cli;

import cadenza.api.GeneratorInfo;
import cadenza.api.UserException;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.models.ModelFile;
import cadenza.host.plugins.LoadedGenerator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Which generator a command line is for, told before the line is read as a whole: only then it is known which options
 * there are. What is wrong with a line is left to its reading.
 *
 * @param chosen the one that {@code --generator} names, or of whose model {@code --from} is; empty if none is
 * @param installed all that are here
 */
record GeneratorChoice(Optional<GeneratorInfo> chosen, List<GeneratorInfo> installed) {
    /** Of a line that no one reads. */
    static final GeneratorChoice NONE = new GeneratorChoice(Optional.empty(), List.of());

    static GeneratorChoice of(StudioFolders folders, List<String> arguments) {
        CommandOption<String> generator = CommandOption.text("--generator", "ID", "");
        CommandOption<String> from = CommandOption.text("--from", "MODEL", "");
        CommandSpec spec = CommandSpec.create().addOption(generator.spec()).addOption(from.spec());
        try {
            new CommandLine(spec).setUnmatchedArgumentsAllowed(true).parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            // The line is read again, and there it is told.
            return of(folders, Optional.empty());
        }
        return of(folders, generator.given().or(() -> from.given().flatMap(model -> generatorOf(model, folders))));
    }

    private static Optional<String> generatorOf(String model, StudioFolders folders) {
        try {
            return Optional.of(ModelFile.read(folders.library().find(model)).generator());
        } catch (UserException e) {
            return Optional.empty(); // told when the model is opened
        }
    }

    private static GeneratorChoice of(StudioFolders folders, Optional<String> id) {
        try (Studio studio = new Studio(folders)) {
            List<GeneratorInfo> installed = studio.plugins().generators().values().stream()
                    .map(LoadedGenerator::info)
                    .toList();
            return new GeneratorChoice(
                    installed.stream()
                            .filter(info -> id.filter(info.id()::equals).isPresent())
                            .findFirst(),
                    installed);
        }
    }
}
