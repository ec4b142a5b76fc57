package cadenza.cli;

import cadenza.api.Corpus;
import cadenza.api.FittedOptions;
import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import cadenza.host.SamplerListeners;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.corpus.CorpusHash;
import cadenza.host.corpus.CorpusReader;
import cadenza.host.models.ModelLibrary;
import cadenza.host.models.ParentModel;
import cadenza.host.models.Precision;
import cadenza.host.models.StoredCheckpoint;
import cadenza.host.novelty.Fingerprint;
import cadenza.host.novelty.TextFingerprint;
import cadenza.host.picture.TrainingCurve;
import cadenza.host.plugins.Deadlines;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.training.LossUnit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cadenza train}: a model of one's own files. */
@Command(name = "train", description = "Train a model on files of your own.", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer>, OptionedCommand {
    private static final int INTERRUPTED = 130;
    private static final int MOST_NAMED = 10;

    /** What may be given with {@code --resume}. */
    private static final Set<String> BESIDE_RESUME =
            Set.of("--resume", "--minutes", "--epochs", "--patience", "--deadline", "--verbose");

    private final Terminal terminal;
    private final StudioFolders folders;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files, folders and patterns of files to learn from.")
    private List<Path> paths = List.of();

    @Option(
            names = "--resume",
            paramLabel = "NAME",
            description = "Go on with a training exactly where it stopped, as it was asked for; --minutes, --epochs and"
                    + " --patience may be given anew, for the whole of it.")
    private String resume;

    @Option(names = "--generator", paramLabel = "ID", description = "See 'cadenza plugins'.")
    private String generatorId;

    @Option(names = "--name", paramLabel = "NAME", description = "The model's name.")
    private String name;

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description = "Begin from the weights of a model; its vocabulary grows by what the files have more.")
    private String from;

    @Mixin
    private TrainingBounds bounds;

    @Option(
            names = "--valid",
            paramLabel = "PATH",
            description = "Validate on this (default: the last tenth of each text, every tenth piece).")
    private Path valid;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--weights",
            paramLabel = "BITS",
            defaultValue = "32",
            description = "Bits of a weight in the model's file, 16 or 32 (default: ${DEFAULT-VALUE}).")
    private int weightBits;

    @Mixin
    private CardOptions card;

    @Mixin
    private QuantiseOption quantise;

    private final DeadlineOption deadline = new DeadlineOption();
    private final SamplingOptions recommended = new SamplingOptions();
    private final GeneratorOptions own;
    private Optional<StoredCheckpoint> checkpoint = Optional.empty();

    private TrainCommand(Terminal terminal, StudioFolders folders, GeneratorChoice choice) {
        this.terminal = terminal;
        this.folders = folders;
        own = new GeneratorOptions(choice);
    }

    /** The command with the options of the generator that its line is for. */
    static CommandLine line(Terminal terminal, StudioFolders folders, GeneratorChoice choice) {
        return CommandLines.annotated(new TrainCommand(terminal, folders, choice));
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(deadline, recommended, own);
    }

    @Override
    public Integer call() {
        return (resume == null ? this : resumed()).train(deadline.deadlines());
    }

    /** The command as it was given at first, to go on from its checkpoint. */
    private TrainCommand resumed() {
        boolean others = spec.commandLine().getParseResult().matchedOptions().stream()
                .anyMatch(option -> !BESIDE_RESUME.contains(option.longestName()));
        if (!paths.isEmpty() || others) {
            throw new UserException("--resume " + resume + " goes on with what its training was asked for; beside it"
                    + " only --minutes, --epochs and --patience can be given");
        }
        StoredCheckpoint stored = StoredCheckpoint.read(folders.library().checkpoint(resume));
        TrainingRun run = TrainingRun.of(stored.run());
        if (run.finished() && !bounds.anyGiven()) {
            throw new UserException("the training of '" + resume
                    + "' is finished; to go on, give more --minutes or --epochs than it had, for the whole of it, or"
                    + " new --patience where that ended it");
        }
        CommandLine line = Main.withConverters(line(terminal, folders, GeneratorChoice.of(folders, run.arguments())));
        line.parseArgs(run.arguments().toArray(String[]::new));
        TrainCommand first = line.getCommand();
        first.bounds.replaceBy(bounds);
        first.checkpoint = Optional.of(stored);
        return first;
    }

    private Integer train(Deadlines deadlines) {
        if (name == null || paths.isEmpty()) {
            throw new UserException((paths.isEmpty() ? "PATH" : "--name") + " is missing; 'cadenza train PATH..."
                    + " --generator ID --name NAME', or '--resume NAME'");
        }
        ModelLibrary.checkName(name);
        if (name.equals(from)) {
            throw new UserException("--name " + name + " is the model that the training begins from; give the new one"
                    + " another name");
        }
        recommended.checkForCard();
        bounds.check();
        card.check();
        Precision asked = precision();
        try (Studio studio = new Studio(folders, SamplerListeners.NONE, deadlines)) {
            Optional<ParentModel> parent = Optional.ofNullable(from).map(studio::parent);
            LoadedGenerator generator = studio.plugins().generator(generatorId(parent));
            parent.ifPresent(model -> model.checkGiven(own.given().keySet()));
            Settings given = own.given(generator.info());
            quantise.check(generator.info().medium());
            CorpusReader reader = new CorpusReader(generator.info().medium(), quantise);
            CorpusReader.Material material =
                    valid == null ? reader.readWithHoldout(paths) : reader.readWithValidation(paths, List.of(valid));
            quantise.report(terminal.err());
            checkpoint.ifPresent(stored -> TrainingRun.of(stored.run()).check(material.corpus(), name));
            FittedOptions fitted = parent.map(model -> new FittedOptions(model.options(generator.info()), Map.of()))
                    .orElseGet(() -> generator.fit(material.corpus()));
            TrainingOptions options = bounds.options(over(fitted.settings(), given), seed, start(parent));
            List<String> reasons = OptionReasons.lines(fitted, given.names());
            try (TrainingConsole console =
                    new TrainingConsole(terminal, studio, generator, material, valid == null, reasons)) {
                checkpoint.ifPresent(
                        stored -> console.goOn(TrainingRun.of(stored.run()).history()));
                Model model = studio.train(
                        generator, material.corpus(), options, keeping(console, generator, material.corpus(), studio));
                if (console.stoppedBeforeTheFirstStep()) {
                    console.nothingKept();
                    return INTERRUPTED;
                }
                Optional<Fingerprint> fingerprint = fingerprint(material.corpus(), parent);
                Precision precision = asked;
                if (!precision.holds(model.contents())) {
                    terminal.err()
                            .println("cadenza: a weight is too large for " + precision.bits() + " bits; kept in "
                                    + Precision.SINGLE.bits());
                    precision = Precision.SINGLE;
                }
                Settings told = precision.on(card(options, console, parent));
                Path file = studio.keep(name, generator, model, told, fingerprint, precision);
                console.kept(name, file, precision);
                keepCurve(studio, generator, console);
                return 0;
            }
        }
    }

    private TrainingStart start(Optional<ParentModel> parent) {
        Optional<TrainingStart> from = checkpoint.map(stored -> new TrainingStart.FromCheckpoint(stored.checkpoint()));
        return from.or(() -> parent.map(ParentModel::start)).orElse(TrainingStart.FRESH);
    }

    private TrainingListener keeping(TrainingConsole console, LoadedGenerator generator, Corpus corpus, Studio studio) {
        List<String> arguments = words(false);
        String[] hash = new String[1]; // made when the first checkpoint is
        return new CheckpointKeeper(console, terminal, (reached, finished) -> {
            hash[0] = hash[0] == null ? CorpusHash.of(corpus) : hash[0];
            TrainingRun run = new TrainingRun(arguments, hash[0], finished, console.history());
            studio.models()
                    .keepCheckpoint(
                            name,
                            new StoredCheckpoint(generator.info().id(), generator.version(), run.toSettings(), reached)
                                    .bytes());
        });
    }

    /** The model is safe by now; a system without fonts costs the curve alone. */
    private void keepCurve(Studio studio, LoadedGenerator generator, TrainingConsole console) {
        try {
            LossUnit unit = LossUnit.of(generator.info().medium());
            byte[] png = new TrainingCurve(name + ", " + generator.info().id(), unit).png(console.history());
            console.drawn(studio.models().keepCurve(name, png));
        } catch (UserException e) {
            console.notDrawn(e.getMessage());
        }
    }

    /** @throws UserException if none is given, or one that is not the parent's */
    private String generatorId(Optional<ParentModel> parent) {
        if (parent.isEmpty()) {
            if (generatorId == null) {
                throw new UserException("--generator is missing; 'cadenza plugins' lists the generators");
            }
            return generatorId;
        }
        String parents = parent.get().stored().generator();
        if (generatorId != null && !generatorId.equals(parents)) {
            throw new UserException("--generator " + generatorId + " is not that of model '"
                    + parent.get().name() + "', which is of " + parents + "; leave --generator out");
        }
        return parents;
    }

    /** Of what the model learned from, its parent's documents included; says what it does not cover. */
    private Optional<Fingerprint> fingerprint(Corpus corpus, Optional<ParentModel> parent) {
        Optional<Fingerprint> before = parent.flatMap(ParentModel::fingerprint);
        if (before.isPresent() && before.get() instanceof TextFingerprint text) {
            return Optional.of(text.with(Corpus.texts(corpus.training())));
        }
        Optional<Fingerprint> fingerprint = Fingerprint.of(corpus.training());
        if (fingerprint.isEmpty()) {
            terminal.err()
                    .println("cadenza: the training music is too large to keep a fingerprint of it; what clips"
                            + " copy from it will not be known");
        }
        if (parent.isPresent()) {
            terminal.err()
                    .println("cadenza: what is copied from the documents that '"
                            + parent.get().name() + "' was trained on will not be known");
        }
        return fingerprint;
    }

    private Precision precision() {
        return Arrays.stream(Precision.values())
                .filter(precision -> precision.bits() == weightBits)
                .findFirst()
                .orElseThrow(() -> new UserException("--weights " + weightBits + " is not 16 or 32"));
    }

    private static Settings over(Settings fitted, Settings given) {
        Settings settings = fitted;
        for (String option : given.names()) {
            settings = settings.with(option, given.value(option));
        }
        return settings;
    }

    private Settings card(TrainingOptions options, TrainingConsole console, Optional<ParentModel> parent) {
        Settings settings = Settings.empty()
                .with("data", console.describe(card.data(title())))
                .with("command", command())
                .with("options", options.settings())
                .with("seed", seed)
                .with("losses", console.losses());
        if (parent.isPresent()) {
            settings = settings.with("from", parent.get().origin());
        }
        if (recommended.given()) {
            settings = settings.with(
                    "sampler", recommended.over(SamplerSettings.PLAIN).toSettings());
        }
        Settings structure = card.structure().addTo(Settings.empty());
        return structure.names().isEmpty() ? settings : settings.with("structure", structure);
    }

    private String title() {
        List<String> names = paths.stream().map(TrainCommand::lastName).toList();
        return names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + " and " + (names.size() - MOST_NAMED) + " more";
    }

    private static String lastName(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? path.toString() : last.toString();
    }

    /** The command as it can be given again. */
    private String command() {
        return "cadenza train " + String.join(" ", words(true));
    }

    /** @param placeless whether data is CORPUS, because a path means nothing elsewhere, and the card is left out */
    private List<String> words(boolean placeless) {
        List<String> words = new ArrayList<>();
        if (placeless) {
            words.add("CORPUS");
        } else {
            paths.forEach(path -> words.add(path.toAbsolutePath().toString()));
            words.addAll(card.dataWords());
        }
        if (from != null) {
            words.addAll(List.of("--from", placeless ? lastName(Path.of(from)) : from));
        }
        if (generatorId != null) {
            words.addAll(List.of("--generator", generatorId));
        }
        words.addAll(List.of("--name", name));
        words.addAll(own.words());
        words.addAll(card.structureWords());
        words.addAll(bounds.words());
        if (valid != null) {
            words.addAll(List.of(
                    "--valid", placeless ? "CORPUS" : valid.toAbsolutePath().toString()));
        }
        words.addAll(List.of("--seed", String.valueOf(seed)));
        if (precision() != Precision.SINGLE) {
            words.addAll(List.of("--weights", String.valueOf(weightBits)));
        }
        words.addAll(quantise.words());
        words.addAll(placeless ? recommended.words() : recommended.arguments());
        return words;
    }
}
