package dev.counterfoil.hsm;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.protocol.hostcommand.HostCommandFrame;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Profile;
import dev.counterfoil.wire.Splitter;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An HSM between a host's line and a printer in the guarded room. */
final class PrinterTest {
    private final LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
    private final Trace trace = new Trace(system.loop()::nowNanos);
    private final List<String> atHost = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();

    private ActorRef<Wire.Command> wire(String name, WireClass guarded) {
        return system.grow(
                Wire.create(
                        new Wire.Config(name, guarded, Profile.DIRECT, Splitter::byChunk, new RandomStream(3)), trace),
                name);
    }

    private ActorRef<DeviceMessage> ear(List<String> heard, String name) {
        return system.grow(
                Behaviors.receiveMessage(message -> {
                    if (message instanceof WireSignal.Received received) {
                        heard.add(new String(received.chunk(), StandardCharsets.ISO_8859_1));
                    }
                    return Behaviors.same();
                }),
                name);
    }

    @Test
    void a_component_goes_to_the_printer_and_its_cryptogram_to_the_host() {
        ActorRef<Wire.Command> link = wire("link", WireClass.ENCLOSED);
        ActorRef<Wire.Command> paper = wire("paper", WireClass.CEREMONY);
        HsmEngine engine = HsmVectors.engine(HsmPersonality.payShield10k(), new Random(42)::nextBytes);
        ActorRef<DeviceMessage> hsm = system.grow(Hsm.create(new Hsm.Config("HSM", engine, trace)), "hsm");
        new WireEnd(link, End.A).attach(ear(atHost, "host"), 0, "host");
        new WireEnd(link, End.B).attach(hsm, 0, "HSM");
        new WireEnd(paper, End.B).attach(ear(printed, "printer"), 0, "printer");
        new WireEnd(paper, End.A).attach(hsm, 9, "HSM");
        hsm.tell(new Hsm.Plug(0, new WireEnd(link, End.B)));
        byte[] order = new HostCommandFrame(HsmVectors.HEADER, "A2", "002U").encode();

        new WireEnd(link, End.A).send(order);
        system.loop().drain();
        assertThat(atHost).singleElement().asString().endsWith("A316");

        hsm.tell(new Hsm.PlugPrinter(new WireEnd(paper, End.A)));
        new WireEnd(link, End.A).send(order);
        system.loop().drain();
        system.close();
        assertThat(printed).singleElement().asString().startsWith("KEY COMPONENT 0001\n");
        String component = printed.get(0).lines().toList().get(2).substring(14).replace(" ", "");
        assertThat(component).hasSize(32);
        assertThat(atHost.get(1)).contains("A300U").doesNotContain(component);
    }
}
