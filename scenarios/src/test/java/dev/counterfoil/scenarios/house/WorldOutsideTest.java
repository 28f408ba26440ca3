package dev.counterfoil.scenarios.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.counterfoil.scenarios.house.House.BRIDGE;
import static dev.counterfoil.scenarios.house.House.REPORTS;
import static dev.counterfoil.scenarios.house.House.SCENARIOS;
import static dev.counterfoil.scenarios.house.House.check;
import static dev.counterfoil.scenarios.house.House.inModule;
import static dev.counterfoil.scenarios.house.House.inRoom;
import static dev.counterfoil.scenarios.house.House.inSimulator;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import akka.actor.typed.javadsl.ActorContext;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import dev.counterfoil.trace.TraceEvent;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the simulation must not touch, and which library belongs to whom. */
final class WorldOutsideTest {
    private static final String SAME_BYTES = "same seed, same bytes, on every machine and at every time of day";

    /** Packages of a library, and the only packages of ours that may know it. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "org.bouncycastle..", List.of("dev.counterfoil.crypto.."),
            "jssc..", List.of("dev.counterfoil.bridge.."),
            "com.sun.jna..", List.of("dev.counterfoil.bridge.."),
            "org.jfree..", List.of("dev.counterfoil.reports.chart.."),
            "com.fasterxml.jackson..", List.of("dev.counterfoil.reports..", "dev.counterfoil.scenarios.."),
            "io.cucumber..", List.of("dev.counterfoil.scenarios.."),
            "picocli..", List.of("dev.counterfoil.scenarios.."));

    @Test
    void the_simulator_knows_no_file_socket_port_or_database() {
        check(noClasses()
                .that(inSimulator())
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.nio.file..", "java.net..", "javax.net..", "jssc..", "java.sql..", "javax.sql..")
                        .or(anyOf(
                                File.class,
                                FileInputStream.class,
                                FileOutputStream.class,
                                FileReader.class,
                                FileWriter.class,
                                RandomAccessFile.class)))
                .because("all that touches the world outside is in the hardware bridge; " + SAME_BYTES));
    }

    @Test
    void the_simulator_reads_no_wall_clock() {
        check(noClasses()
                .that(inSimulator())
                .should()
                .callMethodWhere(calls("now", Instant.class, LocalDate.class, LocalTime.class, LocalDateTime.class)
                        .or(calls("now", ZonedDateTime.class, OffsetDateTime.class))
                        .or(calls("currentTimeMillis", System.class)))
                .orShould()
                .dependOnClassesThat(anyOf(Clock.class, Date.class))
                .because("a device asks its WorldClock; " + SAME_BYTES));
        check(noClasses()
                .that(inSimulator())
                .and(not(inRoom("clock")))
                .should()
                .callMethodWhere(calls("nanoTime", System.class))
                .because("only the turn loop of live mode looks at the machine's clock"));
    }

    @Test
    void the_simulator_draws_only_from_its_own_streams() {
        check(noClasses()
                .that(inSimulator())
                .and(not(resideInAPackage("dev.counterfoil.crypto.asymmetric")))
                .should()
                .dependOnClassesThat(
                        anyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class, SecureRandom.class)
                                .or(resideInAPackage("java.util.random..")))
                .orShould()
                .callMethodWhere(calls("randomUUID", UUID.class)
                        .or(calls("random", Math.class, StrictMath.class))
                        .or(calls("shuffle", Collections.class)))
                .because("every choice comes from a named stream under the seed of the scenario; " + SAME_BYTES));
        check(noClasses()
                .that(resideInAPackage("dev.counterfoil.crypto.asymmetric"))
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "a source of the machine's",
                        call -> call.getTargetOwner().isEquivalentTo(SecureRandom.class)
                                && !call.getOriginOwner().isAssignableTo(SecureRandom.class)))
                .because("the library wants a SecureRandom: the one it gets there draws from a named stream"));
    }

    @Test
    void nothing_leaves_the_thread_of_the_world() {
        check(noClasses()
                .that(inSimulator())
                .and(not(inRoom("clock")))
                .should()
                .dependOnClassesThat(anyOf(Future.class, CompletionStage.class, Executor.class, Thread.class)
                        .or(subtypesOf(Future.class, CompletionStage.class, Executor.class)))
                .because("turns run from one queue on one thread; the clock is excepted because it is that thread"));
        check(noClasses()
                .that(inSimulator())
                .should()
                .callMethodWhere(calls("ask", ActorContext.class)
                        .or(calls("askWithStatus", ActorContext.class))
                        .or(calls("pipeToSelf", ActorContext.class)))
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("AskPattern")
                .because("an answer by future leaves the thread and the order of turns with it"));
    }

    @Test
    void only_the_application_writes_to_the_console() {
        check(noClasses()
                .that(inSimulator().or(inModule(BRIDGE)).or(inModule(REPORTS)))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(calls("printStackTrace", Throwable.class))
                .because("what is worth knowing is a trace event, a result or an exception"));
    }

    @Test
    void what_happened_is_a_record() {
        check(classes()
                .that()
                .implement(TraceEvent.class)
                .should()
                .beRecords()
                .because("an event is immutable and holds nothing but what it tells"));
    }

    @TestFactory
    Stream<DynamicTest> a_library_has_its_own_place() {
        return LIBRARIES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> dynamicTest(
                        entry.getKey(),
                        () -> check(noClasses()
                                .that()
                                .resideOutsideOfPackages(entry.getValue().toArray(String[]::new))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(entry.getKey())
                                .because("a library that is known in one place can be replaced in one place"))));
    }

    @Test
    void only_the_application_reads_arguments_and_ends_the_process() {
        check(noClasses()
                .that(not(inModule(SCENARIOS)))
                .should()
                .callMethodWhere(calls("exit", System.class, Runtime.class)
                        .or(calls("getenv", System.class))
                        .or(calls("getProperty", System.class)))
                .because("what a run depends on is said on the command line and in the estate"));
    }

    private static DescribedPredicate<JavaMethodCall> calls(String name, Class<?>... owners) {
        return DescribedPredicate.describe(
                "calls of " + name,
                call -> call.getTarget().getName().equals(name)
                        && Stream.of(owners)
                                .anyMatch(owner -> call.getTargetOwner().isAssignableTo(owner)));
    }

    private static DescribedPredicate<JavaClass> anyOf(Class<?>... types) {
        return DescribedPredicate.describe(
                Stream.of(types).map(Class::getSimpleName).toList().toString(),
                found -> Stream.of(types).anyMatch(found::isEquivalentTo));
    }

    private static DescribedPredicate<JavaClass> subtypesOf(Class<?>... types) {
        return DescribedPredicate.describe(
                "futures and executors", found -> Stream.of(types).anyMatch(found::isAssignableTo));
    }
}
