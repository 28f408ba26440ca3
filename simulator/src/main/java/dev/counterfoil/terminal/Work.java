package dev.counterfoil.terminal;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.protocol.panel.Tone;
import dev.counterfoil.terminal.guard.Settings;
import dev.counterfoil.terminal.inspection.Draft;
import dev.counterfoil.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A transaction in progress: what its stages have found out so far, and what they may do. */
public final class Work {
    /** What every transaction of a terminal finds in its place. */
    record Bench(Setup setup, Memory memory, Numbers numbers, Consumer<Effect> out) {}

    private final Bench bench;
    private final Task kind;
    private final int number;
    private final List<PadCommand> atEnd = new ArrayList<>();
    private @Nullable String operator;
    private boolean dialled;
    private boolean lineOpen;
    private boolean signInDemanded;
    private String stan = "";
    private long amountFen;
    private String goods = "";
    private @Nullable Card card;
    private String entryMode = "";
    private String trackForHost = "";
    private String pinBlock = "";
    private String ksn = "";
    private @Nullable Voucher original;
    private @Nullable IsoMessage answer;
    private Download download = Download.NONE;
    private Draft draft = Draft.NONE;
    private @Nullable Task following;

    Work(Bench bench, Task kind, int number, @Nullable String operator) {
        this.bench = bench;
        this.kind = kind;
        this.number = number;
        this.operator = operator;
    }

    /** A request as it is to leave. */
    public IsoMessage repacked(IsoMessage request) {
        return bench.numbers().repacked(request);
    }

    public Setup setup() {
        return bench.setup();
    }

    /** Who the terminal says it is. */
    public Identity identity() {
        Settings.Numbers now = memory().settings().numbers();
        return setup().identity().as(now.terminalId(), now.merchantId());
    }

    /** Whether an operator has this password now. */
    public boolean knows(String operator, String password) {
        String chosen = memory().settings().password(operator);
        return password.equals(chosen == null ? policies().password(operator) : chosen);
    }

    public TerminalPolicies policies() {
        return setup().policies();
    }

    public Memory memory() {
        return bench.memory();
    }

    public Task kind() {
        return kind;
    }

    /** Who is logged in; null for nobody. */
    public @Nullable String operator() {
        return operator;
    }

    /** Somebody else works here from now on. */
    public void logIn(String other) {
        operator = other;
    }

    // What the terminal does.

    public void show(Text text, String... args) {
        bench.out().accept(new Effect.Show(text, List.of(args), ""));
    }

    /** Says that the trouble is one of communication: the line, not the terminal. */
    public void noConnection() {
        showCause(Text.NO_CONNECTION, "COMMUNICATION");
    }

    /** @param cause code beside the text */
    public void showCause(Text text, String cause) {
        bench.out().accept(new Effect.Show(text, List.of(), cause));
    }

    public void sound(Tone tone) {
        bench.out().accept(new Effect.Sound(tone));
    }

    public void print(Slip slip, List<SlipLine> lines) {
        bench.out().accept(new Effect.Print(slip, lines));
    }

    public void pad(PadCommand command) {
        bench.out().accept(new Effect.PadSend(command));
    }

    /** A command for the pad when the transaction has ended, however it ends. */
    public void padAtEnd(PadCommand command) {
        atEnd.add(command);
    }

    public List<PadCommand> padAtEnd() {
        return List.copyOf(atEnd);
    }

    public void dial() {
        dialled = true;
        bench.out().accept(new Effect.Dial());
    }

    public void send(byte[] frame) {
        bench.out().accept(new Effect.LineSend(frame));
    }

    /** Sets the timer to the sum of these durations. */
    public void timer(String... ofPolicies) {
        long millis = 0;
        for (String policy : ofPolicies) {
            millis += policies().millis(policy);
        }
        bench.out().accept(new Effect.StartTimer(millis));
    }

    public void stopTimer() {
        bench.out().accept(new Effect.StopTimer());
    }

    public void emit(TraceEvent event) {
        bench.out().accept(new Effect.Emit(event));
    }

    // What the stages know.

    boolean dialled() {
        return dialled;
    }

    public boolean lineOpen() {
        return lineOpen;
    }

    void lineOpen(boolean open) {
        lineOpen = open;
    }

    /** The host wants a sign-in before the next transaction. */
    public void demandSignIn() {
        signInDemanded = true;
    }

    boolean signInDemanded() {
        return signInDemanded;
    }

    /** Trace number of the message in hand, empty before there is one. */
    public String stan() {
        return stan;
    }

    /** Takes the next trace number. */
    public void takeStan() {
        stan = memory().takeTrace();
    }

    /** Takes up the trace number of an earlier conversation. */
    public void stan(String earlier) {
        stan = earlier;
    }

    /** Says which number this transaction has; once, with all that is known then. */
    public void numbered() {
        if (kind.counted()) {
            bench.numbers().note(number, stan);
            emit(new TerminalEvents.Numbered(number, stan, memory().batch(), amountFen, Card.masked(pan())));
        }
    }

    public long amountFen() {
        return amountFen;
    }

    public void amountFen(long fen) {
        amountFen = fen;
    }

    public String goods() {
        return goods;
    }

    public void goods(String name) {
        goods = name;
    }

    public @Nullable Card card() {
        return card;
    }

    /** @param mode F22: 021 with PIN, 022 without */
    public void card(Card read, String mode) {
        card = read;
        entryMode = mode;
        emit(new TerminalEvents.CardRead(number, mode));
    }

    /** The card number: of the card read, or of the original; empty when neither is known. */
    public String pan() {
        Card read = card;
        Voucher first = original;
        return read != null ? read.pan() : first == null ? "" : first.pan();
    }

    public String entryMode() {
        return entryMode;
    }

    public void entryMode(String mode) {
        entryMode = mode;
    }

    /** F35, empty when no card was read. */
    public String trackForHost() {
        return trackForHost;
    }

    public void trackForHost(String f35) {
        trackForHost = f35;
    }

    /** F52 in hex, empty without a PIN. */
    public String pinBlock() {
        return pinBlock;
    }

    public void pinBlock(String f52) {
        pinBlock = f52;
    }

    /** KSN of the keys in the pad that nothing has been sent under yet; empty without DUKPT. */
    public String ksn() {
        return ksn;
    }

    public void ksn(String drawn) {
        ksn = drawn;
    }

    /** What is voided. */
    public @Nullable Voucher original() {
        return original;
    }

    public void original(Voucher voucher) {
        original = voucher;
        amountFen = voucher.amountFen();
        goods = voucher.goods();
    }

    /** The host's answer, matched and with a good MAC. */
    public @Nullable IsoMessage answer() {
        return answer;
    }

    public void answer(IsoMessage message) {
        answer = message;
    }

    /** The download under way. */
    public Download download() {
        return download;
    }

    public void download(Download now) {
        download = now;
    }

    /** The inspection being entered. */
    public Draft draft() {
        return draft;
    }

    public void draft(Draft now) {
        draft = now;
    }

    /** Something is to follow when this transaction has ended. */
    public void follow(Task next) {
        following = next;
    }

    @Nullable
    Task following() {
        return following;
    }

    int number() {
        return number;
    }
}
