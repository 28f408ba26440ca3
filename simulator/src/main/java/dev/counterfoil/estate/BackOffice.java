package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.Wire;

/** The parties behind the counter and the wires between them. */
record BackOffice(
        ActorRef<DeviceMessage> host,
        ActorRef<DeviceMessage> hsm,
        ActorRef<DeviceMessage> exchange,
        ActorRef<DeviceMessage> issuer,
        ActorRef<DeviceMessage> issuerHsm,
        ActorRef<Wire.Command> hsmLink,
        ActorRef<Wire.Command> switchLink,
        ActorRef<Wire.Command> issuerLink,
        HostKeys keys) {}
