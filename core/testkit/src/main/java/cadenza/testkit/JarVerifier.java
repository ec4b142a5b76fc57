package cadenza.testkit;

import cadenza.api.Corpus;
import cadenza.api.Generator;
import cadenza.api.GeneratorOption;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.host.corpus.CorpusReader;
import cadenza.host.installation.StagedPlugin;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.plugins.PluginHost;
import cadenza.host.plugins.PluginProblem;
import cadenza.host.verification.CheckResult;
import cadenza.host.verification.CheckResult.Outcome;
import cadenza.host.verification.PluginVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks the contract of a built plugin, without JUnit: the service behind {@code cadenza plugin verify}. */
public final class JarVerifier implements PluginVerifier {
    @Override
    public void verify(Path plugin, Map<String, String> options, List<Path> corpus, Consumer<CheckResult> results) {
        if (Files.isDirectory(plugin)) { // a project
            verifyPlaced(plugin, options, corpus, results);
            return;
        }
        StagedPlugin staged;
        try {
            staged = StagedPlugin.of(plugin);
        } catch (UserException e) {
            results.accept(new CheckResult("packaging", "it can be installed", Outcome.BROKEN, e.getMessage()));
            return;
        }
        try (staged) {
            verifyPlaced(staged.place(), options, corpus, results);
        }
    }

    private static void verifyPlaced(
            Path plugin, Map<String, String> options, List<Path> corpus, Consumer<CheckResult> results) {
        try (PluginHost host = new PluginHost(Optional.of(plugin), List.of())) {
            for (PluginProblem problem : host.problems()) {
                results.accept(new CheckResult("packaging", "it can be loaded", Outcome.BROKEN, problem.reason()));
            }
            for (LoadedGenerator loaded : host.generators().values()) {
                Corpus learned = corpus(loaded.info().medium(), corpus);
                Settings settings = settings(loaded, learned, options);
                Generator generator = loaded.unguarded();
                try (Specimen specimen = new Specimen(generator, learned, settings, Optional.of(plugin))) {
                    ask(specimen, results);
                }
            }
        }
    }

    private static Corpus corpus(Medium medium, List<Path> paths) {
        return paths.isEmpty()
                ? TinyCorpora.of(medium)
                : new CorpusReader(medium).readWithHoldout(paths).corpus();
    }

    private static void ask(Specimen specimen, Consumer<CheckResult> results) {
        try {
            for (CheckGroup group : new Contract(specimen).groups()) {
                for (Check check : group.checks()) {
                    results.accept(check.ask(group.subject(), specimen).result());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a plugin was verified", e);
        }
    }

    private static Settings settings(LoadedGenerator loaded, Corpus corpus, Map<String, String> given) {
        Settings settings = loaded.fit(corpus).settings();
        for (Map.Entry<String, String> entry : given.entrySet()) {
            GeneratorOption option = loaded.info().options().stream()
                    .filter(declared -> declared.name().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> unknown(loaded, entry.getKey()));
            settings = settings.with(option.name(), option.parse(entry.getValue()));
        }
        return settings;
    }

    private static UserException unknown(LoadedGenerator loaded, String name) {
        String names =
                loaded.info().options().stream().map(GeneratorOption::name).collect(Collectors.joining(", "));
        return new UserException("generator '" + loaded.info().id() + "' has no option '" + name + "'; it has "
                + (names.isEmpty() ? "none" : names));
    }
}
