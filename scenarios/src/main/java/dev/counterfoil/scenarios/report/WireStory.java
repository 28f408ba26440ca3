package dev.counterfoil.scenarios.report;

import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.reports.model.WireMessage.Mac;
import dev.counterfoil.scenarios.face.Face;
import dev.counterfoil.scenarios.play.PlayedScenario;
import java.util.Arrays;
import java.util.List;

/** Every message of a scenario, under the number that the whole product knows it by. */
final class WireStory {
    private static final int MAC = 64;

    private final PlayedScenario played;
    private final Faults faults;

    private WireStory(PlayedScenario played, Faults faults) {
        this.played = played;
        this.faults = faults;
    }

    static List<dev.counterfoil.reports.model.WireMessage> of(PlayedScenario played, Faults faults) {
        WireStory story = new WireStory(played, faults);
        return played.evidence().messages().all().stream().map(story::told).toList();
    }

    private dev.counterfoil.reports.model.WireMessage told(WireMessage message) {
        Face face = Face.of(message);
        return new dev.counterfoil.reports.model.WireMessage(
                message.number(),
                message.sentNanos(),
                StepStory.at(played, message.event()),
                message.from(),
                message.to(),
                message.wire(),
                face.protocol(),
                face.label(),
                meaning(face, message),
                message.bytes().length,
                face.rawHex(),
                face.fields(),
                mac(message),
                faults.number(message),
                message.arrivedNanos() < 0);
    }

    private static String meaning(Face face, WireMessage message) {
        if (!changed(message)) {
            return face.meaning();
        }
        return face.meaning().isEmpty() ? "arrived changed" : face.meaning() + "; arrived changed";
    }

    /** A message whose bytes were changed under way arrives with a MAC that is not theirs. */
    private static Mac mac(WireMessage message) {
        return message.iso() != null && message.iso().has(MAC) && changed(message) ? Mac.WRONG : Mac.NONE;
    }

    private static boolean changed(WireMessage message) {
        byte[] came = message.came();
        return came != null && !Arrays.equals(came, message.bytes());
    }
}
