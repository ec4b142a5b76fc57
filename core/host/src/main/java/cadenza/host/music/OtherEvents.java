package cadenza.host.music;

import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import javax.sound.midi.Track;

/** Counts the events of a file that a score does not hold. */
final class OtherEvents {
    private OtherEvents() {}

    /** @param prefix of texts that are not counted; empty if all are */
    static void count(Track[] tracks, String prefix, Findings findings) {
        for (Track track : tracks) {
            boolean named = false;
            for (int i = 0; i < track.size(); i++) {
                MidiMessage event = track.get(i).getMessage();
                if (event instanceof ShortMessage message) {
                    count(message, findings);
                } else if (event instanceof SysexMessage) {
                    findings.add(Finding.SYSTEM_EXCLUSIVE);
                } else if (event instanceof MetaMessage meta && meta.getType() == MetaEvents.TRACK_NAME && !named) {
                    named = true;
                } else if (event instanceof MetaMessage meta && !isWanted(meta, prefix)) {
                    count(meta, findings);
                }
            }
        }
    }

    private static boolean isWanted(MetaMessage meta, String prefix) {
        return !prefix.isEmpty()
                && meta.getType() == MetaEvents.TEXT
                && MetaEvents.text(meta.getData()).startsWith(prefix);
    }

    private static void count(ShortMessage message, Findings findings) {
        switch (message.getCommand()) {
            case ShortMessage.CONTROL_CHANGE -> findings.add(controller(message.getData1()));
            case ShortMessage.PITCH_BEND -> findings.add(Finding.PITCH_BEND);
            case ShortMessage.CHANNEL_PRESSURE -> findings.add(Finding.CHANNEL_PRESSURE);
            case ShortMessage.POLY_PRESSURE -> findings.add(Finding.KEY_PRESSURE);
            default -> {} // notes and programs, which are read
        }
    }

    /** By the numbers of the MIDI 1.0 specification. */
    private static Finding controller(int number) {
        return switch (number) {
            case 0, 32 -> Finding.BANK;
            case 1 -> Finding.MODULATION;
            case 7 -> Finding.VOLUME;
            case 10 -> Finding.PAN;
            case 11 -> Finding.EXPRESSION;
            case 64 -> Finding.SUSTAIN_PEDAL;
            default -> Finding.CONTROLLER;
        };
    }

    /** By the numbers of the Standard MIDI Files 1.0 specification. */
    private static void count(MetaMessage meta, Findings findings) {
        switch (meta.getType()) {
            case MetaEvents.TEMPO,
                    MetaEvents.TIME_SIGNATURE,
                    MetaEvents.KEY_SIGNATURE,
                    MetaEvents.END_OF_TRACK -> {} // which are read
            case MetaEvents.TEXT -> findings.add(Finding.TEXT);
            case 0x02 -> findings.add(Finding.COPYRIGHT);
            case 0x04 -> findings.add(Finding.INSTRUMENT_NAME);
            case 0x05 -> findings.add(Finding.LYRIC);
            case 0x06 -> findings.add(Finding.MARKER);
            case 0x07 -> findings.add(Finding.CUE_POINT);
            default -> findings.add(Finding.META);
        }
    }
}
