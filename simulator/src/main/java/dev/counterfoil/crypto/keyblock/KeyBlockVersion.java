package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The versions of a key block, a column of the table for each way in which they differ. Where the code covers the clear
 * key it is the initial vector as well; else that is the beginning of the header.
 */
public enum KeyBlockVersion {
    /** TR-31:2005. */
    A('A', CipherKind.TDES, Binding.VARIANT, Covered.ENCIPHERED, Mode.CBC, 4),
    /** TR-31:2010. */
    B('B', CipherKind.TDES, Binding.DERIVED, Covered.CLEAR, Mode.CBC, 8),
    /** TR-31:2010; as A, with the header's values made precise. */
    C('C', CipherKind.TDES, Binding.VARIANT, Covered.ENCIPHERED, Mode.CBC, 4),
    /** TR-31:2018. */
    D('D', CipherKind.AES, Binding.DERIVED, Covered.CLEAR, Mode.CBC, 16),
    /** ISO 20038:2017. */
    E('E', CipherKind.AES, Binding.DERIVED, Covered.CLEAR, Mode.CTR, 16),
    /** payShield, under a TDES key block LMK or a TDES ZMK. */
    THALES_0('0', CipherKind.TDES, Binding.VARIANT, Covered.ENCIPHERED, Mode.CBC, 4),
    /** payShield, under an AES key block LMK or an AES ZMK. */
    THALES_1('1', CipherKind.AES, Binding.DERIVED, Covered.ENCIPHERED, Mode.CBC, 8);

    /** How the two keys of a block come from its protection key. */
    enum Binding {
        /** By adding a constant. */
        VARIANT,
        /** By CMAC over derivation data; the code is a CMAC too. */
        DERIVED
    }

    /** What the code covers behind the header. */
    enum Covered {
        ENCIPHERED,
        CLEAR
    }

    /** The mode of operation over the key. */
    enum Mode {
        CBC,
        CTR
    }

    private final char id;
    private final CipherKind cipher;
    private final Binding binding;
    private final Covered covered;
    private final Mode mode;
    private final int macBytes;

    KeyBlockVersion(char id, CipherKind cipher, Binding binding, Covered covered, Mode mode, int macBytes) {
        this.id = id;
        this.cipher = cipher;
        this.binding = binding;
        this.covered = covered;
        this.mode = mode;
        this.macBytes = macBytes;
    }

    /** The first character of the block. */
    public char id() {
        return id;
    }

    /** The cipher of the protection key. */
    public CipherKind cipher() {
        return cipher;
    }

    /** Bytes of the code at the end of the block: 4, 8 or 16. */
    public int macBytes() {
        return macBytes;
    }

    /** Whether it is a vendor's version, whose header ends with the number of an LMK. */
    public boolean thales() {
        return this == THALES_0 || this == THALES_1;
    }

    Binding binding() {
        return binding;
    }

    Covered covered() {
        return covered;
    }

    Mode mode() {
        return mode;
    }

    /** Characters of which a header with its optional blocks is a multiple: the cipher's block. */
    int headerUnit() {
        return cipher.blockBytes();
    }

    /** Characters of which the whole block is a multiple. */
    int lengthUnit() {
        return mode == Mode.CTR ? 2 : headerUnit();
    }

    /** Bytes of the part that is enciphered, for so many of it that are needed. */
    int payloadBytes(int needed) {
        int unit = mode == Mode.CTR ? 1 : cipher.blockBytes();
        return (needed + unit - 1) / unit * unit;
    }

    /** Whether the key can protect a block of this version; single-length DES can where variants are made of it. */
    public boolean fits(CipherKey protectionKey) {
        return protectionKey.kind() == cipher || (binding == Binding.VARIANT && protectionKey.kind() == CipherKind.DES);
    }

    static Optional<KeyBlockVersion> of(char id, boolean thales) {
        return Arrays.stream(values())
                .filter(version -> version.id == id && version.thales() == thales)
                .findFirst();
    }

    /** The letters of a family, for messages. */
    static String ids(boolean thales) {
        return Arrays.stream(values())
                .filter(version -> version.thales() == thales)
                .map(version -> String.valueOf(version.id))
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
