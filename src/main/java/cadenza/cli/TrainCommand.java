package cadenza.cli;

import cadenza.api.Corpus;
import cadenza.api.FittedOptions;
import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.control.Structure;
import cadenza.host.corpus.CorpusHash;
import cadenza.host.corpus.CorpusReader;
import cadenza.host.models.ModelLibrary;
import cadenza.host.models.ParentModel;
import cadenza.host.models.Precision;
import cadenza.host.models.StoredCheckpoint;
import cadenza.host.novelty.Fingerprint;
import cadenza.host.novelty.TextFingerprint;
import cadenza.host.picture.TrainingCurve;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.storage.NearestName;
import cadenza.host.training.LossUnit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cadenza train}: a model of one's own files. */
@Command(name = "train", description = "Train a model on files of your own.", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer>, OptionedCommand {
    private static final double DEFAULT_MINUTES = 10;
    private static final double MOST_MINUTES = 60 * 24 * 30;
    private static final int INTERRUPTED = 130;
    private static final int MOST_EPOCHS = 1_000_000;
    private static final int MOST_NAMED = 10;

    /** What may be given with {@code --resume}. */
    private static final Set<String> BESIDE_RESUME =
            Set.of("--resume", "--minutes", "--epochs", "--patience", "--verbose");

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

    @Option(names = "--cell", paramLabel = "CELL", description = "rnn, gru-one-gate, gru or lstm.")
    private String cell;

    @Option(names = "--coding", paramLabel = "CODING", description = "How music is written as tokens.")
    private String coding;

    @Option(names = "--layers", paramLabel = "L", description = "Recurrent layers.")
    private String layers;

    @Option(names = "--hidden", paramLabel = "H", description = "Units of a layer.")
    private String hidden;

    @Option(names = "--dropout", paramLabel = "P", description = "Share of what each layer hands on that is dropped.")
    private String dropout;

    @Option(names = "--batch", paramLabel = "B", description = "Sequences side by side.")
    private String batch;

    @Option(names = "--steps", paramLabel = "T", description = "Steps that the gradient flows back.")
    private String steps;

    @Option(names = "--learning-rate", paramLabel = "R", description = "Highest learning rate.")
    private String learningRate;

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description = "Another option of the generator; may be repeated.")
    private Map<String, String> further = new LinkedHashMap<>();

    @Option(names = "--minutes", paramLabel = "M", description = "Train at most so long (default: 10).")
    private Double minutes;

    @Option(names = "--epochs", paramLabel = "E", description = "Train at most so many passes over the files.")
    private Integer epochs;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Stop after N validations in a row without an improvement.")
    private Integer patience;

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

    @Option(names = "--cadence", description = "Recommend to close clips on the tonic, in the model's card.")
    private boolean cadence;

    @Option(
            names = "--voice-leading",
            paramLabel = "KIND",
            defaultValue = "free",
            description = "Recommend strict voice leading in the model's card, or free (the default).")
    private String voiceLeading;

    @Option(
            names = "--card",
            paramLabel = "KEY=VALUE",
            description = "Title, origin or licence of the data, for the model's card; may be repeated.")
    private Map<String, String> card = new LinkedHashMap<>();

    @Mixin
    private QuantiseOption quantise;

    private final SamplingOptions recommended = new SamplingOptions();
    private Optional<StoredCheckpoint> checkpoint = Optional.empty();

    TrainCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(recommended);
    }

    @Override
    public Integer call() {
        return resume == null ? train() : resumed().train();
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
        boolean bounded = minutes != null || epochs != null;
        if (run.finished() && !bounded && patience == null) {
            throw new UserException("the training of '" + resume
                    + "' is finished; to go on, give more --minutes or --epochs than it had, for the whole of it, or"
                    + " new --patience where that ended it");
        }
        TrainCommand first = new TrainCommand(terminal, folders);
        Main.withConverters(CommandLines.annotated(first))
                .parseArgs(run.arguments().toArray(String[]::new));
        if (bounded) {
            first.minutes = minutes;
            first.epochs = epochs;
        }
        first.patience = patience == null ? first.patience : patience;
        first.checkpoint = Optional.of(stored);
        return first;
    }

    private Integer train() {
        if (name == null || paths.isEmpty()) {
            throw new UserException((paths.isEmpty() ? "PATH" : "--name") + " is missing; 'cadenza train PATH..."
                    + " --generator ID --name NAME', or '--resume NAME'");
        }
        ModelLibrary.checkName(name);
        recommended.checkForCard();
        checkBounds();
        checkCard();
        Precision asked = precision();
        try (Studio studio = new Studio(folders)) {
            Optional<ParentModel> parent = Optional.ofNullable(from).map(studio::parent);
            LoadedGenerator generator = studio.plugins().generator(generatorId(parent));
            parent.ifPresent(model -> model.checkGiven(given().keySet()));
            Settings given = given(generator.info());
            quantise.check(generator.info().medium());
            CorpusReader reader = new CorpusReader(generator.info().medium(), quantise);
            CorpusReader.Material material =
                    valid == null ? reader.readWithHoldout(paths) : reader.readWithValidation(paths, List.of(valid));
            quantise.report(terminal.err());
            checkpoint.ifPresent(stored -> TrainingRun.of(stored.run()).check(material.corpus(), name));
            FittedOptions fitted = parent.map(model -> new FittedOptions(model.options(generator.info()), Map.of()))
                    .orElseGet(() -> generator.call("fitting its options", g -> g.fit(material.corpus())));
            TrainingOptions options = options(over(fitted.settings(), given), parent);
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
                Settings card = precision.on(card(options, console, parent));
                Path file = studio.keep(name, generator, model, card, fingerprint, precision);
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

    private void checkBounds() {
        if (minutes != null && !(minutes > 0 && minutes <= MOST_MINUTES)) {
            throw new UserException("--minutes " + minutes + " is not above 0 and at most " + (long) MOST_MINUTES);
        }
        if (epochs != null && (epochs < 1 || epochs > MOST_EPOCHS)) {
            throw new UserException("--epochs " + epochs + " is not in 1.." + MOST_EPOCHS);
        }
        if (patience != null && patience < 1) {
            throw new UserException("--patience " + patience + " is not a whole number from 1 on");
        }
    }

    private Precision precision() {
        return Arrays.stream(Precision.values())
                .filter(precision -> precision.bits() == weightBits)
                .findFirst()
                .orElseThrow(() -> new UserException("--weights " + weightBits + " is not 16 or 32"));
    }

    private void checkCard() {
        structure(); // a mistake is told before hours of training
        for (String key : card.keySet()) {
            if (!List.of("title", "origin", "licence").contains(key)) {
                throw new UserException("--card " + key + " is not title, origin or licence");
            }
        }
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("cell", cell);
        given.put("coding", coding);
        given.put("layers", layers);
        given.put("hidden", hidden);
        given.put("dropout", dropout);
        given.put("batch", batch);
        given.put("steps", steps);
        given.put("learning-rate", learningRate);
        given.values().removeIf(value -> value == null);
        given.putAll(further);
        return given;
    }

    /** The options that the user gave, as the generator has them. @throws UserException if it has one not */
    private Settings given(GeneratorInfo info) {
        Settings settings = Settings.empty();
        for (Map.Entry<String, String> entry : given().entrySet()) {
            GeneratorOption option = info.options().stream()
                    .filter(candidate -> candidate.name().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> unknownOption(info, entry.getKey()));
            settings = settings.with(option.name(), option.parse(entry.getValue()));
        }
        return settings;
    }

    private static Settings over(Settings fitted, Settings given) {
        Settings settings = fitted;
        for (String option : given.names()) {
            settings = settings.with(option, given.value(option));
        }
        return settings;
    }

    private TrainingOptions options(Settings settings, Optional<ParentModel> parent) {
        double bound = minutes != null ? minutes : epochs != null ? 0 : DEFAULT_MINUTES;
        return new TrainingOptions(
                settings,
                epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs),
                bound == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(Math.max(1, (long) (bound * 60_000)))),
                patience == null ? OptionalInt.empty() : OptionalInt.of(patience),
                seed,
                start(parent));
    }

    private static UserException unknownOption(GeneratorInfo info, String option) {
        List<String> names = info.options().stream().map(GeneratorOption::name).toList();
        return new UserException(
                "generator '" + info.id() + "' has no option '" + option + "'; it has "
                        + (names.isEmpty() ? "none" : String.join(", ", names)),
                NearestName.hint(option, names),
                null);
    }

    private Settings card(TrainingOptions options, TrainingConsole console, Optional<ParentModel> parent) {
        Settings data = Settings.empty().with("title", card.getOrDefault("title", title()));
        for (String key : List.of("origin", "licence")) {
            if (card.containsKey(key)) {
                data = data.with(key, card.get(key));
            }
        }
        Settings settings = Settings.empty()
                .with("data", console.describe(data))
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
        Settings structure = structure().addTo(Settings.empty());
        return structure.names().isEmpty() ? settings : settings.with("structure", structure);
    }

    /** How clips are best built, for the card. */
    private Structure structure() {
        return new Structure(Optional.empty(), cadence, ControlOptions.strict(voiceLeading), 0, 0);
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
            card.forEach((key, value) -> words.addAll(List.of("--card", key + "=" + value)));
        }
        if (from != null) {
            words.addAll(List.of("--from", placeless ? lastName(Path.of(from)) : from));
        }
        if (generatorId != null) {
            words.addAll(List.of("--generator", generatorId));
        }
        words.addAll(List.of("--name", name));
        given().forEach((option, value) -> {
            if (further.containsKey(option)) {
                words.addAll(List.of("--option", option + "=" + value));
            } else {
                words.addAll(List.of("--" + option, value));
            }
        });
        if (cadence) {
            words.add("--cadence");
        }
        if (structure().strictVoices()) {
            words.addAll(List.of("--voice-leading", voiceLeading));
        }
        if (minutes != null) {
            words.addAll(List.of("--minutes", minutes.toString()));
        }
        if (epochs != null) {
            words.addAll(List.of("--epochs", epochs.toString()));
        }
        if (patience != null) {
            words.addAll(List.of("--patience", patience.toString()));
        }
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
