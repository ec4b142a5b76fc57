package cadenza.cli;

import cadenza.host.CopyCount;
import cadenza.host.OpenedModel;
import cadenza.host.Recipe;
import cadenza.host.Request;
import cadenza.host.Studio;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Texts that their pages hear as they are written. */
record WrittenAtOnce(Studio studio, OpenedModel opened, BooleanSupplier interrupted) implements Manner {
    @Override
    public List<Outcome> write(List<Request.Write> requests, List<Consumer<String>> pages) {
        List<CopyCount> counts = new ArrayList<>();
        List<Consumer<String>> both = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            CopyCount count = new CopyCount(opened, requests.get(i).prime());
            counts.add(count);
            both.add(pages.get(i).andThen(count));
        }
        List<Recipe> recipes = studio.write(opened, requests, both, interrupted);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < recipes.size(); i++) {
            outcomes.add(new Outcome(recipes.get(i), true, counts.get(i).finish()));
        }
        return outcomes;
    }
}
