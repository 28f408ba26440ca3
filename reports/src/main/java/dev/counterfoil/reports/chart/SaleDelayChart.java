package dev.counterfoil.reports.chart;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.ChartData.Delays;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.statistics.HistogramDataset;

/** Delay of a sale by entry mode: a distribution a row, with its median and its 95th percentile written at it. */
public final class SaleDelayChart {
    private static final int RIGHT = 606;
    private static final int ROW_HEIGHT = 64;
    private static final int BINS = 40;
    private static final int[] ROUND_MILLIS = {100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000};

    private final Html html;
    private final List<Delays> rows;
    private final int stepMillis;
    private final int mostMillis;
    private final Frame frame;

    private SaleDelayChart(Html html, List<Delays> rows) {
        this.html = html;
        this.rows = rows;
        int longest = rows.stream()
                .flatMap(r -> r.millis().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1000);
        this.stepMillis = step(longest);
        this.mostMillis = (longest / stepMillis + 1) * stepMillis;
        this.frame = new Frame(html, RIGHT, Frame.TOP + rows.size() * ROW_HEIGHT);
    }

    /** Draws the chart; rows without a measurement are left out by the caller. */
    public static void draw(Html html, List<Delays> rows) {
        new SaleDelayChart(html, rows).draw();
    }

    private static int step(int longest) {
        for (int step : ROUND_MILLIS) {
            if (longest / step < 7) {
                return step;
            }
        }
        return longest / 6 + 1;
    }

    private void draw() {
        frame.open("Delay of a sale by entry mode: "
                + rows.stream()
                        .map(r -> r.label().en() + " median " + seconds(percentile(r, 50)) + " s")
                        .collect(Collectors.joining(", ")));
        for (int millis = 0; millis <= mostMillis; millis += stepMillis) {
            String unit = millis == mostMillis ? " s" : "";
            frame.tick(millis / (double) mostMillis, tickSeconds(millis) + unit);
        }
        int top = Frame.TOP;
        for (Delays row : rows) {
            row(row, top);
            top += ROW_HEIGHT;
        }
        frame.close("from the request to the result on the display, virtual time");
    }

    private void row(Delays row, int top) {
        int base = top + ROW_HEIGHT - 6;
        frame.name(row.label(), row.millis().size(), base - 16);
        html.empty("path", "class", "bs", "d", "M" + Frame.LEFT + " " + base + "H" + RIGHT);
        frame.plot(plot(row), base - 46, 46);
        int median = percentile(row, 50);
        int slow = percentile(row, 95);
        mark("md", median, base, 50, "");
        mark("p95", slow, base, 26, "p95 ");
    }

    private void mark(String style, int millis, int base, int height, String what) {
        String x = frame.x(millis / (double) mostMillis);
        html.empty("path", "class", style, "d", "M" + x + " " + base + "v-" + height);
        boolean atTheEnd = millis > mostMillis * 0.86;
        html.element(
                "text",
                what + seconds(millis),
                "class",
                "mv",
                "x",
                x,
                "dx",
                atTheEnd ? "-4" : "4",
                "y",
                base - height + 7 + "",
                "text-anchor",
                atTheEnd ? "end" : "");
    }

    private XYPlot plot(Delays row) {
        HistogramDataset data = new HistogramDataset();
        double[] values =
                row.millis().stream().mapToDouble(Integer::doubleValue).toArray();
        data.addSeries("n", values, BINS, 0, mostMillis);
        NumberAxis across = Frame.unseen();
        across.setRange(0, mostMillis);
        NumberAxis up = Frame.unseen();
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setSeriesPaint(0, Ink.DISTRIBUTION.paint());
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        XYPlot plot = new XYPlot(data, across, up, renderer);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return plot;
    }

    private static int percentile(Delays row, int percent) {
        List<Integer> sorted = row.millis().stream().sorted().toList();
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(0, rank - 1));
    }

    private static String seconds(int millis) {
        return Words.format("%.2f", millis / 1000.0);
    }

    private static String tickSeconds(int millis) {
        return millis % 1000 == 0 ? millis / 1000 + "" : Words.format("%.1f", millis / 1000.0);
    }
}
