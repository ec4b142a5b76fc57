package cadenza.host.picking;

import cadenza.api.Model;
import cadenza.api.Predictor;
import cadenza.api.UserException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * A text that grows by words which a person picks among those that a model offers. One text, one thread.
 *
 * <p>The model's predictors must be able to be {@linkplain Predictor#copy copied}.
 */
public final class PickedText {
    /** How many words are offered. */
    public static final int OFFERS = 5;

    private final WordSearch search;
    private final Consumer<Runnable> calls;
    private final Deque<Place> places = new ArrayDeque<>();

    /**
     * Where the text stood after a pick.
     *
     * @param predictor has followed the text, and stays there
     * @param logits that it gave last
     */
    private record Place(Predictor predictor, float[] logits, String text, List<WordChoice> offers) {}

    /**
     * Begins a text.
     *
     * @param prime tokens to begin with; may be empty
     * @param written what they write
     * @param calls runs what it is given, as calls into the model must be made from now on
     * @throws UserException if the model's predictors cannot be copied
     */
    public PickedText(Model model, int[] prime, String written, Consumer<Runnable> calls) {
        this.calls = calls;
        search = new WordSearch(model.codec().start(), model.codec().vocabulary());
        Predictor predictor = model.start();
        float[] logits = predictor.first();
        for (int token : prime) {
            logits = predictor.next(token);
        }
        if (predictor.copy().isEmpty()) {
            throw new UserException("--pick has to look ahead and come back, which this model's generator"
                    + " does not allow; leave it out, or take another model");
        }
        arrive(predictor, logits, written);
    }

    private void arrive(Predictor predictor, float[] logits, String text) {
        float[] kept = logits.clone();
        places.push(new Place(predictor, kept, text, search.after(predictor, kept, OFFERS)));
    }

    /** The text so far. */
    public String text() {
        return places.element().text();
    }

    /** The likeliest words to go on with, the likeliest first; at most {@value #OFFERS}, of a tiny model fewer. */
    public List<WordChoice> offers() {
        return places.element().offers();
    }

    /** How many words were picked. */
    public int picked() {
        return places.size() - 1;
    }

    /** Goes on with a word. @param offer of {@code [0, offers)} */
    public void pick(int offer) {
        WordChoice choice = offers().get(offer);
        calls.accept(() -> goOn(choice));
    }

    private void goOn(WordChoice choice) {
        Predictor predictor = places.element().predictor().copy().orElseThrow();
        float[] logits = null;
        for (int token : choice.tokens()) {
            logits = predictor.next(token);
        }
        arrive(predictor, logits, text() + choice.text());
    }

    /** Takes the last word back. @return whether there was one */
    public boolean undo() {
        if (picked() == 0) {
            return false;
        }
        places.pop();
        return true;
    }
}
