package cadenza.host.measure;

/**
 * The share of the time during which a voice sounds below the next lower one; 0 to 1. Voices stand in the order of their
 * mean pitch. That voices should not cross is a rule of any textbook of four-part writing; Bach keeps it most of the
 * time.
 */
final class VoiceCrossing implements Measure {
    @Override
    public String name() {
        return "voiceCrossing";
    }

    @Override
    public String label() {
        return "time with crossed voices";
    }

    @Override
    public Ratio of(Piece piece) {
        return piece.voices()
                .map(voices -> new Ratio(voices.ticks(Voices::crossed), voices.ticks(pitches -> true)))
                .orElse(Ratio.NONE);
    }
}
