package dev.counterfoil.scenarios.feature;

import dev.counterfoil.verb.Row;
import dev.counterfoil.verb.Vocabulary;
import dev.counterfoil.verb.grammar.ParameterKind;
import dev.counterfoil.verb.grammar.ParameterKinds;
import dev.counterfoil.verb.word.Language;
import dev.counterfoil.verb.word.Word;
import java.util.Locale;
import java.util.stream.Collectors;

/** The dictionary of steps, as a page. */
public final class Dictionary {
    private Dictionary() {}

    /** The page, in Markdown: every step in both languages, then the parameter types. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Steps

                Every step a feature may use, in English and in Chinese. Generated from the code by
                `./counterfoil steps`; do not edit.

                *Arrange* steps set up what is true at the start, *act* steps do something, *arm* steps wait for their
                message, *check* steps assert. What stands between braces is a parameter; the types are listed
                at the end.
                """);
        for (Vocabulary.Section section : Vocabulary.sections()) {
            page.append("\n## ").append(section.english()).append(" · ").append(section.chinese());
            page.append("\n\n| | English | 中文 |\n|---|---|---|\n");
            section.rows().forEach(row -> page.append(line(row)));
        }
        page.append(
                "\n## Parameter types\n\nAll words of a type, or examples. Either language may stand in a step of either.\n");
        page.append("\n| type | English | 中文 |\n|---|---|---|\n");
        ParameterKinds.all().forEach(kind -> page.append(line(kind)));
        return page.toString();
    }

    private static String line(Row row) {
        String table = row.columns().isEmpty()
                ? ""
                : " <br>table: "
                        + row.columns().stream().map(Word::english).collect(Collectors.joining(", "))
                        + " · "
                        + row.columns().stream().map(Word::chinese).collect(Collectors.joining("、"));
        String nature = row.nature().name().toLowerCase(Locale.ROOT);
        return "| " + nature + " | `" + row.english() + "`" + table + " | `" + row.chinese() + "` |\n";
    }

    private static String line(ParameterKind<?> kind) {
        return "| " + kind.name() + " | " + forms(kind, Language.ENGLISH) + " | " + forms(kind, Language.CHINESE)
                + " |\n";
    }

    private static String forms(ParameterKind<?> kind, Language language) {
        return kind.forms(language).stream().map(form -> "`" + form + "`").collect(Collectors.joining(" "));
    }
}
