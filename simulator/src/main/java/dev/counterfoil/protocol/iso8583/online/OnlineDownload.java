package dev.counterfoil.protocol.iso8583.online;

import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A master key download under the host's public key. Every message is an 0800 and its 0810; all have one F11. What
 * stands in brackets is there in a HARDENED download only:
 *
 * <pre>
 * F60.3  0800             F62                              0810, F39 00  F62
 * 352    key query        none                             public key    9F06 9F22 DF02, of RSA DF04 [DF4D]
 * 350    transport key    DF24 9F06 DF23 9F22 [DF4C DF4E]  master key    16 bytes, 4 bytes [DF25 DF24 DF4E]
 * 351    stored           DF24 [DF4E]                      noted         none [DF4E]
 * </pre>
 */
public final class OnlineDownload {
    // spotless:off
    public static final String KEY_QUERY     = "352";
    public static final String TRANSPORT_KEY = "350";
    public static final String STORED        = "351";

    /** Registered application provider of the public key, 5 bytes. */
    public static final int RID              = 0x9F06;
    /** Index of the public key, 1 byte. */
    public static final int KEY_INDEX        = 0x9F22;
    /** RSA: the modulus; SM2: the point, 65 bytes. */
    public static final int KEY_VALUE        = 0xDF02;
    /** RSA: the public exponent; SM2: absent. */
    public static final int KEY_EXPONENT     = 0xDF04;
    /** The transport key under the public key. */
    public static final int ENCIPHERED       = 0xDF23;
    /** Check value, 4 bytes: in 350 of the transport key, in its answer and in 351 of the master key. */
    public static final int CHECK_VALUE      = 0xDF24;
    /** HARDENED: the master key sealed under the transport key, ASCII. */
    public static final int SEALED_KEY       = 0xDF25;

    public static final String NOT_SUPPORTED = "40";
    // spotless:on

    private static final Set<String> CODES = Set.of(KEY_QUERY, TRANSPORT_KEY, STORED);
    private static final int KEY_BYTES = 16;
    private static final int CHECK_BYTES = 4;

    private OnlineDownload() {}

    /** Whether F60.3 is one of these. */
    public static boolean isOnline(String networkCode) {
        return CODES.contains(networkCode);
    }

    /**
     * A master key as it comes.
     *
     * @param key text for the pad: 32 hex digits, or what DF25 holds
     * @param checkValue 4 bytes
     */
    public record Delivery(String key, byte[] checkValue) {}

    /**
     * The delivery in an answer, or null when there is none.
     *
     * @param sealed whether F62 has tags, as in a HARDENED download
     */
    public static @Nullable Delivery delivery(IsoMessage answer, boolean sealed) {
        byte[] f62 = answer.has(62) ? answer.bytes(62) : new byte[0];
        if (!sealed) {
            return f62.length == KEY_BYTES + CHECK_BYTES
                    ? new Delivery(
                            answer.text(62).substring(0, 2 * KEY_BYTES), Arrays.copyOfRange(f62, KEY_BYTES, f62.length))
                    : null;
        }
        byte[] key = KeyDownload.valueOrNone(answer, SEALED_KEY);
        byte[] check = KeyDownload.valueOrNone(answer, CHECK_VALUE);
        boolean whole = key.length > 0 && check.length == CHECK_BYTES;
        return whole ? new Delivery(new String(key, StandardCharsets.ISO_8859_1), check) : null;
    }

    /** The message with these tags in F62. */
    public static IsoMessage with(IsoMessage message, List<Tlv> tags) {
        return message.toBuilder().set(62, Tlv.encode(tags)).build();
    }
}
