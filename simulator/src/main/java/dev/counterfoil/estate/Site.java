package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * One terminal with what belongs to it.
 *
 * @param pad null where a real one stands in for it
 * @param reader wire of the stripe reader
 * @param slot wire of the card slot
 */
public record Site(
        String name,
        ActorRef<DeviceMessage> terminal,
        @Nullable ActorRef<DeviceMessage> pad,
        ActorRef<Wire.Command> line,
        ActorRef<Wire.Command> padCable,
        ActorRef<Wire.Command> reader,
        ActorRef<Wire.Command> slot,
        ActorRef<Wire.Command> panel,
        ActorRef<Wire.Command> padPanel,
        MemoryStore store,
        MemoryStore padStore) {}
