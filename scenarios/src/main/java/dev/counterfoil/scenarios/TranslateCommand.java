package dev.counterfoil.scenarios;

import dev.counterfoil.scenarios.feature.BadInput;
import dev.counterfoil.scenarios.feature.FeatureTranslator;
import dev.counterfoil.verb.word.Language;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code counterfoil translate}: prints a feature in the other language. */
@Command(name = "translate", description = "Print a feature file in Chinese, or in English.")
final class TranslateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A feature file.")
    private String file = "";

    @Option(names = "--to", paramLabel = "LANGUAGE", description = "zh or en. Default: ${DEFAULT-VALUE}.")
    private String to = "zh";

    @Override
    public Integer call() {
        Language language = switch (to) {
            case "zh", "zh-CN" -> Language.CHINESE;
            case "en" -> Language.ENGLISH;
            default -> throw new BadInput("--to takes zh or en, not " + to);
        };
        if (spec != null) {
            spec.commandLine().getOut().print(FeatureTranslator.translate(file, language));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
