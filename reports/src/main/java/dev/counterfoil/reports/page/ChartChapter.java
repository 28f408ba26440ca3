package dev.counterfoil.reports.page;

import dev.counterfoil.reports.chart.SaleDelayChart;
import dev.counterfoil.reports.chart.ShareChart;
import dev.counterfoil.reports.chart.SignInChart;
import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.model.ChartData;
import java.util.List;

/** The charts that have data. */
final class ChartChapter {
    private ChartChapter() {}

    static boolean hasContent(Context context) {
        return !delays(context).isEmpty()
                || !signIns(context).isEmpty()
                || !inspections(context).isEmpty();
    }

    static void write(Html html, Context context) {
        List<ChartData.Delays> delays = delays(context);
        List<ChartData.Tries> signIns = signIns(context);
        Parts.heading(html, "charts", "Charts", "");
        html.element("p", context.run().charts().source());
        html.open("div", "class", "two eq");
        if (!delays.isEmpty()) {
            card(html, "Delay of a sale by entry mode", "消费耗时", () -> SaleDelayChart.draw(html, delays));
        }
        if (!signIns.isEmpty()) {
            card(html, "Sign-in success by line type", "签到成功率", () -> SignInChart.draw(html, signIns));
        }
        List<ChartData.Shares> inspections = inspections(context);
        if (!inspections.isEmpty()) {
            card(html, "Inspections of terminals", "终端巡检", () -> ShareChart.draw(html, inspections));
        }
        html.close();
    }

    private static void card(Html html, String title, String zh, Runnable draw) {
        html.open("div", "class", "card").open("h3").text(title).chinese(zh).close();
        Parts.scroll(html, title);
        draw.run();
        html.close().close();
    }

    private static List<ChartData.Delays> delays(Context context) {
        return context.run().charts().saleDelays().stream()
                .filter(d -> !d.millis().isEmpty())
                .toList();
    }

    private static List<ChartData.Shares> inspections(Context context) {
        return context.run().charts().inspections().stream()
                .filter(whole -> whole.total() > 0)
                .toList();
    }

    private static List<ChartData.Tries> signIns(Context context) {
        return context.run().charts().signIns().stream()
                .filter(t -> t.total() > 0)
                .toList();
    }
}
