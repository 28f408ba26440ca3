package dev.counterfoil.reports;

import dev.counterfoil.reports.model.MacWorking;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The UnionPay ECB MAC as its specification words it, written down once more for the fixture. */
final class TestMac {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private TestMac() {}

    static MacWorking working(int message, String caption, byte[] key, String inputHex) {
        int padding = (16 - inputHex.length() % 16) % 16 / 2;
        String padded = inputHex + "00".repeat(padding);
        byte[] fold = new byte[8];
        List<MacWorking.Block> blocks = new ArrayList<>();
        for (int i = 0; i < padded.length(); i += 16) {
            String block = padded.substring(i, i + 16);
            blocks.add(new MacWorking.Block(block, i == 0 ? "MTI bitmap" : "F2 to F61"));
            fold = xor(fold, HEX.parseHex(block));
        }
        byte[] text = HEX.formatHex(fold).getBytes(StandardCharsets.US_ASCII);
        byte[] first = des(key, java.util.Arrays.copyOf(text, 8));
        byte[] second = xor(first, java.util.Arrays.copyOfRange(text, 8, 16));
        byte[] result = des(key, second);
        String r = HEX.formatHex(result);
        return new MacWorking(
                message,
                caption,
                "TAK",
                "8C15DF3F",
                blocks,
                padding,
                HEX.formatHex(fold),
                HEX.formatHex(first),
                HEX.formatHex(second),
                r,
                r.substring(0, 8));
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] folded = new byte[8];
        for (int i = 0; i < 8; i++) {
            folded[i] = (byte) (a[i] ^ b[i]);
        }
        return folded;
    }

    private static byte[] des(byte[] key, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES"));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
