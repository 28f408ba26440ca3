package dev.counterfoil.scenarios.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The files that the product is made of, as they stand in its folder. */
final class Sources {
    static final List<String> MODULES = List.of("simulator", "hardware-bridge", "reports", "scenarios");

    private static final Set<String> NOT_OURS = Set.of(".git", "target", ".idea", ".vscode");

    private Sources() {}

    /** A method or constructor with a body; its lines run from its declaration to its closing brace. */
    record Method(String file, String name, int lines) {
        @Override
        public String toString() {
            return file + " " + name + ": " + lines + " lines";
        }
    }

    /** The folder that holds all modules: the working directory, or the one above a module's. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.isDirectory(here.resolve("simulator")) ? here : here.getParent();
        MODULES.forEach(module -> {
            if (!Files.isDirectory(root.resolve(module))) {
                throw new IllegalStateException("no module " + module + " in " + root);
            }
        });
        return root;
    }

    /** Every file of the product, without what a build makes. */
    static List<Path> all() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skipped = NOT_OURS.contains(folder.getFileName().toString());
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return files;
    }

    /** Main Java files of one module. */
    static List<Path> mainJava(String module) {
        Path folder = root().resolve(module).resolve("src/main/java");
        return all().stream()
                .filter(file -> file.startsWith(folder) && file.toString().endsWith(".java"))
                .toList();
    }

    /** Main Java files of all modules. */
    static List<Path> mainJava() {
        return MODULES.stream().flatMap(module -> mainJava(module).stream()).toList();
    }

    static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("not readable as UTF-8: " + name(file), e);
        }
    }

    /** The file's path below the root, with slashes. */
    static String name(Path file) {
        return root().relativize(file).toString().replace('\\', '/');
    }

    /** Every method with a body in these Java files. */
    static List<Method> methods(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Method> methods = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodScanner(unit, positions, methods).scan(unit, null);
            }
            return methods;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> packages() {
        return mainJava().stream().map(Path::getParent).distinct();
    }

    private static final class MethodScanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> methods;

        MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
            this.unit = unit;
            this.positions = positions;
            this.methods = methods;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                int first = lineOf(startOf(method));
                int last = lineOf(positions.getEndPosition(unit, method) - 1);
                String file = name(Path.of(unit.getSourceFile().toUri()));
                methods.add(new Method(file, method.getName().toString(), last - first + 1));
            }
            return super.visitMethod(method, nothing);
        }

        /** Where the declaration begins, behind its annotations. */
        private long startOf(MethodTree method) {
            long start = positions.getStartPosition(unit, method);
            for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
                start = Math.max(start, firstWordFrom(positions.getEndPosition(unit, annotation)));
            }
            return start;
        }

        private long firstWordFrom(long position) {
            try {
                CharSequence text = unit.getSourceFile().getCharContent(false);
                int at = (int) position;
                while (Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                return at;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private int lineOf(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
