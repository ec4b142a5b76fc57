package cadenza.host.control;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnChannelsTest {
    private static Track track(int channel, int program) {
        return new Track("", channel, program, List.of());
    }

    @Test
    void tracksOfOtherProgramsMoveToFreeChannels() {
        List<Track> apart = OwnChannels.of(List.of(track(0, 0), track(0, 40), track(1, 32), track(0, 40)));

        assertThat(apart).extracting(Track::channel).containsExactly(0, 2, 1, 2);
        assertThat(apart).extracting(Track::program).containsExactly(0, 40, 32, 40);
    }

    @Test
    void percussionStaysOnItsChannel() {
        List<Track> apart = OwnChannels.of(List.of(track(9, 0), track(9, 8), track(0, 0)));

        assertThat(apart).extracting(Track::channel).containsExactly(9, 9, 0);
    }

    @Test
    void whereNoChannelIsFreeTheProgramIsThatOfTheChannel() {
        List<Track> all = IntStream.range(0, 16)
                .mapToObj(channel -> track(channel, channel))
                .toList();
        List<Track> more = new ArrayList<>(all);
        more.add(track(3, 99));

        assertThat(OwnChannels.of(more).get(16)).isEqualTo(track(3, 3));
    }
}
