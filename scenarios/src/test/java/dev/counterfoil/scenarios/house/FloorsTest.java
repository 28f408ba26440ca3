package dev.counterfoil.scenarios.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.counterfoil.scenarios.house.House.BRIDGE;
import static dev.counterfoil.scenarios.house.House.FLOORS;
import static dev.counterfoil.scenarios.house.House.REPORTS;
import static dev.counterfoil.scenarios.house.House.SCENARIOS;
import static dev.counterfoil.scenarios.house.House.check;
import static dev.counterfoil.scenarios.house.House.inModule;
import static dev.counterfoil.scenarios.house.House.inRoom;
import static dev.counterfoil.scenarios.house.House.inRooms;
import static dev.counterfoil.scenarios.house.House.inSimulator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know whom. */
final class FloorsTest {
    private static final List<String> WORDS = List.of("verb.word", "verb.ref", "verb.grammar");

    @Test
    void every_class_of_the_simulator_is_in_a_room() {
        List<String> homeless = House.classes()
                .filter(inSimulator())
                .filter(type -> !type.getPackageName().equals(House.ROOT))
                .filter(type -> House.roomOf(type.getPackageName()).isEmpty())
                .map(JavaClass::getName)
                .toList();
        assertThat(homeless)
                .as("a new room gets its place on a floor in %s first", House.class.getSimpleName())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_room_knows_only_itself_and_what_is_below_it() {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (List<String> floor : FLOORS) {
            for (String room : floor) {
                List<String> allowed = new ArrayList<>(below);
                allowed.add(room);
                tests.add(dynamicTest(room, () -> checkKnowsOnly(room, allowed)));
            }
            below.addAll(floor);
        }
        return tests.stream();
    }

    private static void checkKnowsOnly(String room, List<String> allowed) {
        check(classes()
                .that(inRoom(room))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage(House.ROOT + "..")).or(inRooms(allowed)))
                .because("a room that knows its neighbours or those above it cannot be replaced by a real device, "
                        + "nor tested alone"));
    }

    @Test
    void devices_and_people_meet_on_wires_only() {
        List<String> fourth = House.besides("terminal");
        for (String room : fourth) {
            List<String> others =
                    fourth.stream().filter(other -> !other.equals(room)).toList();
            check(noClasses()
                    .that(inRoom(room))
                    .should()
                    .dependOnClassesThat(inRooms(others))
                    .because("a terminal does not know a PIN pad, it knows padlink and a wire: "
                            + "so a device on a real line can take the far end"));
        }
    }

    @Test
    void rooms_of_the_protocols_know_no_neighbour() {
        List<String> protocols = House.besides("crypto").stream()
                .filter(room -> room.startsWith("protocol."))
                .toList();
        for (String room : protocols) {
            List<String> others = House.besides("crypto").stream()
                    .filter(other -> !other.equals(room))
                    .toList();
            check(noClasses()
                    .that(inRoom(room))
                    .should()
                    .dependOnClassesThat(inRooms(others))
                    .because("a protocol is bytes and their names: it knows no key, no store and no other protocol"));
        }
    }

    @Test
    void words_references_and_grammar_know_only_each_other() {
        check(classes()
                .that(inRooms(WORDS))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage(House.ROOT + "..")).or(inRooms(WORDS)))
                .because("what a word means to a device is decided above: a feature can be read, printed and "
                        + "translated without a world"));
    }

    @Test
    void bytes_keys_records_and_words_know_no_akka() {
        List<String> plain = new ArrayList<>(List.of("codec", "trace", "evidence", "verb"));
        plain.addAll(House.besides("crypto"));
        plain.addAll(House.besides("crypto.dukpt"));
        plain.addAll(WORDS);
        check(noClasses()
                .that(inRooms(plain))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("akka..")
                .because("Akka stays in few packages, so that it can be replaced, and codecs are tested without it"));
    }

    @Test
    void modules_know_each_other_one_way() {
        check(noClasses()
                .that(inSimulator())
                .should()
                .dependOnClassesThat(inModule(BRIDGE).or(inModule(REPORTS)).or(inModule(SCENARIOS)))
                .because("the simulator knows no other module"));
        check(noClasses()
                .that(inModule(BRIDGE))
                .should()
                .dependOnClassesThat(inModule(REPORTS).or(inModule(SCENARIOS)))
                .because("the hardware bridge knows the simulator only"));
        check(noClasses()
                .that(inModule(REPORTS))
                .should()
                .dependOnClassesThat(inModule(BRIDGE).or(inModule(SCENARIOS)))
                .because("reports listen to the simulator and know nothing else"));
    }

    @Test
    void only_the_estate_and_the_edges_read_configuration() {
        check(noClasses()
                .that(inSimulator())
                .and(not(inRoom("estate")))
                .and(not(inRoom("clock")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.typesafe.config..")
                .because("one room says what exists and how it behaves; the clock is excepted because it hands Akka "
                        + "the settings of its dispatcher and scheduler"));
        check(noClasses()
                .that(inModule(REPORTS))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.typesafe.config..")
                .because("a report shows what the trace says, not what was configured"));
    }
}
