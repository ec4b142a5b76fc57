package cadenza.cli;

import cadenza.host.rewriting.RewritingTask;

/** The options of a command that say what of a piece is redone. */
interface TaskOptions extends OptionGroup {
    /** What was asked for. @throws cadenza.api.UserException if a value is none, or one is missing */
    RewritingTask task();
}
