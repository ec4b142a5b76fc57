package cadenza.host.sound;

import cadenza.api.document.Score;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.Sequencer;

/**
 * A score that is being played. It plays on its own; the methods may be called from any thread.
 *
 * <p>Whichever way it ends (at its end, by {@link #stop}, by {@link #close}, or because the process is asked to end), all
 * notes are off afterwards.
 */
public final class Playback implements AutoCloseable {
    /** How long the device stays open after the last event: its own delay, and the last notes' release. */
    private static final long RELEASE_MILLISECONDS = 700;

    private static final int END_OF_TRACK = 0x2F;

    private final Sequencer sequencer;
    private final SteadyReceiver receiver;
    private final BarStarts bars;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::release, "all notes off");
    private boolean paused;
    private boolean closed;

    /** Starts at once. @param sequencer open, connected to the receiver; both are closed with this */
    Playback(Sequencer sequencer, SteadyReceiver receiver, BarStarts bars) {
        this.sequencer = sequencer;
        this.receiver = receiver;
        this.bars = bars;
        sequencer.addMetaEventListener(event -> {
            if (event.getType() == END_OF_TRACK) {
                ended.countDown();
            }
        });
        receiver.onFault(this::stop);
        Runtime.getRuntime().addShutdownHook(atExit);
        sequencer.start();
    }

    /** Waits until the music has ended and its last notes have died away, or until {@link #stop} or {@link #close}. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
        stopped.await(RELEASE_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Ends the music here. */
    public void stop() {
        stopped.countDown();
        ended.countDown();
    }

    /** Holds the music, or lets it go on from where it was held. */
    public synchronized void pauseOrResume() {
        if (ended()) {
            return;
        }
        paused = !paused;
        if (paused) {
            hold();
        } else {
            sequencer.start();
        }
    }

    /** Whether the music is over: it came to its end, was stopped, or the process ends. */
    public synchronized boolean ended() {
        return closed || ended.getCount() == 0;
    }

    public synchronized boolean paused() {
        return paused;
    }

    /** Goes to the next bar; from the last one the music ends. */
    public synchronized void forward() {
        int next = bar() + 1;
        if (next == bars.count()) {
            stop();
        } else if (!ended()) {
            goTo(bars.start(next));
        }
    }

    /** Goes to where the bar began, or to the bar before if less than a quarter of this one has been heard. */
    public synchronized void back() {
        if (!ended()) {
            int bar = bar();
            boolean justBegan = sequencer.getTickPosition() - bars.start(bar) < Score.TICKS_PER_QUARTER;
            goTo(bars.start(justBegan ? Math.max(0, bar - 1) : bar));
        }
    }

    /** The bar that is being heard, from 0. */
    public synchronized int bar() {
        return closed ? 0 : bars.barAt(sequencer.getTickPosition());
    }

    /** How many bars there are, 1 or more. */
    public int bars() {
        return bars.count();
    }

    private void goTo(long tick) {
        hold();
        sequencer.setTickPosition(tick);
        if (!paused) {
            sequencer.start();
        }
    }

    private void hold() {
        sequencer.stop();
        AllNotesOff.send(receiver);
    }

    /** Silences and closes the device. Does nothing the second time. @throws RuntimeException the device's first fault */
    @Override
    public void close() {
        stop();
        release();
    }

    /** Who waits for the end is not woken by this: when the process ends, there is nothing more for him to do. */
    private synchronized void release() {
        if (closed) {
            return;
        }
        closed = true;
        try (receiver;
                sequencer) {
            hold();
        } finally {
            forgetExit();
        }
        receiver.fault().ifPresent(fault -> {
            throw fault;
        });
    }

    private void forgetExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process ends already, and the hook is what closes this, or will find nothing to do.
        }
    }
}
