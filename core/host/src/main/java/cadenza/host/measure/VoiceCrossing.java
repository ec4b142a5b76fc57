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
        if (piece.voices().isEmpty()) {
            return Ratio.NONE;
        }
        long crossed = 0;
        long all = 0;
        for (Voices.Moment moment : piece.voices().get().moments()) {
            all += moment.ticks();
            crossed += crossed(moment.pitches()) ? moment.ticks() : 0;
        }
        return new Ratio(crossed, all);
    }

    private static boolean crossed(int[] pitches) {
        for (int voice = 1; voice < pitches.length; voice++) {
            if (pitches[voice - 1] != Voices.SILENT && pitches[voice - 1] < pitches[voice]) {
                return true;
            }
        }
        return false;
    }
}
