package dev.counterfoil.host;

import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.life.DownloadFlow;
import dev.counterfoil.crypto.life.DownloadFlow.Point;
import dev.counterfoil.host.DownloadMode.Session;
import dev.counterfoil.host.TerminalEntry.Delivery;
import dev.counterfoil.host.TerminalEntry.MasterKey;
import dev.counterfoil.host.TerminalEntry.Registration;
import dev.counterfoil.host.TerminalEntry.WorkingKeySet;
import dev.counterfoil.protocol.hostcommand.DownloadKey;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfCard;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfTerminal;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a terminal its master key: download request, authentication by a manager card's key, key delivery, result. The
 * new key is pending until its terminal has confirmed it; a repeated request is given the same key again. What differs
 * between the modes is in {@link DownloadMode}.
 */
final class DownloadDesk {
    private static final String UNKNOWN_TERMINAL = "97";
    private static final String NOT_PERMITTED = "58";
    private static final String FORMAT = "30";
    private static final int SESSION_BYTES = 4;
    private static final int RANDOM_BYTES = 8;
    private static final int BLOCKS = 3 * RANDOM_BYTES;
    private static final byte[] NONE = {};

    /** One message of a known terminal. */
    private record Call(Visit visit, TerminalEntry terminal, DownloadFlow flow) {
        byte @Nullable [] value(int tag) {
            return KeyDownload.value(visit.request(), tag);
        }

        String text(int tag) {
            byte[] value = value(tag);
            return value == null ? "" : new String(value, StandardCharsets.US_ASCII);
        }

        byte[] covered(IsoMessage message, byte[] r3) {
            return KeyDownload.covered(message, terminal.identity().serialNumber(), r3);
        }
    }

    /** What a message and its answer are sealed with, where the mode seals them. */
    private record Seal(DownloadKey key, byte[] r3) {}

    private final Effects effects;
    private final Gate gate;
    private final Books books;
    private final Answers answers;
    private final KeyService keys;
    private final Supplier<HostPolicies> policies;
    private final RandomStream random;
    private final DownloadMode.Sessions sessions = new DownloadMode.Sessions();
    private final Set<String> making = new LinkedHashSet<>();

    DownloadDesk(
            Effects effects,
            Gate gate,
            Books books,
            Answers answers,
            KeyService keys,
            Supplier<HostPolicies> policies,
            RandomStream random) {
        this.effects = effects;
        this.gate = gate;
        this.books = books;
        this.answers = answers;
        this.keys = keys;
        this.policies = policies;
        this.random = random;
    }

    void serve(Visit visit) {
        known(visit, terminal -> step(new Call(visit, terminal, DownloadFlow.of(visit.networkCode()))));
    }

    /** Lets a terminal pass that is in service. */
    void known(Visit visit, Consumer<TerminalEntry> then) {
        TerminalEntry terminal = books.terminal(visit.terminalId());
        if (terminal == null || !terminal.identity().merchantId().equals(visit.text(42))) {
            answers.decline(visit, UNKNOWN_TERMINAL, "terminal is unknown");
        } else if (terminal.registration() != Registration.IN_SERVICE) {
            answers.decline(
                    visit,
                    NOT_PERMITTED,
                    "terminal is " + terminal.registration().words());
        } else if (gate.complete(visit)) {
            then.accept(terminal);
        }
    }

    private void step(Call call) {
        try {
            switch (call.visit.networkCode().charAt(2)) {
                case '0' -> begin(call);
                case '1' -> authenticate(call);
                case '2' -> request(call);
                case '9' -> block(call);
                default -> conclude(call);
            }
        } catch (Malformed e) {
            answers.decline(call.visit, FORMAT, String.valueOf(e.getMessage()));
        }
    }

    private DownloadMode mode() {
        return policies.get().downloadMode();
    }

    private void begin(Call call) {
        TerminalEntry terminal = call.terminal;
        String serial = call.text(KeyDownload.SERIAL_NUMBER);
        String version = call.text(KeyDownload.PROGRAM_VERSION);
        if (serial.isEmpty() || version.isEmpty()) {
            answers.decline(call.visit, FORMAT, "serial number or version is missing");
        } else if (gate.otherDevice(terminal, serial)) {
            answers.decline(call.visit, UNKNOWN_TERMINAL, "serial number is not the terminal's");
        } else if (!books.permits(terminal)) {
            answers.decline(call.visit, KeyDownload.NO_PERMIT, "no work order");
        } else if (version.compareTo(policies.get().minimumVersion()) < 0) {
            answers.decline(call.visit, KeyDownload.PROGRAM_TOO_OLD, "program version " + version);
        } else {
            accept(call);
        }
    }

    /** Opens a session; a request that comes again is given the same. */
    private void accept(Call call) {
        String stan = call.visit.text(11);
        Session open = sessions.of(call.visit.terminalId());
        if (open == null || !open.stan().equals(stan)) {
            byte[] r3 = mode().bound() ? random.bytes(RANDOM_BYTES) : NONE;
            open = new Session(random.bytes(SESSION_BYTES), r3, stan, effects.now(), "", null);
            sessions.put(call.visit.terminalId(), open);
            reached(call, Point.ACCEPTED);
        }
        answer(call, null, open.r3().length == 0 ? List.of() : List.of(Tlv.of(KeyDownload.R3, open.r3())));
    }

    private void authenticate(Call call) {
        byte[] number = call.value(KeyDownload.CARD_NUMBER);
        byte[] r1 = call.value(KeyDownload.R1);
        byte[] r2 = call.value(KeyDownload.R2);
        byte[] c1 = call.value(KeyDownload.C1);
        if (number == null || r1 == null || r2 == null || c1 == null || r1.length + r2.length + c1.length != BLOCKS) {
            answers.decline(call.visit, FORMAT, "card number, R1, R2 or C1 is missing");
            return;
        }
        ManagerCard card = gate.goodCard(call.visit, KeyDownload.cardNumber(number));
        if (card == null) {
            return;
        }
        if (!card.limits().allow(call.visit.text(42), effects.now().toLocalTime())) {
            String why = "manager card is used outside its merchants or hours";
            books.put(
                    card.with(ManagerCard.State.SUSPENDED),
                    () -> answers.decline(call.visit, KeyDownload.CARD_OUT_OF_REGION, why));
        } else if (outside(call) || (mode().bound() && sessions.repeated(call.visit.terminalId(), Hex.of(r1)))) {
            answers.decline(call.visit, KeyDownload.REPEATED, "authentication message is not fresh");
        } else {
            admit(
                    call,
                    seal(call, card),
                    () -> prove(call, card, r1, c1, r2),
                    () -> failed(call, card, "MAC is wrong"));
        }
    }

    /** A terminal says that its pad has seen a card which wrong passwords have blocked. */
    private void block(Call call) {
        byte[] number = call.value(KeyDownload.CARD_NUMBER);
        ManagerCard card = number == null ? null : books.card(KeyDownload.cardNumber(number));
        Runnable noted = () -> answers.approve(call.visit);
        if (card == null || !card.usable()) {
            noted.run();
        } else {
            books.put(card.with(ManagerCard.State.BLOCKED), noted);
        }
    }

    private void prove(Call call, ManagerCard card, byte[] r1, byte[] c1, byte[] r2) {
        keys.ask(call.terminal.name(), mode().authenticate(keyOf(card), r1, c1, r2), reply -> {
            if (reply.ok()) {
                sessions.put(call.visit.terminalId(), session(call).proved(Hex.of(r1), card));
                reached(call, Point.CARD_KNOWN);
                reached(call, Point.ANSWERED);
                Tlv c2 = Tlv.of(KeyDownload.C2, reply.fields().hex("c2"));
                if (call.flow == DownloadFlow.SHORT) {
                    deliver(call, card, c2);
                } else {
                    answer(call, seal(call, card), List.of(c2));
                }
            } else if (reply.verificationFailed()) {
                failed(call, card, "D(K, C1) is not R1");
            } else {
                answers.decline(call.visit, Answers.SYSTEM_FAULT, "HSM: " + reply);
            }
        });
    }

    private void failed(Call call, ManagerCard card, String why) {
        books.put(card.failed(), () -> answers.decline(call.visit, KeyDownload.AUTHENTICATION_FAILED, why));
    }

    /** Whether a host that binds must refuse: a message of another session, or of an old one. */
    private boolean outside(Call call) {
        LocalDateTime oldest = effects.now().minusNanos(policies.get().downloadLifeNanos());
        return mode().bound() && !sessions.holds(call.visit.terminalId(), call.value(KeyDownload.SESSION_ID), oldest);
    }

    /** The terminal's session; a message of none, which only a literal host takes, begins one. */
    private Session session(Call call) {
        Session session = sessions.of(call.visit.terminalId());
        if (session != null) {
            return session;
        }
        byte[] id = call.value(KeyDownload.SESSION_ID);
        return new Session(
                id == null ? random.bytes(SESSION_BYTES) : id, NONE, call.visit.text(11), effects.now(), "", null);
    }

    private void request(Call call) {
        ManagerCard card = session(call).card();
        if (card == null || outside(call)) {
            answers.decline(call.visit, KeyDownload.REPEATED, "no authentication before");
        } else if (gate.goodCard(call.visit, card.number()) != null) {
            admit(call, seal(call, card), () -> deliver(call, card), () -> failed(call, card, "MAC is wrong"));
        }
    }

    /** Sends the key that this download has, or a new one; a request that comes again meanwhile is left alone. */
    private void deliver(Call call, ManagerCard card, Tlv... before) {
        TerminalEntry terminal = call.terminal;
        if (!making.add(terminal.name())) {
            return;
        }
        Delivery delivery = new Delivery(call.visit.text(11), card.number());
        boolean again = terminal.pending().present() && terminal.delivery().equals(delivery);
        String serial = terminal.identity().serialNumber();
        HostCommand command = again
                ? mode().sameKey(keyOf(card), serial, terminal.pending().underLmk())
                : mode().newKey(keyOf(card), serial);
        keys.ask(terminal.name(), command, reply -> {
            making.remove(terminal.name());
            if (!reply.ok()) {
                answers.decline(call.visit, Answers.SYSTEM_FAULT, "HSM: " + reply);
                return;
            }
            List<Tlv> tags = new ArrayList<>(List.of(before));
            tags.addAll(List.of(mode().delivery(reply.fields())));
            Runnable send = () -> {
                reached(call, Point.DELIVERED);
                answer(call, seal(call, card), tags);
            };
            if (again) {
                send.run();
            } else {
                String checkValue = reply.fields().text("kcv");
                hold(terminal, new MasterKey(reply.fields().text("tmk"), checkValue), delivery, send);
            }
        });
    }

    /** Makes a new key pending, or puts it in place at once where the policy does not wait for its terminal. */
    void hold(TerminalEntry before, MasterKey key, Delivery delivery, Runnable then) {
        TerminalEntry terminal = before.awaiting(key, delivery);
        books.put(terminal, () -> {
            keys.tell(terminal, key, "PENDING", "delivered");
            if (policies.get().confirmBeforeSwitch()) {
                then.run();
            } else {
                activate(terminal, "delivered", then);
            }
        });
    }

    private void conclude(Call call) {
        byte[] result = call.value(KeyDownload.RESULT_CODE);
        byte[] checkValue = call.value(KeyDownload.CHECK_VALUE);
        if (result == null || result.length != 1) {
            answers.decline(call.visit, FORMAT, "result is missing");
        } else if (result[0] != 0 || checkValue == null) {
            reached(call, Point.NOTED);
            answer(call, null, List.of());
        } else {
            confirm(call, Hex.of(checkValue));
        }
    }

    /** The terminal says that it has stored a key: the pending one, or once more the one in use. */
    private void confirm(Call call, String checkValue) {
        TerminalEntry terminal = call.terminal;
        boolean pending =
                terminal.pending().present() && terminal.pending().checkValue().equals(checkValue);
        MasterKey key = pending ? terminal.pending() : terminal.masterKey();
        if (!key.present() || !key.checkValue().equals(checkValue)) {
            answers.decline(
                    call.visit, KeyDownload.AUTHENTICATION_FAILED, "no key of the terminal has this check value");
            return;
        }
        Seal seal = new Seal(new OfTerminal(key.underLmk()), NONE);
        Runnable closed = () -> {
            sessions.remove(call.visit.terminalId());
            reached(call, Point.NOTED);
            books.downloaded(terminal, () -> answer(call, seal, List.of()));
        };
        admit(
                call,
                seal,
                pending ? () -> activate(terminal, "confirmed", closed) : closed,
                () -> answers.decline(call.visit, KeyDownload.AUTHENTICATION_FAILED, "MAC is wrong"));
    }

    /** Puts the pending key in place. */
    void activate(TerminalEntry before, String reason, Runnable then) {
        TerminalEntry terminal = before.with(before.pending()).with(WorkingKeySet.NONE);
        books.put(terminal, () -> {
            keys.tellSwitch(before, terminal, reason);
            then.run();
        });
    }

    private OfCard keyOf(ManagerCard card) {
        return new OfCard(keys.keys().cardMaster(), card.number());
    }

    private Seal seal(Call call, ManagerCard card) {
        return new Seal(keyOf(card), session(call).r3());
    }

    /** Goes on when the message carries the MAC that the mode wants. */
    private void admit(Call call, Seal seal, Runnable good, Runnable bad) {
        if (!mode().bound()) {
            good.run();
            return;
        }
        byte[] mac = KeyDownload.mac(call.visit.request());
        if (mac == null) {
            answers.decline(call.visit, FORMAT, "MAC is missing");
            return;
        }
        byte[] covered = call.covered(call.visit.request(), seal.r3);
        keys.ask(call.terminal.name(), HostCommands.checkRequest(seal.key, mac, covered), reply -> {
            if (reply.ok()) {
                good.run();
            } else if (reply.verificationFailed()) {
                bad.run();
            } else {
                answers.decline(call.visit, Answers.SYSTEM_FAULT, "HSM: " + reply);
            }
        });
    }

    /** Approves, with the session and these tags, and with a MAC where there is a key for one and the mode wants it. */
    private void answer(Call call, @Nullable Seal seal, List<Tlv> tags) {
        List<Tlv> f62 = new ArrayList<>();
        f62.add(Tlv.of(KeyDownload.SESSION_ID, session(call).id()));
        f62.addAll(tags);
        IsoMessage plain = answers.to(call.visit)
                .set(39, Answers.APPROVED)
                .set(62, Tlv.encode(f62))
                .build();
        if (seal == null || !mode().bound()) {
            answers.send(call.visit, plain);
            return;
        }
        keys.ask(call.terminal.name(), HostCommands.sealAnswer(seal.key, call.covered(plain, seal.r3)), reply -> {
            if (reply.ok()) {
                f62.add(Tlv.of(KeyDownload.MAC, reply.fields().hex("mac")));
                answers.send(
                        call.visit, plain.toBuilder().set(62, Tlv.encode(f62)).build());
            } else {
                answers.decline(call.visit, Answers.SYSTEM_FAULT, "HSM: " + reply);
            }
        });
    }

    private void reached(Call call, Point point) {
        call.flow.reached(point, call.terminal.name(), effects::emit);
    }
}
