package dev.counterfoil.verb.word;

import java.util.regex.Pattern;

/** A language that steps are written in. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh-CN");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code that follows {@code # language:} in a feature file. */
    public String code() {
        return code;
    }

    /** The language a text is written in: Chinese as soon as it holds a Chinese character outside straight quotes. */
    public static Language of(String text) {
        return QUOTED.matcher(text).replaceAll("").codePoints().anyMatch(Language::isHan) ? CHINESE : ENGLISH;
    }

    private static boolean isHan(int codePoint) {
        return codePoint >= 0x4E00 && codePoint <= 0x9FFF;
    }
}
