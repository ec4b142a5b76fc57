package cadenza.host.plugins;

/** What the host calls in a plugin: how a message names it, and how long it may take. */
enum PluginMethod {
    PLUGIN_START("Plugin.start", Pace.OPENING),
    PLUGIN_STOP("Plugin.stop", Pace.OPENING),
    CONSTRUCTOR("its generator's constructor", Pace.OPENING),
    INFO("Generator.info", Pace.OPENING),
    FIT("Generator.fit", Pace.UNBOUNDED),
    TRAIN("Generator.train", Pace.UNBOUNDED),
    CHECKPOINT("making a checkpoint", Pace.UNBOUNDED),
    OPEN("Generator.open", Pace.OPENING),
    MODEL_CODEC("Model.codec", Pace.OPENING),
    MODEL_START("Model.start", Pace.OPENING),
    IMPROVISES("Model.improvises", Pace.OPENING),
    MASKED("Model.masked", Pace.OPENING),
    CONTENTS("Model.contents", Pace.OPENING),
    CLOSE("Model.close", Pace.OPENING),
    VOCABULARY("Codec.vocabulary", Pace.OPENING),
    ENCODE("Codec.encode", Pace.OPENING),
    DECODE("Codec.decode", Pace.OPENING),
    CODEC_START("Codec.start", Pace.OPENING),
    TICKS("MusicCodec.ticksPerStep", Pace.OPENING),
    ALLOWED("CodecState.allowed", Pace.TOKEN),
    EFFECT("CodecState.effect", Pace.TOKEN),
    ACCEPT("CodecState.accept", Pace.TOKEN),
    STATE_COPY("CodecState.copy", Pace.TOKEN),
    FIRST("Predictor.first", Pace.TOKEN),
    NEXT("Predictor.next", Pace.TOKEN),
    PREDICTOR_COPY("Predictor.copy", Pace.TOKEN),
    BATCH_FIRST("BatchPredictor.first", Pace.TOKEN),
    BATCH_NEXT("BatchPredictor.next", Pace.TOKEN),
    MASKED_LOGITS("MaskedPredictor.logits", Pace.OPENING);

    /** What a deadline is for. */
    enum Pace {
        OPENING,
        TOKEN,
        UNBOUNDED
    }

    private final String label;
    private final Pace pace;

    PluginMethod(String label, Pace pace) {
        this.label = label;
        this.pace = pace;
    }

    Pace pace() {
        return pace;
    }

    /** As messages name it: {@code Predictor.next}. */
    @Override
    public String toString() {
        return label;
    }
}
