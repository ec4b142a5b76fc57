package cadenza.cli;

import cadenza.api.UserException;
import cadenza.api.document.Text;
import cadenza.host.Request;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.text.TextReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The options that have a gap between two texts filled, in place of a text from its beginning. */
final class GapOptions implements OptionGroup {
    private final CommandOption<Path> before = CommandOption.path(
            "--before", "FILE", "For --gap: what stands before it, to the last line feed in the file.");
    private final CommandOption<Path> after =
            CommandOption.path("--after", "FILE", "For --gap: what stands behind it. One of the two is enough.");
    private final CommandOption<Integer> gap = CommandOption.whole(
            "--gap",
            "CHARS",
            "Fill just so many characters, at most " + Request.FillGap.MOST_CHARACTERS
                    + ", between the texts of --before and --after, and write all three as one; wants a --model that"
                    + " predicts masked tokens.");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(before, after, gap);
    }

    boolean given() {
        return options().stream().anyMatch(option -> option.given().isPresent());
    }

    /**
     * Refuses what goes with a text from its beginning alone.
     *
     * @param others options that say nothing of a gap
     * @throws UserException if one of them is given
     */
    void refuse(List<OptionGroup> others) {
        Optional<CommandOption<?>> other = others.stream()
                .flatMap(group -> group.options().stream())
                .filter(option -> option.given().isPresent())
                .findFirst();
        if (other.isPresent()) {
            String own = Stream.of(gap, before, after)
                    .filter(option -> option.given().isPresent())
                    .findFirst()
                    .orElseThrow()
                    .name();
            throw new UserException(other.get().name() + " does not go with " + own
                    + ": a gap is filled with just --gap characters between two texts; leave it out");
        }
    }

    /** Reads the texts. @throws UserException if the gap or both texts are missing, or a text cannot be read */
    Request.FillGap request(long seed) {
        int characters = gap.given()
                .orElseThrow(() -> new UserException("--before and --after stand around a gap; give its length with"
                        + " --gap CHARS, 1.." + Request.FillGap.MOST_CHARACTERS));
        return new Request.FillGap(text(before), text(after), characters, SamplerSettings.PLAIN, seed);
    }

    private static Text text(CommandOption<Path> option) {
        return option.given().map(new TextReader()::readOrEmpty).orElse(Request.FillGap.NOTHING);
    }
}
