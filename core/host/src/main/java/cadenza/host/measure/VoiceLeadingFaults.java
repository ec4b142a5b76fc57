package cadenza.host.measure;

import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.music.Bars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the voices of a score do not keep the rules of voice leading. A voice is a pitched track that is a single line;
 * two to eight of them are measured. Immutable.
 *
 * <p>For comparison: 305 chorales by Bach (the train and valid parts of the JSB set, 4974 bars) have 0.016 parallels a
 * bar, voices crossed 2.5 % of the time, and 0.7 % of their notes outside a choir's ranges, most of them in the bass.
 *
 * @param voices which tracks of the score are voices, from 0, that of the highest mean pitch first
 * @param leftOut the pitched tracks that are no single line, because notes of theirs overlap
 * @param faults in the order of time, then of rules, then of voices; empty unless {@link #measured}
 * @param bars of the score, without silent ones at the end
 * @param ticks from the first note of a voice to the end of the last; 0 unless measured
 * @param crossedTicks how many of them have a voice below the next lower one
 * @param wideTicks how many have neighbours, the lowest voice left aside, more than an octave apart
 */
public record VoiceLeadingFaults(
        List<Integer> voices,
        List<Integer> leftOut,
        List<VoiceLeadingFault> faults,
        long bars,
        long ticks,
        long crossedTicks,
        long wideTicks) {
    /** The least number of voices that are measured. */
    public static final int LEAST_VOICES = 2;

    /** The largest number of voices that are measured. */
    public static final int MOST_VOICES = 8;

    private static final Comparator<VoiceLeadingFault> IN_ORDER = Comparator.comparingLong(VoiceLeadingFault::tick)
            .thenComparing(VoiceLeadingFault::rule)
            .thenComparingInt(VoiceLeadingFault::upper)
            .thenComparingInt(VoiceLeadingFault::lower);

    public VoiceLeadingFaults {
        voices = List.copyOf(voices);
        leftOut = List.copyOf(leftOut);
        faults = List.copyOf(faults);
    }

    /** Measures a score; played freely it should be quantised first, since voices move together at the same tick. */
    public static VoiceLeadingFaults of(Score score) {
        List<Track> tracks = score.tracks();
        List<Integer> pitched = IntStream.range(0, tracks.size())
                .filter(i ->
                        !tracks.get(i).percussion() && !tracks.get(i).notes().isEmpty())
                .boxed()
                .toList();
        List<Integer> voices = pitched.stream()
                .filter(i -> Voices.singleLine(tracks.get(i)))
                .sorted(Comparator.comparingDouble((Integer i) -> Voices.meanPitch(tracks.get(i)))
                        .reversed())
                .toList();
        List<Integer> leftOut =
                pitched.stream().filter(i -> !Voices.singleLine(tracks.get(i))).toList();
        Bars bars = new Bars(score);
        long sounding = bars.count() - bars.silentAtTheEnd();
        if (voices.size() < LEAST_VOICES || voices.size() > MOST_VOICES) {
            return new VoiceLeadingFaults(voices, leftOut, List.of(), sounding, 0, 0, 0);
        }
        Voices lines = Voices.of(voices.stream().map(tracks::get).toList()).orElseThrow();
        List<VoiceLeadingFault> faults = new ArrayList<>(new MotionFaults(lines, bars).all());
        faults.addAll(new PositionFaults(lines, bars).all());
        faults.sort(IN_ORDER);
        return new VoiceLeadingFaults(
                voices,
                leftOut,
                faults,
                sounding,
                lines.ticks(pitches -> true),
                lines.ticks(Voices::crossed),
                lines.ticks(Voices::wide));
    }

    /** Whether there are voices enough, and not too many. */
    public boolean measured() {
        return ticks > 0;
    }

    /** The faults against a rule, in the order of time. */
    public List<VoiceLeadingFault> against(VoiceLeadingRule rule) {
        return faults.stream().filter(fault -> fault.rule() == rule).toList();
    }

    /** How many parallel fifths, octaves and unisons there are. */
    public int parallels() {
        return against(VoiceLeadingRule.PARALLEL_FIFTH).size()
                + against(VoiceLeadingRule.PARALLEL_OCTAVE).size();
    }

    /** Parallel fifths, octaves and unisons a bar. @throws IllegalStateException if there are no voices to measure */
    public double parallelsPerBar() {
        checkMeasured();
        return (double) parallels() / bars;
    }

    /**
     * The share of the time with a crossing, 0 to 1.
     *
     * @throws IllegalStateException if there are no voices to measure
     */
    public double crossingShare() {
        checkMeasured();
        return (double) crossedTicks / ticks;
    }

    /**
     * The share of the time with upper neighbours more than an octave apart, 0 to 1.
     *
     * @throws IllegalStateException if there are no voices to measure
     */
    public double wideShare() {
        checkMeasured();
        return (double) wideTicks / ticks;
    }

    /** How many notes are outside a choir's ranges; always 0 unless there are four voices. */
    public int notesOutOfRange() {
        return against(VoiceLeadingRule.RANGE).size();
    }

    /** Whether there are as many voices as a choir has, so that ranges are measured. */
    public boolean choir() {
        return voices.size() == ChoirVoice.values().length;
    }

    private void checkMeasured() {
        if (!measured()) {
            throw new IllegalStateException(voices.size() + " voices are not in " + LEAST_VOICES + ".." + MOST_VOICES);
        }
    }
}
