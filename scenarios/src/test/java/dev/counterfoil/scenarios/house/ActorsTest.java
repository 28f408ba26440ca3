package dev.counterfoil.scenarios.house;

import static dev.counterfoil.scenarios.house.House.inSimulator;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.Behavior;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.counterfoil.wire.DeviceMessage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An actor is one final class with one door, and says in one sealed interface what it can be told. */
final class ActorsTest {
    @Test
    void an_actor_is_a_final_class() {
        assertThat(actors().filter(actor -> !actor.getModifiers().contains(JavaModifier.FINAL)))
                .as("an actor is named for its device and has no kinds")
                .isEmpty();
    }

    @Test
    void create_is_the_only_door() {
        assertThat(actors().flatMap(actor -> actor.getConstructors().stream())
                        .filter(constructor -> !constructor.getModifiers().contains(JavaModifier.PRIVATE)))
                .as("whoever could call a constructor could share an actor's state")
                .isEmpty();
    }

    @Test
    void what_an_actor_can_be_told_is_one_sealed_interface() {
        assertThat(actors().filter(actor -> !hearsOnlyItsWires(actor))
                        .filter(actor -> commandOf(actor).stream().noneMatch(Class::isSealed)))
                .as("a nested sealed interface Command lists all that an actor can be told besides what wires bring")
                .isEmpty();
    }

    private static boolean hearsOnlyItsWires(JavaClass actor) {
        return Stream.of(actor.reflect().getDeclaredMethods())
                        .filter(method -> method.getName().equals("create"))
                        .allMatch(method ->
                                method.toGenericString().contains("Behavior<" + DeviceMessage.class.getName()))
                && Stream.of(actor.reflect().getDeclaredClasses()).noneMatch(DeviceMessage.class::isAssignableFrom);
    }

    private static List<Class<?>> commandOf(JavaClass actor) {
        return Stream.of(actor.reflect().getDeclaredClasses())
                .<Class<?>>map(nested -> nested)
                .filter(nested -> nested.isInterface() && nested.getSimpleName().equals("Command"))
                .toList();
    }

    private static Stream<JavaClass> actors() {
        return House.classes().filter(inSimulator()).filter(ActorsTest::isActor);
    }

    private static boolean isActor(JavaClass type) {
        return type.getMethods().stream().anyMatch(ActorsTest::isDoor);
    }

    private static boolean isDoor(JavaMethod method) {
        return method.getName().equals("create") && method.getRawReturnType().isEquivalentTo(Behavior.class);
    }
}
