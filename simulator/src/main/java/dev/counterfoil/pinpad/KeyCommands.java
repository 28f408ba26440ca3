package dev.counterfoil.pinpad;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MakForm;
import dev.counterfoil.crypto.WorkingKeys;
import dev.counterfoil.protocol.padlink.KeyReport;
import dev.counterfoil.protocol.padlink.KeyUse;
import dev.counterfoil.protocol.padlink.MakKind;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.padlink.PadSlot;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Commands that load a key under another or use one. Answers carry what a key has made, never a key. */
final class KeyCommands {
    private static final char IN_CLEAR = '0';
    private static final char UNDER_MASTER_KEY = '1';

    private static final int SINGLE_KEYS_BYTES = 24;
    private static final int SPARE_AFTER_KEY = 28;
    private static final int SPARE_AFTER_KCV = 32;
    private static final int SPARE_BYTES = 8;

    private final PadHands hands;
    private final KeySlots slots;
    private final Keyboard keyboard;
    private final KeyDiary diary;

    KeyCommands(PadHands hands, KeySlots slots, Keyboard keyboard, KeyDiary diary) {
        this.hands = hands;
        this.slots = slots;
        this.keyboard = keyboard;
        this.diary = diary;
    }

    /** Carries the command out if it is one of these. */
    boolean take(PadCommand command) {
        if (command instanceof PadCommand.KeyStatus m) {
            status(m.slot());
        } else if (command instanceof PadCommand.LoadMasterKey m) {
            loadMaster(m);
        } else if (command instanceof PadCommand.LoadWorkingKey m) {
            loadWorking(m);
        } else if (command instanceof PadCommand.LoadKeySet m) {
            loadSet(m);
        } else if (command instanceof PadCommand.StartPinEntry m) {
            startPin(m);
        } else if (command instanceof PadCommand.ReadPinBlock m) {
            use(m.slot(), PadSlot.PIN_KEY, key -> pinBlock(m, key));
        } else if (command instanceof PadCommand.Mac m) {
            PadSlot made = m.slot() == PadSlot.ANSWER_MAC_KEY ? m.slot() : PadSlot.MAC_KEY;
            use(m.slot(), made, key -> hex(PadCrypto.mac(key, m.kind(), m.data())));
        } else if (command instanceof PadCommand.EncryptTrack m) {
            use(m.slot(), PadSlot.TRACK_KEY, key -> text(PadCrypto.track(key, m.kind(), m.track(), diary)));
        } else if (command instanceof PadCommand.DrawKey) {
            draw();
        } else if (command instanceof PadCommand.ReadLongPinBlock m) {
            use(m.slot(), PadSlot.PIN_KEY, key -> longPinBlock(m, key));
        } else if (command instanceof PadCommand.Cipher m) {
            use(m.slot(), m.slot(), key -> cipher(m, key));
        } else {
            return false;
        }
        return true;
    }

    private void status(PadSlot slot) {
        CipherKey key = slots.key(slot);
        KeyReport report = new KeyReport(slots.state(slot), key == null ? "" : key.kcv());
        hands.reply(new PadReply.Answer(report.encode()));
    }

    private void loadMaster(PadCommand.LoadMasterKey m) {
        CipherKey master = m.mode() == IN_CLEAR ? refuse(PadResult.AUTHENTICATION) : master();
        if (master == null) {
            return;
        }
        if (m.mode() != UNDER_MASTER_KEY || !fits(master, m.key().length)) {
            answer(PadResult.ILLEGAL);
            return;
        }
        CipherKey next = master.unwrap(kind(master, m.key().length), m.key());
        slots.storeMaster(next, m.index(), "loaded under the old one", () -> answer(PadResult.GOOD));
    }

    private void loadWorking(PadCommand.LoadWorkingKey m) {
        CipherKey master = master();
        if (master == null) {
            return;
        }
        if (m.use() != useOf(m.slot()) || !fits(master, m.wrapped().length)) {
            answer(PadResult.ILLEGAL);
            return;
        }
        CipherKey key = master.unwrap(kind(master, m.wrapped().length), m.wrapped());
        if (key.kcv().equals(m.checkValue())) {
            slots.storeOne(m.slot(), key, "loaded", () -> answer(PadResult.GOOD));
        } else {
            key.erase();
            answer(PadResult.KCV);
        }
    }

    private void loadSet(PadCommand.LoadKeySet m) {
        CipherKey master = master();
        if (master == null) {
            return;
        }
        if (master.kind() == CipherKind.SM4 && m.mak() != MakKind.SIXTEEN) {
            answer(PadResult.ILLEGAL);
            return;
        }
        if (spareTouched(m)) {
            hands.reply(new PadReply.Answer(PadResult.KCV.code(), "MAC".getBytes(StandardCharsets.US_ASCII)));
            return;
        }
        WorkingKeys.Opened opened =
                WorkingKeys.open(master, m.f62(), MakForm.valueOf(m.mak().name()));
        if (opened instanceof WorkingKeys.Good good) {
            slots.storeSet(good.pik(), good.mak(), good.tdk(), "loaded", () -> answer(PadResult.GOOD));
        } else if (opened instanceof WorkingKeys.Failed failed) {
            String wrong = failed.wrong().stream().map(Enum::name).collect(Collectors.joining(" "));
            failed.erase();
            hands.reply(new PadReply.Answer(PadResult.KCV.code(), wrong.getBytes(StandardCharsets.US_ASCII)));
        } else {
            answer(PadResult.ILLEGAL);
        }
    }

    /** The eight bytes that a short MAC key leaves free are zero; no check value covers them. */
    private static boolean spareTouched(PadCommand.LoadKeySet m) {
        int from = m.mak() == MakKind.EIGHT ? SPARE_AFTER_KEY : m.mak() == MakKind.EIGHT_KCV_NEXT ? SPARE_AFTER_KCV : 0;
        for (int i = from; from > 0 && i < Math.min(from + SPARE_BYTES, m.f62().length); i++) {
            if (m.f62()[i] != 0) {
                return m.f62().length > SINGLE_KEYS_BYTES;
            }
        }
        return false;
    }

    private void startPin(PadCommand.StartPinEntry m) {
        PadResult ready = ready(PadSlot.PIN_KEY);
        answer(ready);
        if (ready == PadResult.GOOD) {
            keyboard.startPin(m.bypass(), m.timeoutSeconds());
        }
    }

    private PadReply pinBlock(PadCommand.ReadPinBlock m, CipherKey key) {
        String pin = keyboard.takePin();
        return pin == null
                ? new PadReply.Answer(PadResult.ILLEGAL)
                : hex(PadCrypto.pinBlock(key, m.kind(), pin, m.panDigits(), hands.nonces(), diary));
    }

    private PadReply longPinBlock(PadCommand.ReadLongPinBlock m, CipherKey key) {
        String pin = keyboard.takePin();
        return pin == null
                ? new PadReply.Answer(PadResult.ILLEGAL)
                : hex(PadCrypto.longPinBlock(key, pin, m.pan(), hands.nonces(), diary));
    }

    /** The answer leaves when the store has the device's state behind this transaction. */
    private void draw() {
        if (slots.frozen()) {
            answer(PadResult.LOCKED);
        } else if (slots.underDukpt()) {
            slots.draw(ksn -> hands.reply(ksn == null ? new PadReply.Answer(PadResult.EXHAUSTED) : hex(ksn.bytes())));
        } else {
            answer(slots.key(PadSlot.MASTER_KEY) == null ? PadResult.NO_TMK : PadResult.NO_KEY);
        }
    }

    /** Any key enciphers a block of zeros; only the track key enciphers anything else, and none deciphers. */
    private static PadReply cipher(PadCommand.Cipher m, CipherKey key) {
        boolean zeros = m.data().length == key.kind().blockBytes() && allZero(m.data());
        if (m.data().length == 0 || (!zeros && m.slot() != PadSlot.TRACK_KEY)) {
            return new PadReply.Answer(PadResult.ILLEGAL);
        }
        return switch (m.mode()) {
            case ECB_ENCRYPT -> hex(key.encryptEcb(m.data()));
            case CBC_ENCRYPT -> hex(key.encryptCbc(new byte[key.kind().blockBytes()], m.data()));
            case ECB_DECRYPT, CBC_DECRYPT -> new PadReply.Answer(PadResult.ILLEGAL);
        };
    }

    private void use(PadSlot slot, PadSlot made, Function<CipherKey, PadReply> work) {
        PadResult ready = slot == made ? ready(slot) : PadResult.ILLEGAL;
        CipherKey key = slots.key(slot);
        if (ready != PadResult.GOOD || key == null) {
            answer(ready);
            return;
        }
        try {
            hands.reply(work.apply(key));
        } catch (IllegalArgumentException e) {
            answer(PadResult.ILLEGAL);
        }
    }

    /** Whether a key may be used, or why not. */
    private PadResult ready(PadSlot slot) {
        if (slots.frozen()) {
            return PadResult.LOCKED;
        }
        if (slots.key(slot) == null) {
            boolean loaded = slots.underDukpt() || slots.key(PadSlot.MASTER_KEY) != null;
            return loaded ? PadResult.NO_KEY : PadResult.NO_TMK;
        }
        return PadResult.GOOD;
    }

    /** The master key, or null after an answer has said why it cannot be used. */
    private @Nullable CipherKey master() {
        PadResult ready = ready(PadSlot.MASTER_KEY);
        return ready == PadResult.GOOD ? slots.key(PadSlot.MASTER_KEY) : refuse(ready);
    }

    private @Nullable CipherKey refuse(PadResult result) {
        answer(result);
        return null;
    }

    private static boolean fits(CipherKey master, int bytes) {
        return bytes % master.kind().blockBytes() == 0 && kind(master, bytes).accepts(bytes);
    }

    private static CipherKind kind(CipherKey master, int bytes) {
        return master.kind().blockBytes() == 8 ? CipherKind.desOf(bytes) : master.kind();
    }

    private static @Nullable KeyUse useOf(PadSlot slot) {
        return switch (slot) {
            case MASTER_KEY, ANSWER_MAC_KEY -> null;
            case PIN_KEY -> KeyUse.PIN;
            case MAC_KEY -> KeyUse.MAC;
            case TRACK_KEY -> KeyUse.DATA;
        };
    }

    private static boolean allZero(byte[] data) {
        int any = 0;
        for (byte b : data) {
            any |= b;
        }
        return any == 0;
    }

    private static PadReply hex(byte[] value) {
        return text(Hex.of(value));
    }

    private static PadReply text(String text) {
        return new PadReply.Answer(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void answer(PadResult result) {
        hands.reply(new PadReply.Answer(result));
    }
}
