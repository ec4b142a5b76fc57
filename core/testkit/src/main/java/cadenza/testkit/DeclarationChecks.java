package cadenza.testkit;

import cadenza.api.FittedOptions;
import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.UserException;
import java.util.HashSet;
import java.util.Set;

/** What a generator says of itself. */
final class DeclarationChecks {
    private final Specimen specimen;

    DeclarationChecks(Specimen specimen) {
        this.specimen = specimen;
    }

    CheckGroup group() {
        return new CheckGroup(
                "declaration",
                new Check("info() is always the same, with a title of one line", this::info),
                new Check("every option has a name of its own and allows its default", this::options),
                new Check("the options that fit a corpus are all there and in range", this::fit));
    }

    private void info() {
        GeneratorInfo info = specimen.info();
        ContractViolation.unless(info.equals(specimen.info()), "info() gives another answer at the second call");
        ContractViolation.unless(
                info.title().lines().count() == 1 && !info.title().isBlank(), "the title is '%s'", info.title());
    }

    private void options() {
        Set<String> names = new HashSet<>();
        for (GeneratorOption option : specimen.info().options()) {
            ContractViolation.unless(
                    option.name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                    "option '%s' is not lower case words joined by hyphens",
                    option.name());
            ContractViolation.unless(names.add(option.name()), "option '%s' is there twice", option.name());
            assertAllowed(option, option.defaultValue());
        }
    }

    private void fit() {
        FittedOptions fitted = specimen.generator().fit(specimen.corpus());
        for (GeneratorOption option : specimen.info().options()) {
            ContractViolation.unless(
                    fitted.settings().has(option.name()), "fit() gives no value for option '%s'", option.name());
            assertAllowed(option, fitted.settings().value(option.name()));
        }
        fitted.reasons()
                .forEach((option, reason) -> ContractViolation.unless(
                        !reason.isBlank() && reason.lines().count() == 1,
                        "the reason for option '%s' is '%s', not one line",
                        option,
                        reason));
    }

    private static void assertAllowed(GeneratorOption option, Object value) {
        Object parsed;
        try {
            parsed = option.parse(String.valueOf(value));
        } catch (UserException e) {
            throw new ContractViolation("its own value for an option is refused: " + e.getMessage());
        }
        ContractViolation.unless(
                parsed.equals(value),
                "option '%s' has the value %s (%s), which is read back as %s (%s)",
                option.name(),
                value,
                value.getClass().getSimpleName(),
                parsed,
                parsed.getClass().getSimpleName());
    }
}
