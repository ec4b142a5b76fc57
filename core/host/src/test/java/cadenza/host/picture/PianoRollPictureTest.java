package cadenza.host.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PianoRollPictureTest {
    private static Score score(long end, Track... tracks) {
        return new Score(
                "small.mid",
                List.of(new TempoChange(0, 96)),
                List.of(new MeterChange(0, new Meter(3, 4))),
                Optional.of(new KeySignature(-1, true)),
                List.of(tracks),
                end);
    }

    private static Score small() {
        return score(
                2880,
                new Track(
                        "Voice",
                        0,
                        73,
                        List.of(new Note(0, 960, 69, 127), new Note(960, 480, 72, 64), new Note(1440, 1440, 74, 1))),
                new Track("Kit", 9, 0, List.of(new Note(0, 60, 36, 100), new Note(1440, 60, 38, 50))));
    }

    private static Score scattered(int notes, long spacing) {
        List<Note> all = new ArrayList<>();
        for (int i = 0; i < notes; i++) {
            all.add(new Note(i * spacing, spacing + 300, 20 + i * 7 % 100, 1 + i % 127));
        }
        return score(notes * spacing + 300, new Track("", 0, 0, all), new Track("", 9, 0, all));
    }

    static List<Score> scores() {
        return List.of(
                small(),
                score(1, new Track("", 0, 0, List.of(new Note(0, 1, 60, 80)))),
                score(1, new Track("", 9, 0, List.of(new Note(0, 1, 127, 80)))),
                score(480, new Track("", 15, 127, List.of(new Note(0, 1, 0, 80), new Note(0, 1, 127, 80)))),
                new Score(
                        "wide bars",
                        small().tempos(),
                        List.of(
                                new MeterChange(0, new Meter(64, 1)),
                                new MeterChange(122_880, new Meter(1, 64)),
                                new MeterChange(122_910, new Meter(7, 8))),
                        Optional.empty(),
                        List.of(new Track("", 0, 0, List.of(new Note(100, 130_000, 60, 80)))),
                        140_000),
                scattered(600, 400));
    }

    private static Document parsed(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void aSmallScoreIsDrawnAsExpected() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("small.svg")) {
            String expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(new String(new PianoRollPicture(small()).svg(), StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("scores")
    void whatIsDrawnLiesInThePicture(Score score) throws Exception {
        Element svg = parsed(new PianoRollPicture(score).svg()).getDocumentElement();
        NodeList rectangles = svg.getElementsByTagName("rect");
        List<Integer> outside = new ArrayList<>();

        for (int i = 0; i < rectangles.getLength(); i++) {
            Element rectangle = (Element) rectangles.item(i);
            double right = number(rectangle, "x") + number(rectangle, "width");
            double bottom = number(rectangle, "y") + number(rectangle, "height");
            boolean inside = number(rectangle, "width") > 0
                    && number(rectangle, "x") >= 0
                    && number(rectangle, "y") >= 0
                    && right <= number(svg, "width")
                    && bottom <= number(svg, "height");
            if (!inside) {
                outside.add(i);
            }
        }
        assertThat(outside).isEmpty();
        assertThat(number(svg, "width")).isBetween(640.0, 1400.0);
        assertThat(number(svg, "height")).isLessThan(11_000);
    }

    /** Where Java finds no fonts, nothing can be drawn and the test is skipped. */
    private static BufferedImage png(PianoRollPicture picture) throws IOException {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.png()));
        } catch (UserException e) {
            throw new TestAbortedException(e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("scores")
    void bothFormatsAreOfOneSize(Score score) throws Exception {
        PianoRollPicture picture = new PianoRollPicture(score);
        Element svg = parsed(picture.svg()).getDocumentElement();
        BufferedImage png = png(picture);

        assertThat(png.getWidth()).isEqualTo((int) number(svg, "width"));
        assertThat(png.getHeight()).isEqualTo((int) number(svg, "height"));
        assertThat(png.getRGB(0, 0) & 0xFFFFFF).as("paper").isEqualTo(0xFFFFFF);
    }

    @Test
    void aNoteIsAPixelOfItsTracksColour() throws IOException {
        Score loud = score(1440, new Track("", 0, 0, List.of(new Note(0, 1440, 60, 127))));
        BufferedImage png = png(new PianoRollPicture(loud));
        long pixels = 0;
        for (int x = 0; x < png.getWidth(); x++) {
            for (int y = 80; y < png.getHeight(); y++) {
                pixels += (png.getRGB(x, y) & 0xFFFFFF) == Palette.track(0) ? 1 : 0;
            }
        }

        assertThat(pixels).isGreaterThan(100);
    }

    @Test
    void ofTwoTracksThatShareANoteBothAreSeen() throws IOException {
        List<Note> note = List.of(new Note(0, 1440, 60, 127));
        Score unison = score(1440, new Track("", 0, 0, note), new Track("", 1, 0, note));
        BufferedImage png = png(new PianoRollPicture(unison));
        List<Integer> colours = new ArrayList<>();
        for (int y = 80; y < png.getHeight(); y++) {
            colours.add(png.getRGB(png.getWidth() / 2, y) & 0xFFFFFF);
        }

        assertThat(colours).contains(Palette.track(0), Palette.track(1));
    }

    @Test
    void softerIsPaler() {
        int colour = Palette.track(0);

        assertThat(Palette.shade(colour, 127)).isEqualTo(colour);
        for (int shift = 0; shift <= 16; shift += 8) {
            int loud = Palette.shade(colour, 100) >> shift & 0xFF;
            int soft = Palette.shade(colour, 20) >> shift & 0xFF;
            assertThat(soft).isBetween(loud, 240);
        }
    }

    @Test
    void silenceAtTheEndIsNotDrawn() {
        String svg =
                new String(new PianoRollPicture(score(144_000, small().tracks().get(0))).svg(), StandardCharsets.UTF_8);

        assertThat(svg).contains("100 bars (the last 98 without a note)").doesNotContain(">3</text>");
    }

    @Test
    void aVeryLongPieceIsCutAndSaysSo() {
        byte[] svg = new PianoRollPicture(scattered(1500, 4000)).svg();

        assertThat(new String(svg, 0, 1000, StandardCharsets.UTF_8)).containsPattern("bars 1 to \\d+ of 4167");
    }

    @Test
    void aNameOfAnyCharactersGivesXml() throws Exception {
        Track track = new Track("<a> & \"b\" \u0000\u001B\uD800 🎺", 0, 0, List.of(new Note(0, 480, 60, 80)));

        assertThat(parsed(new PianoRollPicture(score(480, track).withTitle("]]> \uFFFF")).svg())
                        .getDocumentElement()
                        .getTextContent())
                .contains("<a> & \"b\" 🎺");
    }

    @Test
    void theBytesDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        byte[] bytes = new PianoRollPicture(small()).svg();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new PianoRollPicture(small()).svg()).isEqualTo(bytes);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aScoreWithoutNotesIsRefused() {
        assertThatThrownBy(() -> new PianoRollPicture(score(480)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'small.mid' has no notes");
    }
}
