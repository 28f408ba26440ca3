package dev.counterfoil.pinpad;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.protocol.injection.InjectionAnswer;
import dev.counterfoil.protocol.injection.InjectionOrder;
import dev.counterfoil.protocol.injection.InjectionResult;
import dev.counterfoil.protocol.padlink.InjectionOutcome;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.panel.Text;
import java.util.Locale;
import java.util.Set;

/**
 * What the pad does about its injection cable. Keys are taken only between the right password, typed on the pad itself,
 * and the end of the injection; everything else is answered at any time.
 */
final class InjectionDesk {
    private static final int RIGHT = 0x9000;
    private static final int WRONG = 0x63C0;
    private static final int SLOTS = 100;
    private static final int CHECK_VALUE_DIGITS = 4;
    private static final int IDENTIFIER_DIGITS = 16;
    private static final String COUNTER = "00000000";
    private static final int INITIAL_KEY_BYTES = 16;
    private static final Set<Integer> KEY_TYPES =
            Set.of(InjectionOrder.MASTER_KEY, InjectionOrder.DUKPT_TDES, InjectionOrder.DUKPT_AES);
    /** Printed in the source of every terminal that takes keys in {@link InjectionOrder#MODE_FIXED_KEY}. */
    private static final CipherKey FIXED_KEY = CipherKey.ofHex(CipherKind.DES, "3638343832353639");

    private final PadHands hands;
    private final KeySlots slots;
    private final Keyboard keyboard;
    private final PadPolicy policy;
    private final String serialNumber;
    private boolean open;
    private boolean underFixedKey;

    InjectionDesk(PadHands hands, KeySlots slots, Keyboard keyboard, PadPolicy policy, String serialNumber) {
        this.hands = hands;
        this.slots = slots;
        this.keyboard = keyboard;
        this.policy = policy;
        this.serialNumber = serialNumber;
    }

    /** Asks for the password that opens the cable. */
    void startPassword(int timeoutSeconds) {
        hands.reply(new PadReply.Answer(PadResult.GOOD));
        keyboard.startPassword(Text.INJECTION_PASSWORD, timeoutSeconds, this::typed);
    }

    private void typed(String password) {
        open = password.equals(policy.injectionPassword());
        hands.display(open ? Text.PAD_TAKES_KEYS : Text.PAD_READY);
        hands.reply(new PadReply.PasswordChecked(open ? RIGHT : WRONG));
    }

    /** No key is taken any more. */
    void close() {
        if (open) {
            hands.display(Text.PAD_READY);
        }
        open = false;
        underFixedKey = false;
    }

    void heard(byte[] frame) {
        if (!framing().intact(frame)) {
            tell(InjectionOutcome.DAMAGED, InjectionResult.BAD_CHECK_BYTE);
            hands.toLoader(framing().refusal(InjectionResult.BAD_CHECK_BYTE));
            return;
        }
        InjectionOrder order;
        try {
            order = framing().order(frame);
        } catch (Malformed e) {
            refuse(InjectionResult.INVALID_COMMAND);
            return;
        }
        carryOut(order);
    }

    private void carryOut(InjectionOrder order) {
        if (order instanceof InjectionOrder.Poll) {
            answer(new InjectionAnswer.Here());
        } else if (order instanceof InjectionOrder.ReadSerialNumber) {
            answer(new InjectionAnswer.SerialNumber(InjectionResult.GOOD, serialNumber));
        } else if (order instanceof InjectionOrder.Cancel) {
            answer(new InjectionAnswer.Done(InjectionResult.GOOD));
        } else if (!open) {
            refuse(InjectionResult.NOT_IN_INJECTION_MODE);
        } else if (order instanceof InjectionOrder.Mode m) {
            underFixedKey = m.mode() == InjectionOrder.MODE_FIXED_KEY;
            answer(new InjectionAnswer.Done(InjectionResult.GOOD));
        } else if (order instanceof InjectionOrder.Load m) {
            load(m);
        } else {
            refuse(InjectionResult.INVALID_COMMAND);
        }
    }

    private void load(InjectionOrder.Load m) {
        InjectionResult fault = fault(m);
        if (fault != InjectionResult.GOOD) {
            refuse(fault);
            return;
        }
        byte[] clear = underFixedKey ? FIXED_KEY.decryptEcb(m.key()) : m.key();
        boolean aes = m.keyType() == InjectionOrder.DUKPT_AES;
        CipherKey key = CipherKey.of(aes ? CipherKind.AES : CipherKind.desOf(clear.length), clear);
        if (!key.kcv().startsWith(m.checkValue())) {
            key.erase();
            refuse(InjectionResult.INVALID_CHECK_VALUE);
            return;
        }
        String checkValue = key.kcv();
        if (m.keyType() == InjectionOrder.MASTER_KEY) {
            slots.storeMaster(key, m.slot(), "injected", () -> loaded(checkValue));
        } else {
            slots.storeDukpt(key, ksn(m).withCounter(1), "injected", () -> loaded(checkValue));
        }
    }

    /** An AES device's serial number comes without its counter, which is zero. */
    private static Ksn ksn(InjectionOrder.Load m) {
        String digits = m.above().serialNumber();
        return Ksn.ofHex(
                m.keyType() == InjectionOrder.DUKPT_AES ? digits.substring(0, IDENTIFIER_DIGITS) + COUNTER : digits);
    }

    private InjectionResult fault(InjectionOrder.Load m) {
        if (slots.frozen()) {
            return InjectionResult.TAMPERED;
        } else if (m.slot() >= SLOTS) {
            return InjectionResult.INVALID_SLOT;
        } else if (!KEY_TYPES.contains(m.keyType())) {
            return InjectionResult.INVALID_KEY_TYPE;
        } else if (m.encryption() != InjectionOrder.IN_CLEAR) {
            return m.encryption() == 1 ? InjectionResult.MISSING_KTK : InjectionResult.INVALID_ENCRYPTION;
        }
        if (m.keyType() != InjectionOrder.MASTER_KEY
                && m.above().serialNumber().equals(InjectionOrder.Above.NOTHING.serialNumber())) {
            return InjectionResult.INVALID_KSN;
        } else if (m.keyType() != InjectionOrder.MASTER_KEY && slots.hasDrawn(ksn(m))) {
            return InjectionResult.DUPLICATE_KSN;
        }
        boolean fits = m.keyType() == InjectionOrder.MASTER_KEY
                ? CipherKind.desOf(m.key().length).accepts(m.key().length)
                : m.key().length == INITIAL_KEY_BYTES;
        return fits ? InjectionResult.GOOD : InjectionResult.INVALID_KEY_LENGTH;
    }

    private void loaded(String checkValue) {
        hands.reply(new PadReply.InjectionSaid(InjectionOutcome.LOADED, checkValue));
        answer(new InjectionAnswer.Loaded(InjectionResult.GOOD, checkValue.substring(0, CHECK_VALUE_DIGITS)));
    }

    private void refuse(InjectionResult why) {
        tell(InjectionOutcome.REFUSED, why);
        hands.toLoader(framing().refusal(why));
    }

    /** Its terminal hears of it while it waits for a key. */
    private void tell(InjectionOutcome outcome, InjectionResult why) {
        if (open) {
            hands.reply(new PadReply.InjectionSaid(outcome, String.format(Locale.ROOT, "%02X", why.code())));
        }
    }

    private void answer(InjectionAnswer answer) {
        hands.toLoader(framing().encode(answer));
    }

    private Framing framing() {
        return policy.injection();
    }
}
