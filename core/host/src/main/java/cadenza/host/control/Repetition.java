package cadenza.host.control;

import cadenza.api.Effect;
import cadenza.api.Effect.Advance;
import cadenza.api.Effect.Prolong;
import cadenza.api.Effect.Silence;
import cadenza.api.Effect.Sound;
import cadenza.api.UserException;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Played;
import cadenza.host.sampling.Playhead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sections repeat as a {@link Form} asks: what was played so many bars ago is the only thing that may come. The very
 * last bar is composed, so that it can close. For codings of single lines alone. Where the meter changes, or a token that would repeat cannot come, it is
 * dropped for that step.
 */
final class Repetition implements Constraint {
    private static final int CHANNELS = 16;

    private final Form form;
    private final int firstBar;
    private final int bars;

    /**
     * @param firstBar how many full bars lie before the first section
     * @param bars of all sections together, a multiple of their number
     */
    Repetition(Form form, int firstBar, int bars) {
        this.form = form;
        this.firstBar = firstBar;
        this.bars = bars;
    }

    @Override
    public String name() {
        return "--form " + form;
    }

    @Override
    public boolean soft() {
        return true;
    }

    @Override
    public void restrict(Choices choices) {
        Playhead playhead = choices.playhead();
        int bar = playhead.fullBars() - firstBar;
        if (bar < 0 || bar >= bars - 1) {
            return;
        }
        int length = bars / form.sections().size();
        int index = bar / length;
        int source = form.source(index);
        boolean free = form.sections().get(index).varied() && bar % length >= length / 2;
        if (source == index || free) {
            return;
        }
        refuseChords(playhead);
        long ago = (long) (index - source) * length * playhead.meter().ticksPerBar();
        boolean first = bar % length == 0 && playhead.tickInBar() == 0;
        for (Effect effect : missing(playhead, ago, first)) {
            if (choices.has(effect::equals)) {
                choices.keep(effect::equals);
                return;
            }
        }
        advance(choices, ticksToNext(playhead, ago, length, bar % length));
    }

    /** Tokens that tell length or loudness before the pitch say nothing of the note that they will make. */
    private void refuseChords(Playhead playhead) {
        for (Played played = playhead.played().orElse(null); played != null; played = played.earlier()) {
            if (!(played.effect() instanceof Silence)) {
                if (!(played.effect() instanceof Sound sound) || sound.ticks() != Sound.UNTIL_NEXT) {
                    throw new UserException(
                            name() + " cannot be held by this model: only models in the coding of single"
                                    + " lines, voices, repeat sections; leave it out");
                }
                return;
            }
        }
    }

    /** What was played then at this moment, and is not yet now. */
    private static List<Effect> missing(Playhead playhead, long ago, boolean first) {
        List<Effect> then = playedAt(playhead, playhead.tick() - ago);
        if (first) {
            then = withLinesThatWentOn(playhead, playhead.tick() - ago, then);
        }
        then.removeAll(playedAt(playhead, playhead.tick()));
        return then;
    }

    /** In the order in which it was played. */
    private static List<Effect> playedAt(Playhead playhead, long tick) {
        List<Effect> effects = new ArrayList<>();
        for (Played played = playhead.played().orElse(null);
                played != null && played.tick() >= tick;
                played = played.earlier()) {
            if (played.tick() == tick) {
                effects.add(0, played.effect());
            }
        }
        return effects;
    }

    /** A line that sounded on into the section then must begin with it now, unless it sounds that already. */
    private static List<Effect> withLinesThatWentOn(Playhead playhead, long tick, List<Effect> then) {
        List<Effect> all = new ArrayList<>();
        for (int channel = 0; channel < CHANNELS; channel++) {
            int c = channel;
            List<Effect> own =
                    then.stream().filter(effect -> channel(effect) == c).toList();
            if (own.isEmpty()) {
                lineAt(playhead, c, tick)
                        .filter(pitch -> pitch != playhead.line(c))
                        .ifPresent(pitch -> all.add(new Sound(c, pitch)));
            } else {
                all.addAll(own);
            }
        }
        return all;
    }

    /** The pitch of the line that went on into a tick. */
    private static Optional<Integer> lineAt(Playhead playhead, int channel, long tick) {
        for (Played played = playhead.played().orElse(null); played != null; played = played.earlier()) {
            if (played.tick() < tick && channel(played.effect()) == channel) {
                boolean line = played.effect() instanceof Sound sound && sound.ticks() == Sound.UNTIL_NEXT;
                return line ? Optional.of(((Sound) played.effect()).pitch()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int channel(Effect effect) {
        if (effect instanceof Sound sound) {
            return sound.channel();
        }
        return effect instanceof Prolong prolong ? prolong.channel() : ((Silence) effect).channel();
    }

    /** Ticks to when something was played next, or to the end of the section. */
    private static long ticksToNext(Playhead playhead, long ago, int length, int barInSection) {
        long now = playhead.tick() - ago;
        long next = now + (long) (length - barInSection) * playhead.meter().ticksPerBar() - playhead.tickInBar();
        for (Played played = playhead.played().orElse(null);
                played != null && played.tick() > now;
                played = played.earlier()) {
            next = Math.min(next, played.tick());
        }
        return next - now;
    }

    /** The longest way that does not lead past it. */
    private static void advance(Choices choices, long most) {
        int longest = 0;
        for (int token = 0; token < choices.size(); token++) {
            if (choices.allows(token) && choices.effect(token) instanceof Advance advance && advance.ticks() <= most) {
                longest = Math.max(longest, advance.ticks());
            }
        }
        Advance way = new Advance(longest);
        if (choices.has(way::equals)) {
            choices.keep(way::equals);
        }
    }
}
