package cadenza.host.training;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.TrainingProgress;
import cadenza.api.document.Medium;
import cadenza.host.training.TrainingHistory.Point;
import cadenza.host.training.TrainingHistory.Validation;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingHistoryTest {
    private static TrainingProgress progress(double epochs, double training, double validation) {
        return new TrainingProgress(epochs, 1, training, validation, validation, 1, Duration.ZERO, Duration.ZERO);
    }

    /** One validation an epoch; losses joined by blanks. */
    private static TrainingHistory history(String trainingLosses, String validationLosses) {
        TrainingHistory history = new TrainingHistory();
        String[] training = trainingLosses.split(" ");
        String[] validation = validationLosses.split(" ");
        for (int i = 0; i < training.length; i++) {
            history.add(progress(i + 1, Double.parseDouble(training[i]), Double.parseDouble(validation[i])));
        }
        return history;
    }

    @ParameterizedTest
    @CsvSource({
        "3 2.9 2.8 2.7 2.6, 3 2.5 2.6 2.7 2.8, true", // rises three times while the training loss falls
        "3 2.9 2.8 2.7 2.6, 3 2.5 2.6 2.7 2.65, false", // the last fell
        "3 2.9 2.8 2.7, 3 2.5 2.6 2.7, false", // twice
        "2.6 2.7 2.8 2.9 3, 3 2.5 2.6 2.7 2.8, false", // the training loss rises too
        "3 2.9 2.8 2.7 2.6, 3 2.5 2.501 2.502 2.503, false", // by less than 1 %
        "3 2.9 2.8 2.7 2.6 2.5, 1 3 2.5 2.6 2.7 2.8, true" // whatever was the best
    })
    void aValidationLossThatRisesWhileTheTrainingLossFallsIsOverfitting(
            String training, String validation, boolean overfits) {
        assertThat(history(training, validation).overfits()).isEqualTo(overfits);
    }

    @Test
    void aTrainingWithoutValidationNeverOverfits() {
        TrainingHistory history = history("3 2 1", "NaN NaN NaN");
        assertThat(history.overfits()).isFalse();
        assertThat(history.validations()).isEmpty();
        assertThat(history.best()).isEmpty();
        assertThat(history.training()).hasSize(3);
    }

    @Test
    void whatIsReportedAgainCountsOnce() {
        TrainingHistory history = history("3 3 2 1.9", "2.8 2.8 2.7 2.7");
        assertThat(history.training()).containsExactly(new Point(1, 3), new Point(3, 2), new Point(4, 1.9));
        assertThat(history.validations()).containsExactly(new Validation(1, 2.8, 3), new Validation(3, 2.7, 2));
        assertThat(history.best()).contains(new Validation(3, 2.7, 2));
    }

    @Test
    void ofALongTrainingSomeLossesAreKeptEvenlySpread() {
        TrainingHistory history = new TrainingHistory();
        for (int i = 0; i < 100_000; i++) {
            history.add(progress(i, 1 + 1.0 / (i + 1), Double.NaN));
        }
        assertThat(history.training()).hasSizeBetween(1000, 2001);
        double gap = history.training().get(1).epochs();
        for (int i = 1; i < history.training().size(); i++) {
            assertThat(history.training().get(i)).isEqualTo(new Point(i * gap, 1 + 1 / (i * gap + 1)));
        }
    }

    @Test
    void aTrainingThatIsTakenUpAgainGoesOnWithItsLosses() {
        TrainingHistory through = new TrainingHistory();
        TrainingHistory resumed = new TrainingHistory();
        for (int i = 0; i < 9_000; i++) {
            TrainingProgress progress = progress(i, 1 + 1.0 / (i + 1), i % 100 == 0 ? 2 + 1.0 / (i + 1) : Double.NaN);
            through.add(progress);
            resumed.add(progress);
            if (i % 1000 == 7) {
                resumed = TrainingHistory.of(resumed.toSettings());
            }
        }
        assertThat(resumed.training()).isEqualTo(through.training());
        assertThat(resumed.validations()).isEqualTo(through.validations()).hasSize(90);
    }

    @Test
    void aTextIsMeasuredInBitsACharacter() {
        assertThat(LossUnit.of(Medium.TEXT).of(1.386294361)).isEqualTo(2, Offset.offset(1e-8));
        assertThat(LossUnit.of(Medium.MUSIC).of(1.5)).isEqualTo(1.5);
    }
}
