package cadenza.host.training;

import cadenza.api.document.Medium;

/**
 * What a loss is shown in. Generators report nats a token; a text is measured in bits a character, as compression is, so
 * that it can be compared with what others report.
 */
public enum LossUnit {
    NATS_A_TOKEN(1, "nats a token", "tokens"),
    /** For generators of text whose tokens are characters. */
    BITS_A_CHARACTER(1 / StrictMath.log(2), "bits a character", "characters");

    private final double ofOneNat;
    private final String label;
    private final String tokens;

    LossUnit(double ofOneNat, String label, String tokens) {
        this.ofOneNat = ofOneNat;
        this.label = label;
        this.tokens = tokens;
    }

    /** The unit for a medium. */
    public static LossUnit of(Medium medium) {
        return medium == Medium.TEXT ? BITS_A_CHARACTER : NATS_A_TOKEN;
    }

    /** A loss in this unit. @param nats a token; NaN gives NaN */
    public double of(double nats) {
        return nats * ofOneNat;
    }

    /** "bits a character" */
    public String label() {
        return label;
    }

    /** What tokens are called: "characters". */
    public String tokens() {
        return tokens;
    }
}
