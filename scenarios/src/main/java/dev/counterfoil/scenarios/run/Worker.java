package dev.counterfoil.scenarios.run;

import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.verb.Abandoned;
import dev.counterfoil.verb.Row;
import dev.counterfoil.verb.Verb;
import dev.counterfoil.verb.grammar.Expression;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.eventbus.IncrementingUuidGenerator;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runner.Runner;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestStepFinished;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays scenarios one after the other, on the thread that made it. */
final class Worker implements AutoCloseable {
    private final Workshop workshop;
    private final boolean strict;
    private final Runner runner;
    private final List<StepResult> steps = new ArrayList<>();
    private @Nullable Performer performer;
    private @Nullable Throwable hookProblem;

    Worker(Workshop workshop, Map<Expression, Row> wordings, @Nullable UserGlue glue, boolean strict) {
        this.workshop = workshop;
        this.strict = strict;
        TimeServiceEventBus bus =
                new TimeServiceEventBus(Clock.systemUTC(), new IncrementingUuidGenerator()::generateId);
        bus.registerHandlerFor(TestStepFinished.class, this::stepFinished);
        List<Backend> backends = new ArrayList<>();
        backends.add(new VocabularyBackend(wordings, this::perform));
        RuntimeOptionsBuilder options = new RuntimeOptionsBuilder();
        ObjectFactory objects = glue == null ? NoObjects.INSTANCE : glue.objects();
        if (glue != null) {
            glue.enter();
            glue.packages().forEach(options::addGlue);
            backends.addAll(glue.backends(objects));
        }
        this.runner = new Runner(bus, backends, objects, options.build());
        runner.runBeforeAllHooks();
    }

    /** Plays a scenario to its end and says how it went. */
    ScenarioResult play(Scenario scenario) {
        long start = System.nanoTime();
        steps.clear();
        hookProblem = null;
        Performer opened = workshop.open(scenario);
        performer = opened;
        Performer.Ending ending;
        try {
            runner.runPickle(scenario.pickle());
        } finally {
            performer = null;
            ending = opened.end();
        }
        return result(scenario, ending, Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public void close() {
        runner.runAfterAllHooks();
        workshop.close();
    }

    private void perform(Verb verb) {
        Performer current = performer;
        if (current == null) {
            throw new IllegalStateException("a step outside a scenario: " + verb.english());
        }
        current.perform(verb);
    }

    private void stepFinished(TestStepFinished event) {
        Throwable problem = event.getResult().getError();
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            StepResult.Status status = switch (event.getResult().getStatus()) {
                case PASSED -> StepResult.Status.PASSED;
                case UNDEFINED -> StepResult.Status.UNKNOWN;
                case SKIPPED -> StepResult.Status.NOT_PERFORMED;
                default -> problem instanceof Abandoned ? StepResult.Status.NOT_PERFORMED : StepResult.Status.FAILED;
            };
            String keyword = step.getStep().getKeyword();
            steps.add(new StepResult(
                    keyword, step.getStep().getText(), step.getStep().getLine(), status, problem));
        } else if (problem != null && hookProblem == null) {
            hookProblem = problem;
        }
    }

    private ScenarioResult result(Scenario scenario, Performer.Ending ending, Duration took) {
        List<String> findings = new ArrayList<>(ending.findings());
        if (strict) {
            findings.addAll(ending.warnings());
        }
        Judgement judgement = Judgement.of(steps, hookProblem, findings);
        return new ScenarioResult(
                scenario,
                judgement.verdict(),
                judgement.reason(),
                judgement.abandoned(),
                steps,
                strict ? List.of() : ending.warnings(),
                ending.digest(),
                took);
    }
}
