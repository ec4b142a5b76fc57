package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Vocabulary;
import cadenza.host.sampling.stage.Dry;
import cadenza.host.sampling.stage.LogitBias;
import cadenza.host.sampling.stage.Mirostat;
import cadenza.host.sampling.stage.RepetitionPenalty;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Vocabulary LETTERS = Vocabulary.of(List.of("a", "b", "\n", " "));
    private static final int A = 1;
    private static final int B = 2;

    /** Of UNK, a, b, a line's end and a space. */
    private static final float[] LOGITS = {
        (float) Math.log(0.01),
        (float) Math.log(0.5),
        (float) Math.log(0.25),
        (float) Math.log(0.16),
        (float) Math.log(0.08)
    };

    private static final boolean[] ALLOWED = {false, true, true, true, true};

    private final StringBuilder page = new StringBuilder();

    private Sampler sampler(SamplerSettings settings) {
        return new Sampler(settings, new Xoshiro256(1), LETTERS, new Explanation(LETTERS, page::append));
    }

    @Test
    void eachStepIsTold() {
        Sampler sampler = sampler(new SamplerSettings(
                0.5,
                2,
                0.9,
                0.01,
                0.8,
                new RepetitionPenalty(2, 9),
                new Dry(1, 2, 1, 9, List.of()),
                Mirostat.OFF,
                new LogitBias(Map.of("b", 0.4055)))); // 1.5 times as likely
        sampler.accept(A);
        sampler.accept(A);
        int token = sampler.choose(LOGITS, ALLOWED);
        sampler.accept(token);
        assertThat(token).isEqualTo(B);
        // Scores: 2 · ln 0.5 − 1 = −2.386 for a, ln 0.25 + 0.4055 = −0.981 for b, ln 0.16 = −1.833, ln 0.08 = −2.526.
        // At
        // T = 0.5 their powers are squared: 0.0085, 0.1406, 0.0256 and 0.0064, together 0.1811. Top-k leaves 0.1406 and
        // 0.0256, that is 84.6 % and 15.4 %, with an entropy of 0.43 nats and an information of 0.17 and 1.87: b is the
        // more typical, and has 0.8 alone.
        assertThat(page.toString())
                .isEqualTo(
                        """
                        step 3: "b", 100.00 % of what was left
                          network: "a" 50.00 %, "b" 25.00 %, "\\n" 16.00 %, " " 8.00 %
                          forbidden: 1 of 5, with 1.00 %
                          bias: +0.41 on "b"
                          repetition penalty 2.0: -0.69 on "a"
                          DRY 1.0: -1.00 on "a"
                          temperature 0.5: "b" 77.66 %, "\\n" 14.14 %, "a" 4.67 %, " " 3.53 %
                          min-p 0.01: 4 left, 0 out
                          top-k 2: 2 left, 2 out: "a" 4.67 %, " " 3.53 %
                          typical-p 0.8: 1 left, 1 out: "\\n" 15.40 %
                          top-p 0.9: 1 left, 0 out
                        """);
    }

    @Test
    void whatConstraintsPreferIsToldApart() {
        float[] preferred = LOGITS.clone();
        preferred[B] += 1.5f;
        Sampler sampler = sampler(new SamplerSettings(0, 0, 1));
        sampler.accept(sampler.choose(LOGITS, preferred, ALLOWED));
        assertThat(page.toString())
                .isEqualTo(
                        """
                        step 1: "b", 100.00 % of what was left
                          network: "a" 50.00 %, "b" 25.00 %, "\\n" 16.00 %, " " 8.00 %
                          forbidden: 1 of 5, with 1.00 %
                          constraints: +1.50 on "b"
                          temperature 0, always the likeliest: "b" 100.00 %
                        """);
    }

    @Test
    void whatWasChosenAndRefusedIsTold() {
        Sampler sampler = sampler(new SamplerSettings(0, 0, 1));
        boolean[] withoutA = ALLOWED.clone();
        withoutA[A] = false;
        sampler.choose(LOGITS, ALLOWED);
        sampler.accept(sampler.choose(LOGITS, withoutA));
        assertThat(page.toString())
                .startsWith("step 1: \"b\"")
                .contains("\n  network: \"b\" 25.00 %, \"\\n\" 16.00 %, \" \" 8.00 %\n")
                .contains("\n  forbidden: 2 of 5, with 51.00 %\n")
                .endsWith("\n  chosen before, and refused: \"a\"\n");
        page.setLength(0);
        sampler.accept(sampler.choose(LOGITS, ALLOWED));
        assertThat(page.toString()).startsWith("step 2: \"a\"").doesNotContain("refused");
    }

    @Test
    void aPrimeIsNotTold() {
        sampler(SamplerSettings.PLAIN).accept(A);
        assertThat(page.toString()).isEmpty();
    }

    @Test
    void goingBackIsTold() {
        Sampler sampler = sampler(new SamplerSettings(0, 0, 1));
        sampler.accept(A);
        sampler.accept(A);
        sampler.rewind(1);
        sampler.rewind(0);
        assertThat(page.toString()).isEqualTo("back to step 1\nback to the beginning\n");
    }

    @Test
    void aLongGenerationIsToldInItsFirstPart() {
        Sampler sampler = sampler(new SamplerSettings(0, 0, 1));
        for (int i = 0; i < Explanation.MOST_STEPS + 5; i++) {
            sampler.accept(sampler.choose(LOGITS, ALLOWED));
        }
        assertThat(page.toString()).contains("step 10000:").endsWith("further steps are not told\n");
    }

    @Test
    void listeningChangesNoChoice() {
        SamplerSettings settings = new SamplerSettings(1.2, 3, 0.9, 0.01);
        Sampler told = sampler(settings);
        Sampler untold = new Sampler(settings, new Xoshiro256(1), LETTERS);
        for (int i = 0; i < 200; i++) {
            assertThat(told.choose(LOGITS, ALLOWED)).isEqualTo(untold.choose(LOGITS, ALLOWED));
        }
    }
}
