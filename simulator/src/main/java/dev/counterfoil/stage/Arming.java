package dev.counterfoil.stage;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.estate.Site;
import dev.counterfoil.host.Host;
import dev.counterfoil.host.Script;
import dev.counterfoil.hsm.Hsm;
import dev.counterfoil.hsm.HsmEvents;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.store.Moment;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.terminal.Terminal;
import dev.counterfoil.verb.ref.ActorRef;
import dev.counterfoil.verb.ref.CrashPoint;
import dev.counterfoil.verb.ref.FieldConditions;
import dev.counterfoil.verb.ref.MessageRef;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.Which;
import dev.counterfoil.verb.word.Harm;
import dev.counterfoil.verb.word.NamedMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Fault;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireEvents;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What waits for its message: faults on lines, scripted answers of the host, requests that are packed otherwise. */
public final class Arming {
    private final Stage stage;

    Arming(Stage stage) {
        this.stage = stage;
    }

    public void harm(MessageRef ref, Harm harm) {
        if (ref.named() == NamedMessage.INJECTION_ORDER) {
            harmInjection(ref, harm);
            return;
        }
        fault(ref, harm.english(), edits(ref).of(harm));
    }

    public void delay(MessageRef ref, long nanos, String words) {
        fault(ref, "delayed by " + words, new Fault.Delay(nanos));
    }

    public void change(MessageRef ref, String field, String value) {
        fault(
                ref,
                "delivered with " + field + " changed",
                new Fault.Change(edits(ref).change(field, value)));
    }

    public void flipBit(MessageRef ref, String field) {
        fault(
                ref,
                "delivered with one bit of " + field + " flipped",
                new Fault.Change(edits(ref).flipBitOf(field)));
    }

    public void drop(MessageRef ref, String field) {
        fault(ref, "delivered without " + field, new Fault.Change(edits(ref).drop(field)));
    }

    public void changeByte(MessageRef ref, int position, byte[] value) {
        fault(
                ref,
                "delivered with byte " + position + " changed",
                new Fault.Change(edits(ref).byteAt(position, value)));
    }

    private MessageEdits edits(MessageRef ref) {
        return new MessageEdits(stage.world().lineDialect(), stage.world().random("fault/" + ref.english()));
    }

    private void fault(MessageRef ref, String words, Fault.What what) {
        String name = ref.english() + " is " + words;
        Meant meant = new Meant(ref, name);
        for (String terminal : terminals(ref.terminal())) {
            for (End from : ends(ref)) {
                Fault fault = new Fault(name, from, meant::frame, what, meant.once());
                stage.world().site(terminal).line().tell(new Wire.Arm(fault));
            }
        }
        stage.world().settle();
    }

    /** Orders on an injection cable are told apart by their number only. */
    private void harmInjection(MessageRef ref, Harm harm) {
        String cable = stage.world().loading(stage.terminalOf(ref.terminal())).injectionCable();
        String name = ref.english() + " is " + harm.english();
        int[] toSkip = {ref.which().sort() == Which.Sort.NTH ? ref.which().number() - 1 : 0};
        boolean once = !ref.which().equals(Which.EVERY);
        stage.armed(name);
        Fault.When when = frame -> {
            boolean meant = toSkip[0]-- <= 0;
            if (meant) {
                stage.struck(name);
            }
            return meant;
        };
        stage.world().wire(cable).tell(new Wire.Arm(new Fault(name, End.A, when, harmOf(harm), once)));
        stage.world().settle();
    }

    private static Fault.What harmOf(Harm harm) {
        return switch (harm) {
            case LOST -> new Fault.Lose();
            case DELIVERED_TWICE -> new Fault.Duplicate();
            case BYTE_BY_BYTE -> new Fault.Dribble();
            case WRONG_CHECK_VALUE ->
                new Fault.Change(frame -> {
                    frame[frame.length - 1] ^= 1;
                    return frame;
                });
            default -> throw new IllegalArgumentException("an injection order cannot be " + harm.english());
        };
    }

    private List<String> terminals(@Nullable TerminalRef named) {
        if (named != null) {
            stage.terminalOf(named);
            stage.world().site(named.name());
        }
        stage.world().build();
        return named == null ? stage.world().sites().stream().map(Site::name).toList() : List.of(named.name());
    }

    /** Requests come from the terminal's end, answers from the host's. */
    private static List<End> ends(MessageRef ref) {
        return switch (ref.direction()) {
            case FROM -> List.of(End.A);
            case TO -> List.of(End.B);
            case ANY -> List.of(End.A, End.B);
        };
    }

    /** The message that a reference waits for, told by what passes. */
    private final class Meant {
        private final MessageRef ref;
        private final String name;
        private int toSkip;
        private boolean over;

        /** @param name what waits for the message, in words */
        Meant(MessageRef ref, String name) {
            this.ref = ref;
            this.name = name;
            stage.armed(name);
            int soFar = stage.messages().candidates(ref).size();
            toSkip = ref.which().sort() == Which.Sort.NTH ? ref.which().number() - 1 - soFar : 0;
        }

        boolean once() {
            return !ref.which().equals(Which.EVERY);
        }

        boolean frame(byte[] frame) {
            if (over) {
                return false;
            }
            try {
                return message(stage.world().lineDialect().unpack(frame));
            } catch (Malformed e) {
                return false;
            }
        }

        boolean message(IsoMessage message) {
            if (over || !stage.messages().means(ref, message) || toSkip-- > 0) {
                return false;
            }
            over = once();
            stage.struck(name);
            return true;
        }
    }

    private Predicate<IsoMessage> requestOf(MessageRef ref) {
        Meant meant = new Meant(ref, "scripted answer to " + ref.english());
        String terminal = ref.terminal() == null
                ? null
                : stage.world().plan().terminal(ref.terminal().name()).spec().id();
        return request -> (terminal == null || terminal.equals(request.textOrNull(41))) && meant.message(request);
    }

    /** The host answers in its usual way, with these fields in place of its own. */
    public void answerWith(MessageRef ref, FieldConditions fields, long afterNanos) {
        script(ref, new Script.With(edit(fields), afterNanos));
    }

    public void answerNot(MessageRef ref) {
        script(ref, new Script.Nothing());
    }

    public void answerBytes(MessageRef ref, byte[] bytes) {
        script(ref, new Script.Bytes(bytes));
    }

    public void strangerAnswers(MessageRef ref, FieldConditions fields) {
        script(ref, new Script.Stranger(edit(fields)));
    }

    private void script(MessageRef ref, Script.Reply reply) {
        stage.world().build();
        stage.world()
                .tell(
                        stage.world().doors().host(),
                        new Host.Arm(new Script(requestOf(ref), !ref.which().equals(Which.EVERY), reply)));
    }

    /** The terminal packs these fields in place of its own, and makes the MAC over them. */
    public void sendWith(MessageRef ref, FieldConditions fields) {
        FieldEdit.check(fields, stage.world().lineDialect());
        Meant meant = new Meant(ref, ref.english() + " is packed otherwise");
        for (String terminal : terminals(ref.terminal())) {
            stage.world()
                    .tell(stage.world().site(terminal).terminal(), new Terminal.PackWith(meant::message, edit(fields)));
        }
        stage.world().settle();
    }

    private UnaryOperator<IsoMessage> edit(FieldConditions fields) {
        return FieldEdit.of(fields, stage.messages()::valueOf);
    }

    /** The power of an actor fails at a write of its store, or when it has sent a message. */
    public void powerFailsAt(ActorRef actor, CrashPoint point) {
        stage.world().build();
        if (point.message() != null) {
            powerFailsAfterSending(actor, point.message());
            return;
        }
        MemoryStore store = stage.world().storeOf(stage.names().storeOwner(actor));
        RecordKind kind = kindOf(Objects.requireNonNull(point.record()));
        String name = "the power of " + actor.english() + " fails";
        stage.armed(name);
        store.crashAt(kind, momentOf(point.moment()), () -> {
            stage.struck(name);
            stage.hands().powerFails(actor);
        });
    }

    private void powerFailsAfterSending(ActorRef actor, MessageRef ref) {
        Meant meant = new Meant(ref, "the power of " + actor.english() + " fails after " + ref.english());
        stage.world().trace().listen(envelope -> {
            if (envelope.event() instanceof WireEvents.Sent sent
                    && envelope.actor().startsWith("line of ")
                    && meant.frame(sent.bytes())) {
                stage.hands().powerFailsSoon(actor);
            }
        });
    }

    private static RecordKind kindOf(CrashPoint.StoredRecord record) {
        return switch (record) {
            case REVERSAL_RECORD -> RecordKind.REVERSAL;
            case TRANSACTION_RECORD -> RecordKind.TRANSACTION;
            case MASTER_KEY -> RecordKind.MASTER_KEY;
            case WORKING_KEYS -> RecordKind.WORKING_KEYS;
            case BATCH_NUMBER -> RecordKind.BATCH_NUMBER;
            case TRACE_NUMBER -> RecordKind.TRACE_NUMBER;
            case SETTLEMENT_STATE -> RecordKind.SETTLEMENT_STATE;
            case LEDGER_ENTRY -> RecordKind.LEDGER_ENTRY;
            case TERMINAL_ENTRY -> RecordKind.TERMINAL_ENTRY;
            case DOWNLOAD_PERMIT -> RecordKind.DOWNLOAD_PERMIT;
            case INSPECTION_REPORT -> RecordKind.INSPECTION;
        };
    }

    private static Moment momentOf(CrashPoint.Moment moment) {
        return switch (moment) {
            case BEFORE -> Moment.BEFORE;
            case DURING -> Moment.TORN;
            case AFTER, SENT -> Moment.WRITTEN;
            case ACKNOWLEDGED -> Moment.ACKNOWLEDGED;
        };
    }

    /** The next such command of the host's HSM is answered with this error. */
    public void hsmError(String command, String error) {
        stage.world().build();
        String name = "error " + error + " to the next " + command + " of the HSM";
        stage.armed(name);
        stage.world().trace().listen(envelope -> {
            if (envelope.event() instanceof HsmEvents.Executed executed
                    && executed.command().equals(command)
                    && executed.error().equals(error)) {
                stage.struck(name);
            }
        });
        stage.world().tell(stage.world().doors().hsm(), new Hsm.FailNext(command, error));
    }
}
