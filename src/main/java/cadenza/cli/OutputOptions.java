package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.storage.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** The options that say how many outputs are made, from which seeds, and where they go. */
final class OutputOptions implements OptionGroup {
    private static final int SEEDS = 1_000_000;
    private static final int MOST = 100_000;

    private final CommandOption<Long> seed =
            CommandOption.longWhole("--seed", "S", "Makes every choice; chosen and shown where not given.");
    private final CommandOption<Integer> counted =
            CommandOption.whole("--count", "N", "Make N, from the seeds S to S+N-1; wants --out DIR.");
    private final CommandOption<String> place = CommandOption.text("--out", "FILE|DIR", "Where to write.");
    private Long firstSeed;

    @Override
    public List<CommandOption<?>> options() {
        return List.of(seed, counted, place);
    }

    /** @throws UserException if the options contradict each other */
    void check() {
        int count = count();
        String out = place.or(null);
        if (count < 1 || count > MOST) {
            throw new UserException("--count " + count + " is not in 1.." + MOST);
        }
        if (count > 1 && out == null) {
            throw new UserException("--count " + count + " makes several files; say where with --out DIR");
        }
        if (seed.or(0L) > Long.MAX_VALUE - count) {
            throw new UserException("--seed " + seed.or(0L) + " leaves no " + count + " seeds; give a smaller one");
        }
        if (out != null && (out.isEmpty() || out.equals("-"))) {
            throw new UserException("--out '" + out + "' names no file; without --out, text goes to stdout");
        }
        if (count > 1 && Files.isRegularFile(Path.of(out))) {
            throw new UserException(
                    "--count " + count + " makes several files, and --out '" + out + "' is one; give a folder");
        }
    }

    int count() {
        return counted.or(1);
    }

    boolean given() {
        return place.given().isPresent();
    }

    /** The first seed. */
    long firstSeed() {
        if (firstSeed == null) {
            firstSeed = seed.given().orElseGet(() -> (long) new Random().nextInt(SEEDS));
        }
        return firstSeed;
    }

    /** All seeds, in order, in groups. @param together how many at most, 1 or more */
    List<List<Long>> seeds(int together) {
        List<List<Long>> groups = new ArrayList<>();
        int count = count();
        for (int from = 0; from < count; from += together) {
            int to = Math.min(count, from + together);
            groups.add(LongStream.range(firstSeed() + from, firstSeed() + to)
                    .boxed()
                    .toList());
        }
        return groups;
    }

    /** The file for an output; makes the folder if several go there. */
    Path file(String name) {
        String out = place.or(null);
        if (out == null) {
            return Path.of(name);
        }
        Path path = Path.of(out);
        boolean folder = count() > 1 || out.endsWith("/") || out.endsWith(File.separator);
        if (folder) {
            try {
                Files.createDirectories(path);
            } catch (IOException e) {
                throw new UserException(
                        "--out '" + out + "' cannot be made: " + AtomicFile.reason(e) + "; choose another place", e);
            }
        }
        return folder || Files.isDirectory(path) ? path.resolve(name) : path;
    }
}
