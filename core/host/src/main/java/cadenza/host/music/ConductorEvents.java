package cadenza.host.music;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.TempoChange;
import cadenza.host.music.MetaEvents.MetaEvent;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import javax.sound.midi.Track;

/** The tempos and signatures of a file, from whichever file track they stand in. */
final class ConductorEvents {
    private static final double DEFAULT_TEMPO = 120;
    private static final double MICROSECONDS_PER_MINUTE = 60_000_000;

    private final NavigableMap<Long, Double> tempos; // by tick of the file
    private final NavigableMap<Long, Meter> meters; // by tick of the file
    private final Optional<KeySignature> key;
    private final Findings findings;

    ConductorEvents(Track[] tracks, Findings findings) {
        this.findings = findings;
        tempos = changes(tracks, MetaEvents.TEMPO, this::tempo, DEFAULT_TEMPO);
        meters = changes(tracks, MetaEvents.TIME_SIGNATURE, ConductorEvents::meter, Meter.COMMON);
        List<KeySignature> keys = events(tracks, MetaEvents.KEY_SIGNATURE)
                .flatMap(event -> valid(key(event.data())).stream())
                .toList();
        key = keys.stream().findFirst();
        findings.add(Finding.KEY_CHANGE, (int) keys.stream()
                .skip(1)
                .filter(later -> !later.equals(keys.get(0)))
                .count());
    }

    /** In quarters a minute, by tick of the file, the first at 0. */
    NavigableMap<Long, Double> fileTempos() {
        return tempos;
    }

    /** One a tick. @param scale to the ticks of the score */
    List<TempoChange> tempos(LongUnaryOperator scale) {
        return scaled(tempos, scale, TempoChange::new);
    }

    /** One a tick. @param scale to the ticks of the score */
    List<MeterChange> meters(LongUnaryOperator scale) {
        return scaled(meters, scale, MeterChange::new);
    }

    /** The first of the file. */
    Optional<KeySignature> key() {
        return key;
    }

    private static <V, C> List<C> scaled(
            NavigableMap<Long, V> changes, LongUnaryOperator scale, BiFunction<Long, V, C> change) {
        TreeMap<Long, V> scaled = new TreeMap<>();
        changes.forEach((tick, value) -> scaled.put(scale.applyAsLong(tick), value));
        return scaled.entrySet().stream()
                .map(entry -> change.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<MetaEvent> events(Track[] tracks, int type) {
        return Stream.of(tracks)
                .flatMap(track -> MetaEvents.of(track, type))
                .sorted(Comparator.comparingLong(MetaEvent::tick));
    }

    /** What changes along the whole piece, one change a tick (the file's last), with a default from tick 0. */
    private <V> NavigableMap<Long, V> changes(
            Track[] tracks, int type, Function<byte[], Optional<V>> read, V valueAtStart) {
        NavigableMap<Long, V> values = new TreeMap<>();
        values.put(0L, valueAtStart);
        events(tracks, type)
                .forEach(event -> valid(read.apply(event.data())).ifPresent(value -> values.put(event.tick(), value)));
        return values;
    }

    private <V> Optional<V> valid(Optional<V> value) {
        if (value.isEmpty()) {
            findings.add(Finding.INVALID_SIGNATURE);
        }
        return value;
    }

    private Optional<Double> tempo(byte[] data) {
        if (data.length < 3) {
            return Optional.empty();
        }
        int microseconds = (data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | data[2] & 0xFF;
        double tempo = roundest(MICROSECONDS_PER_MINUTE / microseconds, microseconds);
        double clamped = Math.min(Math.max(tempo, TempoChange.SLOWEST), TempoChange.FASTEST);
        if (clamped != tempo) {
            findings.add(Finding.TEMPO_OUT_OF_RANGE);
        }
        return Optional.of(clamped);
    }

    /** A file has whole microseconds a quarter, so that 97 a minute becomes 97.00003: this finds the 97 again. */
    private static double roundest(double exact, int microseconds) {
        for (double scale = 1; scale <= 1000; scale *= 10) {
            double rounded = Math.rint(exact * scale) / scale;
            if (Math.round(MICROSECONDS_PER_MINUTE / rounded) == microseconds) {
                return rounded;
            }
        }
        return exact;
    }

    private static Optional<Meter> meter(byte[] data) {
        boolean valid = data.length >= 2 && data[0] >= 1 && data[0] <= 64 && data[1] >= 0 && data[1] <= 6;
        return valid ? Optional.of(new Meter(data[0], 1 << data[1])) : Optional.empty();
    }

    private static Optional<KeySignature> key(byte[] data) {
        boolean valid = data.length >= 2 && Math.abs(data[0]) <= 7 && (data[1] == 0 || data[1] == 1);
        return valid ? Optional.of(new KeySignature(data[0], data[1] == 1)) : Optional.empty();
    }
}
