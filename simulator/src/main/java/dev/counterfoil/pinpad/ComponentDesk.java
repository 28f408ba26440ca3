package dev.counterfoil.pinpad;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.protocol.padlink.ComponentOutcome;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.panel.Text;
import java.util.Arrays;

/**
 * Makes a master key of components that custodians type, each after a password of their own. A component is never shown
 * nor sent; the old key stays until the last one has been confirmed, and whatever goes wrong before forgets them all.
 */
final class ComponentDesk {
    private static final int RIGHT = 0x9000;
    private static final int WRONG = 0x63C0;
    private static final int KEY_BYTES = 16;
    private static final int FEWEST_CHECK_DIGITS = 4;
    private static final int MOST_DIGITS = 48;

    private final PadHands hands;
    private final KeySlots slots;
    private final Keyboard keyboard;
    private final PadPolicy.Custody custody;
    private final KeyDiary diary;
    private final byte[] sum = new byte[KEY_BYTES];
    private final byte[] component = new byte[KEY_BYTES];
    /** One bit a custodian who has given a component. */
    private int given;

    private int taken;
    private int timeoutSeconds;

    ComponentDesk(PadHands hands, KeySlots slots, Keyboard keyboard, PadPolicy.Custody custody, KeyDiary diary) {
        this.hands = hands;
        this.slots = slots;
        this.keyboard = keyboard;
        this.custody = custody;
        this.diary = diary;
    }

    /** Asks for the next component; the first one begins anew. */
    void start(PadCommand.StartComponent m) {
        if (m.number() == 1) {
            forget();
        }
        if (slots.frozen()) {
            answer(PadResult.LOCKED);
        } else if (m.number() != taken + 1 || m.number() > custody.components()) {
            answer(PadResult.ILLEGAL);
        } else {
            timeoutSeconds = m.timeoutSeconds();
            answer(PadResult.GOOD);
            keyboard.startPassword(Text.CUSTODIAN_PASSWORD, timeoutSeconds, this::identified);
        }
    }

    /** As after a power cut: no component is known any more. */
    void forget() {
        Arrays.fill(sum, (byte) 0);
        Arrays.fill(component, (byte) 0);
        diary.wiped(KeyDiary.KEY_COMPONENT, "components forgotten", sum, component);
        given = 0;
        taken = 0;
    }

    private void identified(String password) {
        int custodian = custody.passwords().indexOf(password);
        if (custodian >= 0 && (given >> custodian & 1) == 1) {
            refuse(ComponentOutcome.SAME_CUSTODIAN, "");
            return;
        }
        hands.reply(new PadReply.PasswordChecked(custodian >= 0 ? RIGHT : WRONG));
        if (custodian >= 0) {
            given |= 1 << custodian;
            keyboard.startHex(Text.ENTER_COMPONENT, timeoutSeconds, MOST_DIGITS, this::typed);
        } else {
            forget();
            hands.display(Text.PAD_READY);
        }
    }

    private void typed(String digits) {
        if (digits.length() != 2 * KEY_BYTES) {
            refuse(ComponentOutcome.WRONG_LENGTH, String.valueOf(digits.length()));
            return;
        }
        System.arraycopy(Hex.bytes(digits), 0, component, 0, KEY_BYTES);
        diary.took(KeyDiary.KEY_COMPONENT, component.clone());
        for (int i = 0; i < KEY_BYTES; i++) {
            if (!OddParity.holds(new byte[] {component[i]})) {
                refuse(ComponentOutcome.WRONG_PARITY, String.valueOf(i));
                return;
            }
        }
        keyboard.startHex(Text.ENTER_CHECK_VALUE, timeoutSeconds, KEY_BYTES, this::compared);
    }

    private void compared(String checkValue) {
        CipherKey key = CipherKey.of(CipherKind.TDES, component.clone());
        String whole = key.kcv(CipherKind.TDES.blockBytes());
        key.erase();
        if (checkValue.length() < FEWEST_CHECK_DIGITS || !whole.startsWith(checkValue)) {
            refuse(ComponentOutcome.WRONG_CHECK_VALUE, "");
            return;
        }
        for (int i = 0; i < KEY_BYTES; i++) {
            sum[i] ^= component[i];
        }
        Arrays.fill(component, (byte) 0);
        taken++;
        say(ComponentOutcome.TAKEN, whole.substring(0, 2 * FEWEST_CHECK_DIGITS));
        if (taken == custody.components()) {
            confirm();
        } else {
            hands.display(Text.PAD_READY);
        }
    }

    /** The custodians compare the check value of the whole key with what stands on their letters. */
    private void confirm() {
        OddParity.set(sum);
        if (Arrays.equals(sum, 0, KEY_BYTES / 2, sum, KEY_BYTES / 2, KEY_BYTES)) {
            refuse(ComponentOutcome.WEAK_KEY, "");
            return;
        }
        CipherKey key = CipherKey.of(CipherKind.TDES, sum.clone());
        String checkValue = key.kcv();
        key.erase();
        keyboard.startConfirmation(timeoutSeconds, () -> store(checkValue), Text.CONFIRM_KEY, checkValue);
    }

    private void store(String checkValue) {
        CipherKey key = CipherKey.of(CipherKind.TDES, sum.clone());
        forget();
        slots.storeMaster(key, 0, "formed of components", () -> {
            say(ComponentOutcome.STORED, checkValue);
            hands.display(Text.PAD_READY);
        });
    }

    private void refuse(ComponentOutcome why, String detail) {
        say(why, detail);
        forget();
        hands.display(Text.PAD_READY);
    }

    private void say(ComponentOutcome outcome, String detail) {
        hands.reply(new PadReply.ComponentSaid(outcome, detail));
    }

    private void answer(PadResult result) {
        hands.reply(new PadReply.Answer(result));
    }
}
