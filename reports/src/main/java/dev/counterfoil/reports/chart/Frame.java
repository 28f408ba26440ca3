package dev.counterfoil.reports.chart;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.Label;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;

/** What both charts share: a drawing with named rows at the left and a scale at the bottom. */
final class Frame {
    static final int LEFT = 118;
    static final int TOP = 14;
    static final int BELOW = 36;
    static final int WIDTH = 620;

    private final Html html;
    private final int right;
    private final int bottom;

    Frame(Html html, int right, int bottom) {
        this.html = html;
        this.right = right;
        this.bottom = bottom;
    }

    void open(String title) {
        html.open("svg", "class", "ch", "viewBox", "0 0 " + WIDTH + " " + (bottom + BELOW), "role", "img");
        html.element("title", title);
    }

    void close(String axis) {
        html.element("text", axis, "class", "ax", "x", Words.at((LEFT + right) / 2.0), "y", bottom + 31 + "");
        html.close();
    }

    /** One line of the grid with its label, at a share of the width. */
    void tick(double share, String label) {
        String x = x(share);
        html.empty("path", "class", "gr", "d", "M" + x + " " + TOP + "V" + bottom);
        html.element("text", label, "class", "tk", "x", x, "y", bottom + 16 + "");
    }

    /** A row's name, and under it the Chinese name and how many. */
    void name(Label label, int n, int y) {
        html.element("text", label.en(), "class", "rl", "x", "8", "y", y + "");
        String count = (label.zh().isEmpty() ? "" : label.zh() + " · ") + "n " + Words.count(n);
        html.element("text", count, "class", "rz", "x", "8", "y", y + 14 + "");
    }

    String x(double share) {
        return Words.at(LEFT + (right - LEFT) * share);
    }

    /** An axis that places the shapes and is not seen: it must not measure labels that nobody draws. */
    static NumberAxis unseen() {
        NumberAxis axis = new NumberAxis();
        axis.setVisible(false);
        axis.setTickUnit(new NumberTickUnit(1_000_000));
        axis.setUpperMargin(0);
        return axis;
    }

    /** Draws a plot into a part of the frame; everything but its shapes is left away. */
    void plot(Plot plot, int top, int height) {
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setBorderVisible(false);
        SvgGraphics shapes = new SvgGraphics(html);
        chart.draw(shapes, new Rectangle2D.Double(LEFT, top, right - LEFT, height));
        shapes.finish();
    }
}
