package dev.counterfoil.stage;

import dev.counterfoil.estate.LoadingBench;
import dev.counterfoil.estate.Plan;
import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.people.Staff;
import dev.counterfoil.people.Task;
import dev.counterfoil.people.Tasks;
import dev.counterfoil.protocol.iso8583.Stamp;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.PanelEvents;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Terminal;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.verb.ref.CardRef;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.ref.Money;
import dev.counterfoil.verb.ref.PadRef;
import dev.counterfoil.verb.ref.PersonRef;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.TransactionRef;
import dev.counterfoil.wire.Wire;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do at a terminal: with panels, cards and plugs, and in no other way. */
public final class Acting {
    private static final int FEN_PER_YUAN = 100;
    private static final String CARDHOLDER = "cardholder";
    private static final String DEFAULT_GOODS = "goods";
    private static final long PAUSE_NANOS = 2_000_000_000L;
    /** Nobody waits longer than that for a program that hangs. */
    private static final long LONGEST_INJECTION_NANOS = 300_000_000_000L;

    private final Stage stage;
    private final Tasks tasks = new Tasks(Staff.USUAL);

    Acting(Stage stage) {
        this.stage = stage;
    }

    private void perform(PersonRef who, Task task) {
        stage.cast().perform(stage.terminalOf(who.terminal()), task);
    }

    private static String role(PersonRef who) {
        return who.role().english().substring("the ".length());
    }

    public void logIn(PersonRef who, String operator, String password) {
        perform(who, tasks.logIn(role(who), operator, password));
    }

    public void press(PersonRef who, String label) {
        if (role(who).equals(CARDHOLDER) && padIsReal(who)) {
            askOperator("press " + label + " on " + padOf(who), 0);
            return;
        }
        perform(who, tasks.press(role(who), label));
    }

    public void type(PersonRef who, String digits) {
        perform(who, tasks.type(role(who), digits));
    }

    /** On this device, whether it asks or not. */
    public void typeOn(PersonRef who, String digits, Device device) {
        stage.terminalOf(new TerminalRef(stage.names().terminalOf(device)));
        boolean pad = device instanceof PadRef;
        perform(
                who,
                tasks.typeOn(
                        role(who),
                        pad ? dev.counterfoil.people.Device.PAD : dev.counterfoil.people.Device.TERMINAL,
                        digits));
    }

    /** A menu entry by either language's wording. */
    public void choose(PersonRef who, String wording) {
        Menu entry = Menu.worded(wording)
                .orElseThrow(() -> new IllegalArgumentException("no menu entry is called \"" + wording + "\""));
        perform(who, tasks.choose(role(who), entry));
    }

    public void cancel(PersonRef who) {
        press(who, PanelMessage.Key.CANCEL);
    }

    public void doNothing(PersonRef who, long nanos) {
        perform(who, tasks.doNothing(role(who), nanos));
    }

    public void swipe(PersonRef who, CardRef card) {
        perform(who, tasks.swipe(role(who), stage.cast().card(card)));
    }

    public void insert(PersonRef who, CardRef card) {
        perform(who, tasks.insert(role(who), stage.cast().card(card)));
    }

    public void remove(PersonRef who, CardRef card) {
        stage.cast().card(card);
        perform(who, tasks.remove(role(who)));
    }

    public void typePin(PersonRef who, String pin) {
        if (padIsReal(who)) {
            stage.world().surroundings().tellOperator("type the PIN " + pin + " on " + padOf(who));
            return;
        }
        perform(who, tasks.typePin(role(who), pin));
    }

    public void sell(PersonRef who, String goods, Money money, CardRef card) {
        tellOfPin(who, card);
        perform(
                who,
                tasks.sell(
                        role(who),
                        goods.isEmpty() ? DEFAULT_GOODS : goods,
                        money.fen(),
                        stage.cast().card(card),
                        stage.cast().habit(card)));
        stage.cast().used(card, stage.terminalOf(who.terminal()));
    }

    public void startSale(PersonRef who, Money money) {
        perform(who, tasks.startSale(role(who), DEFAULT_GOODS, money.fen()));
    }

    public void queryBalance(PersonRef who, CardRef card) {
        tellOfPin(who, card);
        perform(
                who,
                tasks.balance(role(who), stage.cast().card(card), stage.cast().habit(card)));
    }

    public void voids(PersonRef who, TransactionRef ref, @Nullable String supervisorPassword) {
        Transaction original = stage.transaction(ref)
                .orElseThrow(() -> new AssertionError("there is no " + ref.english() + " to void"));
        if (role(who).equals("thief")) {
            perform(who, tasks.voidOffReceipt(role(who), receiptLine(original)));
            return;
        }
        String voucher = Objects.requireNonNullElse(original.stan(), "000000");
        String password = supervisorPassword == null ? Staff.USUAL.supervisorPassword() : supervisorPassword;
        CardRef card = stage.cast().cardOf(original);
        tellOfPin(who, card);
        perform(
                who,
                tasks.voidSale(
                        role(who),
                        voucher,
                        password,
                        stage.cast().card(card),
                        stage.cast().habit(card)));
    }

    /** What stands on the receipt of a transaction: voucher, batch, reference, amount, date. */
    private String receiptLine(Transaction original) {
        return String.format(
                Locale.ROOT,
                "%s %s %s %d.%02d %s",
                original.stan(),
                original.batch(),
                reference(original),
                original.amountFen() / FEN_PER_YUAN,
                original.amountFen() % FEN_PER_YUAN,
                Stamp.date(stage.world().clock().now()));
    }

    /** The reference number that the receipt of a transaction shows. */
    private String reference(Transaction transaction) {
        return stage.evidence()
                .last(
                        TerminalEvents.JournalEntry.class,
                        e -> e.actor().equals(transaction.terminal())
                                && e.event().stan().equals(transaction.stan()))
                .map(Seen::event)
                .map(TerminalEvents.JournalEntry::reference)
                .orElse("");
    }

    public void settle(PersonRef who) {
        perform(who, tasks.settle(role(who)));
    }

    public void signIn(PersonRef who) {
        perform(who, tasks.signIn(role(who)));
    }

    public void signOff(PersonRef who) {
        perform(who, tasks.signOff(role(who)));
    }

    public void download(PersonRef who, TerminalRef terminal, CardRef card) {
        stage.terminalOf(terminal);
        String password = stage.world().plan().managerCard(card.name()).password();
        perform(who, tasks.download(role(who), stage.cast().card(card), password));
    }

    public void inspect(PersonRef who, TerminalRef terminal, CardRef card) {
        stage.terminalOf(terminal);
        Plan.ManagerCardPlan plan = stage.world().plan().managerCard(card.name());
        perform(
                who,
                tasks.inspect(role(who), stage.cast().card(card), plan.spec().chip(), plan.password()));
    }

    public void startDownload(PersonRef who, TerminalRef terminal) {
        stage.terminalOf(terminal);
        perform(who, tasks.startDownload(role(who)));
    }

    /** The child is made ready, the loader's program is started, and somebody waits for what the PC says. */
    public void inject(PersonRef who, TerminalRef terminal) {
        String name = stage.terminalOf(terminal);
        stage.world().build();
        LoadingBench bench = stage.world().loading(name);
        if (bench.realChild() == null) {
            perform(who, tasks.startInjection(role(who)));
        } else {
            stage.world().surroundings().askOperator("make the real child of " + name + " ready for its key", 0);
        }
        long before = stage.world().trace().number();
        bench.start();
        if (bench.hasOurPc()) {
            stage.world().await(() -> pcIsDone(bench, before), LONGEST_INJECTION_NANOS);
        }
        if (bench.realChild() == null) {
            perform(who, tasks.endInjection(role(who)));
        }
    }

    private boolean pcIsDone(LoadingBench bench, long before) {
        return stage.evidence()
                .last(PanelEvents.Showed.class, e -> e.actor().equals(bench.pcName()) && e.number() > before)
                .filter(e -> e.event().text().nature() == Text.Nature.RESULT)
                .isPresent();
    }

    /**
     * The first component opens the entry; its custodian finds the terminal idle, the others find it asking. The bank
     * has formed the key of the same components, and told its host.
     */
    public void typeComponent(PersonRef who, int number, String component, String checkValue) {
        String terminal = stage.terminalOf(who.terminal());
        if (number == 1) {
            stage.world().build();
            stage.world().site(terminal).tellHostOfMasterKey();
            perform(who, tasks.typeFirstComponent(role(who), component, checkValue));
        } else {
            perform(who, tasks.typeNextComponent(role(who), component, checkValue));
        }
    }

    /** @param files their names, in the order in which they are loaded */
    public void loadFiles(PersonRef who, String files, TerminalRef terminal) {
        stage.terminalOf(terminal);
        perform(who, tasks.loadPrograms(role(who), FilesToLoad.of(files)));
    }

    public void typeCardPassword(PersonRef who, String password) {
        perform(who, tasks.typeCardPassword(role(who), password));
    }

    public void reactivate(PersonRef who, PadRef pad) {
        stage.terminalOf(new TerminalRef(stage.hardware().placeOf(pad)));
        perform(who, tasks.reactivate(role(who)));
    }

    public void decommission(PersonRef who, TerminalRef terminal) {
        stage.terminalOf(terminal);
        perform(who, tasks.decommission(role(who)));
    }

    public void restart(PersonRef who, TerminalRef terminal) {
        stage.terminalOf(terminal);
        stage.world().build();
        stage.world().tell(stage.world().site(terminal.name()).terminal(), new Terminal.PowerCut());
        stage.hands().pass(PAUSE_NANOS);
        stage.world().tell(stage.world().site(terminal.name()).terminal(), new Terminal.PowerReturn());
        stage.hands().untilIdle(terminal.name());
    }

    public void loosenPlug(PersonRef who, PadRef pad) {
        plug(who, pad, new Wire.Loosen(), "pull the plug of " + pad.english());
    }

    public void pushPlugIn(PersonRef who, PadRef pad) {
        plug(who, pad, new Wire.PushIn(), "push the plug of " + pad.english() + " in");
        stage.hardware().plugBack(pad);
    }

    public void plugIntoWrongPort(PersonRef who, PadRef pad) {
        stage.terminalOf(new TerminalRef(stage.hardware().placeOf(pad)));
        stage.hardware().plugIntoWrongPort(pad);
    }

    public void swapPad(PersonRef who, PadRef out, PadRef in) {
        stage.terminalOf(new TerminalRef(stage.hardware().placeOf(out)));
        stage.hardware().swap(out, in);
    }

    /** A person at a simulated pad moves the plug; at a real one an operator is asked to. */
    private void plug(PersonRef who, PadRef pad, Wire.Command command, String words) {
        stage.terminalOf(new TerminalRef(pad.name()));
        stage.world().build();
        if (stage.world().site(pad.name()).pad() == null) {
            stage.world().surroundings().askOperator(words + ", as the " + role(who), 0);
        }
        stage.world().site(pad.name()).padCable().tell(command);
        stage.world().settle();
    }

    /** The people of a world do not reach the keys of a real pad; the operator does. */
    private boolean padIsReal(PersonRef who) {
        return stage.world().plan().terminal(stage.terminalOf(who.terminal())).realPad();
    }

    private void tellOfPin(PersonRef who, CardRef card) {
        if (padIsReal(who)) {
            stage.world().surroundings().tellOperator("type the PIN of " + card.english() + " on " + padOf(who));
        }
    }

    private String padOf(PersonRef who) {
        return "the pad of " + stage.terminalOf(who.terminal());
    }

    /** In live mode the console waits for an answer; a simulated person is done at once. */
    public void askOperator(String words, long limitNanos) {
        stage.world().surroundings().askOperator(words, limitNanos);
    }
}
