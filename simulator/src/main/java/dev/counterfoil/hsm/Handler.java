package dev.counterfoil.hsm;

import dev.counterfoil.protocol.hostcommand.Fields;

/** Carries out one command. */
@FunctionalInterface
public interface Handler {
    /**
     * The reply to a request whose fields were read by its layout.
     *
     * @throws HsmRefusal to answer an error
     */
    Reply handle(Fields request);
}
