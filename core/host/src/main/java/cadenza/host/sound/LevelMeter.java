package cadenza.host.sound;

/** Measures sound as it goes by: its loudest sample, and where it has died away. Not thread-safe. */
final class LevelMeter {
    private static final double INAUDIBLE_BESIDE_PEAK = 1e-3; // -60 dB

    private final long clip;
    private long frames;
    private long end;
    private float peak;

    /** @param clip how many frames count in any case, however soft they are */
    LevelMeter(long clip) {
        this.clip = clip;
        end = clip;
    }

    /** @param samples left and right in turn */
    void hear(float[] samples) {
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        int heard = samples.length / OfflineSynthesizer.CHANNELS;
        if (frames + heard > clip) {
            int last = samples.length - 1;
            while (last >= 0 && Math.abs(samples[last]) <= INAUDIBLE_BESIDE_PEAK * peak) {
                last--;
            }
            if (last >= 0) {
                end = Math.max(end, frames + last / OfflineSynthesizer.CHANNELS + 1);
            }
        }
        frames += heard;
    }

    /** The loudest sample, 1 is full scale. */
    float peak() {
        return peak;
    }

    /** How many frames there are up to the last that was heard, or of the clip if it is longer. */
    long end() {
        return end;
    }
}
