package dev.counterfoil.crypto.life;

import dev.counterfoil.trace.TraceEvent;
import java.util.function.Consumer;

/**
 * The two dialogues in which a master key comes with an operation manager's card, embodiments 1 and 2 of CN105978856A,
 * and the numbers that their steps have. In the short one the proof of the host and the key come in one answer.
 */
public enum DownloadFlow {
    /** Embodiment 2: request, authentication, key request, result. */
    FULL("44"),
    /** Embodiment 1: request, authentication answered with the key, result. */
    SHORT("45");

    /** What is done in a download, in order, with its number in each embodiment; empty where it has none. */
    public enum Point {
        // spotless:off
        CHOSEN     ("",      "S11a", "key download is chosen"),
        INSERTED   ("",      "S11b", "the card is in the slot"),
        SELECTED   ("",      "S11c", "the card has been reset and its application selected"),
        TYPED      ("",      "S11d", "the card password is typed on the pad"),
        CHECKED    ("",      "S11e", "the card has checked the password"),
        OBTAINED   ("S31",   "S11f", "card number and card key are in the pad"),
        DRAWN      ("S32",   "",     "R1 and R2 are drawn, R1 is enciphered to C1"),
        REQUESTED  ("S33a",  "S12",  "the master key is requested"),
        ACCEPTED   ("S33a'", "",     "the request is accepted"),
        PROVING    ("S33b",  "",     "card number, R1, R2 and C1 are uploaded"),
        CARD_KNOWN ("S34",   "",     "C1 is R1 under the card key"),
        ANSWERED   ("S35",   "",     "C2 is sent"),
        HOST_KNOWN ("S36",   "",     "C2 is R2 under the card key"),
        AGREED     ("S37",   "",     "the key is asked for"),
        DELIVERED  ("S38",   "S13",  "the wrapped master key is sent"),
        STORED     ("S39",   "S14",  "the master key is stored"),
        REPORTED   ("S3A",   "S15",  "the result is reported"),
        NOTED      ("S3B",   "",     "the result is noted");
        // spotless:on

        private final String inFull;
        private final String inShort;
        private final String words;

        Point(String inFull, String inShort, String words) {
            this.inFull = inFull;
            this.inShort = inShort;
            this.words = words;
        }
    }

    private final String code;

    DownloadFlow(String code) {
        this.code = code;
    }

    /** F60.3 of the message with this number, 0 to 3. */
    public String code(int message) {
        return code + message;
    }

    /** The flow that a message with this F60.3 belongs to. */
    public static DownloadFlow of(String networkCode) {
        return networkCode.startsWith(SHORT.code) ? SHORT : FULL;
    }

    /** Tells that a point has been reached, if this embodiment numbers it. */
    public void reached(Point point, String owner, Consumer<TraceEvent> trace) {
        String number = this == FULL ? point.inFull : point.inShort;
        if (!number.isEmpty()) {
            trace.accept(new DownloadStep(owner, number, point.words));
        }
    }
}
