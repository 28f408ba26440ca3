package dev.counterfoil.scenarios.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The shape of the main code: short methods, small classes, few files in a package, final by default. */
final class TidyTest {
    private static final int METHOD_MEDIAN = 7;
    private static final int METHOD_NINE_IN_TEN = 18;
    private static final int METHOD_LONGEST = 60;
    private static final int FILE_NINE_IN_TEN = 200;
    private static final int FILE_LONGEST = 400;
    private static final int FILES_IN_A_PACKAGE = 25;
    private static final int LINE_LONGEST = 120;
    private static final int PERCENT_OF_CLASSES_FINAL = 85;
    private static final int PERCENT_OF_FIELDS_FINAL = 90;

    @Test
    void methods_are_short() {
        List<Sources.Method> methods = Sources.methods(Sources.mainJava());
        assertThat(methods.stream().filter(method -> method.lines() > METHOD_LONGEST))
                .as("methods over %d lines", METHOD_LONGEST)
                .isEmpty();
        List<Integer> lengths = sorted(methods.stream().map(Sources.Method::lines));
        assertThat(quantile(lengths, 50)).as("median of method lines").isLessThanOrEqualTo(METHOD_MEDIAN);
        assertThat(quantile(lengths, 90))
                .as("nine methods in ten; the longest are %s", longest(methods))
                .isLessThanOrEqualTo(METHOD_NINE_IN_TEN);
    }

    @Test
    void files_are_small() {
        Map<String, Integer> lines = new TreeMap<>();
        Sources.mainJava()
                .forEach(file ->
                        lines.put(Sources.name(file), Sources.lines(file).size()));
        assertThat(entries(lines, count -> count > FILE_LONGEST))
                .as("files over %d lines", FILE_LONGEST)
                .isEmpty();
        assertThat(quantile(sorted(lines.values().stream()), 90))
                .as("nine files in ten; those above: %s", entries(lines, count -> count > FILE_NINE_IN_TEN))
                .isLessThanOrEqualTo(FILE_NINE_IN_TEN);
    }

    @Test
    void packages_are_small() {
        Map<String, Integer> counts = Sources.mainJava().stream()
                .collect(Collectors.toMap(file -> Sources.name(file.getParent()), file -> 1, Integer::sum));
        assertThat(entries(new TreeMap<>(counts), count -> count > FILES_IN_A_PACKAGE))
                .as("packages of more than %d files", FILES_IN_A_PACKAGE)
                .isEmpty();
    }

    @Test
    void lines_fit_the_page() {
        assertThat(Sources.mainJava().stream().flatMap(TidyTest::longLines))
                .as("lines over %d characters", LINE_LONGEST)
                .isEmpty();
    }

    @Test
    void classes_are_final_by_default() {
        List<JavaClass> classes = House.classes()
                .filter(type -> !type.isInterface() && !type.isEnum() && !type.isAnonymousClass())
                .toList();
        List<String> open = classes.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaClass::getName)
                .toList();
        assertThat(100 - percent(open.size(), classes.size()))
                .as("percent of classes that are final or records; not so: %s", open)
                .isGreaterThanOrEqualTo(PERCENT_OF_CLASSES_FINAL);
    }

    @Test
    void fields_are_final_by_default() {
        List<JavaField> fields = House.classes()
                .filter(type -> !type.isInterface() && !type.isAnonymousClass())
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> !field.reflect().isEnumConstant())
                .filter(field -> !filledByTheCommandLine(field))
                .toList();
        List<String> open = fields.stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaField::getFullName)
                .toList();
        assertThat(100 - percent(open.size(), fields.size()))
                .as("percent of fields that are final; not so: %s", open)
                .isGreaterThanOrEqualTo(PERCENT_OF_FIELDS_FINAL);
    }

    /** Options and parameters of a command are set after it is made, by the library that reads the command line. */
    private static boolean filledByTheCommandLine(JavaField field) {
        return field.isAnnotatedWith(CommandLine.Option.class) || field.isAnnotatedWith(CommandLine.Parameters.class);
    }

    @Test
    void every_package_says_what_it_knows() {
        assertThat(Sources.packages()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .map(Sources::name))
                .as("packages without package-info.java")
                .isEmpty();
    }

    private static Stream<String> longLines(Path file) {
        List<String> lines = Sources.lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).length() > LINE_LONGEST)
                .mapToObj(i -> Sources.name(file) + ":" + (i + 1));
    }

    private static List<Integer> sorted(Stream<Integer> numbers) {
        return numbers.sorted().toList();
    }

    /** The smallest of the numbers that is not exceeded by {@code percent} of them. */
    private static int quantile(List<Integer> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / whole;
    }

    private static List<String> entries(Map<String, Integer> counts, Predicate<Integer> wanted) {
        return counts.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static List<Sources.Method> longest(List<Sources.Method> methods) {
        return methods.stream()
                .sorted((a, b) -> b.lines() - a.lines())
                .limit(20)
                .toList();
    }
}
