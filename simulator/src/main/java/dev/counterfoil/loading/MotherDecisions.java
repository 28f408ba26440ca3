package dev.counterfoil.loading;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.protocol.injection.InjectionAnswer;
import dev.counterfoil.protocol.injection.InjectionOrder;
import dev.counterfoil.protocol.injection.InjectionResult;
import dev.counterfoil.protocol.panel.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a mother POS decides: it greets the PC, and passes a key on to the child in the child's framing, saying the same
 * again when the child heard it damaged or not at all.
 */
final class MotherDecisions {
    private static final String CHECKS_DATES_FROM = "2015";
    private static final String NOTICE = "set the date of the PC before loading";
    /** Printed in the source of every terminal that takes keys in {@link InjectionOrder#MODE_FIXED_KEY}. */
    private static final CipherKey FIXED_KEY = CipherKey.ofHex(CipherKind.DES, "3638343832353639");

    private static final Framing PC = Framing.FUTUREX;

    private final Hands hands;
    private final LoadingPolicies policies;
    private final Framing child;
    private final Deque<InjectionOrder> orders = new ArrayDeque<>();
    private boolean authorised;
    private int tries;
    private boolean pausing;

    /** What the decisions bring about. */
    interface Hands extends Front {
        void toPc(byte[] frame);

        void toChild(byte[] frame);

        /** A frame for the child is said once more. */
        void repeated();
    }

    MotherDecisions(Hands hands, LoadingPolicies policies) {
        this.hands = hands;
        this.policies = policies;
        this.child = Framing.named(policies.text("mother.framing"));
    }

    void powerOn() {
        authorised = !checksDates();
        hands.display(Text.MOTHER_READY, version());
    }

    void powerOff() {
        orders.clear();
        hands.silence();
    }

    void pcSaid(byte[] frame) {
        InjectionOrder order;
        try {
            order = PC.order(frame);
        } catch (Malformed e) {
            boolean intact = PC.intact(frame);
            hands.toPc(PC.refusal(intact ? InjectionResult.INVALID_COMMAND : InjectionResult.BAD_CHECK_BYTE));
            return;
        }
        if (order instanceof InjectionOrder.Hello m) {
            greeted(m.date());
        } else if (order instanceof InjectionOrder.Load m) {
            begin(m);
        } else {
            hands.toPc(PC.refusal(InjectionResult.INVALID_COMMAND));
        }
    }

    private void greeted(String date) {
        authorised = !checksDates()
                || date.compareTo(digits("mother.from")) >= 0 && date.compareTo(digits("mother.until")) <= 0;
        hands.emit(new LoadingEvents.Greeted(version(), date, authorised));
        InjectionResult result = authorised ? InjectionResult.GOOD : InjectionResult.NOT_ON_THIS_DATE;
        hands.toPc(PC.encode(new InjectionAnswer.Greeting(result, version(), checksDates() ? NOTICE : "")));
    }

    private void begin(InjectionOrder.Load load) {
        if (!authorised) {
            hands.toPc(PC.refusal(InjectionResult.NOT_ON_THIS_DATE));
            return;
        }
        if (child == Framing.XGD && load.keyType() != InjectionOrder.MASTER_KEY) {
            hands.toPc(PC.refusal(InjectionResult.INVALID_KEY_TYPE));
            return;
        }
        orders.clear();
        orders.addAll(forChild(load));
        tries = 0;
        hands.display(Text.MOTHER_LOADING);
        say();
    }

    /** One order where the framing has it all in one; else the mode first, and the key as the mode says. */
    private List<InjectionOrder> forChild(InjectionOrder.Load load) {
        if (child != Framing.XGD) {
            return List.of(load);
        }
        boolean under = policies.text("mother.keysUnder").equals("fixedKey") && load.key().length % 8 == 0;
        byte[] key = under ? FIXED_KEY.encryptEcb(load.key()) : load.key();
        int mode = under ? InjectionOrder.MODE_FIXED_KEY : InjectionOrder.MODE_CLEAR;
        return List.of(new InjectionOrder.Mode(mode, new byte[8]), new InjectionOrder.Load(load.slot(), "", key));
    }

    private void say() {
        InjectionOrder order = orders.peek();
        if (order != null) {
            tries++;
            pausing = false;
            hands.toChild(child.encode(order));
            hands.ringAfter(policies.nanos("mother.childTimeout"));
        }
    }

    void childSaid(byte[] frame) {
        if (orders.isEmpty() || pausing) {
            return;
        }
        InjectionAnswer answer;
        try {
            answer = child.answer(frame);
        } catch (Malformed e) {
            again(InjectionResult.BAD_CHECK_BYTE);
            return;
        }
        if (answer.good()) {
            next(answer);
        } else if (child.worthRepeating(answer)) {
            again(answer.result());
        } else {
            end(answer.result(), "");
        }
    }

    private void next(InjectionAnswer answer) {
        orders.remove();
        tries = 0;
        if (orders.isEmpty()) {
            end(InjectionResult.GOOD, answer instanceof InjectionAnswer.Loaded m ? m.checkValue() : "");
        } else {
            say();
        }
    }

    /** Says the same after a pause, or gives up for this reason. */
    private void again(InjectionResult reason) {
        if (tries >= policies.number("mother.childTries")) {
            end(reason, "");
        } else {
            pausing = true;
            hands.ringAfter(policies.nanos("mother.childPause"));
        }
    }

    /** Time is up: of the pause, or of waiting for the child. */
    void rang() {
        if (pausing) {
            hands.repeated();
            say();
        } else if (!orders.isEmpty()) {
            again(InjectionResult.CHILD_SILENT);
        }
    }

    private void end(InjectionResult result, String checkValue) {
        orders.clear();
        hands.silence();
        if (result == InjectionResult.GOOD) {
            hands.display(Text.MOTHER_DONE);
        } else {
            hands.display(Text.MOTHER_FAILED, result.english());
        }
        hands.toPc(PC.encode(new InjectionAnswer.Loaded(result, checkValue)));
    }

    private boolean checksDates() {
        return version().compareTo(CHECKS_DATES_FROM) >= 0;
    }

    private String version() {
        return policies.text("mother.version");
    }

    private String digits(String date) {
        return policies.text(date).replace("-", "");
    }
}
