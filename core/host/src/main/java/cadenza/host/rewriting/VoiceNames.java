package cadenza.host.rewriting;

import cadenza.api.UserException;
import cadenza.host.storage.NearestName;
import java.util.List;
import java.util.Locale;

/**
 * What a model calls its voices, and how a user names one of them.
 *
 * @param names in lower case, in the order of their numbers
 */
public record VoiceNames(List<String> names) {
    public VoiceNames {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** The index of a voice. @param name or its number from 1 @throws UserException if there is none of that name */
    public int index(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        int index = names.indexOf(wanted);
        for (int voice = 0; index < 0 && voice < names.size(); voice++) {
            index = wanted.equals(String.valueOf(voice + 1)) ? voice : -1;
        }
        if (index < 0) {
            throw new UserException(
                    "--voice '" + name + "' is none of the model's: " + String.join(", ", names),
                    NearestName.hint(wanted, names),
                    null);
        }
        return index;
    }
}
