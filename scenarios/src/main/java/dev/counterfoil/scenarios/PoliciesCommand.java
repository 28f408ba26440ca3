package dev.counterfoil.scenarios;

import dev.counterfoil.scenarios.feature.PolicyReference;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code counterfoil policies}: prints every setting. */
@Command(name = "policies", description = "Print every setting of terminals, host and issuers, as Markdown.")
final class PoliciesCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().getOut().print(PolicyReference.markdown());
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
