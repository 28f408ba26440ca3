package dev.counterfoil.scenarios.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The compiled main classes of all modules, the modules and the rooms of the simulator. */
final class House {
    static final String ROOT = "dev.counterfoil";

    /** Modules beside the simulator, by the package that is theirs; all the rest is the simulator. */
    static final String BRIDGE = "bridge";

    static final String REPORTS = "reports";
    static final String SCENARIOS = "scenarios";

    /**
     * The rooms of the simulator from the ground up; a room may know those in the lists above its own. The second floor
     * has a step up, for what is made of {@code crypto}; the fifth is a stair: its lists are its steps.
     */
    static final List<List<String>> FLOORS = List.of(
            List.of("codec", "clock", "trace", "policy"),
            List.of(
                    "crypto",
                    "store",
                    "protocol.apdu",
                    "protocol.feed",
                    "protocol.hostcommand",
                    "protocol.injection",
                    "protocol.iso8583",
                    "protocol.issuing",
                    "protocol.link",
                    "protocol.padlink",
                    "protocol.panel",
                    "protocol.web"),
            List.of("crypto.dukpt", "crypto.keyblock"),
            List.of("wire", "emv"),
            List.of(
                    "card",
                    "pinpad",
                    "terminal",
                    "loading",
                    "issuing",
                    "hsm",
                    "host",
                    "network",
                    "qrpay",
                    "people",
                    "risk",
                    "service",
                    "adversary"),
            List.of("verb.word"),
            List.of("verb.ref"),
            List.of("verb.grammar"),
            List.of("evidence"),
            List.of("estate"),
            List.of("stage"),
            List.of("verb"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private House() {}

    static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    static Stream<JavaClass> classes() {
        return CLASSES.stream();
    }

    static List<String> rooms() {
        return FLOORS.stream().flatMap(List::stream).toList();
    }

    /** The rooms of the list that this one stands in. */
    static List<String> besides(String room) {
        return FLOORS.stream().filter(floor -> floor.contains(room)).findFirst().orElseThrow();
    }

    /** The room that a package of the simulator belongs to; the longest name counts. */
    static Optional<String> roomOf(String packageName) {
        return rooms().stream()
                .filter(room -> (packageName + ".").startsWith(ROOT + "." + room + "."))
                .max(Comparator.comparingInt(String::length));
    }

    static DescribedPredicate<JavaClass> inRoom(String room) {
        return DescribedPredicate.describe(
                "in the room " + room,
                type -> roomOf(type.getPackageName()).filter(room::equals).isPresent());
    }

    static DescribedPredicate<JavaClass> inRooms(List<String> rooms) {
        return DescribedPredicate.describe(
                "in the rooms " + rooms,
                type -> roomOf(type.getPackageName()).filter(rooms::contains).isPresent());
    }

    static DescribedPredicate<JavaClass> inModule(String module) {
        return DescribedPredicate.describe(
                "in module " + module, type -> (type.getPackageName() + ".").startsWith(ROOT + "." + module + "."));
    }

    static DescribedPredicate<JavaClass> inSimulator() {
        return DescribedPredicate.describe(
                "in the simulator",
                type -> type.getPackageName().startsWith(ROOT)
                        && Stream.of(BRIDGE, REPORTS, SCENARIOS)
                                .noneMatch(module -> inModule(module).test(type)));
    }
}
