package dev.counterfoil.reports.chart;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.ChartData.Share;
import dev.counterfoil.reports.model.ChartData.Shares;
import java.util.List;
import java.util.stream.Collectors;

/** How several wholes are made up: a bar for each part, as long as its share. */
public final class ShareChart {
    private static final int RIGHT = 556;
    private static final int ROW_HEIGHT = 40;
    private static final int BAR_HEIGHT = 18;
    private static final int GAP = 14;

    private ShareChart() {}

    /** Draws the chart; wholes without a part are left out by the caller. */
    public static void draw(Html html, List<Shares> wholes) {
        int rows = wholes.stream().mapToInt(whole -> whole.parts().size()).sum();
        int bottom = Frame.TOP + rows * ROW_HEIGHT + (wholes.size() - 1) * GAP;
        Frame frame = new Frame(html, RIGHT, bottom);
        frame.open(wholes.stream().map(ShareChart::inWords).collect(Collectors.joining("; ")));
        for (int percent = 0; percent <= 100; percent += 25) {
            frame.tick(percent / 100.0, percent + (percent == 100 ? " %" : ""));
        }
        int top = Frame.TOP;
        for (Shares whole : wholes) {
            for (Share part : whole.parts()) {
                bar(html, frame, part, whole.total(), top);
                top += ROW_HEIGHT;
            }
            top += GAP;
        }
        frame.close("share in its group");
    }

    private static void bar(Html html, Frame frame, Share part, int total, int top) {
        double share = (double) part.n() / total;
        frame.name(part.label(), part.n(), top + 18);
        int from = top + (ROW_HEIGHT - BAR_HEIGHT) / 2;
        String shape = "M" + Frame.LEFT + " " + from + "H" + frame.x(share) + "V" + (from + BAR_HEIGHT) + "H"
                + Frame.LEFT + "z";
        html.empty("path", "class", "c1", "d", shape);
        String percent = Words.format("%.0f %%", share * 100);
        html.element("text", percent, "class", "bv", "x", RIGHT + 6 + "", "y", top + 24 + "");
    }

    private static String inWords(Shares whole) {
        return whole.title() + ": "
                + whole.parts().stream()
                        .map(part -> part.label().en() + " " + part.n())
                        .collect(Collectors.joining(", "));
    }
}
