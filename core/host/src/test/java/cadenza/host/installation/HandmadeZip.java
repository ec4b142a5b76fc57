package cadenza.host.installation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Zips byte by byte, with names, modes and sizes that no packer would write. */
final class HandmadeZip {
    private static final int UNIX = 0x0314;
    private static final int UTF_8_DEFLATED = 0x0008_0800;

    private final ByteArrayOutputStream files = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    /** One with the manifest of a plugin. */
    static HandmadeZip plugin(String id) {
        String manifest = "Manifest-Version: 1.0\nPlugin-Id: " + id + "\nPlugin-Version: 1.0.0\n";
        return new HandmadeZip().with("classes/META-INF/MANIFEST.MF", manifest);
    }

    HandmadeZip with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    HandmadeZip with(String name, byte[] content) {
        return with(name, content, content.length, 0x81a4);
    }

    /** @param stated size in the headers @param mode Unix file type and permissions */
    HandmadeZip with(String name, byte[] content, int stated, int mode) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] packed = deflated(content);
        CRC32 sum = new CRC32();
        sum.update(content);
        ByteBuffer same = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        same.putShort((short) 20).putInt(UTF_8_DEFLATED).putInt(0);
        same.putInt((int) sum.getValue()).putInt(packed.length).putInt(stated);
        same.putShort((short) nameBytes.length).putShort((short) 0);
        int at = files.size();
        files.writeBytes(new byte[] {'P', 'K', 3, 4});
        files.writeBytes(same.array());
        files.writeBytes(nameBytes);
        files.writeBytes(packed);
        directory.writeBytes(new byte[] {'P', 'K', 1, 2, UNIX & 0xff, UNIX >> 8});
        directory.writeBytes(same.array());
        ByteBuffer rest = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
        rest.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        directory.writeBytes(rest.putInt(mode << 16).putInt(at).array());
        directory.writeBytes(nameBytes);
        count++;
        return this;
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(files.toByteArray());
        all.writeBytes(directory.toByteArray());
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.put(new byte[] {'P', 'K', 5, 6}).putInt(0).putShort((short) count).putShort((short) count);
        all.writeBytes(end.putInt(directory.size()).putInt(files.size()).array());
        return all.toByteArray();
    }

    Path writeTo(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
