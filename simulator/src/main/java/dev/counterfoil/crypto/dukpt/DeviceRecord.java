package dev.counterfoil.crypto.dukpt;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A device's state in a store, under the key of its chip:
 *
 * <pre>
 * code     CMAC over the body, one block
 * body     in cipher block chaining mode from the code:
 *            bytes of the next KSN 1, the KSN (its counter is 0 when no key is left)
 *            bytes of a key 1, the filled registers as bits 4, their keys from bit 0 on, zeros to a whole block
 * </pre>
 */
final class DeviceRecord {
    private static final String PATH = "DUKPT record";
    private static final int LONGEST_BODY_BYTES = 1 + 12 + 1 + 4 + 32 * 32 + 16;

    private DeviceRecord() {}

    static byte[] seal(CipherKey chipKey, Ksn next, @Nullable CipherKey[] registers) {
        ByteBuffer body = ByteBuffer.allocate(LONGEST_BODY_BYTES);
        body.put((byte) next.scheme().ksnBytes()).put(next.bytes());
        putRegisters(body, registers);
        int block = chipKey.kind().blockBytes();
        byte[] clear = Arrays.copyOf(body.array(), (body.position() + block - 1) / block * block);
        byte[] code = code(chipKey, clear);
        byte[] sealed = Arrays.copyOf(code, block + clear.length);
        System.arraycopy(chipKey.encryptCbc(code, clear), 0, sealed, block, clear.length);
        Arrays.fill(clear, (byte) 0);
        Arrays.fill(body.array(), (byte) 0);
        return sealed;
    }

    static DukptDevice open(CipherKey chipKey, byte[] record) {
        int block = chipKey.kind().blockBytes();
        if (record.length < 2 * block || record.length % block != 0) {
            throw new Malformed(PATH, record.length, "whole blocks of " + block, record.length + " bytes");
        }
        byte[] code = Arrays.copyOf(record, block);
        byte[] clear = chipKey.decryptCbc(code, Arrays.copyOfRange(record, block, record.length));
        if (!MessageDigest.isEqual(code, code(chipKey, clear))) {
            Arrays.fill(clear, (byte) 0);
            throw new Malformed(PATH, 0, "the code of the body under this key", "another");
        }
        DukptDevice device = body(ByteBuffer.wrap(clear));
        Arrays.fill(clear, (byte) 0);
        return device;
    }

    private static void putRegisters(ByteBuffer body, @Nullable CipherKey[] registers) {
        int lengthAt = body.position();
        int filled = 0;
        body.position(lengthAt + 5);
        for (int bit = 0; bit < registers.length; bit++) {
            CipherKey key = registers[bit];
            if (key != null) {
                filled |= 1 << bit;
                byte[] clear = key.clear();
                body.put(lengthAt, (byte) clear.length).put(clear);
                Arrays.fill(clear, (byte) 0);
            }
        }
        body.putInt(lengthAt + 1, filled);
    }

    /** The code vouches for the form. */
    private static DukptDevice body(ByteBuffer body) {
        byte[] ksn = new byte[body.get()];
        body.get(ksn);
        Ksn next = Ksn.of(ksn);
        byte[] clear = new byte[body.get()];
        int filled = body.getInt();
        @Nullable CipherKey[] registers = new @Nullable CipherKey[next.scheme().counterBits()];
        for (int bit = 0; bit < registers.length; bit++) {
            if ((filled >> bit & 1) != 0) {
                body.get(clear);
                registers[bit] = CipherKey.of(next.scheme().cipher(), clear);
            }
        }
        Arrays.fill(clear, (byte) 0);
        return new DukptDevice(next.withCounter(0), next.counter(), registers);
    }

    private static byte[] code(CipherKey chipKey, byte[] clear) {
        return Macs.whole(MacAlgorithm.CMAC, chipKey, clear, 0, clear.length);
    }
}
