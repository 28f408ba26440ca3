package dev.counterfoil.stage;

import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.panel.PanelEvents;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.ref.MessageRef;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.word.Slip;
import dev.counterfoil.verb.word.SlipItem;
import dev.counterfoil.verb.word.Tone;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of what devices show, sound and print. */
public final class PanelChecks {
    private static final Pattern PAN_LIKE = Pattern.compile("(?<![0-9])[0-9]{13,19}(?![0-9])");

    private final Stage stage;

    PanelChecks(Stage stage) {
        this.stage = stage;
    }

    /** At some moment since the acts before. */
    public void shows(Device device, String wording, @Nullable String cause) {
        String actor = nameOf(device);
        long from = stage.windowStart();
        String expected = "\"" + wording + "\"" + (cause == null ? "" : " with cause " + cause);
        stage.expect(device.english() + " showing " + expected, () -> {
            List<Seen<PanelEvents.Showed>> shown = stage.evidence().of(PanelEvents.Showed.class, actor).stream()
                    .filter(e -> e.number() > from)
                    .toList();
            Optional<Seen<PanelEvents.Showed>> found = shown.stream()
                    .filter(e -> worded(e.event(), wording)
                            && (cause == null || e.event().cause().equals(cause)))
                    .findFirst();
            return found.map(e -> Look.at(true, wording, e)).orElseGet(() -> lastOf(shown));
        });
    }

    private static Look lastOf(List<Seen<PanelEvents.Showed>> shown) {
        if (shown.isEmpty()) {
            return Look.nothing("nothing new on the display");
        }
        Seen<PanelEvents.Showed> last = shown.get(shown.size() - 1);
        List<String> all = shown.stream().map(e -> english(e.event())).toList();
        String cause = last.event().cause();
        return Look.at(false, String.join(" / ", all) + (cause.isEmpty() ? "" : " with cause " + cause), last);
    }

    public void neverShowed(Device device, String wording) {
        String actor = nameOf(device);
        Optional<Seen<PanelEvents.Showed>> found = stage.evidence().of(PanelEvents.Showed.class, actor).stream()
                .filter(e -> worded(e.event(), wording))
                .findFirst();
        stage.expectNow(
                device.english() + " never showing \"" + wording + "\"",
                found.map(e -> Look.at(false, "it showed it", e)).orElse(Look.at(true, "never")));
    }

    /** Either language's wording names the entry, with its places open or filled. */
    private static boolean worded(PanelEvents.Showed shown, String wording) {
        Text text = shown.text();
        return wording.equals(text.english())
                || wording.equals(text.chinese())
                || wording.equals(english(shown))
                || wording.equals(text.chinese(shown.args()))
                || text == Text.DECLINED && namesCode(shown, wording);
    }

    private static boolean namesCode(PanelEvents.Showed shown, String wording) {
        if (shown.args().isEmpty()) {
            return false;
        }
        ResponseCodes.ResponseCode code = ResponseCodes.of(shown.args().get(0));
        return wording.equals(code.textEn()) || wording.equals(code.textZh());
    }

    private static String english(PanelEvents.Showed shown) {
        return shown.text().english(shown.args());
    }

    public void sounded(TerminalRef terminal, Tone tone, int times) {
        String name = switch (tone) {
            case CONFIRMING_TONE -> "CONFIRMING";
            case ERROR_TONE -> "ERROR";
            default -> tone.name();
        };
        stage.expectCount(
                terminal.name() + " sounds the " + tone.english(),
                times,
                () -> stage.evidence().of(PanelEvents.Sounded.class, terminal.name()).stream()
                        .filter(e -> e.event().tone().name().equals(name))
                        .map(Seen::number)
                        .toList());
    }

    public void printed(TerminalRef terminal, Slip slip, int times) {
        stage.expectCount(
                terminal.name() + " prints the " + slip.english(),
                times,
                () -> slips(terminal.name(), slip).stream().map(Seen::number).toList());
    }

    private List<Seen<PanelEvents.Printed>> slips(@Nullable String terminal, Slip slip) {
        return stage.evidence().of(PanelEvents.Printed.class).stream()
                .filter(e -> terminal == null || e.actor().equals(terminal))
                .filter(e -> e.event().slip().name().equals(slip.name()))
                .toList();
    }

    public void slipReads(Slip slip, TerminalRef terminal, String wording) {
        stage.expect(
                "\"" + wording + "\" on the " + slip.english(),
                () -> lastSlip(slip, terminal)
                        .map(e -> Look.at(
                                e.event().lines().stream()
                                        .anyMatch(l -> l.text().contains(wording)),
                                e.event().lines().toString(),
                                e))
                        .orElseGet(() -> Look.nothing("no " + slip.english())));
    }

    public void slipLine(Slip slip, TerminalRef terminal, SlipItem item, String wording) {
        stage.expect(
                "the " + slip.english() + " with " + item.english() + " " + wording,
                () -> lastSlip(slip, terminal)
                        .map(e -> {
                            Optional<String> text = e.event().lines().stream()
                                    .filter(l -> l.item().name().equals(item.name()))
                                    .map(SlipLine::text)
                                    .findFirst();
                            return Look.at(
                                    text.filter(wording::equals).isPresent(), text.orElse("no " + item.english()), e);
                        })
                        .orElseGet(() -> Look.nothing("no " + slip.english())));
    }

    private Optional<Seen<PanelEvents.Printed>> lastSlip(Slip slip, TerminalRef terminal) {
        return slips(terminal.name(), slip).stream().reduce((first, second) -> second);
    }

    public void slipBefore(Slip slip, MessageRef message) {
        long from = stage.cursor();
        stage.expect("the " + slip.english() + " before " + message.english(), () -> {
            Optional<Seen<PanelEvents.Printed>> printed =
                    slips(null, slip).stream().filter(e -> e.number() > from).findFirst();
            Optional<WireMessage> sent = stage.messages().find(message, from);
            if (printed.isEmpty() || sent.isEmpty()) {
                return Look.nothing(printed.isEmpty() ? "no " + slip.english() : "no such message");
            }
            boolean holds = printed.get().number() < sent.get().event();
            return Look.at(holds, holds ? "before" : "after", sent.get());
        });
    }

    /** Every slip of a terminal, and there is one, hides the middle of every card number. */
    public void masked(TerminalRef terminal) {
        List<Seen<PanelEvents.Printed>> slips = stage.evidence().of(PanelEvents.Printed.class, terminal.name());
        Optional<Seen<PanelEvents.Printed>> bare = slips.stream()
                .filter(e -> e.event().lines().stream().anyMatch(this::showsPan))
                .findFirst();
        boolean cardShown = slips.stream()
                .anyMatch(e ->
                        e.event().lines().stream().anyMatch(l -> l.item().name().equals(SlipItem.CARD_NUMBER.name())));
        stage.expectNow(
                "masked card numbers on every slip of " + terminal.name(),
                bare.map(e -> Look.at(
                                false,
                                "a card number in full on the " + e.event().slip(),
                                e))
                        .orElse(Look.at(cardShown, slips.size() + " slips")));
    }

    private boolean showsPan(SlipLine line) {
        return line.item().name().equals(SlipItem.CARD_NUMBER.name())
                        && PAN_LIKE.matcher(line.text()).find()
                || stage.names().pans().stream().anyMatch(line.text()::contains);
    }

    public void pinAsked(int times) {
        stage.expectCount(
                "the pad asks for the PIN",
                times,
                () -> stage.evidence().of(PanelEvents.Showed.class).stream()
                        .filter(e -> e.event().text() == Text.ENTER_PIN)
                        .map(Seen::number)
                        .toList());
    }

    private String nameOf(Device device) {
        return stage.names().actor(device);
    }
}
