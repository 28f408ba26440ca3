package dev.counterfoil.host.issuing;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.host.Effects;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.host.ManagerCard;
import dev.counterfoil.protocol.issuing.RegistryAnswer;
import dev.counterfoil.protocol.issuing.RegistryRequest;

/** Answers the card issuer for the registry of manager cards. A number is entered once. */
public final class IssueDesk {
    /** The registry. */
    public interface Registry {
        boolean has(String number);

        /** Goes on when the store has the card. */
        void enter(ManagerCard card, Runnable then);
    }

    private final Effects effects;
    private final Registry registry;

    public IssueDesk(Effects effects, Registry registry) {
        this.effects = effects;
        this.registry = registry;
    }

    /** A whole frame from the issuer's link. */
    public void request(int port, byte[] frame) {
        RegistryRequest request;
        try {
            request = RegistryRequest.decode(frame);
        } catch (Malformed e) {
            effects.emit(HostEvents.Refused.unread("registry request of " + frame.length + " bytes", e));
            effects.send(port, RegistryAnswer.NOT_UNDERSTOOD.encode());
            return;
        }
        if (registry.has(request.number())) {
            effects.send(port, RegistryAnswer.TAKEN.encode());
        } else if (request.kind() == RegistryRequest.Kind.IS_FREE) {
            effects.send(port, RegistryAnswer.DONE.encode());
        } else {
            ManagerCard card = ManagerCard.issued(request.name(), request.number(), request.expiry());
            registry.enter(card, () -> effects.send(port, RegistryAnswer.DONE.encode()));
        }
    }
}
