package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.Mode;
import dev.counterfoil.reports.model.RunIdentity;
import dev.counterfoil.reports.model.RunReport;

/** How to verify the report: the inputs, the command, the digest. */
final class Verify {
    private Verify() {}

    static void write(Html html, Context context) {
        RunReport run = context.run();
        RunIdentity identity = run.identity();
        html.open("footer", "id", "verify").element("h2", "Verify this report").open("div", "class", "card");
        html.open("ol").open("li");
        if (identity.commit().equals("unknown")) {
            html.text("Take version " + identity.productVersion() + " and compare the inputs below.");
        } else {
            html.text("Check out commit ")
                    .open("code")
                    .verbatim(identity.commit())
                    .close();
            html.text(" and compare the inputs below.");
        }
        html.close()
                .open("li")
                .text("Run it again. Seed, commit, estate and features fix every byte, on any machine, "
                        + "zone, locale and supported Java:");
        Parts.command(html, identity.command());
        html.close()
                .open("li")
                .text("Its last line must end in this digest; the rosette at the top is drawn from it, "
                        + "so equal runs look equal.");
        Parts.command(html, identity.digestHex());
        html.close().close();
        inputs(html, run);
        html.open("p")
                .text("The digest covers the canonical binary form of all events of the "
                        + Words.count(run.count(Mode.VIRTUAL), "virtual scenario") + ".");
        if (run.count(Mode.LIVE) > 0) {
            html.text(
                    " Live scenarios meet real devices and are not reproducible; each has the hash of its own trace.");
        }
        sideFiles(html, run);
        html.close().close();
        html.element(
                "p",
                "Counterfoil " + identity.productVersion() + " · dialect " + identity.dialect()
                        + " · all cards, keys and merchants are made up for the test; "
                        + "virtual mode draws TEST KEYS from the seed.");
        html.close();
    }

    private static void inputs(Html html, RunReport run) {
        if (run.inputs().isEmpty()) {
            return;
        }
        html.open("details").element("summary", Words.count(run.inputs().size(), "input") + " with SHA-256");
        Parts.scroll(html, "Inputs").open("table").open("tbody");
        for (RunReport.InputFile input : run.inputs()) {
            html.open("tr").element("th", input.path(), "scope", "row").element("td", input.kind());
            html.open("td", "class", "mono").verbatim(input.sha256Hex()).close().close();
        }
        html.close().close().close().close();
    }

    private static void sideFiles(Html html, RunReport run) {
        String before = " Beside this page: ";
        for (RunReport.SideFile file : run.sideFiles()) {
            html.text(before).element("code", file.name()).text(" " + file.what());
            before = " · ";
        }
        html.text(run.sideFiles().isEmpty() ? "" : ".");
    }
}
