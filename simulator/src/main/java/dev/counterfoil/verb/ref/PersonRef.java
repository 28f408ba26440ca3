package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person, by role.
 *
 * @param role the role
 * @param terminal where the person stands; none means the terminal named last, else the first of the estate
 */
public record PersonRef(Role role, @Nullable TerminalRef terminal) implements Word {
    private static final Pattern FORM = Pattern.compile("(.+) of (T[0-9]+)|(T[0-9]+)的(.+)");

    /** Reads {@code the clerk}, {@code the clerk of T2} or {@code T2的收银员}. */
    public static PersonRef parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return new PersonRef(Word.parse(Role.class, text), null);
        }
        boolean english = form.group(1) != null;
        Role role = Word.parse(Role.class, english ? form.group(1) : form.group(4));
        return new PersonRef(role, TerminalRef.of(english ? form.group(2) : form.group(3)));
    }

    @Override
    public String english() {
        return role.english() + (terminal == null ? "" : " of " + terminal.english());
    }

    @Override
    public String chinese() {
        return (terminal == null ? "" : terminal.chinese() + "的") + role.chinese();
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
