package dev.counterfoil.people;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Alarm;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.util.ArrayDeque;
import java.util.Deque;

/** Somebody at a PIN pad that stands alone: types one PIN whenever the pad asks for it. */
public final class Cardholder {
    public static final int PANEL = 0;

    /** What a cardholder is told besides what the panel shows. */
    public sealed interface Command extends DeviceMessage {}

    private record Move() implements Command {}

    /**
     * What the estate says of a cardholder.
     *
     * @param pin 4 to 12 digits
     * @param panel the people's end of the pad's panel
     */
    public record Config(String pin, WireEnd panel, Pace pace, RandomStream random) {
        @Override
        public String toString() {
            return "Config[cardholder]";
        }
    }

    private final ActorContext<DeviceMessage> context;
    private final Config config;
    private final Deque<String> keys = new ArrayDeque<>();
    private boolean moving;

    private Cardholder(ActorContext<DeviceMessage> context, Config config) {
        this.context = context;
        this.config = config;
    }

    public static Behavior<DeviceMessage> create(Config config) {
        return Behaviors.setup(context -> Behaviors.receiveMessage(new Cardholder(context, config)::on));
    }

    private Behavior<DeviceMessage> on(DeviceMessage message) {
        if (message instanceof WireSignal.Received m && PanelMessage.decode(m.chunk()) instanceof PanelMessage.Show s) {
            saw(s.text());
        } else if (message instanceof Move) {
            move();
        }
        return Behaviors.same();
    }

    /** Any other text ends what was being typed. */
    private void saw(Text text) {
        if (text == Text.ENTER_PIN || text == Text.PIN_AGAIN) {
            keys.clear();
            config.pin.chars().forEach(digit -> keys.add(Character.toString(digit)));
            keys.add(PanelMessage.Key.ENTER);
            moveSoon();
        } else if (text.nature() != Text.Nature.PROMPT) {
            keys.clear();
        }
    }

    private void move() {
        moving = false;
        String key = keys.poll();
        if (key != null) {
            config.panel.send(new PanelMessage.Key(key).encode());
        }
        moveSoon();
    }

    private void moveSoon() {
        if (!moving && !keys.isEmpty()) {
            moving = true;
            long millis = config.pace.drawMillis(config.random);
            Alarm.after(context, millis * 1_000_000L, new Move());
        }
    }
}
