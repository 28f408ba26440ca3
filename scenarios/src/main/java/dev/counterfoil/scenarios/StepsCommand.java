package dev.counterfoil.scenarios;

import dev.counterfoil.scenarios.feature.Dictionary;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code counterfoil steps}: prints the dictionary of steps. */
@Command(name = "steps", description = "Print every step that a feature may use, as Markdown.")
final class StepsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().getOut().print(Dictionary.markdown());
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
