package dev.counterfoil.protocol.injection;

import dev.counterfoil.codec.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file of the child's programs as a downloader gives it: {@code NAME=body}, files ended by a semicolon. The form is
 * ours.
 *
 * @param body of a program its version; of the signature file, {@code NAME:MAC,...} of all programs
 */
public record ProgramFile(Name name, String body) {
    /** The four files, in the order in which they have to come. */
    public enum Name {
        SIGNATURE("signature", "签名文件"),
        /** The multi-application manager, which the programs behind it lie on. */
        MASTER_CONTROL("master control", "主控"),
        BANK_CARD("bank card", "银行卡"),
        CONVENIENCE_PAYMENT("convenience payment", "便利支付");

        private final String english;
        private final String chinese;

        Name(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        public String english() {
            return english;
        }

        public String chinese() {
            return chinese;
        }

        /** The file that has this name in either language. */
        public static Optional<Name> worded(String wording) {
            return Arrays.stream(values())
                    .filter(name -> name.english.equals(wording) || name.chinese.equals(wording))
                    .findFirst();
        }
    }

    /** What a signature is over. */
    public String content() {
        return name + " " + body;
    }

    /** The MAC that this signature file has for a program, or empty. */
    public String macOf(Name program) {
        for (String part : body.split(",", -1)) {
            if (part.startsWith(program + ":")) {
                return part.substring(part.indexOf(':') + 1);
            }
        }
        return "";
    }

    /** The text of these files. */
    public static String write(List<ProgramFile> files) {
        return files.stream().map(file -> file.name + "=" + file.body + ";").collect(Collectors.joining());
    }

    /** @throws Malformed when a file is not ended, has no body or no known name */
    public static List<ProgramFile> read(String text) {
        List<ProgramFile> files = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf(';', at);
            int equals = text.indexOf('=', at);
            if (end < 0 || equals < 0 || equals > end) {
                throw new Malformed("program file", at, "NAME=body;", "something else");
            }
            files.add(new ProgramFile(name(text.substring(at, equals), at), text.substring(equals + 1, end)));
            at = end + 1;
        }
        return files;
    }

    private static Name name(String text, int at) {
        return Arrays.stream(Name.values())
                .filter(name -> name.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Malformed("program file", at, "a known name", "an unknown one"));
    }
}
