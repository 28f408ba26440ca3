package dev.counterfoil.scenarios;

import dev.counterfoil.bridge.SerialLine;
import dev.counterfoil.bridge.Transports;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.wire.Port;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code counterfoil ports}: lists serial ports and what is heard on them. */
@Command(name = "ports", description = "List serial ports, whether each can be opened, and what is heard on it.")
final class PortsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "DEVICE",
            description = "Ports that the system does not list, such as /dev/pts/3 or /dev/ttyS0?baud=9600.")
    private List<String> devices = new ArrayList<>();

    @Option(names = "--listen", paramLabel = "MILLIS", description = "How long to listen. Default: ${DEFAULT-VALUE}.")
    private int listenMillis = 500;

    @Override
    public Integer call() throws InterruptedException {
        if (spec == null) {
            return Main.PROBLEM;
        }
        PrintWriter out = spec.commandLine().getOut();
        List<String> ports = new ArrayList<>(SerialLine.listed());
        ports.addAll(devices);
        if (ports.isEmpty()) {
            out.println("no serial port is listed; one that you know of can be named");
        }
        for (String port : ports) {
            out.println(port + "  " + heard(port));
            out.flush();
        }
        return 0;
    }

    private String heard(String device) throws InterruptedException {
        BlockingQueue<String> first = new LinkedBlockingQueue<>();
        try (Port port = Transports.at("serial:" + device)) {
            port.open(new Port.Listener() {
                @Override
                public void received(byte[] bytes) {
                    first.add("sends " + Hex.of(bytes));
                }

                @Override
                public void lost(String cause) {
                    first.add("was lost: " + cause);
                }
            });
            String heard = first.poll(listenMillis, TimeUnit.MILLISECONDS);
            return port.description() + ", " + (heard == null ? "silent" : heard);
        } catch (Port.PortFailure e) {
            return String.valueOf(e.getMessage());
        }
    }
}
