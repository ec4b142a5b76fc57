package cadenza.cli;

import java.util.List;

/** A command with annotations that has groups of options without, because it shares them with commands without. */
interface OptionedCommand {
    /** The groups. */
    List<OptionGroup> groups();
}
