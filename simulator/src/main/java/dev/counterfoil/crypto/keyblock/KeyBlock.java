package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.NonceSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** A key block that follows its format; whether its code is right is known when it is opened. */
public final class KeyBlock {
    private static final int LENGTH_BYTES = 2;

    private final KeyBlockHeader header;
    private final byte[] headerBytes;
    private final byte[] enciphered;
    private final byte[] mac;

    private KeyBlock(KeyBlockHeader header, byte[] headerBytes, byte[] enciphered, byte[] mac) {
        this.header = header;
        this.headerBytes = headerBytes;
        this.enciphered = enciphered;
        this.mac = mac;
    }

    /** What opening a block gives. */
    public sealed interface Unwrapped {}

    /** A good block and its key, which the caller erases. */
    public record Opened(KeyBlockHeader header, KeyMaterial key) implements Unwrapped {}

    /** The code is not that of the block under this protection key: either was changed, or the key is another. */
    public record MacFailed(KeyBlockHeader header) implements Unwrapped {}

    /**
     * A block of version A to E; offsets are characters from its start.
     *
     * @throws Malformed naming the first bad field
     */
    public static KeyBlock parse(String text) {
        return parse(text, false);
    }

    /**
     * A payShield block of version 0 or 1, without the scheme letter S in front.
     *
     * @throws Malformed naming the first bad field
     */
    public static KeyBlock parseThales(String text) {
        return parse(text, true);
    }

    private static KeyBlock parse(String text, boolean thales) {
        KeyBlockHeader.Parsed parsed = new HeaderReader(text, thales).headerOfWhole();
        KeyBlockVersion version = parsed.header().version();
        int macAt = text.length() - 2 * version.macBytes();
        int chars = macAt - parsed.chars();
        if (chars <= 2 * LENGTH_BYTES || version.payloadBytes(chars / 2) * 2 != chars) {
            String unit = version.mode() == KeyBlockVersion.Mode.CTR ? "whole bytes" : "whole cipher blocks";
            throw new Malformed("key block.enciphered key", parsed.chars(), unit, chars + " characters");
        }
        int first = parsed.chars();
        byte[] enciphered = HexCase.bytes("key block.enciphered key", text, first, first, macAt);
        byte[] mac = HexCase.bytes("key block.MAC", text, first, macAt, text.length());
        return new KeyBlock(parsed.header(), ascii(text.substring(0, parsed.chars())), enciphered, mac);
    }

    public KeyBlockHeader header() {
        return header;
    }

    /**
     * Opens the block.
     *
     * @throws Malformed when the protection key is of another cipher than the version's, or when the code is right and
     *     the clear key's length field is not
     */
    public Unwrapped unwrap(CipherKey protectionKey) {
        KeyBlockVersion version = header.version();
        if (!version.fits(protectionKey)) {
            throw new Malformed(
                    HeaderField.VERSION.path(),
                    0,
                    "a version under " + protectionKey.kind() + " keys",
                    String.valueOf(version.id()));
        }
        BlockKeys keys = BlockKeys.of(version, protectionKey);
        byte[] clear = keys.decipher(iv(version, headerBytes, mac), enciphered);
        byte[] covered = version.covered() == KeyBlockVersion.Covered.CLEAR ? clear : enciphered;
        boolean good = MessageDigest.isEqual(mac, keys.code(headerBytes, covered));
        keys.erase();
        try {
            return good ? new Opened(header, key(clear)) : new MacFailed(header);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private KeyMaterial key(byte[] clear) {
        int bits = ByteBuffer.wrap(clear).getShort() & 0xFFFF;
        int bytes = bits / 8;
        String path = "key block.length of the clear key";
        if (bits % 8 != 0 || !KeyMaterial.fits(header.algorithm(), bytes)) {
            String expected = KeyMaterial.lengths(header.algorithm()) + " for algorithm " + header.algorithm();
            throw new Malformed(path, headerBytes.length, expected, bits + " bits");
        }
        if (bytes > clear.length - LENGTH_BYTES) {
            String expected = "at most " + (clear.length - LENGTH_BYTES) + " bytes, which there are";
            throw new Malformed(path, headerBytes.length, expected, bytes + " bytes");
        }
        byte[] value = Arrays.copyOfRange(clear, LENGTH_BYTES, LENGTH_BYTES + bytes);
        KeyMaterial key = KeyMaterial.of(header.algorithm(), value);
        Arrays.fill(value, (byte) 0);
        return key;
    }

    /**
     * A block that hides how long its key is, as X9.143 wants: padded like the longest of its algorithm.
     *
     * @see #wrap(CipherKey, KeyBlockHeader, KeyMaterial, int, NonceSource)
     */
    public static String wrap(CipherKey protectionKey, KeyBlockHeader header, KeyMaterial key, NonceSource nonces) {
        return wrap(protectionKey, header, key, key.hidingBytes(), nonces);
    }

    /**
     * A block around a key.
     *
     * @param asLongAs bytes that the key shall seem to have; when it has more, or 0, only the cipher's block is filled
     * @param nonces asked once for all bytes of padding, and not when there are none
     * @throws Malformed naming the first field of the header with a value that it may not have
     * @throws IllegalArgumentException when the protection key is of another cipher than the version's, or the key not
     *     of the header's algorithm
     */
    public static String wrap(
            CipherKey protectionKey, KeyBlockHeader header, KeyMaterial key, int asLongAs, NonceSource nonces) {
        KeyBlockVersion version = header.version();
        if (!version.fits(protectionKey) || !KeyMaterial.fits(header.algorithm(), key.lengthBytes())) {
            throw new IllegalArgumentException("no block of version " + version.id() + " and algorithm "
                    + header.algorithm() + " holds " + key + " under " + protectionKey);
        }
        byte[] clear = clear(key, version.payloadBytes(LENGTH_BYTES + Math.max(key.lengthBytes(), asLongAs)), nonces);
        String text = header.encode(2 * (clear.length + version.macBytes()));
        byte[] head = ascii(text);
        BlockKeys keys = BlockKeys.of(version, protectionKey);
        byte[] enciphered;
        byte[] mac;
        if (version.covered() == KeyBlockVersion.Covered.CLEAR) {
            mac = keys.code(head, clear);
            enciphered = keys.encipher(iv(version, head, mac), clear);
        } else {
            enciphered = keys.encipher(iv(version, head, new byte[0]), clear);
            mac = keys.code(head, enciphered);
        }
        keys.erase();
        Arrays.fill(clear, (byte) 0);
        return text + Hex.of(enciphered) + Hex.of(mac);
    }

    private static byte[] clear(KeyMaterial key, int bytes, NonceSource nonces) {
        byte[] value = key.clear();
        byte[] padding = new byte[bytes - LENGTH_BYTES - value.length];
        if (padding.length > 0) {
            nonces.nextBytes(padding);
        }
        byte[] clear = ByteBuffer.allocate(bytes)
                .putShort((short) (8 * value.length))
                .put(value)
                .put(padding)
                .array();
        Arrays.fill(value, (byte) 0);
        return clear;
    }

    private static byte[] iv(KeyBlockVersion version, byte[] header, byte[] mac) {
        return version.covered() == KeyBlockVersion.Covered.CLEAR ? mac : Arrays.copyOf(header, version.headerUnit());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The header, never what is behind it. */
    @Override
    public String toString() {
        return new String(headerBytes, StandardCharsets.US_ASCII) + "...";
    }
}
