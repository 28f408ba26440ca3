package dev.counterfoil.host;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.host.JournalEntry.Place;
import dev.counterfoil.host.TerminalEntry.Identity;
import dev.counterfoil.host.TerminalEntry.Registration;
import dev.counterfoil.host.keys.KeySerial;
import dev.counterfoil.host.keys.LineKeys;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.iso8583.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every request has to pass, in this order: the terminal is registered and in service, the fields are there, it
 * has signed in and its batch is the host's, the MAC is good, number, merchant and place are those bound together, and
 * the trace number is new. A request that comes again while it is being worked on is left alone.
 */
final class Gate {
    private static final String UNREGISTERED = "97";
    private static final String FORMAT = "30";
    private static final String SIGN_IN = "77";
    private static final String WRONG_MAC = "A0";
    private static final String NOT_BOUND = "58";
    private static final String DUPLICATE = "94";

    /** Fields that a request must have, by message type. */
    private static final Map<String, List<Integer>> REQUIRED = Map.of(
            "0200", List.of(3, 11, 22, 25, 41, 42, 49, 60),
            "0320", List.of(11, 41, 42, 48, 60),
            "0400", List.of(3, 11, 39, 41, 42, 60),
            "0500", List.of(11, 41, 42, 48, 60),
            "0800", List.of(11, 41, 42, 60),
            "0820", List.of(41, 42, 60));

    private final Effects effects;
    private final Books books;
    private final Booking booking;
    private final Answers answers;
    private final KeyService keys;
    private final Dialect dialect;
    private final Supplier<HostPolicies> policies;

    Gate(
            Effects effects,
            Books books,
            Booking booking,
            Answers answers,
            KeyService keys,
            Dialect dialect,
            Supplier<HostPolicies> policies) {
        this.effects = effects;
        this.books = books;
        this.booking = booking;
        this.answers = answers;
        this.keys = keys;
        this.dialect = dialect;
        this.policies = policies;
    }

    /** Lets a terminal of the table pass that is in service, with a request that has its fields. */
    void known(Visit visit, Consumer<TerminalEntry> then) {
        TerminalEntry terminal = books.terminal(visit.terminalId());
        if (terminal == null || terminal.registration() != Registration.IN_SERVICE) {
            String held = terminal == null ? "unknown" : terminal.registration().words();
            answers.decline(visit, UNREGISTERED, "terminal " + visit.terminalId() + " is " + held);
        } else if (complete(visit)) {
            then.accept(terminal);
        }
    }

    /** Whether another machine than the one that is bound speaks under a terminal's number, and the host minds. */
    boolean otherDevice(TerminalEntry terminal, String serialNumber) {
        String bound = terminal.identity().serialNumber();
        if (!bound.equals(serialNumber)) {
            effects.emit(new HostEvents.OtherDevice(terminal.name(), bound, serialNumber));
        }
        return policies.get().checkSerialNumber() && !bound.equals(serialNumber);
    }

    /** The card of a number; null when the registry does not hold it as good, and the request has been refused. */
    @Nullable
    ManagerCard goodCard(Visit visit, String number) {
        ManagerCard card = books.card(number);
        ManagerCard.State state = card == null ? ManagerCard.State.UNKNOWN : card.state();
        if (state.refusal().isEmpty()) {
            return card;
        }
        answers.decline(visit, state.refusal(), "manager card is " + state.words());
        return null;
    }

    /** Whether the request has the fields of its type; if not, it is refused. */
    boolean complete(Visit visit) {
        for (int field : REQUIRED.getOrDefault(visit.request().mti(), List.of())) {
            if (!visit.request().has(field)) {
                answers.decline(visit, FORMAT, "no F" + field);
                return false;
            }
        }
        return true;
    }

    /** Lets a transaction pass. */
    void financial(Visit visit, Consumer<TerminalEntry> then) {
        known(visit, terminal -> {
            if (!hasKeys(terminal) || !terminal.batch().open()) {
                answers.decline(visit, SIGN_IN, "not signed in");
            } else if (!terminal.batch().number().equals(visit.batch())) {
                answers.decline(visit, SIGN_IN, "batch is " + terminal.batch().number());
            } else {
                authentic(visit, terminal, () -> fresh(visit, terminal, then));
            }
        });
    }

    /** Lets a request of whichever batch pass that has a good MAC: a reversal, or a terminal that takes its leave. */
    void macked(Visit visit, Consumer<TerminalEntry> then) {
        known(visit, terminal -> {
            if (!hasKeys(terminal)) {
                answers.decline(visit, SIGN_IN, "not signed in");
            } else {
                authentic(visit, terminal, () -> then.accept(terminal));
            }
        });
    }

    /** Whether the host has keys to check this terminal's MACs with. */
    boolean hasKeys(TerminalEntry terminal) {
        return terminal.signedIn() || books.serial(terminal) != null;
    }

    /** Knows a message that has been answered before. */
    interface Memory {
        boolean had(String terminalId, String stan, byte[] f62);
    }

    /**
     * Lets a report pass: under the MAC key when there is one; a terminal without keys has to be the merchant's. One
     * that is out of service is only answered once more. Whatever a terminal is to believe for good, a refusal too, is
     * said behind a good MAC: nobody else can fetch it.
     */
    void reported(Visit visit, Memory memory, Consumer<TerminalEntry> then) {
        TerminalEntry terminal = books.terminal(visit.terminalId());
        boolean inService = terminal != null && terminal.registration() == Registration.IN_SERVICE;
        if (terminal == null || !(inService || visit.request().has(64))) {
            known(visit, then);
            return;
        }
        Runnable admitted = () -> {
            if (inService || memory.had(visit.terminalId(), visit.text(11), visit.f62())) {
                then.accept(terminal);
            } else {
                known(visit, then);
            }
        };
        if (hasKeys(terminal)) {
            authentic(visit, terminal, () -> whole(visit, admitted));
        } else {
            whole(visit, () -> bound(visit, terminal, admitted));
        }
    }

    private void whole(Visit visit, Runnable then) {
        if (complete(visit)) {
            then.run();
        }
    }

    private void authentic(Visit visit, TerminalEntry terminal, Runnable then) {
        if (keysUsed(visit, terminal)) {
            return;
        }
        if (!policies.get().checkMac() || !dialect.macks()) {
            proved(visit, terminal, then);
            return;
        }
        if (!visit.request().has(64)) {
            answers.decline(visit, WRONG_MAC, "no MAC");
            return;
        }
        byte[] covered = dialect.macInput(visit.frame());
        byte[] mac = visit.request().bytes(64);
        LineKeys lineKeys = Objects.requireNonNull(books.keys(terminal, visit.ksn(dialect)));
        MacForm form = MacForm.valueOf(dialect.setting("mac.algorithm"));
        keys.ask(terminal.name(), lineKeys.verifyMac(form, covered, mac), reply -> {
            if (reply.ok()) {
                proved(visit, terminal, then);
            } else if (reply.verificationFailed()) {
                answers.decline(visit, WRONG_MAC, "MAC is wrong; " + lineKeys.macKey());
            } else {
                answers.decline(visit, Answers.SYSTEM_FAULT, "HSM: " + reply);
            }
        });
    }

    /** Refuses a KSN that is not the terminal's or does not rise; a copy of what is in hand is left alone. */
    private boolean keysUsed(Visit visit, TerminalEntry terminal) {
        KeySerial serial = books.serial(terminal);
        String fault = serial == null ? "" : serial.fault(visit.ksn(dialect));
        if (!fault.isEmpty() && !answers.inHand(visit)) {
            answers.decline(visit, WRONG_MAC, fault);
        }
        return !fault.isEmpty();
    }

    /** The request has a good MAC: under DUKPT its KSN is used up, which is written down before anything follows. */
    private void proved(Visit visit, TerminalEntry terminal, Runnable then) {
        KeySerial serial = books.serial(terminal);
        String ksn = visit.ksn(dialect);
        if (serial == null || ksn == null) {
            bound(visit, terminal, then);
        } else if (!keysUsed(visit, terminal)) {
            answers.takeInHand(visit);
            books.put(terminal, serial.after(ksn), () -> bound(visit, terminal, then));
        }
    }

    private void bound(Visit visit, TerminalEntry terminal, Runnable then) {
        String fault = unbound(visit, terminal);
        if (fault == null) {
            then.run();
        } else {
            answers.decline(visit, NOT_BOUND, fault);
        }
    }

    private @Nullable String unbound(Visit visit, TerminalEntry terminal) {
        Identity identity = terminal.identity();
        String information = dialect.part(visit.request(), "F59.A2");
        String serial = information == null ? "" : inner(information, "02");
        String site = information == null ? "" : inner(information, "09");
        if (!identity.merchantId().equals(visit.text(42))) {
            return "merchant is not the terminal's";
        }
        if (otherDevice(terminal, serial)) {
            return "serial number is not the terminal's";
        }
        boolean elsewhere = !identity.site().isEmpty() && !site.isEmpty() && !site.equals(identity.site());
        return policies.get().checkSite() && elsewhere ? "terminal is elsewhere" : null;
    }

    /** The value of a tag of 2 characters with a length in digits, or empty. */
    private String inner(String text, String tag) {
        int head = 2 + dialect.f59LengthDigits();
        int at = 0;
        while (at + head <= text.length()) {
            String digits = text.substring(at + 2, at + head);
            if (!Decimal.isDigits(digits)) {
                return "";
            }
            int end = Math.min(text.length(), at + head + Integer.parseInt(digits));
            if (text.startsWith(tag, at)) {
                return text.substring(at + head, end);
            }
            at = end;
        }
        return "";
    }

    private void fresh(Visit visit, TerminalEntry terminal, Consumer<TerminalEntry> then) {
        Place key = new Place(terminal.identity().terminalId(), visit.batch(), visit.text(11));
        if (booking.busyWith(key, visit.frame())) {
            return;
        }
        if (policies.get().checkTraceNumber() && books.entry(key.toString()) != null) {
            answers.decline(visit, DUPLICATE, "trace number is used");
        } else {
            then.accept(terminal);
        }
    }
}
