package dev.counterfoil.reports.chart;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.ChartData.Tries;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** Success of sign-ins by type of line: at the first try, after a repeat, failed. */
public final class SignInChart {
    private static final int RIGHT = 556;
    private static final int ROW_HEIGHT = 50;
    private static final int BAR_HEIGHT = 26;

    private SignInChart() {}

    /** Draws the chart; rows without a measurement are left out by the caller. */
    public static void draw(Html html, List<Tries> rows) {
        Frame frame = new Frame(html, RIGHT, Frame.TOP + rows.size() * ROW_HEIGHT);
        frame.open("Sign-in success by line type, first try and after a repeat: "
                + rows.stream().map(r -> r.label().en() + " " + success(r)).collect(Collectors.joining(", ")));
        for (int percent = 0; percent <= 100; percent += 25) {
            frame.tick(percent / 100.0, percent + (percent == 100 ? " %" : ""));
        }
        frame.plot(plot(rows), Frame.TOP, rows.size() * ROW_HEIGHT);
        int top = Frame.TOP;
        for (Tries row : rows) {
            frame.name(row.label(), row.total(), top + 23);
            html.element("text", success(row), "class", "bv", "x", RIGHT + 6 + "", "y", top + 30 + "");
            double first = share(row.firstTry(), row);
            if (first > 15) {
                html.element(
                        "text",
                        Words.format("%.1f", first),
                        "class",
                        "iv",
                        "x",
                        frame.x(first / 100),
                        "dx",
                        "-6",
                        "y",
                        top + 30 + "");
            }
            top += ROW_HEIGHT;
        }
        frame.close("share of sign-ins 签到; solid at the first try, pale after a repeat, red failed");
    }

    private static String success(Tries row) {
        return Words.format("%.1f %%", share(row.firstTry() + row.afterRepeat(), row));
    }

    private static double share(int part, Tries row) {
        return part * 100.0 / row.total();
    }

    private static CategoryPlot plot(List<Tries> rows) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < rows.size(); i++) {
            Tries row = rows.get(i);
            data.addValue(share(row.firstTry(), row), Ink.FIRST, Integer.valueOf(i));
            data.addValue(share(row.afterRepeat(), row), Ink.SECOND, Integer.valueOf(i));
            data.addValue(share(row.failed(), row), Ink.FAILED, Integer.valueOf(i));
        }
        CategoryAxis down = new CategoryAxis();
        double margin = (ROW_HEIGHT - BAR_HEIGHT) / (double) ROW_HEIGHT;
        down.setLowerMargin(margin / 2 / rows.size());
        down.setUpperMargin(margin / 2 / rows.size());
        down.setCategoryMargin(rows.size() == 1 ? 0 : margin * (rows.size() - 1) / rows.size());
        down.setVisible(false);
        NumberAxis across = Frame.unseen();
        across.setRange(0, 100);
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setSeriesPaint(0, Ink.FIRST.paint());
        renderer.setSeriesPaint(1, Ink.SECOND.paint());
        renderer.setSeriesPaint(2, Ink.FAILED.paint());
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        CategoryPlot plot = new CategoryPlot(data, down, across, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinesVisible(false);
        return plot;
    }
}
