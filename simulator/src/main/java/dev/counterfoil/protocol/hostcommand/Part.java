package dev.counterfoil.protocol.hostcommand;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.util.List;
import java.util.Set;

/** One entry of a {@link Layout}: it reads its fields from a body and writes them back. */
sealed interface Part {
    /** Takes this part's fields from {@code in} into {@code fields}. */
    void read(Cursor in, Fields fields);

    /** Appends this part's fields to {@code out}. */
    void write(Fields fields, StringBuilder out);

    /** The error code of a wrong value in {@code field}, or an empty string when the field is not of this part. */
    default String faultCode(String field) {
        return "";
    }

    /** The first error code that one of {@code parts} names for {@code field}, or an empty string. */
    static String faultCode(List<Part> parts, String field) {
        return parts.stream()
                .map(part -> part.faultCode(field))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String checked(String name, String value, boolean good, String expected) {
        if (!good) {
            throw new Malformed(name, 0, expected, value.length() + " characters");
        }
        return value;
    }

    /** A field of fixed length; a character of another kind is answered with {@code fault}. */
    record Fixed(String name, Kind kind, int length, String fault) implements Part {
        @Override
        public void read(Cursor in, Fields fields) {
            String value = in.take(name, length);
            if (!kind.admits(value)) {
                throw in.fault(name, length + " " + kind, "other characters");
            }
            fields.set(name, value);
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            String value = fields.text(name);
            out.append(checked(name, value, value.length() == length && kind.admits(value), length + " " + kind));
        }

        @Override
        public String faultCode(String field) {
            return field.equals(name) ? fault : "";
        }
    }

    /** A field that takes one of a few values of equal length; another value is answered with {@code fault}. */
    record Choice(String name, Set<String> values, int length, String fault) implements Part {
        @Override
        public void read(Cursor in, Fields fields) {
            String value = in.take(name, length);
            if (!values.contains(value)) {
                throw in.fault(name, "one of a few values", "another");
            }
            fields.set(name, value);
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            String value = fields.text(name);
            out.append(checked(name, value, values.contains(value), "one of a few values"));
        }

        @Override
        public String faultCode(String field) {
            return field.equals(name) ? fault : "";
        }
    }

    /** Up to {@code longest} decimal digits that may be missing altogether. */
    record Digits(String name, int longest) implements Part {
        @Override
        public void read(Cursor in, Fields fields) {
            int length = in.run(Kind.DECIMAL, longest);
            if (length > 0) {
                fields.set(name, in.take(name, length));
            }
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            out.append(fields.text(name, ""));
        }
    }

    /** A key: scheme letter and digits, or bare digits whose number {@code bare} tells. */
    record Key(String name, Bare bare) implements Part {
        private static final String SCHEMES = "ZUTXYSR";
        private static final int[] DIGITS = {16, 32, 48, 32, 48};
        private static final int BLOCK_LENGTH_AT = 2;
        private static final int BLOCK_LENGTH_DIGITS = 4;

        @Override
        public void read(Cursor in, Fields fields) {
            char first = in.peek(name);
            int scheme = SCHEMES.indexOf(first);
            if (scheme < 0 && !Kind.HEX.admits(first)) {
                throw in.fault(name + Layout.SCHEME, "a key scheme", "another letter");
            }
            if (scheme >= DIGITS.length) {
                fields.set(name, in.take(name, 1 + blockLength(in)));
                return;
            }
            String tag = scheme < 0 ? "" : in.take(name, 1);
            String digits = in.take(name, scheme < 0 ? bare.digits(in, fields) : DIGITS[scheme]);
            if (!Kind.HEX.admits(digits)) {
                throw in.fault(name, "hex digits", "other characters");
            }
            fields.set(name, tag + digits);
        }

        /** A key block after its letter: version 1A, total length 4N, the rest. */
        private int blockLength(Cursor in) {
            int length = 0;
            for (int i = 0; i < BLOCK_LENGTH_DIGITS; i++) {
                char c = in.peek(name, BLOCK_LENGTH_AT + i);
                if (!Kind.DECIMAL.admits(c)) {
                    throw in.fault(name, "a key block length", "other characters");
                }
                length = length * 10 + c - '0';
            }
            return length;
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            out.append(fields.text(name));
        }
    }

    /** A length of 4 hex digits, counting characters, and that many characters. */
    record Counted(String name, Kind kind) implements Part {
        private static final int LENGTH_DIGITS = 4;

        @Override
        public void read(Cursor in, Fields fields) {
            String digits = in.take(name + ".length", LENGTH_DIGITS);
            if (!Kind.HEX.admits(digits)) {
                throw in.fault(name + ".length", "4 hex digits", "other characters");
            }
            int length = Integer.parseInt(digits, 16);
            if (length > in.remaining()) {
                throw in.fault(name, length + " characters", "fewer");
            }
            String value = in.take(name, length);
            if (!kind.admits(value)) {
                throw in.fault(name + ".content", kind.toString(), "other characters");
            }
            fields.set(name, value);
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            String value = fields.text(name);
            checked(name, value, value.length() <= 0xFFFF && kind.admits(value), "at most 65,535 " + kind);
            out.append(Hex.word(value.length())).append(value);
        }

        @Override
        public String faultCode(String field) {
            return field.equals(name) ? HsmError.DATA_LENGTH : "";
        }
    }

    /** A check value at the end of an answer: 16 or 6 hex digits, whatever is left. */
    record CheckValue(String name) implements Part {
        @Override
        public void read(Cursor in, Fields fields) {
            int length = in.run(Kind.HEX, 16);
            if (length == 16 || length == 6) {
                fields.set(name, in.take(name, length));
            } else if (length != 0) {
                throw in.fault(name, "6 or 16 hex digits", length + " digits");
            }
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            out.append(fields.text(name, ""));
        }
    }

    /**
     * A key serial number behind its descriptor: three hex digits that count those of the BDK's, a sub-key's and the
     * device's identifier. 15 of them and 5 for the counter make a TDES number of 20; {@code 808} and 24 are one of
     * AES.
     * The field {@code dukpt} says which it is.
     */
    record Ksn() implements Part {
        static final String TDES = "TDES";
        static final String AES = "AES";
        private static final String AES_DESCRIPTOR = "808";
        private static final int TDES_IDENTIFIERS = 15;

        @Override
        public void read(Cursor in, Fields fields) {
            String descriptor = in.take("ksnDescriptor", 3);
            boolean aes = descriptor.equals(AES_DESCRIPTOR);
            int identifiers =
                    descriptor.chars().map(digit -> Character.digit(digit, 16)).sum();
            if (!aes && (identifiers != TDES_IDENTIFIERS || !Kind.HEX.admits(descriptor))) {
                throw in.fault("ksnDescriptor", "three hex digits that add up to 15, or 808", "others");
            }
            String ksn = in.take("ksn", aes ? 24 : 20);
            if (!Kind.HEX.admits(ksn)) {
                throw in.fault("ksn", "hex digits", "other characters");
            }
            fields.set("ksnDescriptor", descriptor);
            fields.set("ksn", ksn);
            fields.set("dukpt", aes ? AES : TDES);
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            out.append(fields.text("ksnDescriptor")).append(fields.text("ksn"));
        }

        @Override
        public String faultCode(String field) {
            return field.startsWith("ksn") ? HsmError.INVALID_INPUT : "";
        }
    }

    /** Bytes to the end of the message. */
    record Rest(String name) implements Part {
        @Override
        public void read(Cursor in, Fields fields) {
            fields.set(name, in.take(name, in.remaining()));
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            out.append(fields.text(name));
        }
    }

    /** Digits of variable number, 1 to {@code longest}, ended by {@code terminator}. */
    record Terminated(String name, int longest, char terminator) implements Part {
        @Override
        public void read(Cursor in, Fields fields) {
            int length = in.run(Kind.DECIMAL, longest);
            if (in.peek(name, length) != terminator || length == 0) {
                throw in.fault(name, "1 to " + longest + " digits", "other characters");
            }
            fields.set(name, in.take(name, length));
            in.take(name, 1);
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            String value = fields.text(name);
            boolean good = !value.isEmpty() && value.length() <= longest && Kind.DECIMAL.admits(value);
            out.append(checked(name, value, good, "1 to " + longest + " digits"))
                    .append(terminator);
        }
    }

    /** A PIN field, clear or under the LMK: as many characters as the HSM is set to. */
    record Pin(String name) implements Part {
        @Override
        public void read(Cursor in, Fields fields) {
            String value = in.take(name, in.settings().pinDigits());
            if (!Kind.HEX.admits(value)) {
                throw in.fault(name, "digits", "other characters");
            }
            fields.set(name, value);
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            out.append(fields.text(name));
        }
    }

    /** Parts that may follow a delimiter, all or none of them; {@code first} is the first field among them. */
    record After(char delimiter, String first, List<Part> parts) implements Part {
        @Override
        public void read(Cursor in, Fields fields) {
            if (in.next(delimiter)) {
                in.take(first, 1);
                parts.forEach(part -> part.read(in, fields));
            }
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            if (fields.has(first)) {
                out.append(delimiter);
                parts.forEach(part -> part.write(fields, out));
            }
        }

        @Override
        public String faultCode(String field) {
            return Part.faultCode(parts, field);
        }
    }

    /** Parts repeated as often as an earlier field says; their names end in {@code .1}, {@code .2} ... */
    record Repeat(String count, List<Part> parts) implements Part {
        @Override
        public void read(Cursor in, Fields fields) {
            for (int i = 1; i <= fields.number(count); i++) {
                Fields each = new Fields();
                parts.forEach(part -> part.read(in, each));
                fields.set(i, each);
            }
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            for (int i = 1; i <= fields.number(count); i++) {
                Fields each = fields.item(i);
                parts.forEach(part -> part.write(each, out));
            }
        }

        @Override
        public String faultCode(String field) {
            return Part.faultCode(parts, field);
        }
    }

    /** Parts that are there when an earlier field has one of {@code values}. */
    record When(String name, Set<String> values, List<Part> parts) implements Part {
        @Override
        public void read(Cursor in, Fields fields) {
            if (values.contains(fields.text(name, ""))) {
                parts.forEach(part -> part.read(in, fields));
            }
        }

        @Override
        public void write(Fields fields, StringBuilder out) {
            if (values.contains(fields.text(name, ""))) {
                parts.forEach(part -> part.write(fields, out));
            }
        }

        @Override
        public String faultCode(String field) {
            return Part.faultCode(parts, field);
        }
    }
}
