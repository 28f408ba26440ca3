package dev.counterfoil.scenarios.run;

import dev.counterfoil.scenarios.feature.BadInput;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.runtime.BackendServiceLoader;
import io.cucumber.core.runtime.ObjectFactoryServiceLoader;
import io.cucumber.core.runtime.SingletonObjectFactorySupplier;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.jar.JarFile;

/** Annotated step definitions that a user brings along in a jar. */
public final class UserGlue {
    private final ClassLoader classes;
    private final List<URI> packages;

    private UserGlue(ClassLoader classes, List<URI> packages) {
        this.classes = classes;
        this.packages = packages;
    }

    /**
     * Opens a jar of annotated cucumber-java classes.
     *
     * @throws BadInput if it is not a jar or holds no class
     */
    public static UserGlue open(Path jar) {
        SortedSet<String> folders = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0 && !name.startsWith("META-INF/"))
                    .forEach(name -> folders.add(name.substring(0, name.lastIndexOf('/'))));
            if (folders.isEmpty()) {
                throw new BadInput("--glue: " + jar + " holds no class in a package");
            }
            for (String folder : folders) {
                if (file.getEntry(folder + "/") == null) {
                    throw new BadInput("--glue: " + jar + " was packed without an entry for its folder " + folder);
                }
            }
            URL[] urls = {jar.toUri().toURL()};
            List<URI> packages = outermost(folders).stream()
                    .map(folder -> URI.create("classpath:/" + folder))
                    .toList();
            return new UserGlue(new URLClassLoader(urls, UserGlue.class.getClassLoader()), packages);
        } catch (IOException e) {
            throw new BadInput("--glue: cannot read the jar " + jar + ": " + e.getMessage(), e);
        }
    }

    /** Folders that lie in no other: Cucumber looks into subpackages by itself and takes no class twice. */
    private static List<String> outermost(SortedSet<String> folders) {
        List<String> outermost = new ArrayList<>();
        for (String folder : folders) {
            if (outermost.stream().noneMatch(outer -> folder.startsWith(outer + "/"))) {
                outermost.add(folder);
            }
        }
        return outermost;
    }

    List<URI> packages() {
        return packages;
    }

    /** Objects of a scenario's glue, made anew for each scenario. */
    ObjectFactory objects() {
        Supplier<ClassLoader> loader = () -> classes;
        ObjectFactoryServiceLoader services = new ObjectFactoryServiceLoader(loader, RuntimeOptions.defaultOptions());
        return new SingletonObjectFactorySupplier(services).get();
    }

    Collection<? extends Backend> backends(ObjectFactory objects) {
        return new BackendServiceLoader(() -> classes, () -> objects).get();
    }

    /** Makes the glue's classes visible to Cucumber on this thread. */
    void enter() {
        Thread.currentThread().setContextClassLoader(classes);
    }
}
