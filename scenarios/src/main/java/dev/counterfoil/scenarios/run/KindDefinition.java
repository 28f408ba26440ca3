package dev.counterfoil.scenarios.run;

import dev.counterfoil.verb.grammar.ParameterKind;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.Transformer;
import java.util.List;

/** A parameter type of the vocabulary as Cucumber takes it. */
final class KindDefinition implements ParameterTypeDefinition {
    private final ParameterKind<?> kind;

    KindDefinition(ParameterKind<?> kind) {
        this.kind = kind;
    }

    @Override
    public ParameterType<?> parameterType() {
        Transformer<Object> transformer = kind::parse;
        return new ParameterType<>(kind.name(), List.of(kind.expression()), kind.type(), transformer, false, false);
    }

    @Override
    public boolean isDefinedAt(StackTraceElement stackTraceElement) {
        return false;
    }

    @Override
    public String getLocation() {
        return "the vocabulary's " + kind.name();
    }
}
