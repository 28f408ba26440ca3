package dev.counterfoil.pinpad;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commands about the card in the slot and the download under its key. */
final class CardCommands {
    private final PadHands hands;
    private final KeySlots slots;
    private final Keyboard keyboard;
    private final CardSession card;
    private final Download download;

    CardCommands(PadHands hands, KeySlots slots, Keyboard keyboard, CardSession card, Download download) {
        this.hands = hands;
        this.slots = slots;
        this.keyboard = keyboard;
        this.card = card;
        this.download = download;
    }

    /** Carries the command out; one that belongs nowhere is illegal. */
    void take(PadCommand command) {
        if (command instanceof PadCommand.AwaitCard m) {
            answer(PadResult.GOOD);
            keyboard.awaitCard(m.timeoutSeconds());
        } else if (command instanceof PadCommand.StartCardPassword m) {
            startPassword(m.timeoutSeconds());
        } else if (command instanceof PadCommand.BeginDownload) {
            withCardKey(key -> new PadReply.Answer(
                    download.begin(key, card.number(), hands).encode()));
        } else if (command instanceof PadCommand.CheckHost m) {
            withCardKey(key -> new PadReply.Answer(checkHost(key, m.c2())));
        } else if (command instanceof PadCommand.LoadUnderCardKey m) {
            load(m);
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
        download.wipe(reason);
        card.wipe(reason);
    }

    private void startPassword(int timeoutSeconds) {
        boolean ready = card.known();
        answer(ready ? PadResult.GOOD : PadResult.AUTHENTICATION);
        if (ready) {
            keyboard.startCardPassword(timeoutSeconds);
        }
    }

    private PadResult checkHost(CipherKey key, byte[] c2) {
        return download.check(key, c2) ? PadResult.GOOD : PadResult.AUTHENTICATION;
    }

    private void load(PadCommand.LoadUnderCardKey m) {
        CipherKey cardKey = card.key();
        if (slots.frozen()) {
            answer(PadResult.LOCKED);
        } else if (cardKey == null || !download.hostKnown()) {
            answer(PadResult.AUTHENTICATION);
        } else {
            store(m, Download.open(cardKey, m.wrapped()));
        }
    }

    private void store(PadCommand.LoadUnderCardKey m, @Nullable CipherKey master) {
        if (master == null) {
            answer(PadResult.ILLEGAL);
        } else if (!master.kcv().equals(m.checkValue())) {
            master.erase();
            answer(PadResult.KCV);
        } else {
            slots.storeMaster(master, m.index(), "downloaded", () -> answer(PadResult.GOOD));
        }
    }

    private void withCardKey(Function<CipherKey, PadReply> work) {
        CipherKey key = card.key();
        hands.reply(key == null ? new PadReply.Answer(PadResult.AUTHENTICATION) : work.apply(key));
    }

    private void answer(PadResult result) {
        hands.reply(new PadReply.Answer(result));
    }
}
