package cadenza.host.music;

import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What every MIDI file that Cadenza makes promises, as a check of its bytes. The promises are written down in
 * {@code src/docs/midi-contract.md}.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class MidiContract {
    private static final int TEMPO_BYTES = 3;
    private static final int TIME_SIGNATURE_BYTES = 4;
    private static final int KEY_SIGNATURE_BYTES = 2;

    /**
     * What in a file is against the contract, apart from what its music should be.
     *
     * @return a line for each violation; empty if the file keeps the contract
     */
    public List<String> violations(byte[] file) {
        StrictMidiParser.Content content;
        try {
            content = StrictMidiParser.parse(file);
        } catch (IllegalArgumentException e) {
            return List.of(e.getMessage());
        }
        List<String> violations = new ArrayList<>();
        checkHeader(content, violations);
        checkConductor(content.tracks().get(0), violations);
        checkEnds(content.tracks(), violations);
        checkTracks(content, violations);
        violations.addAll(new NoteSpans(content.tracks()).violations());
        return violations;
    }

    /**
     * What in a file is against the contract, or is not the music of a score.
     *
     * @return a line for each violation; empty if the file keeps the contract and says what the score says
     */
    public List<String> violations(byte[] file, Score score) {
        List<String> violations = violations(file);
        if (violations.isEmpty()) {
            return new ScoreComparison(score, StrictMidiParser.parse(file)).differences();
        }
        return violations;
    }

    private static void checkHeader(StrictMidiParser.Content content, List<String> violations) {
        int tracks = content.tracks().size();
        if (content.type() > 1) {
            violations.add("the type is " + content.type() + ", not 0 or 1");
        }
        if (content.division() != Score.TICKS_PER_QUARTER) {
            violations.add("a quarter has " + content.division() + " ticks, not " + Score.TICKS_PER_QUARTER);
        }
        if (content.type() == 0 ? tracks != 1 : tracks < 2) {
            violations.add("type " + content.type() + " has " + tracks + " tracks");
        }
    }

    private static void checkConductor(List<FileEvent> conductor, List<String> violations) {
        checkAtStart(conductor, MetaEvents.TRACK_NAME, 1, "a sequence name", violations);
        checkAtStart(conductor, MetaEvents.TEMPO, TEMPO_BYTES, "a tempo", violations);
        checkAtStart(conductor, MetaEvents.TIME_SIGNATURE, TIME_SIGNATURE_BYTES, "a time signature", violations);
        checkAtStart(conductor, MetaEvents.KEY_SIGNATURE, KEY_SIGNATURE_BYTES, "a key signature", violations);
        for (FileEvent event : conductor) {
            boolean sound = true;
            if (event.isMeta(MetaEvents.TEMPO)) {
                sound = event.data().length == TEMPO_BYTES && microseconds(event) > 0;
            } else if (event.isMeta(MetaEvents.TIME_SIGNATURE)) {
                sound = event.data().length == TIME_SIGNATURE_BYTES
                        && event.value(0) >= 1
                        && event.value(0) <= 64
                        && event.value(1) <= 6
                        && event.value(2) >= 1
                        && event.value(3) == 8;
            } else if (event.isMeta(MetaEvents.KEY_SIGNATURE)) {
                sound = event.data().length == KEY_SIGNATURE_BYTES
                        && Math.abs(event.data()[0]) <= 7
                        && event.value(1) <= 1;
            }
            if (!sound) {
                violations.add("the meta event " + event.metaType() + " at tick " + event.tick() + " is malformed");
            }
        }
    }

    private static void checkAtStart(
            List<FileEvent> events, int type, int leastBytes, String name, List<String> violations) {
        long found = events.stream()
                .filter(event -> event.isMeta(type) && event.tick() == 0 && event.data().length >= leastBytes)
                .count();
        if (found != 1) {
            violations.add("the first track has " + (found == 0 ? "no" : "not just") + " " + name + " at tick 0");
        }
    }

    static int microseconds(FileEvent tempo) {
        return tempo.value(0) << 16 | tempo.value(1) << 8 | tempo.value(2);
    }

    static Meter meter(FileEvent timeSignature) {
        return new Meter(timeSignature.value(0), 1 << timeSignature.value(1));
    }

    private static void checkEnds(List<List<FileEvent>> tracks, List<String> violations) {
        TreeSet<Long> ends = new TreeSet<>();
        for (int i = 0; i < tracks.size(); i++) {
            List<FileEvent> track = tracks.get(i);
            long marks = track.stream()
                    .filter(event -> event.isMeta(MetaEvents.END_OF_TRACK))
                    .count();
            if (marks != 1 || !track.get(track.size() - 1).isMeta(MetaEvents.END_OF_TRACK)) {
                violations.add("track " + (i + 1) + " does not end with its one end-of-track event");
            } else {
                ends.add(track.get(track.size() - 1).tick());
            }
        }
        if (ends.size() > 1) {
            violations.add("the tracks end at different ticks: " + ends);
        } else if (ends.size() == 1 && violations.isEmpty()) {
            checkBarLine(tracks.get(0), ends.first(), violations);
        }
    }

    /** The end, and each change of meter, must be a bar line of the meter before it. */
    private static void checkBarLine(List<FileEvent> conductor, long end, List<String> violations) {
        long from = 0;
        Meter meter = Meter.COMMON;
        for (FileEvent event : conductor) {
            boolean change = event.isMeta(MetaEvents.TIME_SIGNATURE);
            if ((change || event.isMeta(MetaEvents.END_OF_TRACK)) && (event.tick() - from) % meter.ticksPerBar() != 0) {
                violations.add("tick " + event.tick() + (change ? ", a change of meter," : ", the end,")
                        + " is no bar line of " + meter + " from tick " + from);
            }
            if (change) {
                from = event.tick();
                meter = meter(event);
            }
        }
        if (end == 0) {
            violations.add("there is no bar");
        }
    }

    private static void checkTracks(StrictMidiParser.Content content, List<String> violations) {
        Map<Integer, Integer> programs = new HashMap<>(); // by channel
        for (int i = 0; i < content.tracks().size(); i++) {
            List<FileEvent> track = content.tracks().get(i);
            String name = "track " + (i + 1);
            if (content.type() == 1 && i > 0) {
                boolean named = track.get(0).isMeta(MetaEvents.TRACK_NAME)
                        && track.get(0).tick() == 0
                        && track.get(0).data().length > 0;
                if (!named) {
                    violations.add(name + " does not begin with its name");
                }
            }
            for (FileEvent event : track) {
                if (!event.isMeta() && event.command() == FileEvent.PROGRAM_CHANGE) {
                    Integer earlier = programs.put(event.channel(), event.value(0));
                    if (earlier != null && earlier != event.value(0)) {
                        violations.add("channel " + (event.channel() + 1) + " has the programs " + earlier + " and "
                                + event.value(0));
                    }
                } else if (!event.isMeta() && !programs.containsKey(event.channel())) {
                    violations.add(name + " uses channel " + (event.channel() + 1) + " before its program");
                    programs.put(event.channel(), 0);
                }
            }
        }
    }
}
