package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingReader;
import org.junit.jupiter.api.Test;

class TransportKeyTest {
    private static List<TransportKey> keys(String typed) throws IOException {
        try (NonBlockingReader reader = NonBlocking.nonBlocking("keys", new StringReader(typed))) {
            List<TransportKey> keys = new ArrayList<>();
            while (!keys.contains(TransportKey.CLOSED)) {
                keys.add(TransportKey.read(reader));
            }
            return keys.subList(0, keys.size() - 1);
        }
    }

    @Test
    void space_holds_and_q_quits() throws IOException {
        assertThat(keys(" qQ")).containsExactly(TransportKey.HOLD_OR_GO_ON, TransportKey.QUIT, TransportKey.QUIT);
    }

    @Test
    void arrows_come_in_two_forms() throws IOException {
        assertThat(keys("\033[C\033[D\033OC\033OD"))
                .containsExactly(TransportKey.FORWARD, TransportKey.BACK, TransportKey.FORWARD, TransportKey.BACK);
    }

    @Test
    void other_keys_do_nothing() throws IOException {
        assertThat(keys("x\033[A\033")).containsOnly(TransportKey.OTHER);
    }
}
