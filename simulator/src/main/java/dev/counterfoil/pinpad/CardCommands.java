package dev.counterfoil.pinpad;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.keyblock.KeyPurpose;
import dev.counterfoil.protocol.padlink.DownloadKey;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.padlink.PadSlot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commands about the card in the slot and the download under its key. */
final class CardCommands {
    private final PadHands hands;
    private final KeySlots slots;
    private final Keyboard keyboard;
    private final CardSession card;
    private final KeyDiary diary;
    private final String terminal;
    /** Null until the first one begins. */
    private @Nullable Download download;

    /** @param terminal serial number of the terminal that the pad belongs to */
    CardCommands(PadHands hands, KeySlots slots, Keyboard keyboard, CardSession card, KeyDiary diary, String terminal) {
        this.hands = hands;
        this.slots = slots;
        this.keyboard = keyboard;
        this.card = card;
        this.diary = diary;
        this.terminal = terminal;
    }

    /** Carries the command out; one that belongs nowhere is illegal. */
    void take(PadCommand command) {
        if (command instanceof PadCommand.AwaitCard m) {
            answer(PadResult.GOOD);
            keyboard.awaitCard(m.timeoutSeconds());
        } else if (command instanceof PadCommand.StartCardPassword m) {
            startPassword(m.timeoutSeconds());
        } else if (command instanceof PadCommand.BeginDownload) {
            begin(DownloadMode.LITERAL);
        } else if (command instanceof PadCommand.BeginHardenedDownload) {
            begin(DownloadMode.HARDENED);
        } else if (command instanceof PadCommand.CheckHost m) {
            withCardKey(key -> judged(download().check(key, m.c2())));
        } else if (command instanceof PadCommand.LoadUnderCardKey m) {
            load(DownloadMode.LITERAL, m.index(), m.checkValue(), m.wrapped());
        } else if (command instanceof PadCommand.LoadKeyBlock m) {
            load(DownloadMode.HARDENED, m.index(), m.checkValue(), m.block().getBytes(StandardCharsets.ISO_8859_1));
        } else if (command instanceof PadCommand.DownloadMac m) {
            withKey(m.key(), key -> new PadReply.Answer(hex(KeyPurpose.REQUEST_MAC.mac(key, m.data()))));
        } else if (command instanceof PadCommand.CheckDownloadMac m) {
            withKey(m.key(), key -> judged(MessageDigest.isEqual(KeyPurpose.ANSWER_MAC.mac(key, m.data()), m.mac())));
        } else if (command instanceof PadCommand.EndDownload) {
            keyboard.idle();
            wipe("download over");
            slots.activateMaster("download over");
            answer(PadResult.GOOD);
        } else {
            answer(PadResult.ILLEGAL);
        }
    }

    /** Card key and random numbers leave working memory. */
    void wipe(String reason) {
        if (download != null) {
            download.wipe(reason);
        }
        card.wipe(reason);
    }

    private Download download() {
        if (download == null) {
            download = new Download(diary);
        }
        return download;
    }

    private void startPassword(int timeoutSeconds) {
        boolean ready = card.known();
        answer(ready ? PadResult.GOOD : PadResult.AUTHENTICATION);
        if (ready) {
            keyboard.startCardPassword(timeoutSeconds);
        }
    }

    private void begin(DownloadMode mode) {
        withCardKey(key -> new PadReply.Answer(
                download().begin(mode, key, card.number(), hands).encode()));
    }

    private void load(DownloadMode mode, int index, String checkValue, byte[] wrapped) {
        CipherKey cardKey = card.key();
        if (slots.frozen()) {
            answer(PadResult.LOCKED);
        } else if (cardKey == null || !download().hostKnown(mode)) {
            answer(PadResult.AUTHENTICATION);
        } else {
            store(index, checkValue, mode.open(cardKey, wrapped, terminal));
        }
    }

    private void store(int index, String checkValue, @Nullable CipherKey master) {
        if (master == null) {
            answer(PadResult.ILLEGAL);
        } else if (!master.kcv().equals(checkValue)) {
            master.erase();
            answer(PadResult.KCV);
        } else {
            slots.storeMaster(master, index, "downloaded", () -> answer(PadResult.GOOD));
        }
    }

    /** What the card key, the master key or the chip's makes; a frozen pad makes nothing. */
    private void withKey(DownloadKey which, Function<CipherKey, PadReply> work) {
        CipherKey held = which == DownloadKey.CHIP_KEY ? slots.chipKey() : slots.key(PadSlot.MASTER_KEY);
        if (which == DownloadKey.CARD_KEY) {
            withCardKey(work);
        } else if (slots.frozen()) {
            answer(PadResult.LOCKED);
        } else {
            hands.reply(held == null ? new PadReply.Answer(PadResult.NO_TMK) : work.apply(held));
        }
    }

    private void withCardKey(Function<CipherKey, PadReply> work) {
        CipherKey key = card.key();
        hands.reply(key == null ? new PadReply.Answer(PadResult.AUTHENTICATION) : work.apply(key));
    }

    private static PadReply judged(boolean good) {
        return new PadReply.Answer(good ? PadResult.GOOD : PadResult.AUTHENTICATION);
    }

    private static byte[] hex(byte[] value) {
        return Hex.of(value).getBytes(StandardCharsets.US_ASCII);
    }

    private void answer(PadResult result) {
        hands.reply(new PadReply.Answer(result));
    }
}
