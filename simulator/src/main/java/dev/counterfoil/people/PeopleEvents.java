package dev.counterfoil.people;

import dev.counterfoil.trace.TraceEvent;

/** What people do; the actor of the envelope is the counter they stand at. */
public final class PeopleEvents {
    private PeopleEvents() {}

    /** A person did something; secrets are not told. */
    public record Did(String role, String what) implements TraceEvent {
        @Override
        public String kind() {
            return "people.did";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("role", role).text("what", what);
        }
    }

    /**
     * A task is over.
     *
     * @param how {@code at rest}, {@code next display}, {@code asked}, {@code done}, {@code dark} or {@code gave up}
     */
    public record TaskEnded(long task, String role, String how) implements TraceEvent {
        @Override
        public String kind() {
            return "people.taskEnded";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("task", task).text("role", role).text("how", how);
        }
    }
}
