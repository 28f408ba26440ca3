package dev.counterfoil.reports.page;

import dev.counterfoil.reports.coverage.Coverage;
import dev.counterfoil.reports.coverage.Coverage.State;
import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.Label;
import java.util.List;
import java.util.regex.Pattern;

/** Coverage by system: a behaviour counts for every system that takes part in it. */
final class Systems {
    private static final List<Part> PARTS = List.of(
            part("Terminal", "终端", "PosTerminal|TerminalTable|Screen|Buzzer|Printer|Battery|Tms|MagCard reader"),
            part("PIN pad, key chip", "密码键盘", "PinPad|KeyChip|SecurityModule"),
            part("Cards", "卡", "ManagerCard|PaymentCard|MagCard|IcCard|NfcCard|CardIssuer"),
            part("Acquirer host", "收单主机", "AcquirerHost|AcquirerProfile|SettlementEngine|TransactionServer"),
            part("HSM", "加密机", "Hsm"),
            part("Switch and issuer", "转接 发卡行", "UnionPay|IssuerBank|OwningBank"),
            part("Key loading", "母 POS", "MotherPos|ChildPos|LoaderPc|Factory|Manufacturer"),
            part("Lines", "线路", "SerialLink|SerialBridge|Modem|Network|Sim|WireRecorder"),
            part("QR site", "扫码平台", "WebsiteServer|ScanningDevice|CustomerPhone|MerchantPortal|MerchantAccount"),
            part("People", "人员", "Clerk|Merchant$|Customer$|OperationManager|Administrator|Supervisor|Agent"),
            part("Thieves", "窃贼", "Attacker|Replayer|Cloner|FakeHost|MitM|SkimmerCashier|Thief"),
            part("Risk and service", "风控 服务", "RiskMonitor|DiagnosisExpert|ServiceDesk"),
            part("Reports", "报告", "ReportService|AuditChain|AuditLog"));

    private Systems() {}

    private static Part part(String en, String zh, String actors) {
        return new Part(Label.of(en, zh), Pattern.compile("^(?:\\d+ x )?(?:" + actors + ")"));
    }

    static void write(Html html, Coverage coverage) {
        html.open("div", "class", "card").element("h3", "By system").open("table", "class", "sys");
        Parts.head(html, "System", "", ">covered", ">missing", ">skipped", ">planned");
        html.open("tbody");
        int most = Math.max(
                1, PARTS.stream().mapToInt(p -> total(p, coverage)).max().orElse(1));
        for (Part part : PARTS) {
            if (total(part, coverage) > 0) {
                row(html, part, coverage, most);
            }
        }
        html.close().close().close();
    }

    private static void row(Html html, Part part, Coverage coverage, int most) {
        html.open("tr")
                .open("th", "scope", "row")
                .text(part.name().en())
                .chinese(part.name().zh())
                .close();
        html.open("td").open("span", "class", "bar");
        bar(html, "g", count(part, coverage, State.COVERED), most);
        bar(html, "r", count(part, coverage, State.MISSING), most);
        bar(html, "k", count(part, coverage, State.SKIPPED), most);
        bar(html, "p", count(part, coverage, State.PLANNED), most);
        html.close().close();
        for (State state : State.values()) {
            long count = count(part, coverage, state);
            html.element("td", count == 0 && state != State.COVERED ? "–" : count + "");
        }
        html.close();
    }

    private static void bar(Html html, String style, long count, int most) {
        if (count > 0) {
            html.empty("i", "class", style, "style", Words.format("width:%.1f%%", count * 100.0 / most));
        }
    }

    private static int total(Part part, Coverage coverage) {
        return (int) coverage.rows().stream().filter(part::takesPart).count();
    }

    private static long count(Part part, Coverage coverage, State state) {
        return coverage.rows().stream()
                .filter(part::takesPart)
                .filter(r -> r.state() == state)
                .count();
    }

    private record Part(Label name, Pattern actors) {
        boolean takesPart(Coverage.Row row) {
            return row.behaviour().actors().stream()
                    .anyMatch(a -> actors.matcher(a).find());
        }
    }
}
