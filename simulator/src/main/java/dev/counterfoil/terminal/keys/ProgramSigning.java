package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.protocol.injection.ProgramFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Signature files: a MAC over each program, under the key of the bank that owns the terminal or of another. */
public final class ProgramSigning {
    /** Whose signatures a terminal of its owner's takes; a test key. */
    private static final CipherKey OWNERS_KEY = CipherKey.ofHex(CipherKind.TDES, "53C1A7B36E0D2F4895EA7C10B4D86F2B");

    /** What another bank signs with; a test key. */
    private static final CipherKey FOREIGN_KEY = CipherKey.ofHex(CipherKind.TDES, "6B4F9D1CE3A5087254BD8C31F7E90A16");

    private ProgramSigning() {}

    /** Whether a signature file vouches for a program. */
    public static boolean signed(ProgramFile signature, ProgramFile program) {
        return signature.macOf(program.name()).equals(mac(OWNERS_KEY, program));
    }

    /** The signature file of these programs, by their owner or by another bank. */
    public static ProgramFile sign(List<ProgramFile> programs, boolean byOwner) {
        CipherKey key = byOwner ? OWNERS_KEY : FOREIGN_KEY;
        return new ProgramFile(
                ProgramFile.Name.SIGNATURE,
                programs.stream()
                        .map(program -> program.name() + ":" + mac(key, program))
                        .collect(Collectors.joining(",")));
    }

    private static String mac(CipherKey key, ProgramFile program) {
        byte[] content = program.content().getBytes(StandardCharsets.UTF_8);
        return Hex.of(Macs.compute(MacAlgorithm.CMAC, key, content));
    }
}
