package cadenza.host.sound;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/** A program that plays for minutes, and prints what its device hears: command, channel and data of each message. */
final class PlayForever {
    private PlayForever() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        new MidiPlayer(() -> new PrintingReceiver(out), "").play(Tunes.bars(60));
    }

    private record PrintingReceiver(PrintStream out) implements Receiver {
        @Override
        public void send(MidiMessage message, long timeStamp) {
            if (message instanceof ShortMessage sent) {
                out.println(
                        sent.getCommand() + " " + sent.getChannel() + " " + sent.getData1() + " " + sent.getData2());
            }
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
