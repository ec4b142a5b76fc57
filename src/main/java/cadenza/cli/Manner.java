package cadenza.cli;

import cadenza.host.Recipe;
import cadenza.host.Request;
import cadenza.host.novelty.TextNovelty;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How texts are written: at once, or again and again until they are as they must be. */
interface Manner {
    /**
     * What a request came to.
     *
     * @param written whether its page heard it
     * @param novelty of what was written, if the model can tell
     */
    record Outcome(Recipe recipe, boolean written, Optional<TextNovelty> novelty) {}

    /** @param pages one a request @return one outcome a request */
    List<Outcome> write(List<Request.Write> requests, List<Consumer<String>> pages);
}
