package dev.counterfoil.host;

import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.life.DownloadFlow;
import dev.counterfoil.crypto.life.DownloadFlow.Point;
import dev.counterfoil.host.TerminalEntry.Delivery;
import dev.counterfoil.host.TerminalEntry.Registration;
import dev.counterfoil.host.download.DownloadMode;
import dev.counterfoil.host.download.KeyDelivery;
import dev.counterfoil.host.download.KeyDelivery.Seal;
import dev.counterfoil.host.download.OnlineDesk;
import dev.counterfoil.host.download.Sessions;
import dev.counterfoil.host.download.Sessions.Session;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfCard;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfTerminal;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final byte[] NONE = {};

    private final Effects effects;
    private final Gate gate;
    private final Books books;
    private final Answers answers;
    private final KeyService keys;
    private final Supplier<HostPolicies> policies;
    private final Sessions sessions;
    private final KeyDelivery delivery = new KeyDelivery();
    private final OnlineDesk online;

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
        sessions = new Sessions(random, effects::now, () -> policies.get().downloadLifeNanos());
        online = new OnlineDesk(delivery, sessions);
    }

    void serve(Visit visit) {
        known(visit, () -> {
            DownloadCall call = new DownloadCall(visit, books, keys, answers, policies.get());
            if (OnlineDownload.isOnline(visit.networkCode())) {
                online.serve(call);
            } else {
                step(call);
            }
        });
    }

    /** Lets a terminal pass that is in service. */
    private void known(Visit visit, Runnable then) {
        TerminalEntry terminal = books.terminal(visit.terminalId());
        if (terminal == null || !terminal.identity().merchantId().equals(visit.text(42))) {
            answers.decline(visit, UNKNOWN_TERMINAL, "terminal is unknown");
        } else if (terminal.registration() != Registration.IN_SERVICE) {
            answers.decline(
                    visit,
                    NOT_PERMITTED,
                    "terminal is " + terminal.registration().words());
        } else if (gate.complete(visit)) {
            then.run();
        }
    }

    private void step(DownloadCall call) {
        try {
            switch (call.visit().networkCode().charAt(2)) {
                case '0' -> begin(call);
                case '1' -> authenticate(call);
                case '2' -> request(call);
                case '9' -> block(call);
                default -> conclude(call);
            }
        } catch (Malformed e) {
            answers.decline(call.visit(), FORMAT, String.valueOf(e.getMessage()));
        }
    }

    private DownloadMode mode() {
        return policies.get().downloadMode();
    }

    private void begin(DownloadCall call) {
        TerminalEntry terminal = call.terminal();
        String serial = call.text(KeyDownload.SERIAL_NUMBER);
        String version = call.text(KeyDownload.PROGRAM_VERSION);
        if (serial.isEmpty() || version.isEmpty()) {
            answers.decline(call.visit(), FORMAT, "serial number or version is missing");
        } else if (gate.otherDevice(terminal, serial)) {
            answers.decline(call.visit(), UNKNOWN_TERMINAL, "serial number is not the terminal's");
        } else if (!books.permits(terminal)) {
            answers.decline(call.visit(), KeyDownload.NO_PERMIT, "no work order");
        } else if (version.compareTo(policies.get().minimumVersion()) < 0) {
            answers.decline(call.visit(), KeyDownload.PROGRAM_TOO_OLD, "program version " + version);
        } else {
            accept(call);
        }
    }

    /** Opens a session; a request that comes again is given the same. */
    private void accept(DownloadCall call) {
        String stan = call.visit().text(11);
        Session before = sessions.of(call.terminalId());
        if (before == null || !before.stan().equals(stan)) {
            reached(call, Point.ACCEPTED);
        }
        Session open = sessions.begin(call.terminalId(), stan, mode().bound());
        answer(call, null, open.r3().length == 0 ? List.of() : List.of(Tlv.of(KeyDownload.R3, open.r3())));
    }

    private void authenticate(DownloadCall call) {
        byte[] number = call.value(KeyDownload.CARD_NUMBER);
        byte[] r1 = KeyDownload.block(call.visit().request(), KeyDownload.R1);
        byte[] r2 = KeyDownload.block(call.visit().request(), KeyDownload.R2);
        byte[] c1 = KeyDownload.block(call.visit().request(), KeyDownload.C1);
        if (number == null || r1 == null || r2 == null || c1 == null) {
            answers.decline(call.visit(), FORMAT, "card number, R1, R2 or C1 is missing");
            return;
        }
        ManagerCard card = gate.goodCard(call.visit(), KeyDownload.cardNumber(number));
        if (card == null) {
            return;
        }
        if (!card.limits().allow(call.visit().text(42), effects.now().toLocalTime())) {
            String why = "manager card is used outside its merchants or hours";
            books.put(
                    card.with(ManagerCard.State.SUSPENDED),
                    () -> answers.decline(call.visit(), KeyDownload.CARD_OUT_OF_REGION, why));
        } else if (outside(call) || (mode().bound() && sessions.repeated(call.terminalId(), Hex.of(r1)))) {
            answers.decline(call.visit(), KeyDownload.REPEATED, "authentication message is not fresh");
        } else {
            KeyDelivery.admit(
                    call,
                    seal(call, card),
                    () -> prove(call, card, r1, c1, r2),
                    () -> failed(call, card, "MAC is wrong"));
        }
    }

    /** A terminal says that its pad has seen a card which wrong passwords have blocked. */
    private void block(DownloadCall call) {
        byte[] number = call.value(KeyDownload.CARD_NUMBER);
        ManagerCard card = number == null ? null : books.card(KeyDownload.cardNumber(number));
        Runnable noted = () -> answers.approve(call.visit());
        if (card == null || card.state() != ManagerCard.State.GOOD) {
            noted.run();
        } else {
            books.put(card.with(ManagerCard.State.BLOCKED), noted);
        }
    }

    private void prove(DownloadCall call, ManagerCard card, byte[] r1, byte[] c1, byte[] r2) {
        Runnable wrong = () -> failed(call, card, "D(K, C1) is not R1");
        KeyDelivery.ask(call, mode().authenticate(keyOf(card), r1, c1, r2), wrong, proof -> {
            sessions.put(call.terminalId(), session(call).proved(Hex.of(r1), card));
            reached(call, Point.CARD_KNOWN);
            reached(call, Point.ANSWERED);
            Tlv c2 = Tlv.of(KeyDownload.C2, proof.hex("c2"));
            if (flow(call) == DownloadFlow.SHORT) {
                deliver(call, card, c2);
            } else {
                answer(call, seal(call, card), List.of(c2));
            }
        });
    }

    private void failed(DownloadCall call, ManagerCard card, String why) {
        books.proofFailed(card.number(), () -> answers.decline(call.visit(), KeyDownload.AUTHENTICATION_FAILED, why));
    }

    /** Whether a host that binds must refuse: a message of another session, or of an old one. */
    private boolean outside(DownloadCall call) {
        Session fresh = sessions.fresh(call.terminalId());
        return mode().bound() && (fresh == null || !Arrays.equals(fresh.id(), call.value(KeyDownload.SESSION_ID)));
    }

    /** The terminal's session; a message of none, which only a literal host takes, begins one. */
    private Session session(DownloadCall call) {
        Session session = sessions.of(call.terminalId());
        return session == null
                ? sessions.stray(
                        call.value(KeyDownload.SESSION_ID), call.visit().text(11))
                : session;
    }

    private void request(DownloadCall call) {
        ManagerCard card = session(call).card();
        if (card == null || outside(call)) {
            answers.decline(call.visit(), KeyDownload.REPEATED, "no authentication before");
        } else if (gate.goodCard(call.visit(), card.number()) != null) {
            KeyDelivery.admit(
                    call, seal(call, card), () -> deliver(call, card), () -> failed(call, card, "MAC is wrong"));
        }
    }

    /** Sends the key that this download has, or a new one. */
    private void deliver(DownloadCall call, ManagerCard card, Tlv... before) {
        String serial = call.terminal().identity().serialNumber();
        delivery.deliver(
                call,
                new Delivery(call.visit().text(11), card.number()),
                tmk -> tmk.isEmpty() ? mode().newKey(keyOf(card), serial) : mode().sameKey(keyOf(card), serial, tmk),
                () -> answers.decline(call.visit(), Answers.SYSTEM_FAULT, "HSM: verification failed"),
                made -> {
                    reached(call, Point.DELIVERED);
                    List<Tlv> tags = new ArrayList<>(List.of(before));
                    tags.addAll(mode().delivery(made));
                    answer(call, seal(call, card), tags);
                });
    }

    private void conclude(DownloadCall call) {
        byte[] result = call.value(KeyDownload.RESULT_CODE);
        byte[] checkValue = call.value(KeyDownload.CHECK_VALUE);
        if (result == null || result.length != 1) {
            answers.decline(call.visit(), FORMAT, "result is missing");
        } else if (result[0] != 0 || checkValue == null) {
            reached(call, Point.NOTED);
            answer(call, null, List.of());
        } else {
            confirm(call, Hex.of(checkValue));
        }
    }

    private void confirm(DownloadCall call, String checkValue) {
        String serial = call.terminal().identity().serialNumber();
        KeyDelivery.confirm(
                call,
                checkValue,
                key -> mode().bound() ? new Seal(new OfTerminal(key.underLmk()), serial, NONE) : null,
                seal -> {
                    sessions.remove(call.terminalId());
                    reached(call, Point.NOTED);
                    answer(call, seal, List.of());
                });
    }

    private OfCard keyOf(ManagerCard card) {
        return new OfCard(keys.keys().cardMaster(), card.number());
    }

    private @Nullable Seal seal(DownloadCall call, ManagerCard card) {
        String serial = call.terminal().identity().serialNumber();
        return mode().bound() ? new Seal(keyOf(card), serial, session(call).r3()) : null;
    }

    /** Approves, with the session and these tags. */
    private void answer(DownloadCall call, @Nullable Seal seal, List<Tlv> tags) {
        List<Tlv> f62 = new ArrayList<>();
        f62.add(Tlv.of(KeyDownload.SESSION_ID, session(call).id()));
        f62.addAll(tags);
        KeyDelivery.answer(call, seal, f62);
    }

    private static DownloadFlow flow(DownloadCall call) {
        return DownloadFlow.of(call.visit().networkCode());
    }

    private void reached(DownloadCall call, Point point) {
        flow(call).reached(point, call.terminal().name(), effects::emit);
    }
}
