package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Settings;
import cadenza.distribution.CadenzaProcess.Result;
import cadenza.host.storage.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From files of one's own to a model. */
class TrainIT {
    private static final String TRAIN = "train verse.txt --generator text-lstm --name mine";

    private CadenzaProcess cadenza;

    @BeforeEach
    void lay_out_a_corpus(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.writeText(cadenza.file("verse.txt"));
    }

    private Settings card() throws Exception {
        return Json.read(cadenza.run("models show mine --json").done().text()).settings("card");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "gru-one-gate", "gru", "lstm"})
    void every_cell_is_trained_and_writes(String cell) throws Exception {
        cadenza.run(TRAIN + TinyModels.QUICKLY + " --layers 2 --cell " + cell).done();

        assertThat(card().settings("options").text("cell")).isEqualTo(cell);
        assertThat(cadenza.run("write --model mine --length 20").done().text().codePoints())
                .hasSize(20);
    }

    @Test
    void what_was_read_is_reported_first() throws Exception {
        Files.writeString(cadenza.file("verse.txt"), "#" + Files.readString(cadenza.file("verse.txt")));

        Result result = cadenza.run(TRAIN + TinyModels.QUICKLY).done();

        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderr().lines())
                .allSatisfy(line -> assertThat(line).startsWith("cadenza: "))
                .first()
                .asString()
                .contains(
                        "read 1 document", "tokens to train on", "to validate", "in the vocabulary", "1 unknown (UNK)");
        assertThat(result.stderr()).contains("1 rare character became UNK: #", "kept mine, validation loss");
    }

    @Test
    void a_folder_of_pages_is_read_and_reported_line_by_line() throws Exception {
        Files.createDirectory(cadenza.file("pages"));
        String verse = Files.readString(cadenza.file("verse.txt"));
        Files.writeString(cadenza.file("pages/a.txt"), verse.replace("\n", "\r\n"));
        Files.writeString(cadenza.file("pages/b.md"), "\ufeff" + verse, StandardCharsets.UTF_16LE);
        Files.write(cadenza.file("pages/cover.png"), new byte[8]);

        Result result = cadenza.run("train pages --generator text-lstm --name mine --epochs 1 --hidden 16")
                .done();

        assertThat(result.stderr())
                .contains(
                        "cadenza: read 2 documents: ",
                        "cadenza: skipped 1 other file: cover.png",
                        "cadenza: UTF-16, little-endian in 1 file; line ends made LF in 1 file",
                        "begins in b.md, line 1, and before in a.txt, line 1",
                        "cadenza: dropout 0.5: of ",
                        "cadenza: batch 4, steps 16, learning-rate 0.003: smaller minibatches ",
                        " bits a character",
                        "cadenza: drew the training curve (mine.png)")
                .doesNotContain("hidden 64", "hidden 16");
        assertThat(card().settings("options").number("batch")).isEqualTo(4);
        assertThat(card().settings("options").number("hidden")).isEqualTo(16);
        cadenza.run("models remove mine").done();
        assertThat(cadenza.models()).isEmptyDirectory();
    }

    @Test
    void what_is_left_out_is_named_with_its_reason() throws Exception {
        TinyModels.writePieces(cadenza.file("pieces"));
        Files.writeString(cadenza.file("pieces/broken.mid"), "no music");

        Result result = cadenza.run("train pieces --generator music-gru --name mine" + TinyModels.QUICKLY)
                .done();

        assertThat(result.stderr())
                .contains("read 12 documents", "left out broken.mid: ", "it does not begin with MThd");
    }

    @Test
    void the_card_says_how_the_model_was_made_and_nothing_of_where() throws Exception {
        cadenza.run(TRAIN + TinyModels.QUICKLY + " --seed 3 --card title=Verse --card licence=CC0")
                .done();

        Settings card = card();
        assertThat(card.settings("data").text("title")).isEqualTo("Verse");
        assertThat(card.settings("data").text("licence")).isEqualTo("CC0");
        assertThat(card.settings("options").number("hidden")).isEqualTo(16);
        assertThat(card.number("seed")).isEqualTo(3);
        assertThat(card.settings("losses").names()).contains("training", "validation");
        assertThat(card.text("command"))
                .isEqualTo("cadenza train CORPUS --generator text-lstm --name mine"
                        + " --hidden 16 --batch 4 --steps 16 --epochs 1 --seed 3");
        assertThat(card.toString()).doesNotContain(cadenza.work().toString(), "verse.txt");
    }

    @Test
    void a_model_of_the_same_name_is_replaced() throws Exception {
        cadenza.run(TRAIN + TinyModels.QUICKLY + " --cell gru").done();
        cadenza.run(TRAIN + TinyModels.QUICKLY + " --cell rnn --valid verse.txt")
                .done();

        assertThat(card().settings("options").text("cell")).isEqualTo("rnn");
        try (Stream<Path> files = Files.list(cadenza.models())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("mine.cadenza", "mine.checkpoint", "mine.png");
        }
        cadenza.run("models remove mine").done();
        assertThat(cadenza.models()).isEmptyDirectory();
    }

    @Test
    void a_fraction_of_a_minute_leaves_a_usable_model() throws Exception {
        cadenza.run(TRAIN + " --minutes 0.01").done();

        cadenza.run("write --model mine --length 20").done();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void an_interrupt_keeps_the_best_so_far() throws Exception {
        Result result = cadenza.runUntil("cadenza: epoch", TRAIN + " --minutes 2");

        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(130);
        assertThat(result.stderr()).contains("cadenza: stopped; kept the best so far as mine");
        cadenza.run("write --model mine --length 20").done();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void an_interrupt_before_the_first_step_leaves_the_model_of_that_name_alone() throws Exception {
        cadenza.run(TRAIN + TinyModels.QUICKLY).done();
        byte[] before = Files.readAllBytes(cadenza.models().resolve("mine.cadenza"));

        Result result = cadenza.runUntil("cadenza: read 1 document", TRAIN + " --hidden 1024 --minutes 2");

        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(130);
        if (result.stderr().contains("nothing was kept")) {
            assertThat(cadenza.models().resolve("mine.cadenza")).hasBinaryContent(before);
        } else {
            // The first step was quicker than the signal.
            assertThat(result.stderr()).contains("kept the best so far as mine");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void a_training_that_is_resumed_ends_as_one_that_ran_through() throws Exception {
        String options = " --layers 2 --hidden 48 --dropout 0.2 --batch 4 --steps 16 --epochs 30";
        cadenza.run("train verse.txt --generator text-lstm --name through" + options)
                .done();
        Result stopped = cadenza.runUntil("cadenza: epoch", TRAIN + options);
        assertThat(stopped.exitCode()).as(stopped.stderr()).isEqualTo(130);

        cadenza.run("train --resume mine").done();

        assertThat(weights("mine")).isEqualTo(weights("through"));
        assertThat(card().text("command")).endsWith("--name mine" + options + " --seed 1");
        assertThat(refusal("train --resume mine")).contains("the training of 'mine' is finished", "--epochs");
        Files.writeString(cadenza.file("verse.txt"), "other words ".repeat(100));
        assertThat(refusal("train --resume mine --epochs 31")).contains("its files have changed", "--from mine");
    }

    private String refusal(String arguments) throws Exception {
        Result result = cadenza.run(arguments);
        assertThat(result.exitCode()).as(result.stderr()).isEqualTo(2);
        return result.stderr();
    }

    private byte[] weights(String model) throws IOException {
        try (ZipFile zip =
                        new ZipFile(cadenza.models().resolve(model + ".cadenza").toFile());
                InputStream in = zip.getInputStream(zip.getEntry("weights.safetensors"))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " verse.txt",
                " --name mine",
                " --cell gru",
                " --from shakespeare",
                " --seed 1",
                " --weights 16",
                " --valid verse.txt",
                " --card title=Verse",
                " --preset calm"
            })
    void beside_resume_only_bounds_are_given(String other) throws Exception {
        assertThat(refusal("train --resume mine" + other))
                .contains("--resume mine goes on with what its training was asked for");
    }

    @Test
    void what_was_never_trained_cannot_be_resumed() throws Exception {
        assertThat(refusal("train --resume nothing")).contains("there is no checkpoint of a training of 'nothing'");
    }
}
