package dev.counterfoil.estate;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.hsm.HsmEngine;

/**
 * What is needed to bring a terminal's or a card's keys in: the host's HSM engine, before and beside its actor, and the
 * master key of the manager cards.
 */
record HostKeys(HsmEngine engine, CipherKey cardMaster) {}
