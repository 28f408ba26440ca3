package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.NonceSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A master key under a transport key that lives for one download, as text.
 *
 * <p>Plain: the key in electronic code book mode, in hex. Sealed for one terminal: a {@link MasterKeyBlock} under a key
 * of TDES; under a key of SM4, for which a key block has no letter, the key under the {@code TRANSPORT} key in hex, and
 * 8 bytes of CMAC under the {@code ANSWER MAC} key over that and the serial number.
 */
public final class SealedMasterKey {
    private static final int KEY_BYTES = 16;

    private SealedMasterKey() {}

    /** The master key under the transport key and no more. */
    public static String plain(CipherKey transport, CipherKey master) {
        return Hex.of(transport.wrap(master));
    }

    /** The master key that {@link #plain} wrapped, or null when the text can be none. */
    public static @Nullable CipherKey openPlain(CipherKey transport, String text) {
        byte[] wrapped = hex(text);
        return wrapped.length == KEY_BYTES ? transport.unwrap(transport.kind(), wrapped) : null;
    }

    /** The master key for the terminal of this serial number. */
    public static String seal(CipherKey transport, CipherKey master, String serialNumber, NonceSource nonces) {
        if (transport.kind() == CipherKind.TDES) {
            return MasterKeyBlock.wrap(transport, master, serialNumber, nonces);
        }
        CipherKey under = KeyPurpose.TRANSPORT.of(transport);
        byte[] wrapped = under.wrap(master);
        under.erase();
        return Hex.of(wrapped) + Hex.of(mac(transport, wrapped, serialNumber));
    }

    /** The master key that {@link #seal} sealed for this terminal under this key, or null for any other text. */
    public static @Nullable CipherKey open(CipherKey transport, String text, String serialNumber) {
        if (transport.kind() == CipherKind.TDES) {
            return openBlock(transport, text, serialNumber);
        }
        byte[] sealed = hex(text);
        byte[] wrapped = Arrays.copyOf(sealed, KEY_BYTES);
        byte[] mac = mac(transport, wrapped, serialNumber);
        boolean meant = sealed.length == KEY_BYTES + mac.length
                && MessageDigest.isEqual(mac, Arrays.copyOfRange(sealed, KEY_BYTES, sealed.length));
        if (!meant) {
            return null;
        }
        CipherKey under = KeyPurpose.TRANSPORT.of(transport);
        CipherKey master = under.unwrap(transport.kind(), wrapped);
        under.erase();
        return master;
    }

    private static @Nullable CipherKey openBlock(CipherKey transport, String text, String serialNumber) {
        try {
            return MasterKeyBlock.open(transport, text, serialNumber);
        } catch (Malformed notABlock) {
            return null;
        }
    }

    private static byte[] mac(CipherKey transport, byte[] wrapped, String serialNumber) {
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        covered.writeBytes(wrapped);
        covered.writeBytes(serialNumber.getBytes(StandardCharsets.US_ASCII));
        return KeyPurpose.ANSWER_MAC.mac(transport, covered.toByteArray());
    }

    private static byte[] hex(String text) {
        try {
            return Hex.bytes(text);
        } catch (Malformed notHex) {
            return new byte[0];
        }
    }
}
