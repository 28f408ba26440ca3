package dev.counterfoil.people;

import akka.actor.typed.ActorRef;
import dev.counterfoil.wire.DeviceMessage;

/**
 * A card that a person holds.
 *
 * @param name as in the estate: {@code card A}
 */
public record CardInHand(String name, ActorRef<DeviceMessage> card) {}
