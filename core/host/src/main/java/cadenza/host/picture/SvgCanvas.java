package cadenza.host.picture;

import java.nio.charset.StandardCharsets;

/** Draws as SVG 1.1, an element a line: the same calls give the same bytes on every machine. */
final class SvgCanvas implements Canvas {
    private static final int HUNDREDTHS = 100;

    private final StringBuilder elements = new StringBuilder();

    SvgCanvas(int width, int height) {
        elements.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" font-family=\"Helvetica, Arial, sans-serif\">\n");
    }

    @Override
    public void rectangle(double x, double y, double width, double height, int colour) {
        elements.append("<rect");
        attribute("x", number(x));
        attribute("y", number(y));
        attribute("width", number(width));
        attribute("height", number(height));
        attribute("fill", colour(colour));
        elements.append("/>\n");
    }

    @Override
    public void text(String text, double x, double baseline, Anchor anchor, Font font, int colour) {
        elements.append("<text");
        attribute("x", number(x));
        attribute("y", number(baseline));
        attribute("font-size", number(font.size()));
        if (font.bold()) {
            attribute("font-weight", "bold");
        }
        if (anchor != Anchor.START) {
            attribute("text-anchor", anchor == Anchor.MIDDLE ? "middle" : "end");
        }
        attribute("fill", colour(colour));
        elements.append('>').append(escaped(text)).append("</text>\n");
    }

    /** The whole picture, in UTF-8. */
    byte[] bytes() {
        return (elements + "</svg>\n").getBytes(StandardCharsets.UTF_8);
    }

    private void attribute(String name, String value) {
        elements.append(' ').append(name).append("=\"").append(value).append('"');
    }

    /** To a hundredth, without trailing zeros. */
    private static String number(double value) {
        long hundredths = Math.round(value * HUNDREDTHS);
        long whole = Math.abs(hundredths) / HUNDREDTHS;
        long rest = Math.abs(hundredths) % HUNDREDTHS;
        String fraction = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest;
        return (hundredths < 0 ? "-" : "") + whole + fraction;
    }

    private static String colour(int colour) {
        String digits = "00000" + Integer.toHexString(colour);
        return "#" + digits.substring(digits.length() - 6);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
