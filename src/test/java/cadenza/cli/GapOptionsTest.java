package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.Text;
import cadenza.host.Request;
import cadenza.host.sampling.SamplerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A gap has a length and a text on one side at least; what is of a text from its beginning is refused. */
class GapOptionsTest {
    @TempDir
    Path folder;

    private final GapOptions options = new GapOptions();
    private final ShapeOptions shape = new ShapeOptions();
    private final SweepOption sweep = new SweepOption();

    private GapOptions given(String... words) {
        CommandSpec spec = CommandSpec.create();
        List.of(options, shape, sweep).forEach(group -> group.addTo(spec));
        new CommandLine(spec).parseArgs(words);
        return options;
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void theTextsAreReadAsOthersAre() throws IOException {
        String before = file("one.txt", "\ufeffIt was\r\n");
        String after = file("two.txt", "the end\n");
        assertThat(given("--before", before, "--after", after, "--gap", "80").request(7))
                .isEqualTo(new Request.FillGap(
                        new Text("one.txt", "It was\n"),
                        new Text("two.txt", "the end\n"),
                        80,
                        SamplerSettings.PLAIN,
                        7));
    }

    @Test
    void oneSideIsEnough() throws IOException {
        String after = file("two.txt", "end");
        Request.FillGap request = given("--after", after, "--gap", "2").request(1);
        assertThat(request.before()).isEqualTo(Request.FillGap.NOTHING);
        assertThat(request.after()).isEqualTo(new Text("two.txt", "end"));
    }

    @Test
    void anEmptyFileIsASideWithNothing() throws IOException {
        String before = file("one.txt", "");
        String after = file("two.txt", "end");
        assertThat(given("--before", before, "--after", after, "--gap", "2")
                        .request(1)
                        .before())
                .isEqualTo(new Text("one.txt", ""));
    }

    @Test
    void textsThatAreEmptyHaveNoGap() throws IOException {
        String before = file("one.txt", "");
        assertThatThrownBy(() -> given("--before", before, "--gap", "2").request(1))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--gap 2 has no text around it; give --before FILE, --after FILE or both");
    }

    @Test
    void aTextWithoutAGapIsRefused() throws IOException {
        String before = file("one.txt", "It was");
        assertThat(given("--before", before).given()).isTrue();
        assertThatThrownBy(() -> options.request(1))
                .isInstanceOf(UserException.class)
                .hasMessage("--before and --after stand around a gap; give its length with --gap CHARS, 1..2000");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        String missing = folder.resolve("missing.txt").toString();
        assertThatThrownBy(() -> given("--after", missing, "--gap", "2").request(1))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'" + missing + "' cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "--words 3, --words",
        "--stop x --length 9, --length",
        "--ban thou, --ban",
        "--until-sentence-end, --until-sentence-end",
        "--sweep 1, --sweep"
    })
    void whatIsOfATextFromItsBeginningIsRefused(String others, String refused) {
        given(("--gap 5 " + others).split(" "));
        assertThatThrownBy(() -> options.refuse(List.of(shape, sweep)))
                .isInstanceOf(UserException.class)
                .hasMessage(refused + " does not go with --gap: a gap is filled with just --gap characters between two"
                        + " texts; leave it out");
    }

    @Test
    void nothingElseIsRefused() {
        given("--gap", "5").refuse(List.of(shape, sweep));
        assertThat(new GapOptions().given()).isFalse();
    }
}
