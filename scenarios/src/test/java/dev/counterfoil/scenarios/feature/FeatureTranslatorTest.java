package dev.counterfoil.scenarios.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.verb.Verb;
import dev.counterfoil.verb.Vocabulary;
import dev.counterfoil.verb.word.Language;
import io.cucumber.core.gherkin.DataTableArgument;
import io.cucumber.core.gherkin.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTranslatorTest {
    @TempDir
    private Path folder;

    @Test
    void a_feature_keeps_its_names_tags_seeds_and_verbs_in_either_language() throws IOException {
        for (String name : FeatureFiles.bundledNames()) {
            List<Scenario> original = Selection.scenarios(List.of(name), "", 1);
            for (Language language : Language.values()) {
                List<Scenario> translated = translated(name, language);

                assertThat(translated).as(name).extracting(Scenario::name).isEqualTo(names(original));
                assertThat(translated)
                        .extracting(Scenario::seed)
                        .isEqualTo(original.stream().map(Scenario::seed).toList());
                assertThat(translated)
                        .extracting(Scenario::tags)
                        .isEqualTo(original.stream().map(Scenario::tags).toList());
                assertThat(verbs(translated)).isEqualTo(verbs(original));
            }
        }
    }

    private List<Scenario> translated(String name, Language language) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, FeatureTranslator.translate(name, language));
        return Selection.scenarios(List.of(file.toString()), "", 1);
    }

    private static List<String> names(List<Scenario> scenarios) {
        return scenarios.stream().map(Scenario::name).toList();
    }

    private static List<List<Verb>> verbs(List<Scenario> scenarios) {
        return scenarios.stream()
                .map(scenario -> scenario.pickle().getSteps().stream()
                        .map(FeatureTranslatorTest::verb)
                        .toList())
                .toList();
    }

    private static Verb verb(Step step) {
        List<List<String>> table = step.getArgument() instanceof DataTableArgument data ? data.cells() : List.of();
        return Vocabulary.parse(step.getText(), table).orElseThrow();
    }

    @Test
    void keywords_steps_and_tables_turn_chinese_and_names_stay() throws IOException {
        Path file = Files.writeString(folder.resolve("f.feature"), """
                @x
                Feature: Name
                  Words about it.

                  Background:
                    Given T1 starts signed-in

                  @y
                  Scenario Outline: Row <n>
                    When the clerk does something of her own
                    But the last 0500 from T1 has these fields:
                      | field | value |
                      | F60.2 | <n>   |

                    Examples:
                      | n      |
                      | 000123 |
                """);

        assertThat(FeatureTranslator.translate(file.toString(), Language.CHINESE))
                .isEqualTo("""
                        # language: zh-CN
                        @x
                        功能: Name
                          Words about it.

                          背景:
                            假如T1的初始状态为已签到

                          @y
                          场景: Row 000123
                            当the clerk does something of her own
                            并且T1发出的最后一笔0500含以下域：
                              | 域    | 值     |
                              | F60.2 | 000123 |
                        """);
    }
}
