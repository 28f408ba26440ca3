package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.hsm.HsmEngine;
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
        Keys keys) {
    /**
     * What is needed to bring a terminal's or a card's keys in.
     *
     * @param engine the host's HSM, before and beside its actor
     * @param cardMaster master key of the manager cards
     * @param cardMasterUnderLmk as host commands take it
     */
    record Keys(HsmEngine engine, CipherKey cardMaster, String cardMasterUnderLmk) {}
}
