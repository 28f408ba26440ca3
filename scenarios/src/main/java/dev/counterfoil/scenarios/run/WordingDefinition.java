package dev.counterfoil.scenarios.run;

import dev.counterfoil.verb.Row;
import dev.counterfoil.verb.Verb;
import dev.counterfoil.verb.grammar.Expression;
import dev.counterfoil.verb.grammar.ParameterKind;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.StepDefinition;
import io.cucumber.core.backend.TypeResolver;
import io.cucumber.datatable.DataTable;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** One wording of a row as Cucumber takes it: turns its arguments into a verb and hands that on. */
final class WordingDefinition implements StepDefinition {
    private final Row row;
    private final Expression wording;
    private final Consumer<Verb> performer;

    WordingDefinition(Row row, Expression wording, Consumer<Verb> performer) {
        this.row = row;
        this.wording = wording;
        this.performer = performer;
    }

    @Override
    public void execute(Object[] args) {
        int values = wording.kinds().size();
        List<List<String>> table = row.takesTable() ? texts((DataTable) args[values]) : List.of();
        performer.accept(row.verb(Arrays.asList(args).subList(0, values), table));
    }

    /** The cells; Cucumber makes an empty one null. */
    private static List<List<String>> texts(DataTable table) {
        return table.cells().stream()
                .map(cells -> cells.stream()
                        .map(cell -> Objects.requireNonNullElse(cell, ""))
                        .toList())
                .toList();
    }

    @Override
    public List<ParameterInfo> parameterInfos() {
        List<ParameterInfo> infos = new ArrayList<>();
        for (ParameterKind<?> kind : wording.kinds()) {
            infos.add(new Info(kind.type()));
        }
        if (row.takesTable()) {
            infos.add(new Info(DataTable.class));
        }
        return infos;
    }

    @Override
    public String getPattern() {
        return wording.source();
    }

    @Override
    public boolean isDefinedAt(StackTraceElement stackTraceElement) {
        return false;
    }

    @Override
    public String getLocation() {
        return "the vocabulary's " + row.name();
    }

    private record Info(Type type) implements ParameterInfo {
        @Override
        public Type getType() {
            return type;
        }

        @Override
        public boolean isTransposed() {
            return false;
        }

        @Override
        public TypeResolver getTypeResolver() {
            return () -> type;
        }
    }
}
