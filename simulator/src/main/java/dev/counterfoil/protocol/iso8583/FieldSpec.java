package dev.counterfoil.protocol.iso8583;

/**
 * One line of a dialect's field table: how a field looks on the wire, independent axis by axis.
 *
 * @param number 2 to 64
 * @param nameEn English name
 * @param nameZh Chinese name
 * @param content which characters its value may hold
 * @param encoding how the value becomes bytes
 * @param prefix how many digits of length stand before it
 * @param max largest length; the only one without a prefix. Digits for BCD, bytes otherwise
 * @param align where a short value stands in a field of fixed length, and an odd one in its bytes
 * @param masking how it is printed
 * @param unit what the prefix counts
 * @param declared false when the dialect does not list the field and it is read as in ISO 8583:1987
 */
record FieldSpec(
        int number,
        String nameEn,
        String nameZh,
        Content content,
        Encoding encoding,
        Prefix prefix,
        int max,
        Align align,
        Masking masking,
        Unit unit,
        boolean declared) {

    /** The attribute letters of ISO 8583. */
    enum Content {
        /** Decimal digits. */
        N,
        /** Letters and digits, space padded. */
        AN,
        /** Any printable character. */
        ANS,
        /** Track data: digits and the separator D; once enciphered, any hex digit. */
        Z,
        /** Any bytes. */
        B
    }

    /** How a value becomes bytes. */
    enum Encoding {
        BCD,
        ASCII,
        BINARY
    }

    /** Digits of length before a value, as BCD. */
    enum Prefix {
        NONE(0),
        LL(1),
        LLL(2);

        final int bytes;

        Prefix(int bytes) {
            this.bytes = bytes;
        }
    }

    /** The side on which the value begins. */
    enum Align {
        /** Space padded; an odd BCD value leaves its last nibble spare. */
        LEFT,
        /** Zero padded; an odd BCD value leaves its first nibble spare. */
        RIGHT
    }

    /** What a length prefix counts. */
    enum Unit {
        /** Digits for BCD, bytes otherwise. */
        NATURAL,
        /** Two for each byte, whatever the encoding. */
        HEX_DIGITS
    }

    /** A field that the dialect lists. */
    static FieldSpec field(
            int number,
            String nameEn,
            String nameZh,
            Content content,
            Encoding encoding,
            Prefix prefix,
            int max,
            Align align,
            Masking masking) {
        return new FieldSpec(
                number, nameEn, nameZh, content, encoding, prefix, max, align, masking, Unit.NATURAL, true);
    }

    FieldSpec undeclared() {
        return new FieldSpec(number, nameEn, nameZh, content, encoding, prefix, max, align, masking, unit, false);
    }

    FieldSpec encoded(Encoding other) {
        Content chars = other == Encoding.ASCII && content == Content.N ? Content.ANS : content;
        return new FieldSpec(number, nameEn, nameZh, chars, other, prefix, max, align, masking, unit, declared);
    }

    /** The same with room for a value of another length. */
    FieldSpec upTo(int other) {
        return new FieldSpec(number, nameEn, nameZh, content, encoding, prefix, other, align, masking, unit, declared);
    }

    FieldSpec counted(Unit other) {
        return new FieldSpec(number, nameEn, nameZh, content, encoding, prefix, max, align, masking, other, declared);
    }

    String path() {
        return "F" + number;
    }
}
