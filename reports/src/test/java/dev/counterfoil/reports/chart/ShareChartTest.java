package dev.counterfoil.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Masking;
import dev.counterfoil.reports.model.ChartData.Share;
import dev.counterfoil.reports.model.ChartData.Shares;
import dev.counterfoil.reports.model.Label;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareChartTest {
    @Test
    void every_part_has_a_bar_as_long_as_its_share_of_its_own_whole() {
        StringWriter page = new StringWriter();
        Shares media = new Shares(
                "Medium", List.of(new Share(Label.of("Chip", "IC卡"), 3), new Share(Label.of("Stripe", "磁条"), 1)));
        Shares states = new Shares("Equipment", List.of(new Share(Label.of("Good", "良好"), 4)));

        ShareChart.draw(new Html(page, Masking.unaware()), List.of(media, states));

        String drawn = page.toString();
        assertThat(drawn)
                .contains("Medium: Chip 3, Stripe 1; Equipment: Good 4")
                .contains("75 %", "25 %", "100 %");
        assertThat(drawn.split("class=c1", -1)).hasSize(4);
        assertThat(drawn).contains("H446.5V", "H227.5V", "H556V");
    }
}
