package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import org.jspecify.annotations.Nullable;

/**
 * A person, by role.
 *
 * @param role the role
 * @param terminal where the person stands; none means the terminal named last, else the first of the estate
 */
public record PersonRef(Role role, @Nullable TerminalRef terminal) implements Word {
    /** Reads {@code the clerk}, {@code the clerk of T2} or {@code T2的收银员}. */
    public static PersonRef parse(String text) {
        return TerminalRef.parseThing(Role.class, text, PersonRef::new);
    }

    @Override
    public String english() {
        return TerminalRef.englishThing(role, terminal);
    }

    @Override
    public String chinese() {
        return TerminalRef.chineseThing(role, terminal);
    }

    /** What somebody does in the shop, or to it. */
    public enum Role implements Word {
        CLERK("the clerk", "收银员"),
        CARDHOLDER("the cardholder", "持卡人"),
        MANAGER("the manager", "运维管理员"),
        TECHNICIAN("the technician", "维修员"),
        SUPERVISOR("the supervisor", "主管"),
        ADMINISTRATOR("the administrator", "系统管理员"),
        THIEF("the thief", "窃贼");

        private final String english;
        private final String chinese;

        Role(String english, String chinese) {
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
