package dev.counterfoil.adversary;

import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.util.ArrayList;
import java.util.List;

/** What a thief on a line has in mind: a message that he deals with himself is not passed on. */
interface Heist {
    /** Nothing but listening. */
    Heist NONE = new Heist() {};

    /** What a heist can do. */
    interface Reach {
        void askHost(IsoMessage message);

        void answerTerminal(IsoMessage message);

        /** The host has answered a message of the thief's. */
        void answered(IsoMessage answer);

        /** A terminal says that it has stored this key. */
        void planted(CipherKey key);
    }

    default void begin(Reach reach) {}

    /** Whether the message is dealt with. */
    default boolean fromTerminal(IsoMessage message, Reach reach) {
        return false;
    }

    /** Whether the message is dealt with. */
    default boolean fromHost(IsoMessage message, Reach reach) {
        return false;
    }

    /** Whether a message is the first authentication information of a download. */
    static boolean authenticates(IsoMessage message) {
        return isStep(message, '1') && message.mti().equals("0800");
    }

    /** Whether a message or answer is the one of this number in a download. */
    static boolean isStep(IsoMessage message, char number) {
        String code = KeyDownload.step(message);
        return KeyDownload.isDownload(code) && code.charAt(2) == number;
    }

    /** The message with other values in some tags of F62; tags that it lacks are added. */
    static IsoMessage with(IsoMessage message, Tlv... changed) {
        List<Tlv> tags = new ArrayList<>(KeyDownload.tags(message));
        for (Tlv tag : changed) {
            boolean there = tags.stream().anyMatch(t -> t.tag() == tag.tag());
            tags.replaceAll(t -> t.tag() == tag.tag() ? tag : t);
            if (!there) {
                tags.add(tag);
            }
        }
        return message.toBuilder().set(62, Tlv.encode(tags)).build();
    }

    /** Another message of the same download: its F60.3, and these tags in F62. */
    static IsoMessage step(IsoMessage message, char number, Tlv... tags) {
        String f60 = message.text(60);
        return message.toBuilder()
                .set(60, f60.substring(0, 10) + number + f60.substring(11))
                .set(62, Tlv.encode(List.of(tags)))
                .build();
    }
}
