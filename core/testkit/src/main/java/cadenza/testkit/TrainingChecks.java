package cadenza.testkit;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.Model;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import java.util.List;

/** How a generator learns, and what it does with a corpus that it cannot learn from. */
final class TrainingChecks {
    /** More than any machine gets through while a check may last. */
    private static final int ENDLESS = 1_000_000;

    private static final int STEPS = 2;

    private final Specimen specimen;

    TrainingChecks(Specimen specimen) {
        this.specimen = specimen;
    }

    CheckGroup group() {
        return new CheckGroup(
                "training",
                new Check("a model trained for one epoch is usable", this::usable),
                new Check("a training says once what it read", this::report),
                new Check("a training that is cancelled takes no further step", this::cancelled),
                new Check("a training cancelled from the start gives a usable model", this::cancelledFromTheStart),
                new Check("an empty corpus is refused with one line", this::empty),
                new Check("a corpus of one symbol gives a usable model or is refused with one line", this::oneSymbol),
                new Check("an empty document gives a usable model or is refused with one line", this::emptyDocument));
    }

    private void usable() {
        specimen.assertUsable(specimen.model());
    }

    private void report() {
        List<CorpusReport> reports = specimen.listener().reports();
        ContractViolation.unless(reports.size() == 1, "started() was called %d times", reports.size());
        CorpusReport report = reports.get(0);
        ContractViolation.unless(report.trainingTokens() > 0, "the report has no tokens to train on");
        int size = specimen.vocabulary().size();
        ContractViolation.unless(
                report.vocabulary() == size,
                "the report has %d tokens in the vocabulary, which has %d",
                report.vocabulary(),
                size);
    }

    /** It asks before each step, so it takes no more steps than it is allowed. */
    private void cancelled() {
        QuietListener listener = QuietListener.patientFor(STEPS);
        try (Model model = specimen.generator()
                .train(specimen.corpus(), specimen.options(ENDLESS, TrainingStart.FRESH), listener)) {
            ContractViolation.unless(
                    listener.steps() <= STEPS,
                    "it was told to stop after %d steps, and took %d",
                    STEPS,
                    listener.steps());
            specimen.assertUsable(model);
        }
    }

    private void cancelledFromTheStart() {
        QuietListener listener = QuietListener.impatient();
        try (Model untrained = specimen.generator().train(specimen.corpus(), specimen.options(), listener)) {
            ContractViolation.unless(
                    listener.steps() == 0, "it was told to stop before the first step, and took %d", listener.steps());
            specimen.assertUsable(untrained);
        }
    }

    private void empty() {
        try (Model model =
                specimen.generator().train(TinyCorpora.empty(), specimen.options(), QuietListener.patient())) {
            throw new ContractViolation("a model came of nothing: " + model);
        } catch (UserException e) {
            Specimen.assertOneLine(e);
        }
    }

    private void oneSymbol() {
        specimen.assertUsableOrRefused(TinyCorpora.ofOneSymbol(specimen.medium()));
    }

    private void emptyDocument() {
        Corpus silent = TinyCorpora.ofNoSymbol(specimen.medium());
        specimen.assertUsableOrRefused(silent);
    }
}
