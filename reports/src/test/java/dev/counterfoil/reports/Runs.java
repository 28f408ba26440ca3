package dev.counterfoil.reports;

import dev.counterfoil.reports.coverage.Catalogues;
import dev.counterfoil.reports.model.ActorReport;
import dev.counterfoil.reports.model.ActorReport.Badge;
import dev.counterfoil.reports.model.Catalogue;
import dev.counterfoil.reports.model.Catalogue.Behaviour;
import dev.counterfoil.reports.model.ChartData;
import dev.counterfoil.reports.model.Finding;
import dev.counterfoil.reports.model.InvariantReport;
import dev.counterfoil.reports.model.KeyLife;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.Mode;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.Recording.Exposure;
import dev.counterfoil.reports.model.Recording.KeyMark;
import dev.counterfoil.reports.model.RunIdentity;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.ScenarioHead;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.ScenarioTime;
import dev.counterfoil.reports.model.StepReport;
import dev.counterfoil.reports.model.Surroundings;
import dev.counterfoil.reports.model.Verdict;
import dev.counterfoil.reports.model.WireMessage;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Made-up runs. Everything in them comes from their arguments, so two of one kind are equal. */
public final class Runs {
    public static final String DIGEST = "17a7ff2be7fc5ebcf1cde7e3252fa1c1423a5a80628e86ff2d32589a73186860";

    private static final Catalogue CATALOGUE = Catalogues.bundled();
    private static final List<Exposure> EXPOSURES = List.of(
            new Exposure(3, "card key", "manager card M1", "card slot of P1"),
            new Exposure(3, "card key", "P1", "card slot of P1"),
            new Exposure(5, "card key", "manager card M1", "card slot of P1"),
            new Exposure(9, "track data", "card A", "pad cable of T1"));
    private static final List<String> WITH_A_STORY = List.of("H-07", "H-16", "H-19");
    private static final int FIRST_WITH_A_STORY = 46;
    private static final List<String> PROMISED = promised();
    private static final OffsetDateTime EPOCH = OffsetDateTime.parse("2026-03-16T10:02:00+08:00");
    private static final List<Label> FEATURES = List.of(
            Label.of("Key download", "主密钥下载"),
            Label.of("Sign-in", "签到"),
            Label.of("Sale", "消费"),
            Label.of("Reversal", "冲正"),
            Label.of("Void, refund", "撤销 退货"),
            Label.of("Settlement", "结算"),
            Label.of("Plugs and ports", "插头 端口"),
            Label.of("Outages", "停机"),
            Label.of("Thieves", "欺诈"),
            Label.of("Evidence", "证据"));
    private static final long DAY = 86_400_000_000_000L;
    private static final long HOUR = 3_600_000_000_000L;

    private Runs() {}

    /** Ids for scenarios from 1; three have their number whatever else the catalogue promises, two have no scenario. */
    private static List<String> promised() {
        List<String> ids = CATALOGUE.behaviours().stream()
                .filter(b -> b.status() == Behaviour.Status.PROMISED)
                .map(Behaviour::id)
                .filter(id -> !id.equals("T-18") && !id.equals("P-10") && !WITH_A_STORY.contains(id))
                .collect(Collectors.toCollection(ArrayList::new));
        ids.addAll(FIRST_WITH_A_STORY - 1, WITH_A_STORY);
        return ids;
    }

    /** A run of so many scenarios of which the first so many of the second half fail; the others end so. */
    public static RunReport of(int total, int failures, Verdict others) {
        List<ScenarioReport> scenarios = new ArrayList<>();
        for (int i = 1; i <= total; i++) {
            boolean fails = i > total / 2 && i <= total / 2 + failures;
            scenarios.add(fails ? failing(i, total) : ending(i, total, others));
        }
        return run(scenarios);
    }

    /** Fifty-seven scenarios: one failed, one skipped, one inconclusive, one on a real device, one long life. */
    public static RunReport typical() {
        List<ScenarioReport> scenarios = new ArrayList<>(of(57, 1, Verdict.PASS).scenarios());
        scenarios.set(46, ending(47, 57, Verdict.INCONCLUSIVE));
        scenarios.set(47, ending(48, 57, Verdict.SKIPPED));
        scenarios.set(9, longLife(scenarios.get(9)));
        scenarios.set(45, real(scenarios.get(45)));
        return run(scenarios);
    }

    public static RunReport run(List<ScenarioReport> scenarios) {
        return new RunReport(
                new RunIdentity(
                        "1.4.0",
                        "8d41f0c",
                        true,
                        "unionpay-pos",
                        20260316,
                        "corner-shop.conf",
                        DIGEST,
                        "./counterfoil run --seed 20260316 --estate corner-shop.conf"),
                new Surroundings("2026-03-16 09:41:07 +08:00", 3800, 0, 6100, "17.0.12", 2, "lab-3"),
                CATALOGUE,
                scenarios,
                scenarios.isEmpty() ? List.of() : actors(),
                scenarios.isEmpty() ? List.of() : invariants(),
                scenarios.size() < 50 ? ChartData.EMPTY : charts(),
                List.of(
                        new RunReport.InputFile("estate", "corner-shop.conf", DIGEST),
                        new RunReport.InputFile("feature", "features/sale.feature", DIGEST)),
                List.of());
    }

    public static ScenarioReport failing(int number, int total) {
        ScenarioHead head = head(
                number,
                total,
                Label.of("A reversal whose answer is damaged is sent again unchanged", "冲正重发"),
                List.of("T-18"));
        return new ScenarioReport(
                head,
                Verdict.FAIL,
                "",
                ReversalFailure.steps(),
                time(79_305_000_000L),
                ReversalFailure.recording(),
                List.of(),
                ReversalFailure.detail());
    }

    public static ScenarioReport ending(int number, int total, Verdict verdict) {
        Label name = Label.of("A sale of " + number + ".00 yuan is approved, posted once and printed");
        boolean ran = verdict == Verdict.PASS || verdict == Verdict.INCONCLUSIVE;
        List<StepReport> steps = List.of(
                StepReport.of("Given", "T1 is signed in", verdict),
                StepReport.of("And", "card A holds 500.00 yuan", verdict),
                StepReport.of("When", "the clerk sells goods for " + number + ".00 yuan with card A", verdict),
                StepReport.of("Then", "T1 shows “交易成功”", verdict),
                StepReport.of("And", "the receipt equals the ledger", verdict));
        String reason = switch (verdict) {
            case SKIPPED -> "Device absent: the estate puts pad P2 on serial ttyUSB1; no answer to 3 polls of 2 s.";
            case INCONCLUSIVE -> "The operator did not do their part: no confirmation in 120 s.";
            default -> "";
        };
        List<WireMessage> messages = ran ? ReversalFailure.messages().subList(0, 18) : List.of();
        Recording recording = new Recording(messages, List.of(), List.of(), List.of(), List.of(), List.of());
        List<Finding> findings = number == 53
                ? List.of(new Finding("one posting a sale", "the cloned void", true, 9_000_000_000L))
                : List.of();
        return new ScenarioReport(
                head(number, total, name, List.of(tag(number))),
                verdict,
                reason,
                steps,
                time(ran ? 15_706_000_000L : 0),
                recording,
                findings,
                null);
    }

    public static ScenarioReport named(ScenarioReport scenario, String name) {
        ScenarioHead h = scenario.head();
        ScenarioHead head = new ScenarioHead(
                h.featureFile(),
                Label.of(name, name),
                Label.of(name),
                h.line(),
                h.tags(),
                h.mode(),
                h.realActors(),
                h.seedHex(),
                h.digestHex(),
                h.rerunCommand());
        return new ScenarioReport(
                head,
                scenario.verdict(),
                name,
                scenario.steps(),
                scenario.time(),
                scenario.recording(),
                scenario.findings(),
                scenario.failure());
    }

    private static ScenarioReport real(ScenarioReport s) {
        ScenarioHead h = s.head();
        ScenarioHead head = new ScenarioHead(
                h.featureFile(),
                h.feature(),
                h.name(),
                h.line(),
                h.tags(),
                Mode.LIVE,
                List.of("P1"),
                h.seedHex(),
                h.digestHex(),
                h.rerunCommand());
        return new ScenarioReport(head, s.verdict(), "", s.steps(), s.time(), s.recording(), List.of(), null);
    }

    /** The behaviour that the scenario of this number in a run shows, unless it fails. */
    public static String tag(int number) {
        return PROMISED.get((number - 1) % PROMISED.size());
    }

    private static ScenarioHead head(int number, int total, Label name, List<String> tags) {
        Label feature = FEATURES.get((number - 1) * FEATURES.size() / total);
        String file =
                "features/" + feature.en().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-") + ".feature";
        return new ScenarioHead(
                file,
                feature,
                name,
                10 + number,
                tags,
                Mode.VIRTUAL,
                List.of(),
                "5E0791C244ABD310",
                DIGEST,
                "./counterfoil run " + file + ":" + (10 + number) + " --seed 20260316 --estate corner-shop.conf");
    }

    private static ScenarioTime time(long nanos) {
        return new ScenarioTime(EPOCH, nanos, 1100);
    }

    private static ScenarioReport longLife(ScenarioReport s) {
        Random random = new Random(7);
        List<KeyLife> keys = new ArrayList<>();
        long freezeFrom = 4 * HOUR + HOUR / 3;
        List<KeyLife.Freeze> frozen = List.of(new KeyLife.Freeze(freezeFrom, freezeFrom + HOUR / 4, "plug loose"));
        keys.add(key(
                "TMK",
                "主密钥",
                "51E1FBFA",
                0,
                DAY + HOUR / 2,
                KeyLife.Ending.LOST,
                "pad on the wrong port",
                5,
                frozen,
                random));
        keys.add(key("TMK", "主密钥", "7C20B94E", DAY + HOUR, 0, KeyLife.Ending.IN_USE, "", 3, List.of(), random));
        String[][] names = {{"TPK", "PIN 密钥"}, {"TAK", "MAC 密钥"}, {"TDK", "磁道密钥"}};
        for (String[] name : names) {
            keys.add(key(
                    name[0],
                    name[1],
                    "8C15DF3F",
                    HOUR / 60,
                    DAY,
                    KeyLife.Ending.REPLACED,
                    "sign-in",
                    30,
                    frozen,
                    random));
            keys.add(key(
                    name[0],
                    name[1],
                    "B7052E9D",
                    DAY,
                    DAY + HOUR / 2,
                    KeyLife.Ending.LOST,
                    "with its TMK",
                    9,
                    List.of(),
                    random));
        }
        List<KeyMark> marks = List.of(
                new KeyMark(HOUR / 60, Label.of("sign-in", "签到"), KeyMark.Kind.EVENT),
                new KeyMark(freezeFrom, Label.of("plug loose"), KeyMark.Kind.FREEZE),
                new KeyMark(DAY + HOUR / 2, Label.of("wrong port"), KeyMark.Kind.LOSS));
        Recording recording = new Recording(s.recording().messages(), List.of(), List.of(), keys, marks, EXPOSURES);
        ScenarioTime time = new ScenarioTime(OffsetDateTime.parse("2026-03-16T08:52:00+08:00"), DAY + 2 * HOUR, 0);
        return new ScenarioReport(s.head(), s.verdict(), "", s.steps(), time, recording, List.of(), null);
    }

    private static KeyLife key(
            String key,
            String zh,
            String kcv,
            long from,
            long to,
            KeyLife.Ending ending,
            String why,
            int uses,
            List<KeyLife.Freeze> freezes,
            Random random) {
        long busyUntil = Math.min(to == 0 ? from + HOUR : to, from + 10 * HOUR);
        List<Long> at = random.longs(uses, from, busyUntil).sorted().boxed().toList();
        return new KeyLife(key, zh, "P1", kcv, "HSM1", from, from + 1_000_000_000L, at, freezes, ending, to, why);
    }

    private static List<ActorReport> actors() {
        return List.of(
                actor("clerk 01", "Clerk", "收银员", "", "", "panel"),
                actor("card A", "Card", "银行卡", "", "", "panel"),
                new ActorReport(
                        "P1",
                        Label.of("PIN pad", "密码键盘"),
                        Badge.REAL,
                        "SZZT ZT598",
                        "2.14",
                        "59A2-0093274",
                        "serial ttyUSB0, 9600 8N1",
                        54,
                        2),
                new ActorReport(
                        "P2",
                        Label.of("PIN pad", "密码键盘"),
                        Badge.ABSENT,
                        "SZZT ZT598 expected",
                        "",
                        "59A2-0093318",
                        "serial ttyUSB1, no answer",
                        0,
                        0),
                actor("T1", "Terminal", "终端", "50080001", "1042-7781", "panel, 4G"),
                actor("H1", "Host", "收单主机", "102310054110017", "", "tcp, in process"),
                actor("HSM1", "HSM", "加密机", "LMK 03, variant", "", "hostcommand"),
                actor("CUP", "Switch", "转接", "", "", "iso8583"),
                actor("bank B", "Issuer", "发卡行", "", "", "iso8583"));
    }

    private static ActorReport actor(String id, String en, String zh, String device, String serial, String port) {
        return new ActorReport(id, Label.of(en, zh), Badge.SIMULATED, device, "", serial, port, 56, 0);
    }

    private static List<InvariantReport> invariants() {
        return List.of(
                new InvariantReport(Label.of("Money is conserved"), InvariantReport.State.HELD, "56 worlds"),
                new InvariantReport(Label.of("One posting a sale"), InvariantReport.State.DECLARED, "F-04"),
                new InvariantReport(
                        Label.of("No clear secret on an open wire"), InvariantReport.State.HELD, "9,760 chunks"),
                new InvariantReport(Label.of("Receipt equals ledger"), InvariantReport.State.HELD, "88 receipts"));
    }

    private static ChartData charts() {
        Random random = new Random(1);
        List<ChartData.Delays> delays = new ArrayList<>();
        int[] counts = {612, 388, 297, 145};
        double[] medians = {860, 1320, 580, 1050};
        String[][] names = {{"Stripe", "磁条 02x"}, {"Chip", "插卡 05x"}, {"Contactless", "闪付 07x"}, {"QR", "扫码 03x"}};
        for (int i = 0; i < counts.length; i++) {
            double median = medians[i];
            delays.add(new ChartData.Delays(
                    Label.of(names[i][0], names[i][1]),
                    random.doubles(counts[i], 0, 1)
                            .mapToInt(d -> (int) (median * (0.6 + d * d * d * 1.2)))
                            .boxed()
                            .toList()));
        }
        return new ChartData(
                "From the load worlds of this run: 1,442 sales, 2,853 sign-ins, virtual time.",
                delays,
                List.of(
                        new ChartData.Tries(Label.of("PSTN", "电话线"), 190, 28, 8),
                        new ChartData.Tries(Label.of("4G"), 1392, 17, 3),
                        new ChartData.Tries(Label.of("Ethernet", "以太网"), 504, 1, 0)),
                List.of());
    }
}
