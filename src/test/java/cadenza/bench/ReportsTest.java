package cadenza.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.benchmark.NetworkSize;
import cadenza.bench.AlternatingWindows.Outcome;
import cadenza.host.storage.Json;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a benchmark says, to those who read and to programs. */
class ReportsTest {
    private static final NetworkSize LSTM = new NetworkSize("lstm", 2, 256, 65);
    private static final Rate OURS = new Rate("cadenza", 25_310.4, 1);
    private static final Rate PYTORCH = new Rate("pytorch", 9_300, 2.721);
    private static final Rate READING = new Rate(Bench.READING, 31_000, 0.816);

    private static final StartReport START = new StartReport(
            List.of(StartTime.of("compose --bars 8", List.of(0.4, 0.3, 0.31, 0.32))),
            List.of(
                    new LongText(100_000, new ChildRun(4.25, OptionalLong.of(100 << 20))),
                    new LongText(1_000_000, new ChildRun(40, OptionalLong.empty()))));

    private static Comparison comparison(int kept, int dropped, Rate... rates) {
        return new Comparison(LSTM, 1, 2, new Outcome(List.of(rates), kept, dropped));
    }

    @Test
    void ratesStandBesideHowManyTimesFasterTheFirstWas() {
        ComparisonTable table =
                new ComparisonTable(List.of("cadenza", "pytorch", "deeplearning4j", Bench.READING), Map.of());

        assertThat(table.head("sampling"))
                .isEqualTo("sampling, tokens/s lanes threads      cadenza                 pytorch"
                        + "          deeplearning4j           reading alone  rounds");
        assertThat(table.row(comparison(9, 1, OURS, PYTORCH, READING)))
                .isEqualTo("lstm 2x256             1       2       25,310           9,300 (2.72x)"
                        + "                       -           31,000 (82 %)  9 of 10");
    }

    @Test
    void aPeerThatIsNotThereSaysSo() {
        ComparisonTable table = new ComparisonTable(List.of("cadenza", "pytorch"), Map.of("pytorch", "not installed"));

        assertThat(table.row(comparison(9, 0, OURS)))
                .isEqualTo("lstm 2x256             1       2       25,310           not installed  9 of 9");
    }

    @Test
    void aMachineThatWasNeverQuietIsTold() {
        ComparisonTable table = new ComparisonTable(List.of("cadenza"), Map.of());

        assertThat(table.row(comparison(0, 18, OURS))).endsWith("  none of 18 quiet, all taken");
    }

    @Test
    void aComparisonIsAnObjectWithItsRates() {
        assertThat(Json.write(comparison(9, 1, OURS, PYTORCH).toSettings()))
                .isEqualTo("{\"network\":\"lstm 2x256\",\"lanes\":1,\"threads\":2,\"roundsKept\":9,\"roundsDropped\":1,"
                        + "\"rates\":[{\"name\":\"cadenza\",\"tokensPerSecond\":25310.4,\"ratio\":1.0},"
                        + "{\"name\":\"pytorch\",\"tokensPerSecond\":9300.0,\"ratio\":2.721}]}");
    }

    @Test
    void startsAndLongTextsAreTwoTables() {
        assertThat(START.lines())
                .containsExactly(
                        "whole process, seconds      median   fastest   slowest",
                        "compose --bars 8             0.315     0.300     0.400",
                        "",
                        "long texts                 seconds    most memory, MiB",
                        "write --length 100000          4.3                 100",
                        "write --length 1000000        40.0       not told here");
    }

    @Test
    void memoryThatNobodyTellsIsLeftOutOfTheFigures() {
        assertThat(Json.write(START.toSettings()))
                .isEqualTo("{\"wholeProcess\":[{\"command\":\"compose --bars 8\",\"seconds\":0.315,\"fastest\":0.3,"
                        + "\"slowest\":0.4}],\"longTexts\":[{\"characters\":100000,\"seconds\":4.25,"
                        + "\"peakResidentBytes\":104857600},{\"characters\":1000000,\"seconds\":40.0}]}");
    }
}
