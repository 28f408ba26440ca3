package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;

/** What one field of a message must hold. */
public sealed interface FieldCondition extends Word {
    /** The field, subfield or tag: {@code F39}, {@code F60.3}, {@code F55.9F26}. */
    String field();

    /**
     * The field is there, whatever it holds.
     *
     * @param field the field's path
     */
    record Present(String field) implements FieldCondition {
        @Override
        public String english() {
            return field + " present";
        }

        @Override
        public String chinese() {
            return field + "存在";
        }
    }

    /**
     * The field is not there.
     *
     * @param field the field's path
     */
    record Absent(String field) implements FieldCondition {
        @Override
        public String english() {
            return field + " absent";
        }

        @Override
        public String chinese() {
            return field + "不存在";
        }
    }

    /**
     * The field holds a value.
     *
     * @param field the field's path
     * @param value digits, capitals or free text
     * @param quoted whether the value is printed in quotes; free text is
     */
    record Holds(String field, String value, boolean quoted) implements FieldCondition {
        @Override
        public String english() {
            return field + " " + (quoted ? Quotes.english(value) : value);
        }

        @Override
        public String chinese() {
            return field + "为" + (quoted ? Quotes.chinese(value) : value);
        }
    }

    /**
     * The field holds what it held in a transaction.
     *
     * @param field the field's path
     * @param transaction the transaction whose request is meant
     */
    record SameAs(String field, TransactionRef transaction) implements FieldCondition {
        @Override
        public String english() {
            return field + " of " + transaction.english();
        }

        @Override
        public String chinese() {
            return field + "同" + transaction.chinese();
        }
    }
}
