package cadenza.host.installation;

import cadenza.api.UserException;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads what lies at an address: {@code https:} or {@code file:}, and no other, since nothing else can be trusted. */
final class Download {
    private static final Duration MOST = Duration.ofSeconds(60);

    private Download() {}

    /**
     * @param mostBytes what is read at most
     * @throws UserException if it cannot be read, is longer, or the address is of another kind
     */
    static byte[] read(URI address, long mostBytes) {
        try {
            if ("file".equals(address.getScheme())) {
                try (InputStream in = Files.newInputStream(Path.of(address))) {
                    return limited(in, mostBytes);
                }
            }
            if ("https".equals(address.getScheme())) {
                return overHttps(address, mostBytes);
            }
        } catch (IOException | IllegalArgumentException e) {
            String reason = e instanceof IOException fault ? AtomicFile.reason(fault) : e.getMessage();
            throw new UserException("'" + address + "' cannot be read: " + reason, e);
        }
        throw new UserException("'" + address + "' is refused: only https: addresses and files are read");
    }

    private static byte[] overHttps(URI address, long mostBytes) throws IOException {
        // NORMAL never follows from https to http.
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(MOST)
                .build();
        try {
            HttpResponse<InputStream> response =
                    client.send(HttpRequest.newBuilder(address).timeout(MOST).build(), BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("the server answered " + response.statusCode());
                }
                return limited(in, mostBytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static byte[] limited(InputStream in, long mostBytes) throws IOException {
        byte[] bytes = in.readNBytes(Math.toIntExact(mostBytes + 1));
        if (bytes.length > mostBytes) {
            throw new IOException("it is longer than " + mostBytes / 1_000_000 + " MB");
        }
        return bytes;
    }
}
