package cadenza.host.writing;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Model;
import cadenza.api.Predictor;
import cadenza.api.UserException;
import cadenza.host.sampling.PredictionException;
import cadenza.host.sampling.Progress;
import cadenza.host.sampling.Sampler;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Writes one text up to an end, going back where something banned came up: to where that begins, and there what was
 * chosen is out of the choices. If none is left, one place further back, as far as the text was not handed on yet. The
 * random source just goes on, so the same seed gives the same text.
 *
 * <p>What is handed on stays: characters are held back while they may belong to something banned or be left out by an
 * end before them. For one text and one thread.
 */
public final class ShapedText {
    /** How many tokens more are held back where something is banned, so that there is room to go back further. */
    private static final int MARGIN = 8;

    /** How often a text may go back before a character more of it is handed on. */
    static final int MOST_RETURNS = 10_000;

    private static final int SHOWN = 20;

    private final Model model;
    private final Sampler sampler;
    private final Extent extent;
    private final boolean banning;
    private final BanSearch search;
    private final int[] prime;
    private final String primeText;
    private final Consumer<String> page;
    private final BooleanSupplier interrupted;
    private final boolean[] allowed;
    private final Progress progress = new Progress();
    private final Deque<Step> open = new ArrayDeque<>(); // the last is where the text stands

    private Predictor predictor;
    private CodecState codec;
    private int[] tokens; // all that was followed; kept where predictors cannot be copied
    private long handedOn;
    private int returns;
    private String shown; // the end of what was handed on

    /**
     * @param prime tokens of the prime
     * @param primeText what they write; not handed to the page here
     * @param page hears each piece of the text once it stays
     * @param interrupted asked before each step: whether to leave the text as it is
     */
    public ShapedText(
            Model model,
            Sampler sampler,
            Extent extent,
            Bans bans,
            int[] prime,
            String primeText,
            Consumer<String> page,
            BooleanSupplier interrupted) {
        this.model = model;
        this.sampler = sampler;
        this.extent = extent;
        this.banning = !bans.none();
        this.search = new BanSearch(bans);
        this.prime = prime;
        this.primeText = primeText;
        this.page = page;
        this.interrupted = interrupted;
        this.allowed = new boolean[model.codec().vocabulary().size()];
        this.tokens = prime.clone();
        this.shown = primeText;
    }

    /**
     * Writes it.
     *
     * @return how many characters were handed on
     * @throws UserException if the bans leave no choice
     * @throws PredictionException if too many tokens in a row write nothing
     */
    public long write() {
        Codec<?> codecs = model.codec();
        predictor = model.start();
        codec = codecs.start();
        float[] logits = predictor.first();
        for (int token : prime) {
            logits = follow(token);
        }
        open.add(step(0, 0, TextEnds.of(extent, primeText), search.after(primeText), logits));
        while (!interrupted.getAsBoolean()) {
            if (extent.kept().isPresent() && handedOn >= extent.kept().getAsInt()) {
                return handedOn;
            }
            if (goOn()) {
                return handedOn;
            }
        }
        return handedOn;
    }

    private float[] follow(int token) {
        codec.accept(token);
        sampler.accept(token);
        return predictor.next(token);
    }

    private Step step(int count, long characters, TextEnd end, BanSearch.State bans, float[] logits) {
        return banning
                ? new Step(count, characters, end, bans, logits.clone(), predictor.copy(), codec.copy())
                : new Step(count, characters, end, bans, logits, Optional.empty(), Optional.empty());
    }

    /** Chooses a token and follows it, or goes back. @return whether the text has ended */
    private boolean goOn() {
        Step now = open.getLast();
        codec.allowed(allowed);
        now.refused.stream().forEach(token -> allowed[token] = false);
        if (!any(allowed)) {
            goBackFrom(now);
            return false;
        }
        int token = sampler.choose(now.logits, allowed);
        Effect effect = codec.effect(token);
        if (effect instanceof Effect.End) {
            if (banning && now.bans.bannedAtEnd() != BanSearch.NOTHING) {
                now.refused.set(token);
                return false;
            }
            handOn(now.characters);
            return true;
        }
        progress.chosen(effect, 0);
        now.choose(token, effect instanceof Effect.Write write ? write.characters() : "");
        TextEnd end = now.end;
        BanSearch.State bans = now.bans;
        long characters = now.characters;
        for (int codePoint : now.written().codePoints().toArray()) {
            if (end.end() != TextEnd.OPEN) {
                break;
            }
            if (banning) {
                bans = bans.accept(codePoint);
                if (bans.banned() != BanSearch.NOTHING && end.accept(codePoint).end() > characters) {
                    goBackTo(bans.banned(), true);
                    return false;
                }
            }
            end = end.accept(codePoint);
            characters++;
        }
        float[] logits = follow(token);
        remember(token, now.tokens);
        Step next = step(now.tokens + 1, characters, end, bans, logits);
        open.add(next);
        if (end.end() != TextEnd.OPEN) {
            return endAt(end.end());
        }
        handOnDecided(next);
        return false;
    }

    private static boolean any(boolean[] allowed) {
        for (boolean one : allowed) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private void remember(int token, int position) {
        if (!banning) {
            return;
        }
        int place = prime.length + position;
        if (place == tokens.length) {
            tokens = Arrays.copyOf(tokens, Math.max(256, 2 * place));
        }
        tokens[place] = token;
    }

    /** Ends the text after so many characters, unless a banned word ends there. @return whether it has ended */
    private boolean endAt(long end) {
        long banned = banning ? bansAt(end).bannedAtEnd() : BanSearch.NOTHING;
        if (banned != BanSearch.NOTHING) {
            goBackTo(banned, false);
            return false;
        }
        handOn(end);
        return true;
    }

    private BanSearch.State bansAt(long characters) {
        BanSearch.State bans = null;
        for (Step step : open) {
            if (step.characters > characters) {
                break;
            }
            bans = step.bans;
            long at = step.characters;
            for (int codePoint : step.written().codePoints().toArray()) {
                if (at++ < characters) {
                    bans = bans.accept(codePoint);
                }
            }
        }
        return bans;
    }

    /** Hands on what can no more be taken back. */
    private void handOnDecided(Step now) {
        long characters = now.characters - now.end.undecided();
        if (!banning) {
            handOn(characters);
            while (open.size() > 1 && second().characters <= handedOn) {
                open.removeFirst();
            }
            return;
        }
        int leaving = 0;
        long to = handedOn;
        int count = 0;
        for (Step step : open) {
            if (count > open.size() - 1 - MARGIN
                    || step.bans.place() > now.bans.undecided()
                    || step.characters > characters) {
                break;
            }
            // An interrupted text ends with what was handed on: not with what would be a banned word there.
            if (step.bans.bannedAtEnd() == BanSearch.NOTHING) {
                leaving = count;
                to = step.characters;
            }
            count++;
        }
        if (leaving > 0) {
            handOn(to);
        }
        for (; leaving > 0; leaving--) {
            open.removeFirst();
        }
    }

    private Step second() {
        Iterator<Step> steps = open.iterator();
        steps.next();
        return steps.next();
    }

    private void handOn(long to) {
        long end = extent.kept().isPresent() ? Math.min(to, extent.kept().getAsInt()) : to;
        StringBuilder text = new StringBuilder();
        for (Step step : open) {
            long at = step.characters;
            for (int codePoint : step.written().codePoints().toArray()) {
                if (at >= handedOn && at < end) {
                    text.appendCodePoint(codePoint);
                }
                at++;
            }
        }
        if (text.length() > 0) {
            handedOn = end;
            returns = 0;
            shown = last(shown + text);
            page.accept(text.toString());
        }
    }

    private static String last(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= SHOWN ? text : text.substring(text.offsetByCodePoints(0, length - SHOWN));
    }

    /** Nothing is left to choose here: what led here is out. */
    private void goBackFrom(Step now) {
        if (open.size() == 1) {
            throw noChoice(now);
        }
        open.removeLast();
        refuseAtLast();
    }

    /** @param place where something banned begins @param chosen whether a token was chosen where the text stands */
    private void goBackTo(long place, boolean chosen) {
        if (!chosen) {
            open.removeLast();
        }
        while (open.size() > 1 && open.getLast().bans.place() > place) {
            open.removeLast();
        }
        refuseAtLast();
    }

    /** What was chosen where the text stands now is out of the choices, and the text goes on from there. */
    private void refuseAtLast() {
        Step now = open.getLast();
        if (++returns > MOST_RETURNS) {
            throw new UserException("the bans took the text back " + MOST_RETURNS + " times at character "
                    + (now.characters + 1) + after() + "; ban less, or take another --seed");
        }
        now.refused.set(now.token());
        now.choose(0, "");
        sampler.rewind(prime.length + now.tokens);
        if (now.predictor.isPresent() && now.codec.isPresent()) {
            // The step's own stay where they are, to go back to again.
            predictor = now.predictor.get().copy().orElseThrow();
            codec = now.codec.get().copy().orElseThrow();
        } else {
            followAgain(prime.length + now.tokens);
        }
    }

    private void followAgain(int count) {
        predictor = model.start();
        codec = model.codec().start();
        predictor.first();
        for (int i = 0; i < count; i++) {
            codec.accept(tokens[i]);
            predictor.next(tokens[i]);
        }
    }

    private UserException noChoice(Step now) {
        return new UserException("the bans leave no choice at character " + (now.characters + 1) + after()
                + "; ban less, or take another --seed or model");
    }

    private String after() {
        return shown.isEmpty() ? "" : ", after '" + shown.replaceAll("\\s+", " ") + "'";
    }
}
