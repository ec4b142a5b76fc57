package cadenza.host.sampling.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private static History counted(int window, int count) {
        History history = new History(window);
        for (int i = 0; i < count; i++) {
            history.add(i);
        }
        return history;
    }

    @Test
    void showsTheLastOnesUpToItsWindow() {
        History history = counted(3, 5);
        assertThat(history.size()).isEqualTo(3);
        assertThat(history.back(1)).isEqualTo(4);
        assertThat(history.back(3)).isEqualTo(2);
        assertThat(history.behindWindow()).isTrue();
        assertThat(history.back(4)).isEqualTo(1);
        assertThat(counted(3, 3).behindWindow()).isFalse();
    }

    @Test
    void goesBackToAnyLengthOfAShortGeneration() {
        for (int length = 0; length <= 5; length++) {
            History history = counted(3, 5);
            history.rewind(length);
            assertThat(history.size()).isEqualTo(Math.min(3, length));
            if (length > 0) {
                assertThat(history.back(1)).isEqualTo(length - 1);
            }
        }
    }

    @Test
    void goesBackFarInALongGeneration() {
        History history = counted(100, 1_000_000);
        history.rewind(1_000_000 - History.MOST_REWIND);
        assertThat(history.back(1)).isEqualTo(1_000_000 - History.MOST_REWIND - 1);
        assertThat(history.back(100)).isEqualTo(1_000_000 - History.MOST_REWIND - 100);
        assertThatThrownBy(() -> history.rewind(50)).isInstanceOf(IllegalArgumentException.class);
        history.rewind(0);
        assertThat(history.size()).isZero();
        history.add(7);
        assertThat(history.back(1)).isEqualTo(7);
        history.rewind(1);
        assertThat(history.size()).isEqualTo(1);
    }

    @Test
    void doesNotGoForward() {
        History history = counted(3, 5);
        assertThatThrownBy(() -> history.rewind(6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot go back to 6 tokens of 5");
        assertThatThrownBy(() -> history.rewind(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
