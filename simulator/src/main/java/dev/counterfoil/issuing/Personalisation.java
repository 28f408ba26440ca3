package dev.counterfoil.issuing;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.protocol.apdu.BlankApplication;
import dev.counterfoil.protocol.apdu.BlankApplication.Item;
import dev.counterfoil.protocol.apdu.CommandApdu;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import dev.counterfoil.protocol.apdu.ResponseApdu;
import dev.counterfoil.protocol.hostcommand.BlankCardCommands;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HsmReply;
import dev.counterfoil.protocol.issuing.RegistryAnswer;
import dev.counterfoil.protocol.issuing.RegistryRequest;
import dev.counterfoil.protocol.issuing.RegistryRequest.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * One card, from the order to the registry: what comes next, and what ends it early. The registry hears of the card
 * last, when nothing can go wrong with it any more.
 */
final class Personalisation {
    private static final int CHALLENGE_BYTES = 8;
    private static final List<Item> ITEMS = List.of(Item.values());

    /** What the machine does for it. Each call is answered once, or the machine ends the personalisation. */
    interface Hands {
        /** Resets the card and goes on when it has said what it is. */
        void reset(Runnable then);

        void card(CommandApdu command, Consumer<ResponseApdu> then);

        void hsm(HostCommand command, Consumer<HsmReply> then);

        void registry(RegistryRequest request, Consumer<RegistryAnswer> then);

        byte[] challenge(int lengthBytes);

        void end(Outcome outcome);
    }

    /**
     * The keys that the machine names to the HSM, under the LMK.
     *
     * @param cardMaster type 10E
     * @param transportMaster type 20E
     */
    record Keys(String cardMaster, String transportMaster) {}

    private final CardOrder order;
    private final Keys keys;
    private final Hands hands;

    Personalisation(CardOrder order, Keys keys, Hands hands) {
        this.order = order;
        this.keys = keys;
        this.hands = hands;
    }

    void begin(LocalDate today) {
        Outcome fault = order.fault(today);
        if (fault != null) {
            hands.end(fault);
        } else {
            hands.registry(question(Kind.IS_FREE), answer -> done(answer, () -> hands.reset(this::select)));
        }
    }

    private void select() {
        hands.card(BlankApplication.select(), answer -> {
            if (answer.good() && answer.data().length == CHALLENGE_BYTES) {
                initialize(answer.data());
            } else {
                hands.end(Outcome.NOT_BLANK);
            }
        });
    }

    private void initialize(byte[] chip) {
        byte[] challenge = hands.challenge(CHALLENGE_BYTES);
        good(BlankApplication.initializeUpdate(challenge), answer -> {
            if (answer.data().length != 2 * CHALLENGE_BYTES) {
                hands.end(Outcome.CARD_REFUSED);
                return;
            }
            byte[] both = Arrays.copyOf(challenge, 2 * CHALLENGE_BYTES);
            System.arraycopy(answer.data(), 0, both, CHALLENGE_BYTES, CHALLENGE_BYTES);
            byte[] proof = Arrays.copyOfRange(answer.data(), CHALLENGE_BYTES, 2 * CHALLENGE_BYTES);
            authenticate(new BlankCardCommands(keys.transportMaster, chip, both), proof);
        });
    }

    private void authenticate(BlankCardCommands channel, byte[] proof) {
        hands.hsm(channel.prove(proof), reply -> {
            if (reply.verificationFailed()) {
                hands.end(Outcome.TRANSPORT_KEY_WRONG);
            } else if (ok(reply)) {
                byte[] cryptogram = reply.fields().hex("cryptogram");
                good(BlankApplication.externalAuthenticate(cryptogram), answer -> write(channel, 0));
            }
        });
    }

    /** Writes what is left from a place in the order of {@link Item}s on. */
    private void write(BlankCardCommands channel, int index) {
        if (index == ITEMS.size()) {
            hands.registry(question(Kind.ENTER_AS_ISSUED), answer -> done(answer, () -> hands.end(Outcome.ISSUED)));
            return;
        }
        Item item = ITEMS.get(index);
        byte[] place = item.place(index + 1);
        HostCommand seal = item == Item.KEY
                ? channel.sealKey(place, keys.cardMaster, order.number())
                : channel.sealData(place, data(item));
        hands.hsm(seal, reply -> {
            if (ok(reply)) {
                good(item.command(reply.fields().hex("sealed")), answer -> write(channel, index + 1));
            }
        });
    }

    private byte[] data(Item item) {
        return switch (item) {
            case NUMBER -> Bcd.left(order.number(), 'F');
            case EXPIRY -> Hex.bytes(lastDay());
            case PASSWORD -> password();
            case KEY, ISSUED -> new byte[0];
        };
    }

    private byte[] password() {
        byte[] packed = ManagerApplication.packed(order.password());
        byte[] data = new byte[1 + packed.length];
        data[0] = (byte) order.tries();
        System.arraycopy(packed, 0, data, 1, packed.length);
        return data;
    }

    private RegistryRequest question(Kind kind) {
        return new RegistryRequest(kind, order.number(), lastDay(), order.name());
    }

    private String lastDay() {
        return order.lastDay().format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private void done(RegistryAnswer answer, Runnable then) {
        if (answer == RegistryAnswer.DONE) {
            then.run();
        } else {
            hands.end(answer == RegistryAnswer.TAKEN ? Outcome.NUMBER_TAKEN : Outcome.NUMBER_WRONG);
        }
    }

    private void good(CommandApdu command, Consumer<ResponseApdu> then) {
        hands.card(command, answer -> {
            if (answer.good()) {
                then.accept(answer);
            } else {
                hands.end(Outcome.CARD_REFUSED);
            }
        });
    }

    private boolean ok(HsmReply reply) {
        if (!reply.ok()) {
            hands.end(reply.answer() == null ? Outcome.HSM_SILENT : Outcome.HSM_REFUSED);
        }
        return reply.ok();
    }
}
