package dev.counterfoil.pinpad;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.protocol.padlink.Challenge;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One download in working memory: two random numbers, and whether the host has proved that it knows the card key. */
final class Download {
    private final KeyDiary diary;
    private byte @Nullable [] r1;
    private byte @Nullable [] r2;
    private boolean hostKnown;
    private DownloadMode mode = DownloadMode.LITERAL;

    Download(KeyDiary diary) {
        this.diary = diary;
    }

    /** Draws R1 and R2 and encrypts R1. */
    Challenge begin(DownloadMode itsMode, CipherKey cardKey, String cardNumber, PadHands hands) {
        wipe("drawn anew");
        mode = itsMode;
        int block = cardKey.kind().blockBytes();
        byte[] first = hands.random(block);
        byte[] second = hands.random(block);
        while (Arrays.equals(first, second)) {
            second = hands.random(block);
        }
        r1 = first;
        r2 = second;
        diary.took(KeyDiary.RANDOM_NUMBERS, first);
        diary.took(KeyDiary.RANDOM_NUMBERS, second);
        return new Challenge(cardNumber, first.clone(), second.clone(), mode.prove(cardKey, first));
    }

    /** Whether C2 is R2 under the card key. */
    boolean check(CipherKey cardKey, byte[] c2) {
        byte[] drawn = r2;
        hostKnown = drawn != null && Arrays.equals(mode.prove(cardKey, drawn), c2);
        return hostKnown;
    }

    /** Whether the host has proved itself in a download of this mode. */
    boolean hostKnown(DownloadMode inMode) {
        return hostKnown && mode == inMode;
    }

    void wipe(String reason) {
        hostKnown = false;
        if (r1 != null && r2 != null) {
            Arrays.fill(r1, (byte) 0);
            Arrays.fill(r2, (byte) 0);
            diary.wiped(KeyDiary.RANDOM_NUMBERS, reason, r1, r2);
            r1 = null;
            r2 = null;
        }
    }
}
