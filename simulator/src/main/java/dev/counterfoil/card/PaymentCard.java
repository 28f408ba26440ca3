package dev.counterfoil.card;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.protocol.apdu.Stripe;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireSignal;

/**
 * A cardholder's card with a magnetic stripe and no chip: drawn through a reader it gives its tracks, in a slot it is
 * silent. A manager's stripe card is one too.
 */
public final class PaymentCard {
    /** The port that a card is attached with when it is put into a slot. */
    public static final int SLOT = 0;

    /** The port that a card is attached with when it is drawn through a reader. */
    public static final int STRIPE = 1;

    /** What the card's issuer tells it. */
    public sealed interface Command extends DeviceMessage {}

    /** Writes the stripe anew. */
    public record Encode(Stripe stripe) implements Command {}

    private final byte[] swipe;

    private PaymentCard(Stripe stripe) {
        this.swipe = stripe.encode();
    }

    /** A card with this stripe. Card numbers are of published test ranges only. */
    public static Behavior<DeviceMessage> create(Stripe stripe) {
        return lying(new PaymentCard(stripe));
    }

    private static Behavior<DeviceMessage> lying(PaymentCard card) {
        return Behaviors.receiveMessage(card::on);
    }

    private Behavior<DeviceMessage> on(DeviceMessage message) {
        if (message instanceof WireSignal.Plugged m && m.port() == STRIPE) {
            return Behaviors.receiveMessage(next -> drawn(next, m));
        }
        return message instanceof Encode m ? create(m.stripe) : Behaviors.same();
    }

    /** In the reader: when the line is up, the tracks pass its head, once. */
    private Behavior<DeviceMessage> drawn(DeviceMessage message, WireSignal.Plugged where) {
        if (message instanceof WireSignal.Back) {
            where.into().send(swipe);
            return lying(this);
        }
        return on(message);
    }
}
