package cadenza.host.installation;

import java.util.List;
import java.util.Optional;

/**
 * What an installation did.
 *
 * @param id of the plugin
 * @param version that is installed now
 * @param provider who publishes it, in its own words; empty if it does not say
 * @param sha512 of the archive, in hexadecimal
 * @param requires the range of API versions it works with
 * @param generators the ids of its generators; empty if nothing was done
 * @param already whether that version was there, and nothing was done
 * @param replaced the version that was there before; empty if none was
 */
public record InstalledPlugin(
        String id,
        String version,
        String provider,
        String sha512,
        String requires,
        List<String> generators,
        boolean already,
        Optional<String> replaced) {}
