package cadenza.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LanesTest {
    private static final int STEPS = 12;

    static Stream<Arguments> cellsAndLanes() {
        return Stream.of(Cell.values())
                .flatMap(cell -> IntStream.of(1, 2, 3, 16).boxed().flatMap(lanes -> IntStream.of(1, 6, 7)
                        .mapToObj(hidden -> Arguments.of(cell, lanes, hidden))));
    }

    @ParameterizedTest(name = "{0}, {1} lanes, {2} units")
    @MethodSource("cellsAndLanes")
    void aLaneGivesTheBitsItWouldGiveAloneWhicheverOthersRest(Cell cell, int lanes, int hidden) {
        RecurrentNetwork network =
                new RecurrentNetwork(Networks.random(new NetworkShape(5, cell, false, 2, hidden, 5), 3));
        RecurrentNetwork.Lanes together = network.start(lanes);
        RecurrentNetwork.Lanes[] alone = new RecurrentNetwork.Lanes[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            alone[lane] = network.start(1);
        }
        float[][] expected = new float[lanes][];
        Random random = new Random(4);
        for (int step = 0; step < STEPS; step++) {
            int[][] units = new int[lanes][];
            for (int lane = 0; lane < lanes; lane++) {
                if (step == 0 || random.nextInt(3) > 0) {
                    units[lane] = new int[] {step == 0 ? -1 : random.nextInt(5)};
                    expected[lane] = alone[lane].step(new int[][] {units[lane]})[0].clone();
                }
            }
            assertThat(together.step(units)).isDeepEqualTo(expected);
        }
    }
}
