package cadenza.host.music;

import cadenza.host.sampling.Xoshiro256;
import java.io.ByteArrayOutputStream;
import java.util.random.RandomGenerator;

/**
 * Files as careless programs write them: running status or none, notes struck while they sound, note-offs too many or
 * too few, in between all kinds of other events, and delta times longer than they need be. Each seed gives the same one.
 */
final class MessyFile {
    private static final String[] OTHERS = {
        "B0 07 64",
        "B3 40 7F",
        "E0 00 40",
        "D1 10",
        "A0 3C 10",
        "C0 05",
        "F0 05 7E 7F 09 01 F7",
        "F7 01 F8",
        "FF 01 03 61 62 63",
        "FF 05 02 6C 61",
        "FF 06 01 41",
        "FF 7F 02 00 01",
        "FF 51 03 07 A1 20",
        "FF 21 01 00"
    };

    private MessyFile() {}

    static byte[] of(int type, int division, long seed) {
        RandomGenerator random = new Xoshiro256(seed);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int tracks = type == 0 ? 1 : 1 + random.nextInt(4);
        file.writeBytes(HandmadeFile.header(type, tracks, division));
        for (int i = 0; i < tracks; i++) {
            if (random.nextInt(3) == 0) {
                file.writeBytes(HandmadeFile.chunk("XFIH", "01 02 03"));
            }
            file.writeBytes(HandmadeFile.chunk("MTrk", track(random) + delta(random) + "FF 2F 00"));
        }
        file.writeBytes(HandmadeFile.bytes(random.nextBoolean() ? "00 FF" : ""));
        return file.toByteArray();
    }

    private static String track(RandomGenerator random) {
        StringBuilder track = new StringBuilder(random.nextBoolean() ? "00 FF 03 02 41 42 " : "");
        // One note, so that the file can be read.
        track.append("00 90 3C 40 20 80 3C 10 ");
        int running = 0x80;
        for (int i = random.nextInt(80); i > 0; i--) {
            track.append(delta(random));
            if (random.nextInt(4) == 0) {
                String other = OTHERS[random.nextInt(OTHERS.length)];
                running = other.charAt(0) == 'F' ? 0 : Integer.parseInt(other.substring(0, 2), 16);
                track.append(other).append(' ');
            } else {
                int status = (random.nextInt(5) < 2 ? 0x80 : 0x90) + (random.nextInt(4) == 0 ? 1 : 0);
                int velocity = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(127);
                if (status != running || random.nextInt(3) == 0) {
                    track.append(String.format("%02X ", status));
                }
                track.append(String.format("%02X %02X ", 60 + random.nextInt(4), velocity));
                running = status;
            }
        }
        return track.toString();
    }

    private static String delta(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> "00 ";
            case 2 -> String.format("80 %02X ", random.nextInt(128));
            default -> HandmadeFile.number(random.nextInt(40) * 10);
        };
    }
}
