package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction ended for the terminal.
 *
 * @param ending the ending
 * @param code the response code of a declined transaction, two characters; else none
 */
public record Verdict(Ending ending, @Nullable String code) implements Word {
    /** Reads {@code approved}, {@code declined with 51} or {@code 拒绝，应答码51}. */
    public static Verdict parse(String text) {
        if (text.startsWith("declined with ") || text.startsWith("拒绝，应答码")) {
            return declined(text.substring(text.length() - 2));
        }
        return new Verdict(Word.parse(Ending.class, text), null);
    }

    /** Declined with a response code. */
    public static Verdict declined(String code) {
        return new Verdict(Ending.DECLINED, code);
    }

    @Override
    public String english() {
        return ending.english() + (code == null ? "" : " with " + code);
    }

    @Override
    public String chinese() {
        return ending.chinese() + (code == null ? "" : "，应答码" + code);
    }

    /** An ending of a transaction. */
    public enum Ending implements Word {
        APPROVED("approved", "批准"),
        DECLINED("declined", "拒绝"),
        UNANSWERED("unanswered", "无应答"),
        REVERSED("reversed", "已冲正"),
        CANCELLED("cancelled", "已取消"),
        REFUSED("refused by the terminal", "终端拒绝");

        private final String english;
        private final String chinese;

        Ending(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public String english() {
            return english;
        }

        @Override
        public String chinese() {
            return chinese;
        }
    }
}
