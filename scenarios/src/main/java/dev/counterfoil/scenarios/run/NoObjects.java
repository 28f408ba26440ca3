package dev.counterfoil.scenarios.run;

import io.cucumber.core.backend.ObjectFactory;

/** The vocabulary has no glue classes, so Cucumber need make no objects. */
enum NoObjects implements ObjectFactory {
    INSTANCE;

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean addClass(Class<?> glueClass) {
        return false;
    }

    @Override
    public <T> T getInstance(Class<T> glueClass) {
        throw new IllegalStateException("no object of " + glueClass.getName() + " is made here");
    }
}
