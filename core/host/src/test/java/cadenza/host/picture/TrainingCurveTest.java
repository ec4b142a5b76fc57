package cadenza.host.picture;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.TrainingProgress;
import cadenza.host.training.LossUnit;
import cadenza.host.training.TrainingHistory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TrainingCurveTest {
    private static final int BEST = 0xC0392B;
    private static final int VALIDATION = 0x1F5F99;

    private final TrainingCurve curve = new TrainingCurve("mine", LossUnit.BITS_A_CHARACTER);

    private static TrainingProgress progress(double epochs, double training, double validation) {
        return new TrainingProgress(epochs, 1, training, validation, validation, 1, Duration.ZERO, Duration.ZERO);
    }

    private BufferedImage drawn(TrainingHistory history) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(curve.png(history)));
    }

    private static long pixels(BufferedImage image, int colour) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == colour)
                .count();
    }

    @Test
    void theBestValidationIsMarked() throws IOException {
        TrainingHistory history = new TrainingHistory();
        for (int i = 1; i <= 100; i++) {
            history.add(progress(i / 10.0, 1 + 3.0 / i, 1.2 + 3.0 / i + i / 200.0));
        }
        BufferedImage image = drawn(history);
        assertThat(image.getWidth()).isEqualTo(TrainingCurve.WIDTH);
        assertThat(image.getHeight()).isEqualTo(TrainingCurve.HEIGHT);
        assertThat(pixels(image, BEST)).isPositive();
        assertThat(pixels(image, VALIDATION)).isPositive();
    }

    @Test
    void aTrainingWithoutValidationIsDrawnToo() throws IOException {
        TrainingHistory history = new TrainingHistory();
        history.add(progress(1, 2, Double.NaN));
        history.add(progress(2, 1, Double.NaN));
        assertThat(pixels(drawn(history), VALIDATION)).isZero();
    }

    @Test
    void aTrainingOfOneStepIsDrawnToo() throws IOException {
        TrainingHistory history = new TrainingHistory();
        history.add(progress(0.001, 2, 2.1));
        assertThat(pixels(drawn(history), BEST)).isPositive();
        assertThat(drawn(new TrainingHistory()).getWidth()).isEqualTo(TrainingCurve.WIDTH);
    }
}
