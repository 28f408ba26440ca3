package dev.counterfoil.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.counterfoil.wire.Port;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortsTest {
    private static final int PATIENCE_SECONDS = 30;

    @Test
    void bytes_cross_a_socket_both_ways_and_a_far_side_that_closes_is_noticed() throws Exception {
        BlockingQueue<Port> visitors = new LinkedBlockingQueue<>();
        try (TcpDoor door = TcpDoor.open("127.0.0.1", 0, visitors::add)) {
            Port near = Transports.at("tcp:127.0.0.1:" + door.port());
            Ear nearEar = new Ear();
            near.open(nearEar);
            Port far = visitors.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Ear farEar = new Ear();
            far.open(farEar);
            talk(near, nearEar, far, farEar);
            far.close();
            assertThat(nearEar.lost.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).contains("closed");
            near.close();
        }
    }

    @Test
    void bytes_cross_a_pseudo_terminal_both_ways_and_a_far_side_that_dies_is_noticed() throws Exception {
        PseudoTerminal far = pseudoTerminal();
        Port near = Transports.at("serial:" + far.path() + "?baud=9600&parity=E&data=8&stop=1");
        assertThat(near.description()).isEqualTo("serial " + far.path() + " 9600 8E1");
        Ear nearEar = new Ear();
        Ear farEar = new Ear();
        near.open(nearEar);
        far.open(farEar);
        talk(near, nearEar, far, farEar);
        far.close();
        assertThat(nearEar.lost.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).contains(far.path());
        near.close();
    }

    @Test
    void the_near_side_notices_that_the_program_on_the_pseudo_terminal_has_gone() throws Exception {
        PseudoTerminal near = pseudoTerminal();
        Ear ear = new Ear();
        near.open(ear);
        Port program = Transports.at("serial:" + near.path());
        program.open(new Ear());
        program.write(new byte[] {1});
        ear.take(1);
        program.close();
        assertThat(ear.lost.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).contains("far side");
        near.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COM1 | an address starts with one of serial: tcp:",
                "usb:1 | an address starts with one of",
                "tcp:localhost | tcp:HOST:PORT",
                "tcp:localhost:99999 | tcp:HOST:PORT",
                "serial:/dev/ttyS0?baud=fast | setting 'baud=fast'",
                "serial:/dev/ttyS0?bits=8 | setting 'bits=8'"
            })
    void an_address_that_is_wrong_is_told_in_words(String address, String words) {
        assertThatThrownBy(() -> Transports.at(address))
                .isInstanceOf(Port.PortFailure.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_port_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Transports.at("serial:/dev/no-such-port").open(new Ear()))
                .isInstanceOf(Port.PortFailure.class)
                .hasMessageContaining("/dev/no-such-port");
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (TcpDoor door = TcpDoor.open("127.0.0.1", 0, port -> {})) {
            assertThatThrownBy(() -> TcpDoor.open("127.0.0.1", door.port(), port -> {}))
                    .isInstanceOf(Port.PortFailure.class)
                    .hasMessageContaining(String.valueOf(door.port()));
        }
    }

    private static void talk(Port near, Ear nearEar, Port far, Ear farEar) throws InterruptedException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        near.write(all);
        assertThat(farEar.take(all.length)).isEqualTo(all);
        far.write(all);
        assertThat(nearEar.take(all.length)).isEqualTo(all);
    }

    private static PseudoTerminal pseudoTerminal() {
        try {
            return PseudoTerminal.make();
        } catch (Port.PortFailure e) {
            return abort(e.getMessage());
        }
    }

    private static final class Ear implements Port.Listener {
        private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> lost = new LinkedBlockingQueue<>();

        @Override
        public void received(byte[] bytes) {
            heard.add(bytes);
        }

        @Override
        public void lost(String cause) {
            lost.add(cause);
        }

        byte[] take(int count) throws InterruptedException {
            ByteArrayOutputStream taken = new ByteArrayOutputStream();
            while (taken.size() < count) {
                byte[] chunk = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(chunk).as("bytes after %d", taken.size()).isNotNull();
                taken.writeBytes(chunk);
            }
            return taken.toByteArray();
        }
    }
}
