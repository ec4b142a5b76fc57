package cadenza.host.sampling;

import cadenza.api.Effect;

/** So many characters (Unicode code points), or fewer where the model ends by itself. */
public final class CharacterLimit implements Limit {
    private long left;

    /** @param characters 0 or more */
    public CharacterLimit(long characters) {
        this.left = characters;
    }

    @Override
    public String name() {
        return "the length";
    }

    @Override
    public void restrict(Choices choices) {
        choices.keep(effect -> !(effect instanceof Effect.Write write && length(write) > left));
    }

    @Override
    public void accept(Effect effect) {
        if (effect instanceof Effect.Write write) {
            left -= length(write);
        }
    }

    private static int length(Effect.Write write) {
        return write.characters().codePointCount(0, write.characters().length());
    }

    @Override
    public boolean reached(Playhead playhead) {
        return left <= 0;
    }
}
