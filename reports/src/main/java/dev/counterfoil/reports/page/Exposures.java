package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.Recording.Exposure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The clear secrets that a scenario's guarded wires carried: which, whose, where and in which message; no value. */
final class Exposures {
    /** A kind of secret on a wire. */
    private record Place(String secret, String wire) {}

    private final Set<String> owners = new LinkedHashSet<>();
    private final Set<String> messages = new LinkedHashSet<>();

    private Exposures() {}

    static void write(Html html, Context context, int number) {
        Recording recording = context.scenario(number).recording();
        if (recording.exposures().isEmpty()) {
            return;
        }
        Map<Place, Exposures> places = new LinkedHashMap<>();
        for (Exposure e : recording.exposures()) {
            Exposures there = places.computeIfAbsent(new Place(e.secret(), e.wire()), p -> new Exposures());
            there.owners.add(e.owner());
            there.messages.add("#" + e.messageNumber());
        }
        String text = places.entrySet().stream()
                .map(place ->
                        place.getKey().secret() + " of " + String.join(" and ", place.getValue().owners) + " on the "
                                + place.getKey().wire() + " (" + String.join(", ", place.getValue().messages) + ")")
                .collect(Collectors.joining("; "));
        html.open("p", "class", "nt2").text("In clear on guarded wires, on record and no finding: ");
        String prefix = context.chapterOf(number).map(Context.Chapter::prefix).orElse("");
        int linked =
                context.chapterOf(number).isPresent() ? recording.messages().size() : 0;
        Prose.linked(html, text, prefix, linked);
        html.text(".").close();
    }
}
