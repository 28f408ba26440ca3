package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.wire.DeviceMessage;

/** The parties of the back office, for those who may tell them something. */
public record BackOfficeDoors(
        ActorRef<DeviceMessage> host,
        ActorRef<DeviceMessage> hsm,
        ActorRef<DeviceMessage> exchange,
        ActorRef<DeviceMessage> issuer) {
    BackOfficeDoors(BackOffice office) {
        this(office.host(), office.hsm(), office.exchange(), office.issuer());
    }
}
