package dev.counterfoil.loading;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.protocol.injection.InjectionAnswer;
import dev.counterfoil.protocol.injection.InjectionOrder;
import dev.counterfoil.protocol.injection.InjectionResult;
import dev.counterfoil.protocol.panel.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the loader's program decides: whether it can run at all, then greet, load, compare check values. When nobody
 * greets back it looks for the mother POS on the other ports.
 */
final class LoaderProgram {
    private static final int COMPONENTS = 3;
    private static final int CHECK_VALUE_DIGITS = 4;
    private static final String FIRST_HOP = "PC - mother POS";
    private static final String SECOND_HOP = "mother POS - child POS";
    private static final Framing MOTHER = Framing.FUTUREX;

    private final Hands hands;
    private final LoadingPolicies policies;
    private final Deque<String> otherPorts = new ArrayDeque<>();
    private State state = State.READY;
    private @Nullable CipherKey key;
    private int keyType = InjectionOrder.MASTER_KEY;
    private InjectionOrder.Above above = InjectionOrder.Above.NOTHING;
    private String port = "";
    private int tries;

    private enum State {
        /** Waits for a person. */
        READY,
        /** Waits for the mother POS to greet back. */
        GREETING,
        /** Waits for one on a port that it was not told to use. */
        SEARCHING,
        /** Waits for the end of a key. */
        LOADING
    }

    /** What the decisions bring about. */
    interface Hands extends Front {
        /** Sends on this port of the PC; what is not plugged in is not reached. */
        void send(String port, byte[] frame);

        /** Date of the PC, YYYYMMDD. */
        String date();
    }

    LoaderProgram(Hands hands, LoadingPolicies policies) {
        this.hands = hands;
        this.policies = policies;
    }

    void powerOn() {
        hands.display(Text.PC_READY);
    }

    void powerOff() {
        state = State.READY;
        forgetKey();
        otherPorts.clear();
        hands.silence();
    }

    /** A person starts it, with the key that the bank has given. */
    void start(LoaderPc.Start given) {
        if (state != State.READY) {
            given.key().erase();
            hands.display(Text.PC_HANGS);
            return;
        }
        key = given.key();
        keyType = given.keyType();
        above = given.above();
        String system = policies.text("pc.system");
        String needed = policies.text("pc.needsSystem");
        int missing = missing(policies.text("pc.installed"));
        if (!system.equals(needed)) {
            end(Text.PC_WRONG_SYSTEM, needed, system);
        } else if (missing > 0) {
            end(Text.PC_COMPONENT_MISSING, Integer.toString(missing));
        } else {
            openPort();
        }
    }

    /** The first component that is not there, 0 for none: none installs without the one before it. */
    private static int missing(String installed) {
        int there = 0;
        for (String component : installed.split("-", -1)) {
            if (Integer.parseInt(component) == there + 1) {
                there++;
            }
        }
        return there == COMPONENTS ? 0 : there + 1;
    }

    private void openPort() {
        List<String> ports = new ArrayList<>(List.of(policies.text("pc.ports").split("-", -1)));
        port = policies.text("pc.port");
        boolean there = ports.remove(port);
        otherPorts.addAll(ports);
        hands.emit(new LoadingEvents.PortOpened(port, there));
        if (there) {
            state = State.GREETING;
            tries = 0;
            greet();
        } else {
            hands.display(Text.PC_PORT_CLOSED, port);
            search();
        }
    }

    private void greet() {
        tries++;
        hands.send(port, MOTHER.encode(new InjectionOrder.Hello(hands.date())));
        wait("pc.greetTimeout");
    }

    /** Greets once on the next of the other ports. */
    private void search() {
        state = State.SEARCHING;
        String next = otherPorts.poll();
        if (next == null) {
            end(Text.PC_NO_ANSWER, FIRST_HOP);
        } else {
            port = next;
            hands.emit(new LoadingEvents.PortOpened(port, true));
            greet();
        }
    }

    /** An old program has no clock for it. */
    private void wait(String policy) {
        if (policies.flag("pc.givesUp")) {
            hands.ringAfter(policies.nanos(policy));
        }
    }

    void rang() {
        switch (state) {
            case READY -> {}
            case GREETING -> {
                if (tries < policies.number("pc.tries")) {
                    greet();
                } else {
                    hands.display(Text.PC_PORT_SILENT, port);
                    search();
                }
            }
            case SEARCHING -> search();
            case LOADING -> end(Text.PC_NO_ANSWER, FIRST_HOP);
        }
    }

    void heard(byte[] frame) {
        InjectionAnswer answer;
        try {
            answer = MOTHER.answer(frame);
        } catch (Malformed e) {
            return;
        }
        if (state == State.SEARCHING && answer instanceof InjectionAnswer.Greeting) {
            end(Text.PC_PORT_PROPOSED, port);
        } else if (state == State.GREETING && answer instanceof InjectionAnswer.Greeting m) {
            greeted(m);
        } else if (state == State.LOADING && answer instanceof InjectionAnswer.Loaded m) {
            loaded(m);
        }
    }

    private void greeted(InjectionAnswer.Greeting m) {
        CipherKey loading = key;
        hands.display(Text.PC_NOTICE, m.version(), m.notice());
        if (!m.good() || loading == null) {
            refused(m.result());
            return;
        }
        state = State.LOADING;
        hands.display(Text.PC_LOADING, loading.kcv());
        String checkValue = loading.kcv().substring(0, CHECK_VALUE_DIGITS);
        hands.send(
                port,
                MOTHER.encode(new InjectionOrder.Load(
                        0, keyType, InjectionOrder.IN_CLEAR, checkValue, above, loading.clear())));
        wait("pc.loadTimeout");
    }

    private void loaded(InjectionAnswer.Loaded m) {
        String own = key == null ? "" : key.kcv();
        if (m.result() == InjectionResult.CHILD_SILENT) {
            end(Text.PC_NO_ANSWER, SECOND_HOP);
        } else if (!m.good()) {
            refused(m.result());
        } else if (own.startsWith(m.checkValue())) {
            end(Text.PC_LOADED, own);
        } else {
            end(Text.PC_OTHER_CHECK_VALUE, m.checkValue(), own);
        }
    }

    private void refused(InjectionResult result) {
        end(Text.PC_REFUSED, String.format(Locale.ROOT, "%02X", result.code()), result.english());
    }

    private void end(Text text, String... args) {
        state = State.READY;
        forgetKey();
        otherPorts.clear();
        hands.silence();
        hands.display(text, args);
    }

    private void forgetKey() {
        if (key != null) {
            key.erase();
            key = null;
        }
    }
}
