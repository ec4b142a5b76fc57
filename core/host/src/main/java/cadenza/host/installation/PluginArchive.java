package cadenza.host.installation;

import cadenza.host.installation.ZipDirectory.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A packed plugin: a jar, or a zip with the plugin's classes in {@code classes/} and its private libraries in
 * {@code lib/}. Opening it checks names, kinds, numbers and stated sizes of all entries, and reads them once to check the
 * true sizes; so what is opened is safe to unpack. No class of it is loaded.
 */
final class PluginArchive implements AutoCloseable {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String CLASSES = "classes/";

    private final Path file;
    private final List<Entry> entries;
    private final ZipFile zip;
    private final PluginManifest manifest;

    /** @throws IOException if it is refused; the message says why, in words that follow the file's name and a colon */
    PluginArchive(Path file, ArchiveLimits limits) throws IOException {
        this.file = file;
        entries = ZipDirectory.read(file, limits.entries());
        checkNames();
        long most = Math.min(limits.bytes(), limits.ratio() * Files.size(file));
        String over = most < limits.bytes()
                ? "it unpacks to more than " + limits.ratio() + " times its size"
                : "it unpacks to more than " + limits.bytes() / 1_000_000 + " MB";
        if (entries.stream().mapToLong(Entry::size).sum() > most) {
            throw new ZipException(over);
        }
        zip = new ZipFile(file.toFile());
        try {
            checkBytes(most, over);
            manifest = manifest();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void checkNames() throws ZipException {
        Optional<Entry> special = entries.stream().filter(Entry::isSpecial).findFirst();
        if (special.isPresent()) {
            throw new ZipException(
                    "'" + special.get().name() + "' in it is a symbolic link or a device; only files are allowed");
        }
        Optional<String> refusal =
                EntryNames.refusal(entries.stream().map(Entry::name).toList());
        if (refusal.isPresent()) {
            throw new ZipException(refusal.get());
        }
    }

    /** What is stated may be a lie, so it is counted too. */
    private void checkBytes(long most, String over) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (Entry entry : entries) {
            CRC32 sum = new CRC32();
            long size = 0;
            try (InputStream in = in(entry)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    sum.update(buffer, 0, count);
                    size += count;
                    total += count;
                    if (total > most) {
                        throw new ZipException(over);
                    }
                }
            }
            if (sum.getValue() != entry.crc() || size != entry.size()) {
                throw new ZipException("'" + entry.name() + "' in it is damaged");
            }
        }
    }

    private InputStream in(Entry entry) throws IOException {
        InputStream in = zip.getInputStream(zip.getEntry(entry.name()));
        if (in == null) {
            throw new ZipException("'" + entry.name() + "' in it cannot be found");
        }
        return in;
    }

    private PluginManifest manifest() throws IOException {
        for (String name : List.of(MANIFEST, CLASSES + MANIFEST)) {
            for (Entry entry : entries) {
                if (entry.name().equals(name)) {
                    try (InputStream in = in(entry)) {
                        return PluginManifest.read(in);
                    }
                }
            }
        }
        throw new IOException("it has no " + MANIFEST + " and no " + CLASSES + MANIFEST + ", so it is no plugin");
    }

    PluginManifest plugin() {
        return manifest;
    }

    /**
     * Puts the plugin into a folder from which it can be loaded: a jar as it is, a zip unpacked.
     *
     * @return where it is there
     */
    Path stage(Path folder) throws IOException {
        String name = manifest.id() + "-" + manifest.version();
        if (!hasFolders()) {
            return Files.copy(file, folder.resolve(name + ".jar"));
        }
        Path place = folder.resolve(name);
        unpack(place);
        return place;
    }

    /** Whether it is a zip with private libraries, which is unpacked, and not a jar. */
    private boolean hasFolders() {
        return entries.stream().noneMatch(entry -> entry.name().equals(MANIFEST));
    }

    /** Writes all that is in it. @param folder to be made */
    void unpack(Path folder) throws IOException {
        Files.createDirectory(folder);
        for (Entry entry : entries) {
            Path target = folder.resolve(entry.name()).normalize();
            if (!target.startsWith(folder)) {
                throw new ZipException("the name '" + entry.name() + "' in it leads out of its folder");
            }
            if (entry.isFolder()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.getParent());
            try (InputStream in = in(entry);
                    OutputStream out = Files.newOutputStream(target)) {
                in.transferTo(out);
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
