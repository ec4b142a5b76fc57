package cadenza.host.picture;

import cadenza.api.UserException;
import cadenza.host.training.LossUnit;
import cadenza.host.training.TrainingHistory;
import cadenza.host.training.TrainingHistory.Point;
import cadenza.host.training.TrainingHistory.Validation;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The losses of a training over its epochs as a picture, the best validation marked. Needs no display. Immutable.
 *
 * @param title above it
 * @param unit of the losses
 */
public record TrainingCurve(String title, LossUnit unit) {
    static final int WIDTH = 960;
    static final int HEIGHT = 540;

    private static final Color TRAINING = new Color(0x9AA5B1);
    private static final Color VALIDATION = new Color(0x1F5F99);
    private static final Color BEST = new Color(0xC0392B);
    private static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xE4E4E4);

    /** The first losses, of a network that knows nothing yet, would press the rest of the curve flat. */
    private static final double SHOWN_FROM = 0.02;

    private static final double MARGIN = 0.06;

    /**
     * Draws a training.
     *
     * @return PNG; empty losses give an empty chart
     * @throws UserException if this Java has no fonts
     */
    public byte[] png(TrainingHistory history) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BitmapEncoder.saveBitmap(chart(history), bytes, BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } catch (LinkageError | InternalError e) {
            // A JDK for servers, on a system without fonts or their library.
            throw new UserException("this Java finds no fonts to draw a PNG with; install some, such as DejaVu", e);
        }
        return bytes.toByteArray();
    }

    private XYChart chart(TrainingHistory history) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("epochs")
                .yAxisTitle("loss, " + unit.label())
                .build();
        style(chart.getStyler());
        List<Point> training = history.training();
        List<Validation> validations = history.validations();
        if (!training.isEmpty()) {
            add(
                    chart,
                    "training",
                    training.stream().mapToDouble(Point::epochs),
                    training.stream().mapToDouble(Point::loss),
                    TRAINING,
                    SeriesMarkers.NONE);
        }
        if (!validations.isEmpty()) {
            add(
                    chart,
                    "validation",
                    validations.stream().mapToDouble(Validation::epochs),
                    validations.stream().mapToDouble(Validation::loss),
                    VALIDATION,
                    validations.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        }
        history.best().ifPresent(best -> {
            String name =
                    String.format(Locale.ROOT, "best: %.3f after %.1f epochs", unit.of(best.loss()), best.epochs());
            XYSeries series = add(
                    chart,
                    name,
                    DoubleStream.of(best.epochs()),
                    DoubleStream.of(best.loss()),
                    BEST,
                    SeriesMarkers.CIRCLE);
            series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        });
        fitAxis(chart.getStyler(), training, validations);
        return chart;
    }

    private static void style(XYStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setChartTitleBoxVisible(false);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setMarkerSize(11);
        styler.setChartPadding(16);
        styler.setXAxisMin(0.0);
    }

    private XYSeries add(
            XYChart chart, String name, DoubleStream epochs, DoubleStream losses, Color colour, Marker marker) {
        XYSeries series =
                chart.addSeries(name, epochs.toArray(), losses.map(unit::of).toArray());
        series.setLineColor(colour);
        series.setLineWidth(2.2f);
        series.setMarker(marker);
        series.setMarkerColor(colour);
        return series;
    }

    private void fitAxis(XYStyler styler, List<Point> training, List<Validation> validations) {
        double end = Math.max(
                training.isEmpty() ? 0 : training.get(training.size() - 1).epochs(),
                validations.isEmpty()
                        ? 0
                        : validations.get(validations.size() - 1).epochs());
        double[] shown = DoubleStream.concat(
                        training.stream()
                                .filter(point -> point.epochs() >= SHOWN_FROM * end)
                                .mapToDouble(Point::loss),
                        validations.stream().mapToDouble(Validation::loss))
                .map(unit::of)
                .toArray();
        if (shown.length > 0) {
            double lowest = DoubleStream.of(shown).min().getAsDouble();
            double highest = DoubleStream.of(shown).max().getAsDouble();
            double margin = Math.max(0.01, MARGIN * (highest - lowest));
            styler.setYAxisMin(Math.max(0, lowest - margin));
            styler.setYAxisMax(highest + margin);
            styler.setXAxisMax(Math.max(end, 1e-3));
        }
    }
}
