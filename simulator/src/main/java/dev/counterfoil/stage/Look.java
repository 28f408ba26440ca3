package dev.counterfoil.stage;

import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.WireMessage;

/**
 * What a look at the evidence shows.
 *
 * @param holds whether it is what was expected
 * @param came what is there instead, or is there
 * @param event number of the event that was looked at, 0 if there is none
 * @param message number of the message that was looked at, 0 if there is none
 */
public record Look(boolean holds, String came, long event, int message) {
    public static Look at(boolean holds, String came) {
        return new Look(holds, came, 0, 0);
    }

    public static Look at(boolean holds, String came, Seen<?> seen) {
        return new Look(holds, came, seen.number(), 0);
    }

    public static Look at(boolean holds, String came, WireMessage message) {
        return new Look(holds, came, message.event(), message.number());
    }

    public static Look nothing(String came) {
        return at(false, came);
    }
}
