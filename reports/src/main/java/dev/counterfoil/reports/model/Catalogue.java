package dev.counterfoil.reports.model;

import java.util.List;

/**
 * The behaviours that the product promises or plans, and the seed items they serve.
 *
 * @param behaviours in order of the list
 * @param seedItems in order of the list
 */
public record Catalogue(List<Behaviour> behaviours, List<SeedItem> seedItems) {
    /** No catalogue at all. */
    public static final Catalogue EMPTY = new Catalogue(List.of(), List.of());

    public Catalogue {
        behaviours = List.copyOf(behaviours);
        seedItems = List.copyOf(seedItems);
    }

    /**
     * One behaviour of the product's catalogue.
     *
     * @param id its id, such as {@code T-18}: a letter for the group and two digits
     * @param group English name of its group
     * @param seedItems ids of the seed items it serves
     * @param actors the actors that take part
     * @param text what the behaviour is
     * @param status whether it is promised now
     */
    public record Behaviour(
            String id, String group, List<String> seedItems, List<String> actors, String text, Status status) {
        public Behaviour {
            seedItems = List.copyOf(seedItems);
            actors = List.copyOf(actors);
        }

        /** What the product says about a behaviour. */
        public enum Status {
            /** A passing scenario must exist, else the run fails. */
            PROMISED,
            PLANNED
        }
    }

    /**
     * One item of the product's seed: a need that some behaviours serve.
     *
     * @param id its id, such as {@code A3}
     * @param kind what kind of item
     * @param meaning what it means
     * @param behaviours ids of the behaviours that serve it
     */
    public record SeedItem(String id, String kind, String meaning, List<String> behaviours) {
        public SeedItem {
            behaviours = List.copyOf(behaviours);
        }
    }
}
