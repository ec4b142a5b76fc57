package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.host.measure.MeasureReport;
import cadenza.host.measure.MeasureRow;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MeasureTableTest {
    @Test
    void samplesStandBesideTheReference() {
        MeasureReport report = new MeasureReport(
                40,
                76,
                List.of(
                        row("pitch-class overlap", OptionalDouble.of(0.89581), OptionalDouble.of(1)),
                        row(
                                "moves in parallel fifths or octaves",
                                OptionalDouble.of(0.00049),
                                OptionalDouble.of(0.0035)),
                        row("notes a beat", OptionalDouble.of(4.168), OptionalDouble.of(3.5797)),
                        row("time with crossed voices", OptionalDouble.empty(), OptionalDouble.of(0.0292)),
                        row(
                                "longest match of all voices, beats, median",
                                OptionalDouble.of(0),
                                OptionalDouble.of(40.75))));

        assertThat(new MeasureTable("chorales").lines(report))
                .containsExactly(
                        "measure                                          chorales      reference",
                        "pieces                                                 40             76",
                        "pitch-class overlap                                0.8958         1.0000",
                        "moves in parallel fifths or octaves                0.0005         0.0035",
                        "notes a beat                                         4.17           3.58",
                        "time with crossed voices                                -         0.0292",
                        "longest match of all voices, beats, median         0.0000          40.75");
    }

    private static MeasureRow row(String label, OptionalDouble samples, OptionalDouble reference) {
        return new MeasureRow("name", label, samples, reference);
    }
}
