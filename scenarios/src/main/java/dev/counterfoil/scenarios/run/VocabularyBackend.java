package dev.counterfoil.scenarios.run;

import dev.counterfoil.verb.Row;
import dev.counterfoil.verb.Verb;
import dev.counterfoil.verb.grammar.Expression;
import dev.counterfoil.verb.grammar.ParameterKind;
import dev.counterfoil.verb.grammar.ParameterKinds;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Snippet;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The step vocabulary as Cucumber takes it: a step definition for each wording, a parameter type for each kind. */
final class VocabularyBackend implements Backend {
    private final Map<Expression, Row> wordings;
    private final Consumer<Verb> performer;

    /**
     * A back end for some wordings; a run needs those that its steps use, and compiling the others would take time.
     *
     * @param wordings the wordings, each with its row
     * @param performer does what a step says
     */
    VocabularyBackend(Map<Expression, Row> wordings, Consumer<Verb> performer) {
        this.wordings = wordings;
        this.performer = performer;
    }

    @Override
    public void loadGlue(Glue glue, List<URI> gluePaths) {
        for (ParameterKind<?> kind : ParameterKinds.all()) {
            glue.addParameterType(new KindDefinition(kind));
        }
        wordings.forEach((wording, row) -> glue.addStepDefinition(new WordingDefinition(row, wording, performer)));
    }

    @Override
    public void buildWorld() {}

    @Override
    public void disposeWorld() {}

    /** None: an unknown step is answered with the nearest wording, not with a method to write. */
    @Override
    @SuppressWarnings("NullAway") // Cucumber filters null out; its interface does not say so
    public @Nullable Snippet getSnippet() {
        return null;
    }
}
